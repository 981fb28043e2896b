package org.emcsettlement.baseline.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.emcsettlement.core.series.DailyDrivers;

/**
 * What a coefficient is multiplied with. Every regressor has an exact decimal value on every local
 * day, and its value for a period is the sum over the days; so a baseline that is linear in
 * regressors can be added up over any days and recomputed by hand.
 *
 * <p>{@link RegressorText} lists the text forms, which files store.
 */
public sealed interface Regressor
    permits Days,
        TemperatureDays,
        DegreesBelow,
        DegreesAbove,
        DriverDays,
        DayTypeDays,
        DaysBefore,
        TenDays,
        MonthDays,
        YearWave,
        HourOfWeek,
        HourDegrees,
        HourCount,
        RegressorProduct {

  /** The name of outdoor temperature as a driver. */
  String TEMPERATURE = "TEMPERATURE";

  /**
   * The value on a day.
   *
   * @param drivers what drives use
   * @param date the local date
   * @return the exact value, absent where a driver is unknown
   */
  Optional<BigDecimal> on(DailyDrivers drivers, LocalDate date);

  /** {@return the unit of the value summed over days} */
  String unit();

  /** {@return the drivers it needs beside the calendar} */
  Set<String> drivers();

  /** {@return what it is, for readers of Chinese} */
  String zh();

  /** {@return what it is, for readers of English} */
  String en();

  /** {@return the text form that files store} */
  @JsonValue
  String text();

  /**
   * The sum over days.
   *
   * @param drivers what drives use
   * @param days the days
   * @return the exact sum, absent if a driver is unknown on one of them
   */
  default Optional<BigDecimal> over(DailyDrivers drivers, Collection<LocalDate> days) {
    BigDecimal sum = BigDecimal.ZERO;
    for (LocalDate day : days) {
      Optional<BigDecimal> value = on(drivers, day);
      if (value.isEmpty()) {
        return Optional.empty();
      }
      sum = sum.add(value.get());
    }
    return Optional.of(sum);
  }

  /**
   * The regressor of a linear driver.
   *
   * @param name {@link DailyDrivers#WORKDAY} or a driver of the occupancy
   * @return its sum over days
   */
  static Regressor ofDriver(String name) {
    return name.equals(DailyDrivers.WORKDAY)
        ? new DayTypeDays(DayType.WORKDAY)
        : new DriverDays(name);
  }

  /**
   * Reads the text form.
   *
   * @param text the text
   * @return the regressor
   * @throws IllegalArgumentException if the text has none of the forms
   */
  @JsonCreator
  static Regressor parse(String text) {
    return RegressorText.parse(text);
  }
}
