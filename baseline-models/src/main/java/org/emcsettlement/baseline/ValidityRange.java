package org.emcsettlement.baseline;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.emcsettlement.baseline.model.Regressor;
import org.emcsettlement.baseline.model.TemperatureDays;
import org.emcsettlement.core.series.DailyDrivers;

/**
 * The values of a driver that the baseline has seen. A reporting day beyond them by more than a
 * tenth of their width is extrapolation and a finding.
 *
 * @param driver the driver, e.g. TEMPERATURE [°C] or HEADCOUNT [persons]
 * @param least its least daily value
 * @param greatest its greatest daily value
 */
public record ValidityRange(String driver, BigDecimal least, BigDecimal greatest) {

  private static final BigDecimal MARGIN = new BigDecimal("0.1");

  /**
   * The range of the days of a baseline.
   *
   * @param driver the driver
   * @param drivers its daily values
   * @param days the days
   * @return the range, empty if the driver is known on none of them
   */
  static Optional<ValidityRange> seen(String driver, DailyDrivers drivers, List<LocalDate> days) {
    Regressor daily = daily(driver);
    List<BigDecimal> values =
        days.stream().flatMap(date -> daily.on(drivers, date).stream()).toList();
    return values.isEmpty()
        ? Optional.empty()
        : Optional.of(new ValidityRange(driver, Collections.min(values), Collections.max(values)));
  }

  private static Regressor daily(String driver) {
    return driver.equals(Regressor.TEMPERATURE)
        ? new TemperatureDays()
        : Regressor.ofDriver(driver);
  }

  /**
   * The driver's value on a day.
   *
   * @param drivers daily values
   * @param date the day
   * @return the value, empty if it is unknown
   */
  public Optional<BigDecimal> on(DailyDrivers drivers, LocalDate date) {
    return daily(driver).on(drivers, date);
  }

  /**
   * The days that are extrapolation.
   *
   * @param drivers daily values
   * @param days the days asked for
   * @return those on which the driver is known and its value is not admitted, in order
   */
  public List<LocalDate> beyond(DailyDrivers drivers, List<LocalDate> days) {
    return days.stream()
        .filter(date -> on(drivers, date).filter(value -> !admits(value)).isPresent())
        .toList();
  }

  /**
   * Whether a value may be relied on.
   *
   * @param value a daily value
   * @return true within the range widened by a tenth of its width on both sides
   */
  public boolean admits(BigDecimal value) {
    BigDecimal margin = greatest.subtract(least).multiply(MARGIN);
    return value.compareTo(least.subtract(margin)) >= 0
        && value.compareTo(greatest.add(margin)) <= 0;
  }
}
