package org.emcsettlement.settlement.clause;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.core.finding.Place;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.settlement.contract.LineDraft;
import org.emcsettlement.settlement.contract.Outcome;
import org.emcsettlement.settlement.contract.Segment;
import org.emcsettlement.settlement.contract.StatementInput;
import org.emcsettlement.settlement.pricing.BillingPart;
import org.emcsettlement.settlement.pricing.PartUsage;
import org.emcsettlement.settlement.pricing.YearToDate;
import org.emcsettlement.settlement.statement.FigureKey;
import org.emcsettlement.settlement.statement.Figures;
import org.emcsettlement.settlement.statement.LineKind;
import org.emcsettlement.settlement.tariff.Bill;
import org.emcsettlement.settlement.tariff.Tariff;
import org.emcsettlement.settlement.tariff.TariffFinding;
import org.emcsettlement.settlement.trail.Calculator;
import org.emcsettlement.settlement.trail.Figure;
import org.emcsettlement.settlement.trail.PostedAmount;

/** Bills the adjusted baseline and the actual use of a statement, and values what was saved. */
final class BillComparison {

  private final StatementInput input;
  private final BillSavings terms;
  private final Commodity commodity;
  private final Calculator calculator;
  private final PartUsage usage;
  private final Outcome.Builder outcome = Outcome.builder();
  private final List<PostedAmount> adjusted = new ArrayList<>();
  private final List<PostedAmount> actual = new ArrayList<>();

  BillComparison(StatementInput input, BillSavings terms) {
    this.input = input;
    this.terms = terms;
    this.commodity = terms.commodity();
    this.calculator = input.calculator().in(commodity.id());
    this.usage = new PartUsage(input, commodity, terms.id(), terms.tariff(), terms.baselineUsage());
  }

  Findings missing() {
    FindingCollector findings = new FindingCollector();
    Optional<Tariff> tariff = usage.resolved(findings);
    if (tariff.isEmpty()) {
      return findings.findings();
    }
    findings.addAll(usage.missingOfPrice(tariff.get()));
    if (findings.blocking() > 0) {
      return findings.findings();
    }
    for (BillingPart part : BillingPart.byTariff(input, tariff.get())) {
      findings.addAll(usage.missingOfActual(part));
      findings.addAll(usage.missingOfBaseline(part));
      if (terms.method() == BillSavings.Method.UNIT_PRICE && !part.version().hasUnitPrices()) {
        findings.add(
            TariffFinding.NO_UNIT_PRICE,
            Place.NOWHERE.during(part.period().toString()),
            "tariff",
            terms.tariff(),
            "clause",
            terms.id());
      }
    }
    return findings.findings();
  }

  Outcome outcome() {
    Tariff tariff = usage.resolved(new FindingCollector()).orElseThrow();
    List<BillingPart> parts = BillingPart.of(input, commodity, tariff);
    List<List<Segment>> groups = parts.stream().map(BillingPart::segments).toList();
    GroupedQuantity quantities = new GroupedQuantity(input, calculator, commodity);
    List<Figure> counted = quantities.counted(groups);
    List<Figure> used = quantities.actual(groups);
    List<Figure> avoided = quantities.avoided(groups);
    YearToDate baselineYear = YearToDate.ofBaseline(input, commodity);
    YearToDate actualYear = YearToDate.ofActual(input, commodity);
    for (int i = 0; i < parts.size(); i++) {
      BillingPart part = parts.get(i);
      String scope = commodity.id() + "/" + part.period().start();
      Calculator before = input.calculator().in(scope + "/baseline");
      Calculator now = input.calculator().in(scope + "/actual");
      Bill baseline =
          Bill.of(
              before,
              part.version(),
              usage.baseline(before, part, counted.get(i), baselineYear.before(before, part)));
      Bill paid =
          Bill.of(
              now,
              part.version(),
              usage.actual(now, part, used.get(i), actualYear.before(now, part)));
      baselineYear.add(part, counted.get(i));
      actualYear.add(part, used.get(i));
      value(input.calculator().in(scope), part, baseline, paid, avoided.get(i));
    }
    cost("adjusted-cost", CostByCommodity.ADJUSTED_COST, Figures.ADJUSTED_COST, counted, adjusted);
    cost("actual-cost", CostByCommodity.ACTUAL_COST, Figures.ACTUAL_COST, used, actual);
    return outcome.build();
  }

