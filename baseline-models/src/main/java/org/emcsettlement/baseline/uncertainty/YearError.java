package org.emcsettlement.baseline.uncertainty;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import org.emcsettlement.core.quantity.Rational;

/**
 * How far the use of a coming year may lie from what a frozen baseline predicts, as two standard
 * deviations: the part that comes from the coefficients and stays the same every year, and the part
 * that is new every year, the scatter of days (inflated for autocorrelation) with what buildings
 * change from one year to the next. Both follow from the half-widths of {@link SavingsUncertainty},
 * divided by Student's t.
 *
 * @param lasting the standard deviation of the lasting part [canonical unit]
 * @param yearly the standard deviation of the yearly part [canonical unit]
 */
public record YearError(BigDecimal lasting, BigDecimal yearly) {

  /** No error at all, of a baseline that keeps none. */
  public static final YearError NONE = new YearError(BigDecimal.ZERO, BigDecimal.ZERO);

  /**
   * The error of a year.
   *
   * @param errors what the baseline keeps of its errors
   * @param sums the regressor sums over the year, in the order of the coefficients
   * @param days its days [d]
   * @param predicted what the baseline predicts for it [canonical unit]
   * @return the two parts
   */
  public static YearError of(
      ErrorStructure errors, List<Rational> sums, int days, Rational predicted) {
    SavingsUncertainty uncertainty = new SavingsUncertainty(errors);
    List<Rational> nothing = Collections.nCopies(sums.size(), Rational.ZERO);
    Rational scatter = variance(uncertainty.regression(nothing, days), errors);
    Rational regression = variance(uncertainty.regression(sums, days), errors);
    Rational all = variance(uncertainty.yearToYear(sums, days, predicted), errors);
    Rational lasting = regression.minus(scatter).max(Rational.ZERO);
    return new YearError(
        SavingsUncertainty.root(lasting), SavingsUncertainty.root(all.minus(lasting)));
  }

  private static Rational variance(BigDecimal halfWidth, ErrorStructure errors) {
    return Rational.of(halfWidth).dividedBy(Rational.of(errors.quantile())).power(2);
  }
}
