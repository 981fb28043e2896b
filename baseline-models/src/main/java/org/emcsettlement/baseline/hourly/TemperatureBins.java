package org.emcsettlement.baseline.hourly;

import java.util.Arrays;

/**
 * A temperature cut into parts at ascending knots: the first part is what lies up to the first
 * knot, the last what lies above the last one. The parts of a temperature add up to it, so with one
 * slope per part the response is continuous and piecewise linear.
 *
 * @param knots the knots, ascending; none leaves the temperature whole
 */
record TemperatureBins(double[] knots) {

  /**
   * Drops knots until every bin holds enough temperatures: first from the outside in, then, if both
   * ends hold enough, the upper knot of each thin bin between them.
   *
   * @param knots the knots to begin with, ascending
   * @param temperatures what is counted; a temperature on a knot lies in the bin below it
   * @param least least number of temperatures in a bin
   * @return the bins that are left
   */
  static TemperatureBins filled(double[] knots, double[] temperatures, int least) {
    double[] left = knots;
    while (left.length > 0) {
      int[] count = new TemperatureBins(left).counts(temperatures);
      boolean[] drop = new boolean[left.length];
      drop[0] = count[0] < least;
      drop[left.length - 1] |= count[left.length] < least;
      if (!drop[0] && !drop[left.length - 1]) {
        for (int bin = 1; bin < left.length; bin++) {
          drop[bin] = count[bin] < least;
        }
      }
      double[] next = without(left, drop);
      if (next.length == left.length) {
        break;
      }
      left = next;
    }
    return new TemperatureBins(left);
  }

  /**
   * Bins with equal numbers of temperatures. A knot is the temperature of rank {@code ⌊n·i/bins⌋};
   * equal knots are one, and outer knots with too few temperatures strictly beyond them go.
   *
   * @param bins number of bins to begin with
   * @param temperatures the temperatures, at least one
   * @param least least number of temperatures beyond an outer knot
   * @return the bins
   */
  static TemperatureBins equallyFilled(int bins, double[] temperatures, int least) {
    double[] sorted = temperatures.clone();
    Arrays.sort(sorted);
    int from = 0;
    int to = 0;
    double[] knots = new double[bins - 1];
    for (int i = 1; i < bins; i++) {
      int rank = (int) ((long) sorted.length * i / bins);
      if (rank > 0 && (to == 0 || sorted[rank - 1] > knots[to - 1])) {
        knots[to++] = sorted[rank - 1];
      }
    }
    while (from < to && countBelow(sorted, knots[from]) < least) {
      from++;
    }
    while (from < to && sorted.length - countUpTo(sorted, knots[to - 1]) < least) {
      to--;
    }
    return new TemperatureBins(Arrays.copyOfRange(knots, from, to));
  }

  /** {@return the number of bins} */
  int count() {
    return knots.length + 1;
  }

  /** {@return the part of a temperature in a bin} */
  double part(int bin, double temperature) {
    double low = bin == 0 ? 0 : knots[bin - 1];
    double high = bin == knots.length ? temperature : Math.min(temperature, knots[bin]);
    return bin == 0 ? high : Math.max(high - low, 0);
  }

  private int[] counts(double[] temperatures) {
    int[] counts = new int[count()];
    for (double temperature : temperatures) {
      int bin = 0;
      while (bin < knots.length && temperature > knots[bin]) {
        bin++;
      }
      counts[bin]++;
    }
    return counts;
  }

  private static double[] without(double[] knots, boolean[] drop) {
    double[] left = new double[knots.length];
    int kept = 0;
    for (int i = 0; i < knots.length; i++) {
      if (!drop[i]) {
        left[kept++] = knots[i];
      }
    }
    return Arrays.copyOf(left, kept);
  }

  private static int countBelow(double[] sorted, double knot) {
    int count = 0;
    while (count < sorted.length && sorted[count] < knot) {
      count++;
    }
    return count;
  }

  private static int countUpTo(double[] sorted, double knot) {
    int count = sorted.length;
    while (count > 0 && sorted[count - 1] > knot) {
      count--;
    }
    return count;
  }
}
