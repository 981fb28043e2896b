package org.emcsettlement.settlement.pricing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.core.finding.Place;
import org.emcsettlement.core.period.Schedule;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.settlement.contract.PriceTerms;
import org.emcsettlement.settlement.contract.ResolvedContract;
import org.emcsettlement.settlement.contract.Segment;
import org.emcsettlement.settlement.contract.StatementInput;
import org.emcsettlement.settlement.evidence.EvidenceFileFinding;
import org.emcsettlement.settlement.evidence.Price;
import org.emcsettlement.settlement.evidence.PriceTable;
import org.emcsettlement.settlement.trail.Calculator;
import org.emcsettlement.settlement.trail.Figure;

/**
 * The price that applies to a commodity on a service date, by the contract's price basis
 * (settlement-methods, 5.5). A quantity is priced with the price in force when it was consumed.
 */
public final class PriceBook {

  private final ResolvedContract resolved;
  private final Calculator calculator;

  /**
   * A price book that records the prices it gives.
   *
   * @param input the statement
   */
  public PriceBook(StatementInput input) {
    this(input, input.calculator());
  }

  /**
   * A price book that records the prices it gives in a scope.
   *
   * @param input the statement
   * @param calculator the calculator of the scope
   */
  public PriceBook(StatementInput input, Calculator calculator) {
    this.resolved = input.resolved();
    this.calculator = calculator;
  }

  /**
   * The dates without a price in a statement period.
   *
   * @param input the statement
   * @param commodity a commodity whose quantities are priced
   * @return a finding for the first segment without one, empty if all have one
   */
  public static Findings gaps(StatementInput input, Commodity commodity) {
    FindingCollector findings = new FindingCollector();
    Optional<PriceTerms> terms = input.contract().price(commodity);
    terms.flatMap(PriceTerms::file).ifPresent(file -> gap(input, commodity, file, findings));
    terms.flatMap(PriceTerms::indexFile).ifPresent(file -> gap(input, commodity, file, findings));
    return findings.findings();
  }

  /** The first segment that a table has no row for. */
  private static void gap(
      StatementInput input, Commodity commodity, String file, FindingCollector findings) {
    input.segments().stream()
        .filter(segment -> table(input.resolved(), file).at(segment.period().start()).isEmpty())
        .findFirst()
        .ifPresent(
            segment ->
                findings.add(
                    EvidenceFileFinding.PRICE_GAP,
                    Place.file("prices/" + file + ".csv").during(segment.period().toString()),
                    "commodity",
                    commodity,
                    "date",
                    segment.period().start()));
  }

  private static Schedule<Price> table(ResolvedContract resolved, String file) {
    PriceTable table = resolved.evidence().prices().get(file);
    if (table == null) {
      throw new IllegalStateException("price table " + file + " was not resolved");
    }
    return table.prices();
  }

  /** The unit of a commodity's prices. */
  private String unit(Commodity commodity) {
    return calculator.currencyCode() + "/" + commodity.unit();
  }

  /**
   * The price fixed in the contract.
   *
   * @param commodity the commodity
   * @return P0
   */
  public Figure reference(Commodity commodity) {
    BigDecimal price =
        terms(commodity)
            .reference()
            .orElseThrow(() -> new IllegalStateException("no reference price of " + commodity));
    return calculator.parameter("reference-price", price, unit(commodity));
  }

  /**
   * The price in force.
   *
   * @param commodity the commodity
   * @param segment the segment
   * @return the price of the table on the segment's days; P0 if the contract names no table
   */
  public Figure inForce(Commodity commodity, Segment segment) {
    Optional<String> file = terms(commodity).file();
    if (file.isEmpty()) {
      return reference(commodity);
    }
    Price price = row(file.get(), segment);
    return calculator.fact(
        "price-in-force", price.perCanonicalUnit(), unit(commodity), price.origin());
  }

  private Price row(String file, Segment segment) {
    return table(resolved, file)
        .at(segment.period().start())
        .orElseThrow(
            () -> new IllegalStateException("no row of " + file + " on " + segment.period()));
  }

