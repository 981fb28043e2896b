package org.emcsettlement.core.period;

/**
 * A fraction of a period as two whole numbers, kept apart so that an amount is multiplied first and
 * divided last.
 *
 * @param numerator not negative
 * @param denominator positive
 */
public record DayFraction(long numerator, long denominator) {

  /**
   * A fraction.
   *
   * @param numerator not negative
   * @param denominator positive
   * @throws IllegalArgumentException if the numerator is negative or the denominator not positive
   */
  public DayFraction {
    if (numerator < 0 || denominator <= 0) {
      throw new IllegalArgumentException(
          "day fraction " + numerator + "/" + denominator + " must be n/d with n >= 0 and d > 0");
    }
  }
}
