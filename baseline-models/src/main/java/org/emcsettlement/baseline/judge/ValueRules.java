package org.emcsettlement.baseline.judge;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.finding.Place;
import org.emcsettlement.core.quantity.Commodity;

/** Whether values are negative, extreme or repeated. */
final class ValueRules {

  private final Sufficiency set;
  private final DataCoverage data;
  private final FindingCollector findings;
  private final Place place;
  private final List<UseRow> known;

  ValueRules(Sufficiency set, DataCoverage data, FindingCollector findings, Place place) {
    this.set = set;
    this.data = data;
    this.findings = findings;
    this.place = place;
    this.known = data.rows().stream().filter(UseRow::isKnown).toList();
  }

  static boolean isElectricity(DataCoverage data) {
    return data.commodity() == Commodity.ELECTRICITY;
  }

  void judge() {
    if (known.isEmpty()) {
      return;
    }
    negatives(SufficiencyRule.NEGATIVE_USE);
    if (!isElectricity(data)) {
      negatives(SufficiencyRule.NEGATIVE_FUEL_USE);
    }
    extremes();
    repeats();
  }

  private void negatives(SufficiencyRule rule) {
    List<UseRow> negative = known.stream().filter(row -> row.use() < 0).toList();
    set.threshold(rule)
        .filter(allowed -> negative.size() > allowed.intValue())
        .ifPresent(
            allowed ->
                findings.add(
                    SufficiencyFinding.NEGATIVE_USE,
                    place,
                    "count",
                    negative.size(),
                    "first",
                    data.date(negative.get(0))));
  }

  /** Use by local dates: a day of 25 hours is one day, bills of different length compare. */
  private double usePerDate(UseRow row) {
    return row.use() / Math.max(1, data.period(row, row).days());
  }

  private void extremes() {
    double[] use = known.stream().mapToDouble(this::usePerDate).sorted().toArray();
    double lower = Quantiles.of(use, 0.25);
    double upper = Quantiles.of(use, 0.75);
    double range = upper - lower;
    set.threshold(SufficiencyRule.EXTREME_ABOVE_MEDIAN)
        .map(BigDecimal::doubleValue)
        .ifPresent(
            times ->
                extremes(use, Double.NEGATIVE_INFINITY, Quantiles.of(use, 0.5) + times * range));
    set.threshold(SufficiencyRule.EXTREME_BEYOND_QUARTILES)
        .map(BigDecimal::doubleValue)
        .ifPresent(times -> extremes(use, lower - times * range, upper + times * range));
  }

  private void extremes(double[] use, double low, double high) {
    long count = Arrays.stream(use).filter(value -> value < low || value > high).count();
    if (count > 0) {
      findings.add(
          SufficiencyFinding.EXTREME_VALUES,
          place,
          "count",
          count,
          "low",
          digits(low),
          "high",
          digits(high),
          "lowerQuartile",
          digits(Quantiles.of(use, 0.25)),
          "upperQuartile",
          digits(Quantiles.of(use, 0.75)),
          "median",
          digits(Quantiles.of(use, 0.5)),
          "largest",
          digits(use[use.length - 1]));
    }
  }

  private static String digits(double value) {
    return Double.isInfinite(value)
        ? "−∞"
        : Significant.of(value, Significant.STATISTIC).toPlainString();
  }

  private void repeats() {
    long distinct = known.stream().map(UseRow::use).distinct().count();
    set.threshold(SufficiencyRule.DISTINCT_VALUES)
        .filter(needed -> distinct < needed.doubleValue() * known.size())
        .ifPresent(
            needed ->
                findings.add(
                    SufficiencyFinding.REPEATED_VALUES,
                    place,
                    "distinct",
                    distinct,
                    "count",
                    known.size(),
                    "needed",
                    Sufficiency.percent(needed)));
  }
}
