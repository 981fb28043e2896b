package org.emcsettlement.baseline.judge;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.emcsettlement.core.finding.FindingCode;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.finding.Place;

/** Whether the data span a year and leave out few days of it, and few days of every month. */
final class CoverageRules {

  /** Days are summed in floating point; a whole sum must not fall below itself. */
  private static final double ROUNDING = 1e-6;

  private static final double HALF = 0.5;

  private final Sufficiency set;
  private final DataCoverage data;
  private final FindingCollector findings;
  private final Place place;

  CoverageRules(Sufficiency set, DataCoverage data, FindingCollector findings, Place place) {
    this.set = set;
    this.data = data;
    this.findings = findings;
    this.place = place;
  }

  /** Judges; {@code counted} holds the days of each row that count if the row does [d]. */
  void judge(double[] counted) {
    if (IntStream.range(0, counted.length).noneMatch(row -> data.rows().get(row).isKnown())) {
      findings.add(FitFinding.TOO_FEW, place, "count", 0, "needed", 1);
      return;
    }
    int span = span();
    set.span(span, findings, place);
    IntPredicate hasUse = row -> data.rows().get(row).isKnown();
    share(
        SufficiencyRule.JOINT_COVERAGE,
        FitFinding.COVERAGE,
        days(counted, row -> hasUse.test(row) && hasTemperature(row)),
        span);
    share(
        SufficiencyRule.USE_COVERAGE, SufficiencyFinding.MISSING_USE, days(counted, hasUse), span);
    double[] lengths = data.rows().stream().mapToDouble(UseRow::days).toArray();
    share(
        SufficiencyRule.TEMPERATURE_COVERAGE,
        SufficiencyFinding.MISSING_TEMPERATURE,
        days(lengths, this::hasTemperature),
        span);
    months();
    daysOfHalf();
  }

  private int span() {
    List<UseRow> rows = data.rows();
    int first = 0;
    int last = rows.size() - 1;
    if (set.holds(SufficiencyRule.SPAN_OF_COMPLETE_ROWS)) {
      int[] complete =
          IntStream.rangeClosed(0, last)
              .filter(row -> rows.get(row).isKnown() && data.hours(row).share() > HALF)
              .toArray();
      if (complete.length == 0) {
        return 0;
      }
      first = complete[0];
      last = complete[complete.length - 1];
    }
    return data.period(rows.get(first), rows.get(last)).days();
  }

  /** A set without a rule for the hours of a row does not look at temperatures. */
  private boolean hasTemperature(int row) {
    return set.threshold(SufficiencyRule.HOURS_OF_ROW)
        .map(share -> data.hours(row).share() > share.doubleValue())
        .orElse(true);
  }

  private int days(double[] lengths, IntPredicate counts) {
    int rows = lengths.length - (set.holds(SufficiencyRule.LAST_ROW_NOT_COUNTED) ? 1 : 0);
    double days = IntStream.range(0, rows).filter(counts).mapToDouble(i -> lengths[i]).sum();
    return (int) (days + ROUNDING);
  }

  private void share(SufficiencyRule rule, FindingCode code, int days, int span) {
    set.threshold(rule)
        .filter(
            needed ->
                BigDecimal.valueOf(days).compareTo(needed.multiply(BigDecimal.valueOf(span))) < 0)
        .ifPresent(
            needed ->
                findings.add(
                    code,
                    place,
                    "days",
                    days,
                    "span",
                    span,
                    "needed",
                    Sufficiency.percent(needed)));
  }

  /** Calendar months, whatever their year. */
  private void months() {
    set.threshold(SufficiencyRule.TEMPERATURE_OF_MONTH)
        .ifPresent(
            needed -> {
              Map<Integer, Double> shares =
                  data.days().stream()
                      .collect(
                          Collectors.groupingBy(
                              day -> day.date().getMonthValue(),
                              TreeMap::new,
                              Collectors.averagingDouble(
                                  day -> day.hours().share() > HALF ? 1 : 0)));
              shares.entrySet().stream()
                  .min(Map.Entry.comparingByValue())
                  .filter(lowest -> lowest.getValue() < needed.doubleValue())
                  .ifPresent(
                      lowest ->
                          findings.add(
                              SufficiencyFinding.MONTH_TEMPERATURE,
                              place,
                              "month",
                              lowest.getKey(),
                              "share",
                              Significant.of(lowest.getValue(), Significant.STATISTIC),
                              "needed",
                              Sufficiency.percent(needed)));
            });
  }

  private void daysOfHalf() {
    set.threshold(SufficiencyRule.HOURS_OF_DAY)
        .ifPresent(
            needed -> {
              List<String> days =
                  data.days().stream()
                      .filter(day -> day.hours().share() <= needed.doubleValue())
                      .map(day -> day.date().toString())
                      .toList();
              if (!days.isEmpty()) {
                findings.add(
                    SufficiencyFinding.DAY_TEMPERATURE,
                    place,
                    "count",
                    days.size(),
                    "first",
                    days.get(0),
                    "dates",
                    String.join(" ", days),
                    "needed",
                    Sufficiency.percent(needed));
              }
            });
  }
}
