package org.emcsettlement.baseline.model;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import org.emcsettlement.core.period.WorkCalendar;
import org.emcsettlement.core.series.DailyDrivers;

/**
 * Daily use and what drives it, one row a day in time order, every driver known. Arrays are not
 * copied and must not be changed.
 */
public final class DailySample {

  private final List<LocalDate> dates;
  private final double[] use;
  private final double[] temperature;
  private final double[] previousTemperature;
  private final boolean[] working;
  private final List<String> drivers;
  private final double[][] covariates;
  private final DailyDrivers dailyDrivers;

  /**
   * A sample.
   *
   * @param dates the days, ascending
   * @param use use per day [canonical unit/d]
   * @param drivers the names of the linear drivers
   * @param covariates their daily values, {@code covariates[j][i]} on day {@code i}
   * @param dailyDrivers temperatures, occupancy and calendar
   * @throws IllegalArgumentException if lengths differ
   */
  public DailySample(
      List<LocalDate> dates,
      double[] use,
      List<String> drivers,
      double[][] covariates,
      DailyDrivers dailyDrivers) {
    if (use.length != dates.size() || covariates.length != drivers.size()) {
      throw new IllegalArgumentException(
          "use has "
              + use.length
              + " rows for "
              + dates.size()
              + " days, covariates "
              + covariates.length
              + " columns for "
              + drivers.size()
              + " drivers; the numbers must be equal");
    }
    this.dates = List.copyOf(dates);
    this.use = use;
    this.drivers = List.copyOf(drivers);
    this.covariates = covariates;
    this.dailyDrivers = dailyDrivers;
    int size = use.length;
    temperature = new double[size];
    previousTemperature = new double[size];
    working = new boolean[size];
    WorkCalendar calendar = dailyDrivers.calendar();
    for (int i = 0; i < size; i++) {
      LocalDate date = dates.get(i);
      temperature[i] = celsius(date);
      previousTemperature[i] = celsius(date.minusDays(1));
      working[i] = calendar.isWorkingDay(date);
    }
  }

  private double celsius(LocalDate date) {
    OptionalInt hundredths = dailyDrivers.temperatureOn(date);
    return hundredths.isPresent() ? hundredths.getAsInt() / 100.0 : Double.NaN;
  }

  /** {@return the number of days} */
  public int size() {
    return use.length;
  }

  /**
   * A day.
   *
   * @param i its row
   * @return its date
   */
  public LocalDate date(int i) {
    return dates.get(i);
  }

  /** {@return the days in order} */
  public List<LocalDate> dates() {
    return dates;
  }

  /** {@return use per day [canonical unit/d]} */
  public double[] use() {
    return use;
  }

  /** {@return whether outdoor temperatures are known} */
  public boolean hasTemperature() {
    return dailyDrivers.temperature().isPresent();
  }

  /** {@return the mean temperature of each day [°C]; NaN without a station} */
  public double[] temperature() {
    return temperature;
  }

  /** {@return the mean temperature of the day before [°C]; NaN where unknown} */
  public double[] previousTemperature() {
    return previousTemperature;
  }

  /** {@return whether each day is a working day} */
  public boolean[] working() {
    return working;
  }

  /** {@return the names of the linear drivers} */
  public List<String> drivers() {
    return drivers;
  }

  /** {@return the daily values of the drivers, {@code covariates()[j][i]} on day {@code i}} */
  public double[][] covariates() {
    return covariates;
  }

  /** {@return temperatures, occupancy and calendar} */
  public DailyDrivers dailyDrivers() {
    return dailyDrivers;
  }
}
