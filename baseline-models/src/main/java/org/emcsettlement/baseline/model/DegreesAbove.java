package org.emcsettlement.baseline.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.emcsettlement.core.series.DailyDrivers;

/**
 * Degree days above a change point, {@code Σ max(0, T − τ)} [K·d].
 *
 * @param changePoint τ [°C]
 * @param lag the weight of the day before in T
 */
public record DegreesAbove(BigDecimal changePoint, Lag lag) implements Regressor {

  /**
   * Degree days of the days' own mean temperatures.
   *
   * @param changePoint τ [°C]
   */
  public DegreesAbove(BigDecimal changePoint) {
    this(changePoint, Lag.NONE);
  }

  @Override
  public Optional<BigDecimal> on(DailyDrivers drivers, LocalDate date) {
    return new TemperatureDays(lag)
        .on(drivers, date)
        .map(temperature -> temperature.subtract(changePoint).max(BigDecimal.ZERO));
  }

  @Override
  public String unit() {
    return "K·d";
  }

  @Override
  public Set<String> drivers() {
    return Set.of(TEMPERATURE);
  }

  @Override
  public String zh() {
    return "Σ(" + lag.zh() + " − " + changePoint.toPlainString() + ")⁺";
  }

  @Override
  public String en() {
    return "Σ(" + lag.en() + " − " + changePoint.toPlainString() + ")⁺";
  }

  @Override
  public String text() {
    return "DEGREES_ABOVE(" + changePoint.toPlainString() + lag.suffix() + ")";
  }

  @Override
  public String toString() {
    return text();
  }
}
