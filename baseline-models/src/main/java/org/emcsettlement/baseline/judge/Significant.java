package org.emcsettlement.baseline.judge;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Doubles as decimals of a fixed number of significant digits. */
public final class Significant {

  /** Digits of statistics, t and p values: fewer than any platform's last bit. */
  public static final int STATISTIC = 6;

  /** Digits of frozen coefficients. */
  public static final int COEFFICIENT = 9;

  /** Digits of a frozen error structure. */
  public static final int ERROR = 12;

  private Significant() {}

  /**
   * Rounds a double.
   *
   * @param value a finite number
   * @param digits the significant digits
   * @return the decimal, HALF_UP, in plain scale
   * @throws NumberFormatException if the value is not finite
   */
  public static BigDecimal of(double value, int digits) {
    // the shortest text of a double, so that 0.1 stays 0.1
    BigDecimal rounded =
        BigDecimal.valueOf(value).round(new MathContext(digits, RoundingMode.HALF_UP));
    BigDecimal plain = rounded.stripTrailingZeros();
    return plain.scale() < 0 ? plain.setScale(0) : plain;
  }
}
