package org.emcsettlement.core.series;

import org.emcsettlement.core.quantity.Rational;

/** The values of a series of one hour or less, added up by hour of the clock. */
final class HourSums {

  private final int scale;
  private final long[] sums;
  private final int[] counts;
  private final int[] seconds;

  HourSums(IntervalSeries series, HourGrid grid) {
    this.scale = series.scale();
    this.sums = new long[grid.size()];
    this.counts = new int[grid.size()];
    this.seconds = new int[grid.size()];
    for (int i = 0; i < series.size(); i++) {
      long start = series.starts()[i];
      long end = series.ends()[i];
      int hour = grid.indexOf(start);
      // an interval that runs into the next hour belongs to neither
      if (!series.isMissing(i) && end <= grid.start(hour) + Intervals.HOUR) {
        sums[hour] = Math.addExact(sums[hour], series.unscaled()[i]);
        counts[hour]++;
        seconds[hour] += Math.toIntExact(end - start);
      }
    }
  }

  Rational sum(int hour) {
    return Rational.ofScaled(sums[hour], scale);
  }

  int count(int hour) {
    return counts[hour];
  }

  /** Whether no second of the hour is missing. */
  boolean isWhole(int hour) {
    return seconds[hour] == Intervals.HOUR;
  }
}
