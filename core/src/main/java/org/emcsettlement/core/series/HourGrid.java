package org.emcsettlement.core.series;

import java.time.Instant;
import java.time.ZoneId;

/**
 * Consecutive hours of a zone's clock.
 *
 * @param zone the zone
 * @param first the start of the first hour [epoch s]
 * @param size the number of hours
 */
record HourGrid(ZoneId zone, long first, int size) {

  /** The hours that a series touches. */
  static HourGrid over(IntervalSeries series) {
    long start = series.starts()[0];
    long end = series.ends()[series.size() - 1];
    // zones that are half an hour off begin their hours at the half hour of UTC
    long offset =
        series.zone().getRules().getOffset(Instant.ofEpochSecond(start)).getTotalSeconds();
    long first = start - Math.floorMod(start + offset, Intervals.HOUR);
    long hours = (end - first + Intervals.HOUR - 1) / Intervals.HOUR;
    return new HourGrid(series.zone(), first, Math.toIntExact(hours));
  }

  /** The index of the hour that an instant lies in, −1 outside. */
  int indexOf(long epochSecond) {
    long hour = Math.floorDiv(epochSecond - first, Intervals.HOUR);
    return hour < 0 || hour >= size ? -1 : (int) hour;
  }

  long start(int hour) {
    return first + hour * Intervals.HOUR;
  }
}
