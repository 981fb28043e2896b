package org.emcsettlement.baseline.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.emcsettlement.core.series.DailyDrivers;

/**
 * The sum of daily mean temperatures [°C·d].
 *
 * @param lag the weight of the day before
 */
public record TemperatureDays(Lag lag) implements Regressor {

  /** The sum of the days' own mean temperatures. */
  public TemperatureDays() {
    this(Lag.NONE);
  }

  @Override
  public Optional<BigDecimal> on(DailyDrivers drivers, LocalDate date) {
    OptionalInt hundredths = lag.hundredths(drivers, date);
    return hundredths.isPresent()
        ? Optional.of(BigDecimal.valueOf(hundredths.getAsInt(), 2))
        : Optional.empty();
  }

  @Override
  public String unit() {
    return "°C·d";
  }

  @Override
  public Set<String> drivers() {
    return Set.of(TEMPERATURE);
  }

  @Override
  public String zh() {
    return "Σ" + lag.zh();
  }

  @Override
  public String en() {
    return lag.isNone() ? "Σ daily mean temperature" : "Σ " + lag.en();
  }

  @Override
  public String text() {
    return "TEMPERATURE_DAYS" + (lag.isNone() ? "" : "(" + lag.weight().toPlainString() + ")");
  }

  @Override
  public String toString() {
    return text();
  }
}
