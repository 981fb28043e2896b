package org.emcsettlement.baseline;

import java.math.BigDecimal;

/**
 * The values of a driver that the baseline has seen. A reporting day beyond them by more than a
 * tenth of their width is extrapolation and a finding.
 *
 * @param driver the driver, e.g. TEMPERATURE [°C] or HEADCOUNT [persons]
 * @param least its least daily value
 * @param greatest its greatest daily value
 */
public record ValidityRange(String driver, BigDecimal least, BigDecimal greatest) {

  private static final BigDecimal MARGIN = new BigDecimal("0.1");

  /**
   * Whether a value may be relied on.
   *
   * @param value a daily value
   * @return true within the range widened by a tenth of its width on both sides
   */
  public boolean admits(BigDecimal value) {
    BigDecimal margin = greatest.subtract(least).multiply(MARGIN);
    return value.compareTo(least.subtract(margin)) >= 0
        && value.compareTo(greatest.add(margin)) <= 0;
  }
}