  private PriceTerms terms(Commodity commodity) {
    return resolved
        .contract()
        .price(commodity)
        .orElseThrow(() -> new IllegalStateException("no price terms of " + commodity.id()));
  }

  /**
   * What decides the price of a segment, without recording it: segments of one contract year with
   * equal inputs have one price.
   *
   * @param commodity the commodity
   * @param segment the segment
   * @return the price in force and the index as written, as far as the terms name tables
   */
  List<BigDecimal> inputs(Commodity commodity, Segment segment) {
    PriceTerms terms = terms(commodity);
    List<BigDecimal> inputs = new ArrayList<>();
    terms.file().ifPresent(file -> inputs.add(row(file, segment).perCanonicalUnit()));
    terms.indexFile().ifPresent(file -> inputs.add(row(file, segment).value()));
    return inputs;
  }

  /**
   * The price that values quantities of a commodity.
   *
   * @param commodity the commodity
   * @param segment the segment
   * @return the price by the contract's basis, rounded if the contract says so
   */
  public Figure applied(Commodity commodity, Segment segment) {
    PriceTerms terms = terms(commodity);
    Figure price =
        switch (terms.basis()) {
          case FIXED -> reference(commodity);
          case CURRENT -> inForce(commodity, segment);
          case ESCALATED -> escalated(commodity, terms, segment);
          case INDEXED -> indexed(commodity, terms, segment);
          case FLOOR ->
              calculator.max("floor-price", reference(commodity), inForce(commodity, segment));
          case COLLAR -> collar(commodity, terms, segment);
          case BLEND -> blend(commodity, terms, segment);
        };
    return terms
        .scale()
        .map(scale -> calculator.roundTo("applied-price", price, scale))
        .orElse(price);
  }

  private Figure escalated(Commodity commodity, PriceTerms terms, Segment segment) {
    int years = segment.contractYear() - 1;
    Figure one = calculator.parameter("one", BigDecimal.ONE, "");
    Figure rate = calculator.parameter("escalation", terms.escalation().orElseThrow(), "");
    Figure factor =
        terms.compounding()
            ? calculator.power(
                "escalation-factor", calculator.plus("escalation-step", one, rate), years)
            : calculator.plus(
                "escalation-factor",
                one,
                calculator.times(
                    "escalation-step",
                    "",
                    rate,
                    calculator.parameter("years-passed", BigDecimal.valueOf(years), "")));
    return calculator.times("escalated-price", unit(commodity), reference(commodity), factor);
  }

  private Figure indexed(Commodity commodity, PriceTerms terms, Segment segment) {
    Price row = row(terms.indexFile().orElseThrow(), segment);
    Figure index = calculator.fact("index", row.value(), "", row.origin());
    Figure base = calculator.parameter("index-base", terms.indexBase().orElseThrow(), "");
    Figure scaled =
        calculator.times("indexed-product", unit(commodity), reference(commodity), index);
    return calculator.over("indexed-price", unit(commodity), scaled, base);
  }

  private Figure collar(Commodity commodity, PriceTerms terms, Segment segment) {
    Figure least =
        calculator.parameter("least-price", terms.least().orElseThrow(), unit(commodity));
    Figure greatest =
        calculator.parameter("greatest-price", terms.greatest().orElseThrow(), unit(commodity));
    Figure raised = calculator.max("price-over-least", inForce(commodity, segment), least);
    return calculator.min("collar-price", raised, greatest);
  }

  private Figure blend(Commodity commodity, PriceTerms terms, Segment segment) {
    BigDecimal weight = terms.weight().orElseThrow();
    Figure fixed = calculator.parameter("fixed-weight", weight, "");
    Figure current = calculator.parameter("current-weight", BigDecimal.ONE.subtract(weight), "");
    return calculator.plus(
        "blended-price",
        calculator.times("fixed-part", unit(commodity), fixed, reference(commodity)),
        calculator.times("current-part", unit(commodity), current, inForce(commodity, segment)));
  }
}
