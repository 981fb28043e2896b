package org.emcsettlement.baseline.savings;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import org.emcsettlement.baseline.uncertainty.SavingsUncertainty;
import org.emcsettlement.core.quantity.Rational;

/**
 * An interval around savings; its method says what it covers.
 *
 * @param method how the half-width was computed
 * @param confidence the two-sided confidence level
 * @param halfWidth U [canonical unit], of 12 significant digits
 * @param lower savings − U [canonical unit]
 * @param upper savings + U [canonical unit]
 */
public record SavingsInterval(
    IntervalMethod method,
    BigDecimal confidence,
    BigDecimal halfWidth,
    Rational lower,
    Rational upper) {

  private static final MathContext DIGITS =
      new MathContext(SavingsUncertainty.ROOT_DIGITS, RoundingMode.HALF_UP);

  static SavingsInterval around(
      Rational savings, IntervalMethod method, BigDecimal confidence, BigDecimal halfWidth) {
    Rational half = Rational.of(halfWidth);
    return new SavingsInterval(
        method, confidence, halfWidth, savings.minus(half), savings.plus(half));
  }

  /** {@return U ÷ |savings|, the fractional savings uncertainty; absent for savings of zero} */
  public Optional<BigDecimal> fractionalUncertainty() {
    Rational savings = lower.plus(upper).dividedBy(Rational.of(2)).absolute();
    return savings.signum() == 0
        ? Optional.empty()
        : Optional.of(Rational.of(halfWidth).dividedBy(savings).toDecimal(DIGITS));
  }

  /**
   * The least savings that would be known well enough.
   *
   * @param fractionalUncertainty the most that U ÷ savings may be, e.g. 0.5
   * @return U ÷ that fraction [canonical unit]
   * @throws IllegalArgumentException if the fraction is not positive
   */
  public BigDecimal minimumDetectable(BigDecimal fractionalUncertainty) {
    if (fractionalUncertainty.signum() <= 0) {
      throw new IllegalArgumentException(
          "fractionalUncertainty " + fractionalUncertainty + " must be positive");
    }
    return halfWidth.divide(fractionalUncertainty, DIGITS);
  }
}
