package org.emcsettlement.baseline.judge;

/**
 * Use between two instants: one local day or one billing period.
 *
 * @param start the first instant [epoch s]
 * @param end the instant after the last [epoch s]
 * @param use use in that time [canonical unit]; NaN where it is unknown
 * @param estimated whether the value was estimated and not read
 */
public record UseRow(long start, long end, double use, boolean estimated) {

  private static final double DAY = 86_400;

  /**
   * A row.
   *
   * @param start the first instant [epoch s]
   * @param end the instant after the last [epoch s]
   * @param use use in that time [canonical unit]; NaN where it is unknown
   * @param estimated whether the value was estimated and not read
   * @throws IllegalArgumentException if it has no length
   */
  public UseRow {
    if (end <= start) {
      throw new IllegalArgumentException("end is " + end + ", must lie after start = " + start);
    }
  }

  /** {@return whether its use is known} */
  public boolean isKnown() {
    return !Double.isNaN(use);
  }

  /** {@return exact elapsed time [d]} */
  public double days() {
    return (end - start) / DAY;
  }

  UseRow missing() {
    return new UseRow(start, end, Double.NaN, estimated);
  }
}
