package org.emcsettlement.baseline.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.emcsettlement.core.series.DailyDrivers;
import org.emcsettlement.core.series.DailyTemperature;
import org.emcsettlement.core.series.HourlyTemperature;

/**
 * Degree hours between two temperatures in some hours of the week, {@code Σ clip(T, lo, hi) − lo}
 * [K·h]; without a lower bound {@code Σ min(T, hi)}. Hourly temperatures are taken in hundredths of
 * a degree. A day on which the temperature of any hour is unknown has no value.
 *
 * @param lower lo [°C], absent if unbounded
 * @param upper hi [°C], absent if unbounded
 * @param hours the hours of the week that count
 */
public record HourDegrees(Optional<BigDecimal> lower, Optional<BigDecimal> upper, HourSet hours)
    implements Regressor {

  private static final String UNBOUNDED = "*";
  private static final int DECIMALS = 2;

  /**
   * Degree hours; bounds are kept with two decimals.
   *
   * @param lower lo [°C], absent if unbounded
   * @param upper hi [°C], absent if unbounded
   * @param hours the hours of the week that count
   * @throws IllegalArgumentException if a bound has more than two decimals or lo is not below hi
   */
  public HourDegrees {
    lower = lower.map(HourDegrees::twoDecimals);
    upper = upper.map(HourDegrees::twoDecimals);
    if (lower.isPresent() && upper.isPresent() && lower.get().compareTo(upper.get()) >= 0) {
      throw new IllegalArgumentException(
          "lower " + lower.get() + " must be below upper " + upper.get());
    }
  }

  private static BigDecimal twoDecimals(BigDecimal bound) {
    if (bound.stripTrailingZeros().scale() > DECIMALS) {
      throw new IllegalArgumentException(
          "bound " + bound.toPlainString() + " must have at most two decimals");
    }
    return bound.setScale(DECIMALS, RoundingMode.UNNECESSARY);
  }

  static Optional<BigDecimal> bound(String text) {
    return text.equals(UNBOUNDED) ? Optional.empty() : Optional.of(new BigDecimal(text));
  }

  @Override
  public Optional<BigDecimal> on(DailyDrivers drivers, LocalDate date) {
    Optional<HourlyTemperature> hourly = drivers.temperature().flatMap(DailyTemperature::hours);
    if (hourly.isEmpty()) {
      return Optional.empty();
    }
    LocalHours day = new LocalHours(date, hourly.get().zone());
    long sum = 0;
    for (int i = 0; i < day.size(); i++) {
      OptionalInt temperature = hourly.get().hundredthsAt(day.start(i));
      if (temperature.isEmpty()) {
        return Optional.empty();
      }
      if (hours.contains(day.hourOfWeek(i))) {
        sum += at(temperature.getAsInt());
      }
    }
    return Optional.of(BigDecimal.valueOf(sum, DECIMALS));
  }

  /** The value of one hour in hundredths: clip(T, lo, hi) − lo. */
  int at(int hundredths) {
    int from = hundredths(lower, Integer.MIN_VALUE);
    int until = hundredths(upper, Integer.MAX_VALUE);
    return Math.max(from, Math.min(until, hundredths)) - (lower.isPresent() ? from : 0);
  }

  private static int hundredths(Optional<BigDecimal> bound, int unbounded) {
    return bound.map(value -> value.unscaledValue().intValueExact()).orElse(unbounded);
  }

  @Override
  public String unit() {
    return lower.isPresent() ? "K·h" : "°C·h";
  }

  @Override
  public Set<String> drivers() {
    return Set.of(TEMPERATURE);
  }

  @Override
  public String zh() {
    return "Σ逐时气温[" + range() + "]（" + hours + "）";
  }

  @Override
  public String en() {
    return "Σ hourly temperature [" + range() + "] in " + hours;
  }

  private String range() {
    return shown(lower) + " … " + shown(upper);
  }

  private static String shown(Optional<BigDecimal> bound) {
    return bound.map(BigDecimal::toPlainString).orElse("");
  }

  @Override
  public String text() {
    return "HOUR_DEGREES(" + stored(lower) + "," + stored(upper) + "," + hours + ")";
  }

  private static String stored(Optional<BigDecimal> bound) {
    return bound.map(BigDecimal::toPlainString).orElse(UNBOUNDED);
  }

  @Override
  public String toString() {
    return text();
  }
}
