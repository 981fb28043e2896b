package org.emcsettlement.baseline.hourly;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.emcsettlement.baseline.model.HourlySample;

/**
 * Use by local day and hour of the clock. The hour that is repeated when clocks go back holds the
 * mean of both.
 */
final class ClockHours {

  /** Hours on the clock. */
  static final int HOURS = 24;

  /** Hours on which a day's level rests at least. */
  private static final int LEAST_HOURS = 22;

  private static final int RULE_YEARS = 2;

  private final double[][] use;
  private final int[][] count;

  /**
   * Sorts hours by day and clock.
   *
   * @param sample the hours
   * @param place per local day its row, negative for a day that is left out
   * @param days number of rows
   */
  ClockHours(HourlySample sample, int[] place, int days) {
    use = new double[HOURS][days];
    count = new int[HOURS][days];
    for (int i = 0; i < sample.size(); i++) {
      int day = place[sample.day()[i]];
      if (day >= 0) {
        int hour = sample.hourOfWeek()[i] % HOURS;
        use[hour][day] += sample.use()[i];
        count[hour][day]++;
      }
    }
    for (int hour = 0; hour < HOURS; hour++) {
      for (int day = 0; day < days; day++) {
        use[hour][day] /= Math.max(count[hour][day], 1);
      }
    }
  }

  /**
   * The hours of the clock that some day skips or repeats.
   *
   * @param zone the zone of the clock
   * @param from the first day; clocks are followed for two years, which holds every yearly rule
   * @return the hours, ascending; none where clocks do not change
   */
  static List<Integer> changing(ZoneId zone, LocalDate from) {
    ZoneRules rules = zone.getRules();
    Instant start = from.atStartOfDay(zone).toInstant();
    Instant end = from.plusYears(RULE_YEARS).atStartOfDay(zone).toInstant();
    Set<Integer> changing = new TreeSet<>();
    ZoneOffsetTransition next = rules.nextTransition(start);
    while (next != null && next.getInstant().isBefore(end)) {
      boolean gap = next.isGap();
      LocalDateTime first = gap ? next.getDateTimeBefore() : next.getDateTimeAfter();
      LocalDateTime last = gap ? next.getDateTimeAfter() : next.getDateTimeBefore();
      for (LocalDateTime at = first; at.isBefore(last); at = at.plusHours(1)) {
        changing.add(at.getHour());
      }
      next = rules.nextTransition(next.getInstant());
    }
    return List.copyOf(changing);
  }

  /** {@return mean use per hour, {@code use()[hour][day]}} */
  double[][] use() {
    return use;
  }

  /** {@return whether there is use, {@code present()[hour][day]}} */
  boolean[][] present() {
    boolean[][] present = new boolean[HOURS][count[0].length];
    for (int hour = 0; hour < HOURS; hour++) {
      for (int day = 0; day < present[hour].length; day++) {
        present[hour][day] = count[hour][day] > 0;
      }
    }
    return present;
  }

  /** {@return the number of days on which an hour has use} */
  int days(int hour) {
    int days = 0;
    for (int c : count[hour]) {
      days += c > 0 ? 1 : 0;
    }
    return days;
  }

  /**
   * The level of each day: how far its hours lie from what is usual at their clock, so that it
   * matters little which hours are missing.
   *
   * @param chosen the days that say what is usual
   * @return the mean deviation per hour; not a number where too many hours are missing
   */
  double[] levels(boolean[] chosen) {
    double[] level = new double[chosen.length];
    int[] known = new int[chosen.length];
    for (int hour = 0; hour < HOURS; hour++) {
      double usual = usual(hour, chosen);
      for (int day = 0; day < level.length; day++) {
        if (count[hour][day] > 0) {
          level[day] += use[hour][day] - usual;
          known[day]++;
        }
      }
    }
    for (int day = 0; day < level.length; day++) {
      level[day] = known[day] >= LEAST_HOURS ? level[day] / known[day] : Double.NaN;
    }
    return level;
  }

  private double usual(int hour, boolean[] chosen) {
    double sum = 0;
    int days = 0;
    for (int day = 0; day < chosen.length; day++) {
      if (chosen[day] && count[hour][day] > 0) {
        sum += use[hour][day];
        days++;
      }
    }
    return days > 0 ? sum / days : 0;
  }
}
