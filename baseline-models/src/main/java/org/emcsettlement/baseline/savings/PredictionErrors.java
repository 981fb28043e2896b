package org.emcsettlement.baseline.savings;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.emcsettlement.baseline.FrozenBaseline;
import org.emcsettlement.baseline.model.HourlyValues;
import org.emcsettlement.baseline.model.Regressor;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.quantity.Rational;
import org.emcsettlement.core.series.DailyDrivers;
import org.emcsettlement.core.series.HourlyUse;

/**
 * How far a frozen baseline is off in a period that it was not fitted on: observed less predicted
 * use, row by row, and the statistics of it. Rows are days, bills (by mean use per day, weighted by
 * days) or hours; one without use or without a driver is left out.
 *
 * <p>No degrees of freedom are taken off, since nothing was fitted to these rows.
 */
public final class PredictionErrors {

  private double[] observed = new double[512];
  private double[] residual = new double[512];
  private double[] weight = new double[512];
  private final List<LocalDate> dates = new ArrayList<>();
  private int size;

  private PredictionErrors() {}

  /**
   * Predicts days or bills from the regressor sums that a settlement would use.
   *
   * @param baseline the model
   * @param drivers what drove use
   * @param use what was used
   * @param period the period to predict
   * @return the errors
   */
  public static PredictionErrors of(
      FrozenBaseline baseline, DailyDrivers drivers, MeasuredUse use, Period period) {
    double[] coefficients = coefficients(baseline);
    PredictionErrors errors = new PredictionErrors();
    for (MeasuredUse.Portion portion : use.portions(period)) {
      List<LocalDate> days = portion.days().dates().toList();
      Optional<double[]> sums =
          portion.use().isPresent() ? sums(baseline, drivers, days) : Optional.empty();
      if (sums.isPresent()) {
        double perDay = portion.use().get().toDouble() / days.size();
        double predicted = sum(coefficients, sums.get()) / days.size();
        errors.add(days.get(0), perDay, predicted, days.size());
      }
    }
    return errors;
  }

  private static Optional<double[]> sums(
      FrozenBaseline baseline, DailyDrivers drivers, List<LocalDate> days) {
    List<Regressor> regressors = baseline.regressors();
    double[] sums = new double[regressors.size()];
    for (int j = 0; j < sums.length; j++) {
      Optional<BigDecimal> value = regressors.get(j).over(drivers, days);
      if (value.isEmpty()) {
        return Optional.empty();
      }
      sums[j] = value.get().doubleValue();
    }
    return Optional.of(sums);
  }

  /**
   * Predicts hours. Only days count of which at most one hour has no use, as in savings.
   *
   * @param baseline the model
   * @param drivers what drove use, with hourly temperatures
   * @param use what was used by hour
   * @param period the period to predict
   * @return the errors
   */
  public static PredictionErrors hourly(
      FrozenBaseline baseline, DailyDrivers drivers, HourlyUse use, Period period) {
    double[] coefficients = coefficients(baseline);
    List<Regressor> regressors = baseline.regressors();
    PredictionErrors errors = new PredictionErrors();
    for (LocalDate date : period.dates().toList()) {
      HourlyValues day = new HourlyValues(drivers, use.zone(), date);
      if (!counts(day, use)) {
        continue;
      }
      double[] predicted = new double[day.size()];
      boolean complete = true;
      for (int j = 0; j < coefficients.length && complete; j++) {
        Optional<double[]> parts = day.of(regressors.get(j));
        complete = parts.isPresent();
        for (int hour = 0; complete && hour < predicted.length; hour++) {
          predicted[hour] += coefficients[j] * parts.get()[hour];
        }
      }
      for (int hour = 0; complete && hour < predicted.length; hour++) {
        Optional<Rational> quantity = use.at(day.start(hour));
        if (quantity.isPresent()) {
          errors.add(date, quantity.get().toDouble(), predicted[hour], 1);
        }
      }
    }
    return errors;
  }

  private static boolean counts(HourlyValues day, HourlyUse use) {
    int missing = 0;
    for (int hour = 0; hour < day.size(); hour++) {
      missing += use.at(day.start(hour)).isEmpty() ? 1 : 0;
    }
    return missing <= 1;
  }

  private static double[] coefficients(FrozenBaseline baseline) {
    return baseline.coefficients().stream()
        .mapToDouble(coefficient -> coefficient.value().doubleValue())
        .toArray();
  }

  private static double sum(double[] coefficients, double[] sums) {
    double sum = 0;
    for (int j = 0; j < sums.length; j++) {
      sum += coefficients[j] * sums[j];
    }
    return sum;
  }

  private void add(LocalDate date, double use, double predicted, double weighing) {
    if (size == observed.length) {
      observed = Arrays.copyOf(observed, 2 * size);
      residual = Arrays.copyOf(residual, 2 * size);
      weight = Arrays.copyOf(weight, 2 * size);
    }
    observed[size] = use;
    residual[size] = use - predicted;
    weight[size++] = weighing;
    dates.add(date);
  }

  /** {@return the number of rows: days, bills or hours} */
  public int size() {
    return size;
  }

  /**
   * The day of a row.
   *
   * @param i the row, from 0
   * @return its local date; of a bill the first
   */
  public LocalDate date(int i) {
    return dates.get(i);
  }

  /**
   * The observed use of a row.
   *
   * @param i the row, from 0
   * @return use per day of days and bills, per hour of hours [canonical unit]
   */
  public double observed(int i) {
    return observed[i];
  }

  /**
   * The predicted use of a row.
   *
   * @param i the row, from 0
   * @return what the model expects, as {@link #observed} [canonical unit]
   */
  public double predicted(int i) {
    return observed[i] - residual[i];
  }

  /** {@return √(mean e²) ÷ mean observed use, as a fraction; NaN without rows or use} */
  public double cvRmse() {
    double squares = 0;
    double weights = 0;
    for (int i = 0; i < size; i++) {
      squares += weight[i] * residual[i] * residual[i];
      weights += weight[i];
    }
    double use = weighted(observed);
    return use > 0 ? Math.sqrt(squares / weights) / (use / weights) : Double.NaN;
  }

  /** {@return Σ e ÷ Σ observed use, e = observed − predicted, as a fraction; NaN as above} */
  public double nmbe() {
    double use = weighted(observed);
    return use > 0 ? weighted(residual) / use : Double.NaN;
  }

  private double weighted(double[] values) {
    double sum = 0;
    for (int i = 0; i < size; i++) {
      sum += weight[i] * values[i];
    }
    return sum;
  }
}
