package org.emcsettlement.baseline.institution;

import java.util.Arrays;

/** Order statistics: a few bad days do not move them. */
final class Ranked {

  /** From the median absolute deviation to the standard deviation of a normal distribution. */
  static final double NORMAL = 1.4826;

  private Ranked() {}

  /** The value below which a part of the values lies, linear between neighbours; NaN of none. */
  static double quantile(double[] values, double part) {
    if (values.length == 0) {
      return Double.NaN;
    }
    double[] ascending = values.clone();
    Arrays.sort(ascending);
    double place = part * (ascending.length - 1);
    int below = (int) Math.floor(place);
    double share = place - below;
    return share == 0
        ? ascending[below]
        : ascending[below] + share * (ascending[below + 1] - ascending[below]);
  }

  static double median(double[] values) {
    return quantile(values, 0.5);
  }

  /** The spread about the median, as a standard deviation. */
  static double spread(double[] values) {
    double median = median(values);
    return NORMAL * median(Arrays.stream(values).map(value -> Math.abs(value - median)).toArray());
  }
}
