package org.emcsettlement.baseline.solve;

import java.util.Optional;

/**
 * A closed interval that a break must lie in, on top of what the guard asks for.
 *
 * @param low lowest allowed break, or negative infinity
 * @param high highest allowed break, or positive infinity
 */
public record BreakRange(double low, double high) {

  /** Every break. */
  public static final BreakRange ANY =
      new BreakRange(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

  /**
   * A range.
   *
   * @param low lowest allowed break
   * @param high highest allowed break
   * @throws IllegalArgumentException unless low is at most high
   */
  public BreakRange {
    if (!(low <= high)) {
      throw new IllegalArgumentException(
          "break range [" + low + ", " + high + "] must have low <= high");
    }
  }

  /** What both ranges allow, empty when that is nothing. */
  Optional<BreakRange> intersection(BreakRange other) {
    double from = Math.max(low, other.low);
    double to = Math.min(high, other.high);
    return from <= to ? Optional.of(new BreakRange(from, to)) : Optional.empty();
  }
}
