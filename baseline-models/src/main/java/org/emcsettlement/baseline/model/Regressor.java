package org.emcsettlement.baseline.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.emcsettlement.core.series.DailyDrivers;

/**
 * What a coefficient is multiplied with. Every regressor has an exact decimal value on every day,
 * and its value for a period is the sum over the days; so a baseline that is linear in regressors
 * can be added up over any days and recomputed by hand.
 *
 * <p>Text form: {@code DAYS}, {@code TEMPERATURE_DAYS}, {@code DEGREES_BELOW(15.50)}, {@code
 * DEGREES_ABOVE(22.00)}, {@code DAYTYPE(WORKDAY)}, {@code HEADCOUNT_DAYS}, {@code <DRIVER>_DAYS}.
 */
public sealed interface Regressor {

  /** Matches the text forms with an argument. */
  Pattern WITH_ARGUMENT = Pattern.compile("(DEGREES_BELOW|DEGREES_ABOVE|DAYTYPE)\\((.+)\\)");

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

  /** {@return the driver it needs beside the calendar, absent if none} */
  Optional<String> driver();

  /** The name of outdoor temperature as a driver. */
  String TEMPERATURE = "TEMPERATURE";

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
   * Reads the text form.
   *
   * @param text the text
   * @return the regressor
   * @throws IllegalArgumentException if the text has none of the forms
   */
  @JsonCreator
  static Regressor parse(String text) {
    Matcher matcher = WITH_ARGUMENT.matcher(text);
    if (matcher.matches()) {
      String argument = matcher.group(2);
      return switch (matcher.group(1)) {
        case "DEGREES_BELOW" -> new DegreesBelow(new BigDecimal(argument));
        case "DEGREES_ABOVE" -> new DegreesAbove(new BigDecimal(argument));
        default -> new DriverDays(argument);
      };
    }
    if (text.equals("DAYS")) {
      return new Days();
    }
    if (text.equals("TEMPERATURE_DAYS")) {
      return new TemperatureDays();
    }
    if (text.endsWith("_DAYS") && text.length() > "_DAYS".length()) {
      return new DriverDays(text.substring(0, text.length() - "_DAYS".length()));
    }
    throw new IllegalArgumentException(
        "regressor \""
            + text
            + "\" is none of DAYS, TEMPERATURE_DAYS, DEGREES_BELOW(t), DEGREES_ABOVE(t),"
            + " DAYTYPE(WORKDAY), <DRIVER>_DAYS");
  }

  /** The number of days [d]. */
  record Days() implements Regressor {
    @Override
    public Optional<BigDecimal> on(DailyDrivers drivers, LocalDate date) {
      return Optional.of(BigDecimal.ONE);
    }

    @Override
    public String unit() {
      return "d";
    }

    @Override
    public Optional<String> driver() {
      return Optional.empty();
    }

    @JsonValue
    @Override
    public String toString() {
      return "DAYS";
    }
  }

  /** The sum of daily mean temperatures [°C·d]. */
  record TemperatureDays() implements Regressor {
    @Override
    public Optional<BigDecimal> on(DailyDrivers drivers, LocalDate date) {
      OptionalInt hundredths = drivers.temperatureOn(date);
      return hundredths.isPresent()
          ? Optional.of(BigDecimal.valueOf(hundredths.getAsInt(), 2))
          : Optional.empty();
    }

    @Override
    public String unit() {
      return "°C·d";
    }

    @Override
    public Optional<String> driver() {
      return Optional.of(TEMPERATURE);
    }

    @JsonValue
    @Override
    public String toString() {
      return "TEMPERATURE_DAYS";
    }
  }

  /**
   * Degree days below a change point, {@code Σ max(0, τ − T)} [K·d].
   *
   * @param changePoint τ [°C]
   */
  record DegreesBelow(BigDecimal changePoint) implements Regressor {
    @Override
    public Optional<BigDecimal> on(DailyDrivers drivers, LocalDate date) {
      return new TemperatureDays()
          .on(drivers, date)
          .map(temperature -> changePoint.subtract(temperature).max(BigDecimal.ZERO));
    }

    @Override
    public String unit() {
      return "K·d";
    }

    @Override
    public Optional<String> driver() {
      return Optional.of(TEMPERATURE);
    }

    @JsonValue
    @Override
    public String toString() {
      return "DEGREES_BELOW(" + changePoint.toPlainString() + ")";
    }
  }

  /**
   * Degree days above a change point, {@code Σ max(0, T − τ)} [K·d].
   *
   * @param changePoint τ [°C]
   */
  record DegreesAbove(BigDecimal changePoint) implements Regressor {
    @Override
    public Optional<BigDecimal> on(DailyDrivers drivers, LocalDate date) {
      return new TemperatureDays()
          .on(drivers, date)
          .map(temperature -> temperature.subtract(changePoint).max(BigDecimal.ZERO));
    }

    @Override
    public String unit() {
      return "K·d";
    }

    @Override
    public Optional<String> driver() {
      return Optional.of(TEMPERATURE);
    }

    @JsonValue
    @Override
    public String toString() {
      return "DEGREES_ABOVE(" + changePoint.toPlainString() + ")";
    }
  }

  /**
   * A driver summed over days: person days, working days, operating hours, own variables.
   *
   * @param name the driver, e.g. HEADCOUNT or WORKDAY
   */
  record DriverDays(String name) implements Regressor {
    @Override
    public Optional<BigDecimal> on(DailyDrivers drivers, LocalDate date) {
      return drivers.on(name, date);
    }

    @Override
    public String unit() {
      return switch (name) {
        case "HEADCOUNT", "VISITORS" -> "person·d";
        case DailyDrivers.WORKDAY -> "d";
        case "OPERATING_HOURS" -> "h";
        default -> name + "·d";
      };
    }

    @Override
    public Optional<String> driver() {
      return name.equals(DailyDrivers.WORKDAY) ? Optional.empty() : Optional.of(name);
    }

    @JsonValue
    @Override
    public String toString() {
      return name.equals(DailyDrivers.WORKDAY) ? "DAYTYPE(WORKDAY)" : name + "_DAYS";
    }
  }
}
