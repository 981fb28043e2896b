package org.emcsettlement.baseline.judge;

/** Quantiles between order statistics, on a straight line from one to the next. */
final class Quantiles {

  private Quantiles() {}

  /**
   * A quantile.
   *
   * @param ascending values in ascending order, at least one
   * @param share between 0 and 1
   */
  static double of(double[] ascending, double share) {
    double position = share * (ascending.length - 1);
    int below = (int) position;
    int above = Math.min(below + 1, ascending.length - 1);
    return ascending[below] + (position - below) * (ascending[above] - ascending[below]);
  }
}
