package org.emcsettlement.baseline.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.OptionalInt;
import org.emcsettlement.core.series.DailyDrivers;

/**
 * How much of the day before a building still feels: T* = (1 − w)·T + w·T of the day before,
 * HALF_UP to 0.01 °C. A heavy building answers to the weather of two days.
 *
 * @param weight w, from 0 to 1 with at most two decimals
 */
public record Lag(BigDecimal weight) {

  /** The day's own mean temperature. */
  public static final Lag NONE = new Lag(BigDecimal.ZERO);

  private static final int DECIMALS = 2;

  /**
   * A lag; the weight is kept with two decimals.
   *
   * @param weight w
   * @throws IllegalArgumentException if it is not between 0 and 1 or has more decimals
   */
  public Lag {
    if (weight.signum() < 0
        || weight.compareTo(BigDecimal.ONE) > 0
        || weight.stripTrailingZeros().scale() > DECIMALS) {
      throw new IllegalArgumentException(
          "weight of the day before is "
              + weight.toPlainString()
              + ", must be between 0 and 1 with at most two decimals");
    }
    weight = weight.setScale(DECIMALS, RoundingMode.UNNECESSARY);
  }

  /** {@return whether the day before counts} */
  public boolean isNone() {
    return weight.signum() == 0;
  }

  /**
   * The weighted temperature of a day.
   *
   * @param drivers what drives use
   * @param date the local date
   * @return T* in hundredths of a degree Celsius, absent if one of the days is unknown
   */
  public OptionalInt hundredths(DailyDrivers drivers, LocalDate date) {
    OptionalInt today = drivers.temperatureOn(date);
    if (isNone() || today.isEmpty()) {
      return today;
    }
    OptionalInt before = drivers.temperatureOn(date.minusDays(1));
    return before.isEmpty()
        ? before
        : OptionalInt.of(hundredths(today.getAsInt(), before.getAsInt()));
  }

  /**
   * The weighted temperature.
   *
   * @param today the day's mean temperature [hundredths of °C]
   * @param before that of the day before [hundredths of °C]
   * @return T*, HALF_UP [hundredths of °C]
   */
  public int hundredths(int today, int before) {
    int w = weight.unscaledValue().intValue();
    long exact = (100L - w) * today + (long) w * before;
    long half = exact >= 0 ? 50 : -50;
    return Math.toIntExact((exact + half) / 100);
  }

  /** The text after a change point: nothing, or a comma and the weight. */
  String suffix() {
    return isNone() ? "" : "," + weight.toPlainString();
  }

  String zh() {
    return isNone() ? "日平均气温" : "日平均气温（前一日占 " + weight.toPlainString() + "）";
  }

  String en() {
    return isNone() ? "T" : "T with " + weight.toPlainString() + " of the day before";
  }
}
