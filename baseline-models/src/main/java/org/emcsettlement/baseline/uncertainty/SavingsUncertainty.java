package org.emcsettlement.baseline.uncertainty;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import org.emcsettlement.core.quantity.Rational;

/**
 * The half-width of the interval around a savings total, two ways, both covering regression error
 * only: not the error of meters, of the model's form, of non-routine changes.
 *
 * <p>Exact except for one square root, which is taken to 12 significant digits.
 */
public final class SavingsUncertainty {

  /** Significant digits of a square root. */
  public static final int ROOT_DIGITS = 12;

  /** The factor of the ASHRAE formula before it was made to depend on the number of months. */
  public static final BigDecimal ASHRAE_FACTOR = AshraeFactor.original().c();

  private final ErrorStructure errors;

  /**
   * The uncertainty that a frozen baseline knows.
   *
   * @param errors its error structure
   */
  public SavingsUncertainty(ErrorStructure errors) {
    this.errors = errors;
  }

  /**
   * By the exact variance of a linear prediction: {@code t·√(s²·(XᵀCX + D)·n/n′)} with X the sums
   * of the regressors over the period, C = (XᵀWX)⁻¹ and D the days; for least squares and for fits
   * weighted by days alike, since s² is the variance of one day. Where C was not kept, the error of
   * the level stands in for XᵀCX: D² over the days that were fitted, as for a mean.
   *
   * @param sums the regressor sums over the counted days, in the order of the coefficients
   * @param days D, the counted days [d]
   * @return the half-width [canonical unit]
   */
  public BigDecimal regression(List<Rational> sums, int days) {
    Rational variance =
        Rational.of(errors.residualVariance())
            .times(coefficientForm(sums, days).plus(Rational.of(days)))
            .times(inflation());
    return scaled(Rational.of(errors.quantile()), variance);
  }

  private Rational coefficientForm(List<Rational> sums, int days) {
    if (errors.inverseGram().isEmpty()) {
      Rational fitted =
          Rational.of(errors.observations()).times(Rational.of(errors.daysPerObservation()));
      return Rational.of(days).power(2).dividedBy(fitted);
    }
    Rational form = Rational.ZERO;
    for (int i = 0; i < sums.size(); i++) {
      for (int j = 0; j < sums.size(); j++) {
        Rational weight = Rational.of(errors.inverseGram().get(i).get(j));
        form = form.plus(sums.get(i).times(weight).times(sums.get(j)));
      }
    }
    return form;
  }

  /**
   * By the fractional formula of ASHRAE Guideline 14, annex B, in its 1.26 form.
   *
   * @param adjustedBaseline E, the adjusted baseline over the counted days [canonical unit]
   * @param days the counted days [d]
   * @return the half-width [canonical unit]
   */
  public BigDecimal ashrae(Rational adjustedBaseline, int days) {
    return ashrae(adjustedBaseline, days, AshraeFactor.original());
  }

  /**
   * By the fractional formula of ASHRAE Guideline 14, annex B: {@code t·A·CV(RMSE)·E·√((n/n′)(1 +
   * 2/n′)/m)}.
   *
   * @param adjustedBaseline E, the adjusted baseline over the counted days [canonical unit]
   * @param days the counted days [d]; m = days ÷ days per observation
   * @param variant which A
   * @return the half-width [canonical unit]
   */
  public BigDecimal ashrae(Rational adjustedBaseline, int days, AshraeFactor variant) {
    Rational effective = Rational.of(errors.effectiveObservations());
    Rational periods = Rational.of(days).dividedBy(Rational.of(errors.daysPerObservation()));
    Rational square =
        inflation()
            .times(Rational.ONE.plus(Rational.of(2).dividedBy(effective)))
            .dividedBy(periods);
    Rational factor =
        Rational.of(errors.quantile())
            .times(variant.over(days))
            .times(Rational.of(errors.cvRmse()))
            .times(adjustedBaseline.absolute());
    return scaled(factor, square);
  }

  /**
   * By regression error and by what buildings change from one year to the next though nothing was
   * done to save: {@code √(U² + (t·δ·E)²)} with U the half-width by regression and δ of {@link
   * YearToYear}.
   *
   * @param sums the regressor sums over the counted days, in the order of the coefficients
   * @param days the counted days [d]
   * @param adjustedBaseline E, the adjusted baseline over the counted days [canonical unit]
   * @return the half-width [canonical unit]
   */
  public BigDecimal yearToYear(List<Rational> sums, int days, Rational adjustedBaseline) {
    Rational drift =
        Rational.of(errors.quantile())
            .times(Rational.of(YearToYear.DEVIATION))
            .times(adjustedBaseline);
    Rational square = Rational.of(regression(sums, days)).power(2).plus(drift.power(2));
    return scaled(Rational.ONE, square);
  }

  private Rational inflation() {
    return Rational.of(errors.observations())
        .dividedBy(Rational.of(errors.effectiveObservations()));
  }

  private static BigDecimal scaled(Rational factor, Rational square) {
    return factor
        .times(Rational.of(root(square)))
        .toDecimal(new MathContext(ROOT_DIGITS, RoundingMode.HALF_UP));
  }

  /**
   * A square root as a decimal.
   *
   * @param square not negative
   * @return its root, HALF_UP to {@value #ROOT_DIGITS} significant digits
   * @throws ArithmeticException if the number is negative
   */
  public static BigDecimal root(Rational square) {
    MathContext wide = new MathContext(2 * ROOT_DIGITS + 10, RoundingMode.HALF_UP);
    return square
        .toDecimal(wide)
        .sqrt(wide)
        .round(new MathContext(ROOT_DIGITS, RoundingMode.HALF_UP));
  }
}
