package org.emcsettlement.baseline.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.emcsettlement.core.series.DailyDrivers;

/** The number of days [d]. */
public record Days() implements Regressor {

  @Override
  public Optional<BigDecimal> on(DailyDrivers drivers, LocalDate date) {
    return Optional.of(BigDecimal.ONE);
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
    return "天数";
  }

  @Override
  public String en() {
    return "days";
  }

  @Override
  public String text() {
    return "DAYS";
  }

  @Override
  public String toString() {
    return text();
  }
}
