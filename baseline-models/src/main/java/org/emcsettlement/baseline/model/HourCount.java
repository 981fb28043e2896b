package org.emcsettlement.baseline.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.emcsettlement.core.series.DailyDrivers;

/**
 * The number of hours that belong to a set of hours of the week [h]; the hour that is repeated when
 * clocks go back counts twice.
 *
 * @param hours the hours of the week that count
 */
public record HourCount(HourSet hours) implements Regressor {

  @Override
  public Optional<BigDecimal> on(DailyDrivers drivers, LocalDate date) {
    return LocalHours.zone(drivers).map(zone -> new LocalHours(date, zone).count(hours::contains));
  }

  @Override
  public String unit() {
    return "h";
  }

  @Override
  public Set<String> drivers() {
    return Set.of();
  }

  @Override
  public String zh() {
    return "小时数（" + hours + "）";
  }

  @Override
  public String en() {
    return "hours in " + hours;
  }

  @Override
  public String text() {
    return "HOURS(" + hours + ")";
  }

  @Override
  public String toString() {
    return text();
  }
}
