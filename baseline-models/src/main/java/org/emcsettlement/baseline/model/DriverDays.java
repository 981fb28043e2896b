package org.emcsettlement.baseline.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.emcsettlement.core.series.DailyDrivers;

/**
 * A driver summed over days: person days, operating hours, own variables.
 *
 * @param name the driver, e.g. HEADCOUNT; WORKDAY is a {@link DayTypeDays}
 */
public record DriverDays(String name) implements Regressor {

  @Override
  public Optional<BigDecimal> on(DailyDrivers drivers, LocalDate date) {
    return drivers.on(name, date);
  }

  @Override
  public String unit() {
    return switch (name) {
      case "HEADCOUNT", "VISITORS" -> "person·d";
      case "OPERATING_HOURS" -> "h";
      default -> name + "·d";
    };
  }

  @Override
  public Set<String> drivers() {
    return Set.of(name);
  }

  @Override
  public String zh() {
    return switch (name) {
      case "HEADCOUNT" -> "人日";
      case "VISITORS" -> "访客人次";
      case "OPERATING_HOURS" -> "运行小时";
      default -> text();
    };
  }

  @Override
  public String en() {
    return switch (name) {
      case "HEADCOUNT" -> "person days";
      case "VISITORS" -> "visits";
      case "OPERATING_HOURS" -> "operating hours";
      default -> text();
    };
  }

  @Override
  public String text() {
    return name + "_DAYS";
  }

  @Override
  public String toString() {
    return text();
  }
}
