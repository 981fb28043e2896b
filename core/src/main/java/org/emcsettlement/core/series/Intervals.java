package org.emcsettlement.core.series;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Finds where intervals end that were written with their start alone: by the usual step of the
 * series, so that a missing row stays a gap.
 */
final class Intervals {

  static final long HOUR = 3600;
  private static final long SHORTEST_DAY = 23 * HOUR;
  private static final long LONGEST_DAY = 25 * HOUR;

  private final long[] starts;
  private final ZoneId zone;
  private int cutShort;
  private long firstCut;

  /** Starts in ascending order, no two equal. */
  Intervals(long[] starts, ZoneId zone) {
    this.starts = starts;
    this.zone = zone;
  }

  /** The resolution by the most frequent length. */
  static Resolution resolution(long[] starts, long[] ends) {
    Map<Long, Integer> lengths = new TreeMap<>();
    for (int i = 0; i < starts.length; i++) {
      lengths.merge(ends[i] - starts[i], 1, Integer::sum);
    }
    return resolution(mode(lengths));
  }

  private static Resolution resolution(long seconds) {
    if (seconds < SHORTEST_DAY) {
      return Resolution.HOURLY;
    }
    return seconds <= LONGEST_DAY ? Resolution.DAILY : Resolution.BILLING;
  }

  /** The ends, or nothing if the last one cannot be known. */
  Optional<long[]> ends() {
    if (starts.length < 2) {
      return Optional.empty();
    }
    Map<Long, Integer> steps = new TreeMap<>();
    for (int i = 1; i < starts.length; i++) {
      steps.merge(starts[i] - starts[i - 1], 1, Integer::sum);
    }
    long step = mode(steps);
    return switch (resolution(step)) {
      case HOURLY -> Optional.of(fixed(step));
      case DAILY -> Optional.of(days());
      case BILLING -> monthly();
    };
  }

  /** The most frequent length, the shortest of them if several are. */
  private static long mode(Map<Long, Integer> counts) {
    return counts.entrySet().stream()
        .max(
            Map.Entry.<Long, Integer>comparingByValue()
                .thenComparing(Map.Entry.<Long, Integer>comparingByKey().reversed()))
        .orElseThrow()
        .getKey();
  }

  private long[] fixed(long step) {
    long[] ends = new long[starts.length];
    for (int i = 0; i < starts.length; i++) {
      ends[i] = starts[i] + step;
    }
    return ends;
  }

  /** A row late in its day lasts until the next day's row; a second row of a day is an overlap. */
  private long[] days() {
    long[] ends = new long[starts.length];
    for (int i = 0; i < starts.length; i++) {
      ends[i] = dayAfter(i);
      if (i + 1 < starts.length && starts[i + 1] < ends[i] && !date(i + 1).equals(date(i))) {
        ends[i] = starts[i + 1];
        cutShort++;
        firstCut = cutShort == 1 ? starts[i] : firstCut;
      }
    }
    return ends;
  }

  private long dayAfter(int i) {
    return Instant.ofEpochSecond(starts[i]).atZone(zone).plusDays(1).toEpochSecond();
  }

  /** How many rows of a daily series end before a day is over, because the next one starts. */
  int cutShort() {
    return cutShort;
  }

  /** The start of the first of them. */
  Instant firstCut() {
    return Instant.ofEpochSecond(firstCut);
  }

  private Optional<long[]> monthly() {
    LocalDate first = date(0);
    Map<Long, Integer> months = new HashMap<>();
    for (int i = 1; i < starts.length; i++) {
      long count = ChronoUnit.MONTHS.between(first, date(i));
      if (!first.plusMonths(count).equals(date(i))) {
        return Optional.empty();
      }
      months.merge(count - ChronoUnit.MONTHS.between(first, date(i - 1)), 1, Integer::sum);
    }
    long step = mode(months);
    long[] ends = new long[starts.length];
    for (int i = 0; i < starts.length; i++) {
      long index = ChronoUnit.MONTHS.between(first, date(i));
      ends[i] = first.plusMonths(index + step).atStartOfDay(zone).toEpochSecond();
    }
    return Optional.of(ends);
  }

  private LocalDate date(int i) {
    return Instant.ofEpochSecond(starts[i]).atZone(zone).toLocalDate();
  }
}
