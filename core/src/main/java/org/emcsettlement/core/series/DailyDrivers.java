package org.emcsettlement.core.series;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import org.emcsettlement.core.period.WorkCalendar;

/**
 * What drives use, aligned by local day: outdoor temperature, occupancy and the work calendar.
 *
 * @param temperature the station's daily means, absent for models without temperature
 * @param occupancy headcount and other counts
 * @param calendar the working days
 */
public record DailyDrivers(
    Optional<DailyTemperature> temperature, Occupancy occupancy, WorkCalendar calendar) {

  /** The driver that is 1 on working days and 0 on others. */
  public static final String WORKDAY = "WORKDAY";

  /**
   * The mean temperature of a day.
   *
   * @param date the local date
   * @return hundredths of a degree Celsius, absent where unknown
   */
  public OptionalInt temperatureOn(LocalDate date) {
    return temperature.map(daily -> daily.hundredthsOn(date)).orElse(OptionalInt.empty());
  }

  /**
   * The value of a driver other than temperature on a day.
   *
   * @param driver {@link #WORKDAY} or a driver of the occupancy
   * @param date the local date
   * @return the value, absent where unknown
   */
  public Optional<BigDecimal> on(String driver, LocalDate date) {
    return driver.equals(WORKDAY)
        ? Optional.of(calendar.isWorkingDay(date) ? BigDecimal.ONE : BigDecimal.ZERO)
        : occupancy.on(driver, date);
  }
}
