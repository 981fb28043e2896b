package org.emcsettlement.baseline.explain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.emcsettlement.baseline.Baseline;
import org.emcsettlement.baseline.FittedRow;
import org.emcsettlement.baseline.judge.FitStatistics;
import org.emcsettlement.baseline.judge.Significant;
import org.emcsettlement.baseline.model.DayTypeDays;
import org.emcsettlement.baseline.model.Regressor;
import org.emcsettlement.baseline.model.RegressorProduct;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.series.Resolution;

/** What the residuals of a fit point at. */
final class Residuals {

  /** From so many standard errors on a difference is worth a sentence. */
  private static final double NOTABLE = 2;

  /** A driver that varies by less, relative to its mean squared, does not vary. */
  private static final double ROUNDING = 1e-18;

  private static final int LARGEST = 5;
  private static final int DIGITS = 3;

  private final Baseline baseline;
  private final List<FittedRow> rows;
  private final double squares;
  private final double effective;

  Residuals(Baseline baseline) {
    this.baseline = baseline;
    this.rows = baseline.rows();
    this.squares = rows.stream().mapToDouble(row -> row.residual() * row.residual()).sum();
    FitStatistics statistics = baseline.statistics();
    // hourly rows are added up by day; those count at least as much as the hours they hold
    this.effective = Math.max(2, Math.min(rows.size(), statistics.effectiveObservations()));
  }

  static String shown(double value) {
    return Significant.of(value, DIGITS).toPlainString();
  }

  String unit() {
    return baseline.observations().commodity().unit() + "/d";
  }

  static String days(Period period) {
    return period.days() == 1
        ? period.start().toString()
        : period.start() + "/" + period.end().minusDays(1);
  }

  /** The rows with the largest errors, largest first. */
  List<FittedRow> largest() {
    return rows.stream()
        .sorted(
            Comparator.comparingDouble((FittedRow row) -> -Math.abs(row.residual()))
                .thenComparing(row -> row.period().start()))
        .limit(Math.min(LARGEST, (rows.size() + 3) / 4))
        .toList();
  }

  /** The part of all squared errors that some rows have, in percent. */
  String share(List<FittedRow> some) {
    double part = some.stream().mapToDouble(row -> row.residual() * row.residual()).sum();
    return squares > 0 ? shown(100 * part / squares) + " %" : "0 %";
  }

  /** Each row with its error. */
  String list(List<FittedRow> some) {
    return some.stream()
        .map(
            row ->
                days(row.period())
                    + " ("
                    + (row.residual() > 0 ? "+" : "")
                    + shown(row.residual())
                    + ")")
        .collect(Collectors.joining(", "));
  }

  /** The longest run of rows that lie on one side of the model. */
  List<FittedRow> longestRun() {
    List<FittedRow> longest = List.of();
    int start = 0;
    for (int i = 0; i <= rows.size(); i++) {
      boolean ends = i == rows.size() || (i > start && breaks(rows.get(i - 1), rows.get(i)));
      if (ends) {
        if (i - start > longest.size()) {
          longest = rows.subList(start, i);
        }
        start = i;
      }
    }
    return longest;
  }

  private static boolean breaks(FittedRow before, FittedRow after) {
    return !before.period().end().equals(after.period().start())
        || before.residual() > 0 != after.residual() > 0;
  }

  static double mean(List<FittedRow> some) {
    return some.stream().mapToDouble(FittedRow::residual).average().orElse(0);
  }

  /** How much more is left unexplained on working days than on others, if that is notable. */
  Optional<Double> workingDays() {
    if (baseline.observations().resolution() == Resolution.BILLING || knowsDayTypes()) {
      return Optional.empty();
    }
    List<FittedRow> working = new ArrayList<>();
    List<FittedRow> resting = new ArrayList<>();
    for (FittedRow row : rows) {
      boolean works =
          baseline.observations().drivers().calendar().isWorkingDay(row.period().start());
      (works ? working : resting).add(row);
    }
    if (working.isEmpty() || resting.isEmpty()) {
      return Optional.empty();
    }
    double difference = mean(working) - mean(resting);
    double variance = squares / rows.size();
    double error =
        Math.sqrt(
            variance * (1.0 / working.size() + 1.0 / resting.size()) * (rows.size() / effective));
    return Math.abs(difference) > NOTABLE * error ? Optional.of(difference) : Optional.empty();
  }

  private boolean knowsDayTypes() {
    return baseline.estimates().stream()
        .map(estimate -> estimate.regressor())
        .anyMatch(Residuals::isDayType);
  }

  private static boolean isDayType(Regressor regressor) {
    return regressor instanceof DayTypeDays
        || regressor.text().startsWith("HOUR_OF_WEEK")
        || (regressor instanceof RegressorProduct product
            && (isDayType(product.left()) || isDayType(product.right())));
  }

  /** The drivers of the evidence that the model does not use and that go with its errors. */
  List<String> unusedDrivers() {
    List<String> used =
        baseline.estimates().stream()
            .flatMap(estimate -> estimate.regressor().drivers().stream())
            .toList();
    return baseline.observations().drivers().occupancy().drivers().stream()
        .filter(driver -> !used.contains(driver))
        .filter(driver -> Math.abs(correlation(driver)) * Math.sqrt(effective) > NOTABLE)
        .toList();
  }

  private double correlation(String driver) {
    double[] value = new double[rows.size()];
    double mean = 0;
    double meanError = mean(rows);
    for (int i = 0; i < value.length; i++) {
      Period days = rows.get(i).period();
      for (LocalDate date : days.dates().toList()) {
        Optional<BigDecimal> known = baseline.observations().drivers().on(driver, date);
        if (known.isEmpty()) {
          return 0;
        }
        value[i] += known.get().doubleValue() / days.days();
      }
      mean += value[i] / value.length;
    }
    double products = 0;
    double spread = 0;
    double errors = 0;
    for (int i = 0; i < value.length; i++) {
      double deviation = value[i] - mean;
      double error = rows.get(i).residual() - meanError;
      products += deviation * error;
      spread += deviation * deviation;
      errors += error * error;
    }
    boolean varies = spread > ROUNDING * mean * mean * value.length;
    return varies && errors > 0 ? products / Math.sqrt(spread * errors) : 0;
  }
}
