package org.emcsettlement.baseline.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.emcsettlement.core.series.DailyDrivers;

/**
 * The number of days in a calendar month [d].
 *
 * @param month 1 to 12
 */
public record MonthDays(int month) implements Regressor {

  /**
   * A month.
   *
   * @param month 1 to 12
   * @throws IllegalArgumentException if it is another number
   */
  public MonthDays {
    if (month < 1 || month > 12) {
      throw new IllegalArgumentException("month is " + month + ", must be 1 to 12");
    }
  }

  @Override
  public Optional<BigDecimal> on(DailyDrivers drivers, LocalDate date) {
    return Optional.of(date.getMonthValue() == month ? BigDecimal.ONE : BigDecimal.ZERO);
  }

  @Override
  public String unit() {
    return "d";
  }

  @Override
  public Set<String> drivers() {
    return Set.of();
  }

  @Override
  public String zh() {
    return month + " 月天数";
  }

  @Override
  public String en() {
    return "days in " + Month.of(month).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
  }

  @Override
  public String text() {
    return "MONTH(" + month + ")";
  }

  @Override
  public String toString() {
    return text();
  }
}
