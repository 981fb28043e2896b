package org.emcsettlement.baseline.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.emcsettlement.core.series.DailyDrivers;

/**
 * The number of days in one of the 36 ten-day periods of a year (旬) [d]: the 1st to 10th, the 11th
 * to 20th and the rest of every month.
 *
 * @param number 1 is the first of January, 36 the last of December
 */
public record TenDays(int number) implements Regressor {

  /** Ten-day periods of a year. */
  public static final int COUNT = 36;

  private static final int PER_MONTH = 3;

  /**
   * A ten-day period.
   *
   * @param number 1 to 36
   * @throws IllegalArgumentException if it is another number
   */
  public TenDays {
    if (number < 1 || number > COUNT) {
      throw new IllegalArgumentException("number is " + number + ", must be 1 to " + COUNT);
    }
  }

  /**
   * The period of a day.
   *
   * @param date the day
   * @return its number, from 1
   */
  public static int numberOf(LocalDate date) {
    int third = Math.min((date.getDayOfMonth() - 1) / 10, PER_MONTH - 1);
    return (date.getMonthValue() - 1) * PER_MONTH + third + 1;
  }

  @Override
  public Optional<BigDecimal> on(DailyDrivers drivers, LocalDate date) {
    return Optional.of(numberOf(date) == number ? BigDecimal.ONE : BigDecimal.ZERO);
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
    return (month() + 1) + " 月" + "上中下".charAt(third()) + "旬天数";
  }

  @Override
  public String en() {
    return "days in third " + (third() + 1) + " of month " + (month() + 1);
  }

  private int month() {
    return (number - 1) / PER_MONTH;
  }

  private int third() {
    return (number - 1) % PER_MONTH;
  }

  @Override
  public String text() {
    return "TEN_DAYS(" + number + ")";
  }

  @Override
  public String toString() {
    return text();
  }
}
