package org.emcsettlement.baseline.institution;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds single days that are no day's use: below zero, holding the use of days before them, or far
 * above anything usual.
 */
final class UnusualDays {

  /** Occupied days whose use together makes a burst. */
  static final double BURST_DAYS = 10;

  private static final double WORKING_PER_WEEK = 5;
  private static final double REST_PER_WEEK = 2;
  private static final double DAYS_PER_WEEK = 7;

  private final WaterDays days;
  private final boolean[] known;
  private final boolean[] dead;
  private final WaterLevel level;
  private final double working;
  private final double rest;
  private final double[] spread;

  /**
   * Prepares.
   *
   * @param days the days
   * @param known whether a day is already known to be a leak or a dead meter
   * @param dead whether it is a dead meter
   * @param level what is usual
   */
  UnusualDays(WaterDays days, boolean[] known, boolean[] dead, WaterLevel level) {
    this.days = days;
    this.known = known;
    this.dead = dead;
    this.level = level;
    double[] worked = usual(true);
    double[] rested = usual(false);
    working = worked.length == 0 ? Ranked.median(rested) : Ranked.median(worked);
    rest = rested.length == 0 ? working : Ranked.median(rested);
    spread = new double[] {Ranked.spread(rested), Ranked.spread(worked)};
  }

  private double[] usual(boolean isWorking) {
    return IntStream.range(0, days.size())
        .filter(i -> !known[i] && days.use()[i] >= 0 && days.working()[i] == isWorking)
        .mapToDouble(i -> days.use()[i])
        .toArray();
  }

  List<WaterEvent> events() {
    List<WaterEvent> events = new ArrayList<>();
    int i = 0;
    while (i < days.size()) {
      int to = i + 1;
      if (days.use()[i] < 0) {
        events.add(event(WaterEvent.Kind.RESET, i, to, 0));
      } else if (!known[i]) {
        int silent = silentBefore(i);
        if (isCatchUp(i, silent)) {
          events.add(event(WaterEvent.Kind.CATCH_UP, i, to, silent));
        } else if (isBurst(i)) {
          while (to < days.size() && !known[to] && isBurst(to)) {
            to++;
          }
          events.add(event(WaterEvent.Kind.BURST, i, to, 0));
        }
      }
      i = to;
    }
    return events;
  }

  private double usual(int row) {
    return days.working()[row] ? working : rest;
  }

  private boolean isBurst(int row) {
    return days.use()[row] > BURST_DAYS * level.occupied();
  }

  /**
   * Nearer to the use of all the silent days together than to that of one day, by at least an
   * occupied day, and no burst when spread over them.
   */
  private boolean isCatchUp(int row, int silent) {
    double use = days.use()[row];
    double one = usual(row);
    double all = one + silent * (WORKING_PER_WEEK * working + REST_PER_WEEK * rest) / DAYS_PER_WEEK;
    return silent > 0
        && use > (one + all) / 2
        && use > one + level.occupied()
        && use <= BURST_DAYS * level.occupied() * (silent + 1);
  }

  private int silentBefore(int row) {
    int silent = days.missingBefore(row);
    for (int i = row - 1; i >= 0 && dead[i]; i--) {
      silent += 1 + days.missingBefore(i);
    }
    return silent;
  }

  private WaterEvent event(WaterEvent.Kind kind, int from, int to, int silent) {
    double use = IntStream.range(from, to).mapToDouble(i -> days.use()[i]).average().orElseThrow();
    double expected = IntStream.range(from, to).mapToDouble(this::usual).average().orElseThrow();
    boolean reset = kind == WaterEvent.Kind.RESET;
    return new WaterEvent(
        kind,
        days.period(from, to),
        false,
        reset ? use : use - expected,
        spread[days.working()[from] ? 1 : 0],
        silent,
        expected);
  }
}
