package org.emcsettlement.settlement.clause;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.settlement.contract.LineDraft;
import org.emcsettlement.settlement.contract.Outcome;
import org.emcsettlement.settlement.contract.PriceTerms;
import org.emcsettlement.settlement.contract.RiskKinds;
import org.emcsettlement.settlement.contract.Segment;
import org.emcsettlement.settlement.contract.StatementInput;
import org.emcsettlement.settlement.evidence.Price;
import org.emcsettlement.settlement.pricing.PriceBook;
import org.emcsettlement.settlement.pricing.PriceGroup;
import org.emcsettlement.settlement.statement.Figures;
import org.emcsettlement.settlement.trail.Calculator;
import org.emcsettlement.settlement.trail.Figure;

/** The change of prices against their references, and what it does to prices or the fee. */
final class PriceChange {

  private final StatementInput input;
  private final PriceAdjustment terms;

  PriceChange(StatementInput input, PriceAdjustment terms) {
    this.input = input;
    this.terms = terms;
  }

  private List<Commodity> commodities() {
    return Terms.selected(input.contract(), terms.commodities());
  }

  private Figure change(Calculator calculator, Commodity commodity, Figure price) {
    Figure reference = new PriceBook(input, calculator).reference(commodity);
    return calculator.minus(
        "price-change",
        calculator.over("price-ratio", "", price, reference),
        calculator.parameter("one", BigDecimal.ONE, ""));
  }

  /** What is passed on of a ratio: the clause's part of it, to the part the institution bears. */
  private Figure passedOn(Calculator calculator, Figure ratio) {
    return calculator.times(
        "weighted-change",
        "",
        calculator.parameter("pass-through", terms.passThrough(), ""),
        Admission.share(calculator, input.contract(), RiskKinds.ENERGY_PRICE),
        ratio);
  }

  Outcome prices() {
    Outcome.Builder outcome = Outcome.builder();
    for (Commodity commodity : commodities()) {
      Calculator calculator = input.calculator().in(commodity.id());
      String unit = calculator.currencyCode() + "/" + commodity.unit();
      for (PriceGroup group : PriceGroup.inForce(input, commodity)) {
        Figure ratio = terms.rule().ratio(calculator, change(calculator, commodity, group.price()));
        Figure factor =
            calculator.plus(
                "price-factor",
                calculator.parameter("one", BigDecimal.ONE, ""),
                passedOn(calculator, ratio));
        Figure reference = new PriceBook(input, calculator).reference(commodity);
        Figure applied = calculator.times("applied-price", unit, reference, factor);
        for (Segment segment : group.segments()) {
          outcome.put(Figures.APPLIED_PRICE, commodity, segment, applied);
        }
      }
    }
    return outcome.build();
  }

  Outcome fee() {
    Outcome.Builder outcome = Outcome.builder();
    for (Commodity commodity : commodities()) {
      Calculator calculator = input.calculator().in(commodity.id());
      Figure base = input.find(Figures.ENERGY_PART, commodity).orElseThrow();
      List<PriceGroup> groups = PriceGroup.inForce(input, commodity);
      for (PriceGroup group : groups) {
        Figure change = change(calculator, commodity, group.price());
        Figure ratio = terms.rule().ratio(calculator, change);
        Figure yearly =
            calculator.times(
                "yearly-adjustment", calculator.currencyCode(), base, passedOn(calculator, ratio));
        LineDraft.Builder line =
            LineDraft.builder().commodity(commodity).remark(FeeAdjustment.change("PRICE", change));
        if (groups.size() > 1) {
          line.period(group.period());
        }
        new FeeAdjustment(input, calculator)
            .add(outcome, line, yearly, ratio, group.period(), since(commodity, group));
      }
    }
    return outcome.build();
  }

  /** A price has held since its row or the start of the contract year or of the term. */
  private Period since(Commodity commodity, PriceGroup group) {
    Period year = input.resolved().years().yearOf(group.period().start());
    LocalDate from =
        input
            .contract()
            .price(commodity)
            .flatMap(PriceTerms::file)
            .flatMap(file -> Optional.ofNullable(input.evidence().prices().get(file)))
            .flatMap(table -> table.prices().at(group.period().start()))
            .map(Price::from)
            .filter(date -> date.isAfter(year.start()))
            .orElse(year.start());
    LocalDate start = input.contract().term().start();
    return Period.of(from.isBefore(start) ? start : from, year.end());
  }
}
