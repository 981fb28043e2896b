package org.emcsettlement.baseline.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.emcsettlement.core.series.DailyDrivers;

/**
 * The number of days of a type [d].
 *
 * @param type the type
 */
public record DayTypeDays(DayType type) implements Regressor {

  @Override
  public Optional<BigDecimal> on(DailyDrivers drivers, LocalDate date) {
    return Optional.of(type.includes(date, drivers.calendar()) ? BigDecimal.ONE : BigDecimal.ZERO);
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
    return type.zh();
  }

  @Override
  public String en() {
    return type.en();
  }

  @Override
  public String text() {
    return "DAYTYPE(" + type.name() + ")";
  }

  @Override
  public String toString() {
    return text();
  }
}
