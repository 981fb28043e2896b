package org.emcsettlement.baseline.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
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

  /** Where the wave starts. */
  public enum Phase {
    /** Zero on 1 January. */
    SIN,
    /** One on 1 January. */
    COS
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
    double angle = 2 * Math.PI * cycles * (date.getDayOfYear() - 1) / date.lengthOfYear();
    double value = phase == Phase.SIN ? StrictMath.sin(angle) : StrictMath.cos(angle);
    return new BigDecimal(value).setScale(DECIMALS, RoundingMode.HALF_UP);
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
