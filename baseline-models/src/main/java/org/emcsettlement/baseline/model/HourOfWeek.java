package org.emcsettlement.baseline.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.emcsettlement.core.series.DailyDrivers;

/**
 * The number of hours at one hour of the week [h]; the hour that is repeated when clocks go back
 * counts twice.
 *
 * @param hour hour of the week on the local clock, 0 = Monday 00:00 to 01:00
 */
public record HourOfWeek(int hour) implements Regressor {

  /**
   * An hour of the week.
   *
   * @param hour 0 to 167
   * @throws IllegalArgumentException if it is another number
   */
  public HourOfWeek {
    if (hour < 0 || hour >= HourSet.HOURS) {
      throw new IllegalArgumentException("hour of week is " + hour + ", must be 0 to 167");
    }
  }

  @Override
  public Optional<BigDecimal> on(DailyDrivers drivers, LocalDate date) {
    boolean sameWeekday = date.getDayOfWeek().getValue() - 1 == hour / 24;
    return LocalHours.zone(drivers)
        .map(
            zone ->
                sameWeekday ? new LocalHours(date, zone).count(h -> h == hour) : BigDecimal.ZERO);
  }

  @Override
  public String unit() {
    return "h";
  }

  @Override
  public Set<String> drivers() {
    return Set.of();
  }

  @Override
  public String zh() {
    return "周" + "一二三四五六日".charAt(hour / 24) + " " + hour % 24 + " 时小时数";
  }

  @Override
  public String en() {
    return "hours at " + hour % 24 + ":00 on weekday " + (hour / 24 + 1);
  }

  @Override
  public String text() {
    return "HOUR_OF_WEEK(" + hour + ")";
  }

  @Override
  public String toString() {
    return text();
  }
}
