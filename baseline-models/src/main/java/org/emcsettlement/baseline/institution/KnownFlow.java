package org.emcsettlement.baseline.institution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How much of the flow that does not stop comes and goes with a driver: with those who live on a
 * campus, with irrigation that is switched on. What is known is no leak.
 *
 * <p>Per driver the median of the slopes between weeks (Theil 1950, Sen 1968), which a leak on a
 * quarter of the weeks does not bend. Only drivers count that on days of rest fall to half of their
 * greatest value or below, as in a vacation: a few persons more from one year to the next must not
 * explain the leak that came with them, and school days say nothing of the flow at weekends.
 */
final class KnownFlow {

  private static final int WEEK = 7;

  private KnownFlow() {}

  /** Flow per unit of each driver; zero where a driver says nothing. */
  static List<Double> perDriver(WaterDays days, int runDays) {
    List<Double> slopes = new ArrayList<>(Collections.nCopies(days.drivers().length, 0.0));
    for (int j = 0; j < days.drivers().length; j++) {
      if (swings(days, days.drivers()[j])) {
        double[] flow = SustainedFlow.ofDays(without(days, slopes), runDays);
        slopes.set(j, slope(days.drivers()[j], flow));
      }
    }
    return slopes;
  }

  /** Use without what drivers explain of the flow. */
  static double[] without(WaterDays days, List<Double> perDriver) {
    double[] rest = days.use().clone();
    for (int j = 0; j < days.drivers().length; j++) {
      for (int i = 0; i < rest.length; i++) {
        rest[i] -= perDriver.get(j) * days.drivers()[j][i];
      }
    }
    return rest;
  }

  private static boolean swings(WaterDays days, double[] driver) {
    double[] resting =
        IntStream.range(0, driver.length)
            .filter(i -> !days.working()[i])
            .mapToDouble(i -> driver[i])
            .toArray();
    double least = Arrays.stream(resting).min().orElse(0);
    double greatest = Arrays.stream(resting).max().orElse(0);
    return least >= 0 && 2 * least <= greatest && greatest > 0;
  }

  private static double slope(double[] driver, double[] flow) {
    List<Double> slopes = new ArrayList<>();
    for (int i = 0; i < flow.length; i += WEEK) {
      for (int k = i + WEEK; k < flow.length; k += WEEK) {
        if (driver[i] != driver[k]) {
          slopes.add((flow[k] - flow[i]) / (driver[k] - driver[i]));
        }
      }
    }
    return slopes.isEmpty()
        ? 0
        : Math.max(0, Ranked.median(slopes.stream().mapToDouble(slope -> slope).toArray()));
  }
}
