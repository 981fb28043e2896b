package org.emcsettlement.baseline.event;

import java.time.LocalDate;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;

/**
 * Two years of residuals made by a known law: use of 100 a day, daily noise of 4 and a slow
 * component of 4 that keeps 0.9 of itself a day; the second year is the reporting period.
 */
final class NoisySeries {

  static final LocalDate START = LocalDate.of(2023, 1, 1);
  static final LocalDate REPORTING = LocalDate.of(2024, 1, 1);
  static final int DAYS = 731;
  static final double USE = 100;

  private NoisySeries() {}

  static ResidualSeries of(long seed, IntToDoubleFunction effect) {
    return of(seed, effect, day -> true);
  }

  /** The effect [1/d] and the days that were observed, both by days since the start. */
  static ResidualSeries of(long seed, IntToDoubleFunction effect, IntPredicate observed) {
    Random random = new Random(seed);
    double slow = 4 * random.nextGaussian();
    ResidualSeries.Builder series = ResidualSeries.builder().reportingStart(REPORTING);
    for (int day = 0; day < DAYS; day++) {
      double noise = 4 * random.nextGaussian() + slow;
      if (observed.test(day)) {
        series.day(START.plusDays(day), USE + noise + effect.applyAsDouble(day), USE);
      }
      slow = 0.9 * slow + 4 * Math.sqrt(1 - 0.81) * random.nextGaussian();
    }
    return series.build();
  }
}
