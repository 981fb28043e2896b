package org.emcsettlement.settlement.clause;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.emcsettlement.baseline.FrozenBaseline;
import org.emcsettlement.baseline.uncertainty.ErrorStructure;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.core.finding.Place;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.settlement.contract.ContractFinding;
import org.emcsettlement.settlement.contract.Segment;
import org.emcsettlement.settlement.contract.StatementInput;
import org.emcsettlement.settlement.statement.Figures;
import org.emcsettlement.settlement.trail.Calculator;
import org.emcsettlement.settlement.trail.Figure;
import org.emcsettlement.settlement.trail.PostedAmount;

/**
 * The half-width of the savings interval in money: every commodity's half-width at its price, or at
 * the mean of its prices weighted by the baseline; several commodities by the root of the sum of
 * squares, as their baselines err independently.
 */
final class HalfWidth {

  private final StatementInput input;
  private final VerifiedSavings.IntervalMethod method;

  HalfWidth(StatementInput input, VerifiedSavings.IntervalMethod method) {
    this.input = input;
    this.method = method;
  }

  /** The agreed level is that of the contract's policies; a frozen baseline has one quantile. */
  static Findings missing(StatementInput input, VerifiedSavings clause) {
    FindingCollector findings = new FindingCollector();
    boolean some = false;
    for (Commodity commodity : input.commodities()) {
      Optional<ErrorStructure> errors =
          input.resolved().baseline(commodity).flatMap(FrozenBaseline::errors);
      some |= errors.isPresent();
      errors
          .filter(e -> e.confidence().compareTo(input.contract().policies().confidence()) != 0)
          .ifPresent(
              e ->
                  findings.add(
                      ContractFinding.CONFIDENCE_DIFFERS,
                      Place.pointer("contract.json", "/policies/confidence"),
                      "commodity",
                      commodity,
                      "frozen",
                      e.confidence().toPlainString(),
                      "agreed",
                      input.contract().policies().confidence().toPlainString(),
                      "clause",
                      clause.id()));
    }
    if (!some) {
      findings.add(
          ContractFinding.INTERVAL_NEEDED,
          Place.pointer("contract.json", "/baselines"),
          "clause",
          clause.id());
    }
    return findings.findings();
  }

  PostedAmount inMoney() {
    Calculator calculator = input.calculator();
    String currency = calculator.currencyCode();
    List<Figure> values = new ArrayList<>();
    for (Commodity commodity : input.commodities()) {
      input
          .find(method.halfWidth(), commodity)
          .flatMap(
              halfWidth ->
                  price(commodity)
                      .map(
                          price ->
                              calculator
                                  .in(commodity.id())
                                  .times("half-width-value", currency, halfWidth, price)))
          .ifPresent(values::add);
    }
    if (values.isEmpty()) {
      return calculator.zero("half-width-value");
    }
    if (values.size() == 1) {
      return calculator.post("half-width-value", values.get(0));
    }
    Figure squares = calculator.dot("half-width-square", "", values, values);
    return calculator.post(
        "half-width-value", calculator.root("half-width-value", currency, squares));
  }

  /** The price of a commodity whose savings are priced. */
  private Optional<Figure> price(Commodity commodity) {
    Calculator calculator = input.calculator().in(commodity.id());
    List<Figure> prices = new ArrayList<>();
    List<Figure> baselines = new ArrayList<>();
    for (Segment segment : input.segments()) {
      input.find(Figures.PRICE, commodity, segment).ifPresent(prices::add);
      input.find(Figures.COUNTED_BASELINE, commodity, segment).ifPresent(baselines::add);
    }
    if (prices.size() != baselines.size() || prices.isEmpty()) {
      return Optional.empty();
    }
    Figure baseline = calculator.sum("counted-baseline", baselines);
    if (prices.stream().distinct().count() == 1 || baseline.signum() == 0) {
      return Optional.of(prices.get(0));
    }
    Figure cost = calculator.dot("baseline-times-price", "", prices, baselines);
    return Optional.of(calculator.over("mean-price", prices.get(0).unit(), cost, baseline));
  }
}
