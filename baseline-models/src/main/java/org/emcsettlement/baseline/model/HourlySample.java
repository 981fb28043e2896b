package org.emcsettlement.baseline.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.emcsettlement.core.series.DailyDrivers;

/**
 * Hourly use and what drives it, one row an hour of the local clock in time order, use and
 * temperature known. Arrays are not copied and must not be changed.
 */
public final class HourlySample {

  private final ZoneId zone;
  private final long[] start;
  private final double[] use;
  private final double[] celsius;
  private final int[] hourOfWeek;
  private final int[] month;
  private final int[] day;
  private final List<LocalDate> dates;
  private final boolean[] working;
  private final List<String> drivers;
  private final double[][] covariates;
  private final DailyDrivers dailyDrivers;

  /**
   * A sample.
   *
   * @param zone the zone of the local clock
   * @param start the start of each hour [epoch s], ascending
   * @param use use per hour [canonical unit/h]
   * @param celsius outdoor temperature, unrounded [°C]
   * @param drivers the names of the linear drivers
   * @param dailyDrivers temperatures, occupancy and calendar; it knows every driver on every day
   * @throws IllegalArgumentException if lengths differ or a driver is unknown on a day
   */
  public HourlySample(
      ZoneId zone,
      long[] start,
      double[] use,
      double[] celsius,
      List<String> drivers,
      DailyDrivers dailyDrivers) {
    if (use.length != start.length || celsius.length != start.length) {
      throw new IllegalArgumentException(
          "start has "
              + start.length
              + " rows, use "
              + use.length
              + ", celsius "
              + celsius.length
              + "; the numbers must be equal");
    }
    this.zone = zone;
    this.start = start;
    this.use = use;
    this.celsius = celsius;
    this.drivers = List.copyOf(drivers);
    this.dailyDrivers = dailyDrivers;
    hourOfWeek = new int[start.length];
    month = new int[start.length];
    day = new int[start.length];
    List<LocalDate> days = new ArrayList<>();
    for (int i = 0; i < start.length; i++) {
      LocalDateTime clock = LocalDateTime.ofInstant(Instant.ofEpochSecond(start[i]), zone);
      LocalDate date = clock.toLocalDate();
      if (days.isEmpty() || !days.get(days.size() - 1).equals(date)) {
        days.add(date);
      }
      day[i] = days.size() - 1;
      month[i] = date.getMonthValue();
      hourOfWeek[i] = (date.getDayOfWeek().getValue() - 1) * 24 + clock.getHour();
    }
    dates = List.copyOf(days);
    working = new boolean[dates.size()];
    covariates = new double[drivers.size()][dates.size()];
    for (int d = 0; d < working.length; d++) {
      working[d] = dailyDrivers.calendar().isWorkingDay(dates.get(d));
      for (int j = 0; j < covariates.length; j++) {
        covariates[j][d] = value(drivers.get(j), dates.get(d));
      }
    }
  }

  private double value(String driver, LocalDate date) {
    return dailyDrivers
        .on(driver, date)
        .orElseThrow(
            () -> new IllegalArgumentException("driver " + driver + " is unknown on " + date))
        .doubleValue();
  }

  /** {@return the number of hours} */
  public int size() {
    return start.length;
  }

  /** {@return the zone of the local clock} */
  public ZoneId zone() {
    return zone;
  }

  /** {@return the start of each hour [epoch s]} */
  public long[] start() {
    return start;
  }

  /** {@return use per hour [canonical unit/h]} */
  public double[] use() {
    return use;
  }

  /** {@return outdoor temperature, unrounded [°C]} */
  public double[] celsius() {
    return celsius;
  }

  /** {@return the hour of the week on the local clock, 0 = Monday 00:00 to 01:00} */
  public int[] hourOfWeek() {
    return hourOfWeek;
  }

  /** {@return the calendar month, 1 to 12} */
  public int[] month() {
    return month;
  }

  /** {@return the local day of each hour, an index into {@link #dates()}} */
  public int[] day() {
    return day;
  }

  /** {@return the local days that have hours, in order} */
  public List<LocalDate> dates() {
    return dates;
  }

  /** {@return whether each local day is a working day} */
  public boolean[] working() {
    return working;
  }

  /** {@return the names of the linear drivers} */
  public List<String> drivers() {
    return drivers;
  }

  /**
   * {@return the daily values of the drivers, {@code covariates()[j][d]} on local day {@code d}}
   */
  public double[][] covariates() {
    return covariates;
  }

  /** {@return temperatures, occupancy and calendar} */
  public DailyDrivers dailyDrivers() {
    return dailyDrivers;
  }
}
