package org.emcsettlement.baseline.hourly;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Temperatures as a frozen baseline takes them: whole hundredths of a degree Celsius, HALF_UP. */
final class Hundredths {

  /** Distance from a tie within which the decimal digits decide. */
  private static final double NEAR_TIE = 1e-6;

  private Hundredths() {}

  /** {@return the temperature rounded, in °C} */
  static double round(double celsius) {
    double scaled = celsius * 100;
    double nearest = Math.rint(scaled);
    if (Math.abs(Math.abs(scaled - nearest) - 0.5) > NEAR_TIE) {
      return nearest / 100;
    }
    return decimal(celsius).doubleValue();
  }

  /** {@return the temperature rounded, as a decimal in °C} */
  static BigDecimal decimal(double celsius) {
    return BigDecimal.valueOf(celsius).setScale(2, RoundingMode.HALF_UP);
  }
}
