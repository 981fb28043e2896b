package org.emcsettlement.baseline.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;
import org.emcsettlement.core.series.DailyDrivers;

/**
 * The number of days before a date [d]. Its coefficient is how much higher the level was until
 * then, so that a model with such steps carries the level of the end of its baseline forward.
 *
 * @param date the first day that does not count
 */
public record DaysBefore(LocalDate date) implements Regressor {

  static DaysBefore parse(String text) {
    try {
      return new DaysBefore(LocalDate.parse(text));
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("date \"" + text + "\" must be like 2025-07-01", e);
    }
  }

  @Override
  public Optional<BigDecimal> on(DailyDrivers drivers, LocalDate day) {
    return Optional.of(day.isBefore(date) ? BigDecimal.ONE : BigDecimal.ZERO);
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
    return date + " 之前天数";
  }

  @Override
  public String en() {
    return "days before " + date;
  }

  @Override
  public String text() {
    return "BEFORE(" + date + ")";
  }

  @Override
  public String toString() {
    return text();
  }
}
