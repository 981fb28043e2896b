package org.emcsettlement.settlement.savings;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.emcsettlement.baseline.uncertainty.ErrorStructure;
import org.emcsettlement.baseline.uncertainty.SavingsUncertainty;
import org.emcsettlement.settlement.statement.Interval;
import org.emcsettlement.settlement.trail.Calculator;
import org.emcsettlement.settlement.trail.Figure;

/**
 * The intervals around an avoided quantity, with every step in the trail: by the exact variance of
 * a linear prediction, and by the ASHRAE formula; {@link SavingsUncertainty} gives the same numbers
 * without a trail. What non-routine adjustments state of their uncertainty is independent of the
 * regression: {@code U = √(U_r² + (t·u)²)}.
 */
public final class SavingsInterval {

  /**
   * An interval as a statement shows it, and its half-width for further calculation.
   *
   * @param interval the interval
   * @param halfWidth its half-width [unit of the quantity]
   */
  public record Computed(Interval interval, Figure halfWidth) {}

  private final Calculator calculator;
  private final ErrorStructure errors;
  private final String unit;
  private final Optional<Figure> adjustmentVariance;

  /**
   * Intervals of a baseline with known errors.
   *
   * @param calculator records the steps
   * @param errors the baseline's errors
   * @param unit the unit of the quantity
   * @param adjustmentVariance the variance of non-routine adjustments, if they state it
   */
  public SavingsInterval(
      Calculator calculator,
      ErrorStructure errors,
      String unit,
      Optional<Figure> adjustmentVariance) {
    this.calculator = calculator;
    this.errors = errors;
    this.unit = unit;
    this.adjustmentVariance = adjustmentVariance;
  }

  private Figure parameter(String name, BigDecimal value) {
    return calculator.parameter(name, value, "");
  }

  private Figure inflation() {
    return calculator.over(
        "inflation",
        "",
        parameter("observations", BigDecimal.valueOf(errors.observations())),
        parameter("effective-observations", errors.effectiveObservations()));
  }

  /**
   * {@code t·√(s²·(XᵀCX + D)·n/n′)}, with D² over the days fitted for XᵀCX where C was not kept.
   *
   * @param avoided the avoided quantity
   * @param sums X, the regressor sums over the counted days
   * @param days D, the counted days
   * @return the interval
   */
  public Computed regression(Figure avoided, List<Figure> sums, Figure days) {
    Figure form = calculator.plus("variance-form", coefficientForm(sums, days), days);
    Figure variance =
        calculator.times(
            "prediction-variance",
            "",
            parameter("residual-variance", errors.residualVariance()),
            form,
            inflation());
    Figure half =
        calculator.times(
            "regression-half-width",
            unit,
            parameter("quantile", errors.quantile()),
            calculator.root("prediction-error", unit, variance));
    return interval("REGRESSION", avoided, half);
  }

  private Figure coefficientForm(List<Figure> sums, Figure days) {
    if (errors.inverseGram().isEmpty()) {
      Figure fitted =
          calculator.times(
              "fitted-days",
              "",
              parameter("observations", BigDecimal.valueOf(errors.observations())),
              parameter("days-per-observation", errors.daysPerObservation()));
      return calculator.over(
          "level-form", "", calculator.times("days-squared", "", days, days), fitted);
    }
    List<Figure> rows = new ArrayList<>();
    for (List<BigDecimal> row : errors.inverseGram()) {
      List<Figure> weights = row.stream().map(value -> parameter("inverse-gram", value)).toList();
      rows.add(calculator.dot("inverse-gram-row", "", weights, sums));
    }
    return calculator.dot("xcx", "", rows, sums);
  }

  /**
   * {@code t·1.26·CV(RMSE)·E·√((n/n′)(1 + 2/n′)/m)}.
   *
   * @param avoided the avoided quantity
   * @param baseline E, the adjusted baseline of the counted days
   * @param days the counted days
   * @return the interval
   */
  public Computed ashrae(Figure avoided, Figure baseline, Figure days) {
    Figure effective = parameter("effective-observations", errors.effectiveObservations());
    Figure correction =
        calculator.plus(
            "small-sample-correction",
            parameter("one", BigDecimal.ONE),
            calculator.over(
                "two-over-effective", "", parameter("two", BigDecimal.valueOf(2)), effective));
    Figure periods =
        calculator.over(
            "reporting-observations",
            "",
            days,
            parameter("days-per-observation", errors.daysPerObservation()));
    Figure square =
        calculator.over(
            "ashrae-square",
            "",
            calculator.times("ashrae-product", "", inflation(), correction),
            periods);
    Figure half =
        calculator.times(
            "ashrae-half-width",
            unit,
            parameter("quantile", errors.quantile()),
            parameter("ashrae-factor", SavingsUncertainty.ASHRAE_FACTOR),
            parameter("cv-rmse", errors.cvRmse()),
            calculator.absolute("baseline-size", baseline),
            calculator.root("ashrae-root", "", square));
    return interval("ASHRAE_14", avoided, half);
  }

  private Computed interval(String method, Figure avoided, Figure regression) {
    Optional<Figure> adjustment =
        adjustmentVariance.map(
            variance ->
                rounded(
                    calculator.times(
                        "adjustment-half-width",
                        unit,
                        parameter("quantile", errors.quantile()),
                        calculator.root("adjustment-error", unit, variance))));
    Figure rounded = rounded(adjustment.map(part -> combined(regression, part)).orElse(regression));
    Interval interval =
        Interval.builder()
            .adjustmentHalfWidth(adjustment.map(part -> part.value().toDecimal().orElseThrow()))
            .method(method)
            .confidence(errors.confidence())
            .halfWidth(rounded.value().toDecimal().orElseThrow())
            .lower(calculator.minus("lower-limit", avoided, rounded).value())
            .upper(calculator.plus("upper-limit", avoided, rounded).value())
            .build();
    return new Computed(interval, rounded);
  }

  private Figure combined(Figure regression, Figure adjustment) {
    Figure square =
        calculator.plus(
            "half-width-square",
            calculator.times("half-width-square", "", regression, regression),
            calculator.times("half-width-square", "", adjustment, adjustment));
    return calculator.root("combined-half-width", unit, square);
  }

  private Figure rounded(Figure half) {
    return half.value().signum() == 0
        ? half
        : calculator.roundTo("half-width", half, decimals(half));
  }

  /** Decimals that keep the root's significant digits. */
  private static int decimals(Figure half) {
    BigDecimal shown = half.value().toDecimal(new MathContext(SavingsUncertainty.ROOT_DIGITS));
    return Math.max(0, shown.scale());
  }
}