  private void value(Calculator at, BillingPart part, Bill baseline, Bill paid, Figure avoided) {
    BillLines.BASELINE.of(commodity, part, baseline).forEach(outcome::line);
    BillLines.ACTUAL.of(commodity, part, paid).forEach(outcome::line);
    adjusted.add(baseline.total());
    actual.add(paid.total());
    List<PostedAmount> values = new ArrayList<>();
    switch (terms.method()) {
      case BILL_DIFFERENCE -> values.add(difference(at, part, baseline, paid, avoided));
      case AVERAGE_PRICE -> values.add(average(at, part, paid, avoided));
      case BASELINE_AVERAGE_PRICE -> values.add(average(at, part, baseline, avoided));
      case UNIT_PRICE -> values.addAll(byBand(at, part, baseline, paid, paid, avoided));
      case MARGINAL_PRICE ->
          values.addAll(
              byBand(
                  at,
                  part,
                  baseline,
                  paid,
                  terms.lastUnitOf() == BillSavings.LastUnit.ACTUAL ? paid : baseline,
                  avoided));
    }
    outcome.put(Figures.SAVINGS_VALUE, commodity, part.first(), at.total("savings-value", values));
  }

  /** The differences of the posted lines, which are the same lines in both bills. */
  private PostedAmount difference(
      Calculator at, BillingPart part, Bill baseline, Bill paid, Figure avoided) {
    List<PostedAmount> differences = new ArrayList<>();
    for (int i = 0; i < baseline.lines().size(); i++) {
      differences.add(
          at.complement(
              "saved-on-line", baseline.lines().get(i).amount(), paid.lines().get(i).amount()));
    }
    PostedAmount value =
        differences.isEmpty() ? at.zero("nothing") : at.total("bill-difference", differences);
    outcome.line(line("", part, avoided).amount(value).build());
    return value;
  }

  /** Avoided quantity × bill ÷ quantity, rounded once. */
  private PostedAmount average(Calculator at, BillingPart part, Bill bill, Figure avoided) {
    Figure quantity = bill.usage().total();
    if (quantity.signum() == 0) {
      outcome.finding(
          TariffFinding.NO_AVERAGE,
          Place.NOWHERE.during(part.period().toString()),
          "period",
          part.period(),
          "clause",
          terms.id());
      return at.zero("nothing");
    }
    Figure price = at.over("average-price-of-bill", priceUnit(), bill.total().figure(), quantity);
    return priced(at, "", part, avoided, price);
  }

  /**
   * The avoided quantity of every band, or of all where there are none, at the last unit's price.
   */
  private List<PostedAmount> byBand(
      Calculator at, BillingPart part, Bill baseline, Bill paid, Bill priced, Figure avoided) {
    if (paid.usage().bands().isEmpty()) {
      return List.of(priced(at, "", part, avoided, priced.lastUnit("")));
    }
    List<PostedAmount> values = new ArrayList<>();
    baseline
        .usage()
        .bands()
        .forEach(
            (band, before) -> {
              Figure after = paid.usage().bands().getOrDefault(band, before);
              Figure saved = at.minus("avoided-in-time-band", before, after);
              values.add(priced(at, band, part, saved, priced.lastUnit(band)));
            });
    return values;
  }

  private PostedAmount priced(
      Calculator at, String item, BillingPart part, Figure quantity, Figure price) {
    Figure exact = at.times("savings-value", at.currencyCode(), quantity, price);
    PostedAmount value = at.post("savings-value", exact);
    outcome.line(line(item, part, quantity).unitPrice(price).exact(exact).amount(value).build());
    return value;
  }

  private LineDraft.Builder line(String item, BillingPart part, Figure quantity) {
    return LineDraft.builder()
        .item(item)
        .kind(BillSavings.VALUE)
        .commodity(commodity)
        .period(part.period())
        .quantity(quantity);
  }

  private String priceUnit() {
    return calculator.currencyCode() + "/" + commodity.unit();
  }

  private void cost(
      String item,
      LineKind kind,
      FigureKey<PostedAmount> key,
      List<Figure> quantities,
      List<PostedAmount> bills) {
    PostedAmount total = calculator.total("cost", bills);
    outcome.put(key, commodity, total);
    outcome.line(
        LineDraft.builder()
            .item(item)
            .kind(kind)
            .commodity(commodity)
            .quantity(
                quantities.size() == 1 ? quantities.get(0) : calculator.sum("quantity", quantities))
            .amount(total)
            .build());
  }
}
