package org.emcsettlement.baseline.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import org.emcsettlement.core.series.DailyDrivers;

/**
 * A wave over the year, {@code sin} or {@code cos} of 2πk·(day of the year − 1) ÷ (days of the
 * year), HALF_UP to 9 decimals [d].
 *
 * @param phase sine or cosine
 * @param cycles k, the cycles in a year
 */
public record YearWave(Phase phase, int cycles) implements Regressor {

  private static final int DECIMALS = 9;
  private static final double UNITS = 1e9;
  private static final int DAYS = 365;

  /** Where the wave starts. */
  public enum Phase {
    /** Zero on 1 January. */
    SIN,
    /** One on 1 January. */
    COS
  }

  /** One cycle in a common and in a leap year, a value per day [units of the last decimal]. */
  private static final class Cycle {

    static final long[][] SIN = {of(StrictMath::sin, DAYS), of(StrictMath::sin, DAYS + 1)};
    static final long[][] COS = {of(StrictMath::cos, DAYS), of(StrictMath::cos, DAYS + 1)};

    private static long[] of(DoubleUnaryOperator function, int days) {
      long[] values = new long[days];
      for (int day = 0; day < days; day++) {
        values[day] =
            new BigDecimal(function.applyAsDouble(2 * Math.PI * day / days))
                .setScale(DECIMALS, RoundingMode.HALF_UP)
                .unscaledValue()
                .longValueExact();
      }
      return values;
    }
  }

  /**
   * A wave.
   *
   * @param phase sine or cosine
   * @param cycles the cycles in a year, at least 1
   * @throws IllegalArgumentException if there is less than one cycle
   */
  public YearWave {
    if (cycles < 1) {
      throw new IllegalArgumentException("cycles is " + cycles + ", must be at least 1");
    }
  }

  /**
   * The value on a day.
   *
   * @param date the day
   * @return the value, rounded
   */
  public BigDecimal on(LocalDate date) {
    return BigDecimal.valueOf(unscaled(date), DECIMALS);
  }

  /**
   * The value on a day as a model takes it.
   *
   * @param date the day
   * @return the value, rounded
   */
  public double value(LocalDate date) {
    return unscaled(date) / UNITS;
  }

  /** A wave of k cycles is at day d where one of a single cycle is after k times as many days. */
  private long unscaled(LocalDate date) {
    int days = date.lengthOfYear();
    long[][] cycle = phase == Phase.SIN ? Cycle.SIN : Cycle.COS;
    return cycle[days - DAYS][(int) ((long) cycles * (date.getDayOfYear() - 1) % days)];
  }

  @Override
  public Optional<BigDecimal> on(DailyDrivers drivers, LocalDate date) {
    return Optional.of(on(date));
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
    return "Σ" + formula();
  }

  @Override
  public String en() {
    return "Σ " + formula();
  }

  private String formula() {
    return phase.name().toLowerCase(Locale.ROOT)
        + "(2π·"
        + (cycles == 1 ? "" : cycles + "·")
        + "(d − 1)/D)";
  }

  @Override
  public String text() {
    return phase + "_YEAR(" + cycles + ")";
  }

  @Override
  public String toString() {
    return text();
  }
}
