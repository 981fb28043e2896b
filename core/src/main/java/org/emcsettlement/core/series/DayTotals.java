package org.emcsettlement.core.series;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.core.quantity.Rational;
import org.jspecify.annotations.Nullable;

/** The intervals of an hourly or daily series added up by local day. */
final class DayTotals {

  private final IntervalSeries series;
  private final Period coverage;
  private final long[] midnights;
  private final long[] sums;
  private final long[] seconds;
  private final int[] counts;

  DayTotals(IntervalSeries series) {
    this.series = series;
    this.coverage = series.coverage();
    this.midnights = new long[coverage.days() + 1];
    for (int day = 0; day < midnights.length; day++) {
      midnights[day] = coverage.start().plusDays(day).atStartOfDay(series.zone()).toEpochSecond();
    }
    this.sums = new long[coverage.days()];
    this.seconds = new long[coverage.days()];
    this.counts = new int[coverage.days()];
    add();
  }

  private void add() {
    boolean daily = series.resolution() == Resolution.DAILY;
    int day = 0;
    for (int i = 0; i < series.size(); i++) {
      long start = series.starts()[i];
      while (start >= midnights[day + 1]) {
        day++;
      }
      // an interval that runs into the next day belongs to neither, unless it is a day itself
      if (!series.isMissing(i) && (daily || series.ends()[i] <= midnights[day + 1])) {
        sums[day] = Math.addExact(sums[day], series.unscaled()[i]);
        seconds[day] += daily ? length(day) : series.ends()[i] - start;
        counts[day]++;
      }
    }
  }

  private long length(int day) {
    return midnights[day + 1] - midnights[day];
  }

  Period coverage() {
    return coverage;
  }

  /** Whether at most one hour of the day is missing. */
  boolean counts(int day) {
    return counts[day] > 0 && length(day) - seconds[day] <= Intervals.HOUR;
  }

  /** The exact mean of the day's values. */
  Rational mean(int day) {
    return Rational.ofScaled(sums[day], series.scale()).dividedBy(Rational.of(counts[day]));
  }

  DailyUse use(Commodity commodity) {
    @Nullable Rational[] quantities = new Rational[sums.length];
    Set<LocalDate> scaled = new HashSet<>();
    for (int day = 0; day < sums.length; day++) {
      if (counts(day)) {
        Rational sum = Rational.ofScaled(sums[day], series.scale());
        boolean full = seconds[day] == length(day);
        quantities[day] = full ? sum : sum.times(Rational.of(length(day), seconds[day]));
        if (!full) {
          scaled.add(coverage.start().plusDays(day));
        }
      }
    }
    return new DailyUse(commodity, series.zone(), coverage, quantities, Set.copyOf(scaled));
  }
}
