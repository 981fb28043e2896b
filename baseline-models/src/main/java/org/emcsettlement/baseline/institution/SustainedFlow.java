package org.emcsettlement.baseline.institution;

import java.util.Arrays;

/** The flow that does not stop, day by day: what is left when use by people is taken away. */
final class SustainedFlow {

  private SustainedFlow() {}

  /**
   * The highest level that use did not fall below in some run of days around each day: the opening
   * of mathematical morphology, an erosion and a dilation. A run of seven days has days of rest in
   * it, so weekly life leaves only their use; what rises for less than a run is gone, and what
   * rises for longer keeps its first and last day.
   *
   * @param use use per day
   * @param days the length of the run
   * @return the level of each day; empty if there are fewer days than a run
   */
  static double[] ofDays(double[] use, int days) {
    int runs = use.length - days + 1;
    if (runs < 1) {
      return new double[0];
    }
    double[] least = new double[runs];
    for (int run = 0; run < runs; run++) {
      least[run] = Arrays.stream(use, run, run + days).min().orElseThrow();
    }
    double[] level = new double[use.length];
    for (int i = 0; i < level.length; i++) {
      int from = Math.max(0, i - days + 1);
      int to = Math.min(runs, i + 1);
      level[i] = Arrays.stream(least, from, to).max().orElseThrow();
    }
    return level;
  }

  /**
   * The running median of night flow: single nights do not move it, a lasting step keeps its date.
   *
   * @param night the flow of each night
   * @param nights the length of the median, odd
   * @return the level of each night; fewer nights at the ends
   */
  static double[] ofNights(double[] night, int nights) {
    double[] level = new double[night.length];
    for (int i = 0; i < level.length; i++) {
      int reach = Math.min(nights / 2, Math.min(i, level.length - 1 - i));
      level[i] = Ranked.median(Arrays.copyOfRange(night, i - reach, i + reach + 1));
    }
    return level;
  }
}
