package org.emcsettlement.baseline.judge;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.emcsettlement.baseline.judge.AnnualStatistics.Indicator;
import org.emcsettlement.baseline.judge.AnnualStatistics.PricedQuantity;
import org.emcsettlement.core.csv.CsvRow;
import org.emcsettlement.core.csv.CsvTable;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.core.finding.Place;

/** The checks that reviewers of public institutions' energy statistics make. */
final class AnnualRules {

  /** Decimals of a printed share. */
  private static final int SHARE_DECIMALS = 4;

  private final Sufficiency set;
  private final AnnualStatistics statistics;
  private final FindingCollector findings = new FindingCollector();
  private final Place place;

  AnnualRules(Sufficiency set, AnnualStatistics statistics) {
    this.set = set;
    this.statistics = statistics;
    this.place = Place.NOWHERE.during(String.valueOf(statistics.year()));
  }

  Findings findings() {
    // only a set that speaks of annual totals speaks of statistics at all
    if (set.threshold(SufficiencyRule.ANNUAL_TOTAL).isPresent()) {
      total();
      year();
      months();
      bills();
      heating();
      indicators();
    }
    return findings.findings();
  }

  private static BigDecimal sum(List<BigDecimal> quantities) {
    return quantities.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Whether a value differs from a reference by more than a share of the reference. */
  private static boolean differs(BigDecimal value, BigDecimal reference, BigDecimal share) {
    return value.subtract(reference).abs().compareTo(share.multiply(reference.abs())) > 0;
  }

  /** The signed change from a reference; a reference of zero has no share. */
  private static String change(BigDecimal value, BigDecimal reference) {
    return reference.signum() == 0
        ? "∞"
        : Sufficiency.percent(
            value
                .subtract(reference)
                .divide(reference.abs(), SHARE_DECIMALS, RoundingMode.HALF_UP));
  }

  private void total() {
    BigDecimal sum = sum(statistics.months());
    BigDecimal allowed = set.threshold(SufficiencyRule.ANNUAL_TOTAL).orElseThrow();
    statistics
        .reportedTotal()
        .filter(reported -> differs(reported, sum, allowed))
        .ifPresent(
            reported ->
                findings.add(
                    SufficiencyFinding.ANNUAL_TOTAL,
                    place,
                    "year",
                    statistics.year(),
                    "reported",
                    reported.toPlainString(),
                    "sum",
                    sum.toPlainString(),
                    "share",
                    change(reported, sum),
                    "needed",
                    Sufficiency.percent(allowed)));
  }

  private void year() {
    if (statistics.monthsBefore().isEmpty()) {
      return;
    }
    BigDecimal total = sum(statistics.months());
    BigDecimal before = sum(statistics.monthsBefore());
    set.threshold(SufficiencyRule.YEAR_ON_YEAR)
        .filter(allowed -> differs(total, before, allowed))
        .ifPresent(
            allowed ->
                findings.add(
                    SufficiencyFinding.YEAR_ON_YEAR,
                    place,
                    "year",
                    statistics.year(),
                    "total",
                    total.toPlainString(),
                    "before",
                    before.toPlainString(),
                    "share",
                    change(total, before),
                    "needed",
                    Sufficiency.percent(allowed)));
  }

  private void months() {
    for (int i = 0; i < statistics.monthsBefore().size(); i++) {
      int month = i + 1;
      BigDecimal value = statistics.months().get(i);
      BigDecimal before = statistics.monthsBefore().get(i);
      set.threshold(SufficiencyRule.SAME_MONTH)
          .filter(allowed -> differs(value, before, allowed))
          .ifPresent(
              allowed ->
                  findings.add(
                      SufficiencyFinding.SAME_MONTH,
                      place,
                      "year",
                      statistics.year(),
                      "month",
                      month,
                      "value",
                      value.toPlainString(),
                      "before",
                      before.toPlainString(),
                      "share",
                      change(value, before),
                      "needed",
                      Sufficiency.percent(allowed)));
    }
  }

  /** Cost by price, rounded to the decimals of the quantity, is the quantity. */
  private void bills() {
    for (PricedQuantity bill : statistics.bills()) {
      BigDecimal quotient =
          bill.cost().divide(bill.unitPrice(), bill.quantity().scale(), RoundingMode.HALF_UP);
      if (quotient.compareTo(bill.quantity()) != 0) {
        findings.add(
            SufficiencyFinding.COST_QUANTITY,
            place,
            "cost",
            bill.cost().toPlainString(),
            "price",
            bill.unitPrice().toPlainString(),
            "quotient",
            quotient.toPlainString(),
            "quantity",
            bill.quantity().toPlainString());
      }
    }
  }

  private void heating() {
    boolean given =
        statistics.heatingElectricity().filter(quantity -> quantity.signum() > 0).isPresent();
    if (statistics.isHeatedByElectricity() && !given) {
      findings.add(SufficiencyFinding.HEATING_ZERO, place, "year", statistics.year());
    }
  }

  private void indicators() {
    for (CsvRow row : CsvTable.resource(AnnualRules.class, "plausibility.csv").rows()) {
      BigDecimal value =
          statistics.indicators().get(row.constant("indicator", Indicator.class).orElseThrow());
      BigDecimal low = row.requiredDecimal("low").orElseThrow();
      BigDecimal high = row.requiredDecimal("high").orElseThrow();
      if (value != null && (value.compareTo(low) < 0 || value.compareTo(high) > 0)) {
        findings.add(
            SufficiencyFinding.IMPLAUSIBLE,
            place,
            "year",
            statistics.year(),
            "indicator",
            row.requiredText("indicator").orElseThrow(),
            "indicatorZh",
            row.requiredText("name_zh").orElseThrow(),
            "value",
            value.toPlainString(),
            "unit",
            row.requiredText("unit").orElseThrow(),
            "low",
            low.toPlainString(),
            "high",
            high.toPlainString());
      }
    }
  }
}
