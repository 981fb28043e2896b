package org.emcsettlement.examples.emc;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.period.WorkCalendar;

/**
 * A made-up building whose saving is known: a year of baseline, and a year in which measures take a
 * fixed part of every reading away. Weather and noise come from a seed.
 */
final class SavedBuilding {

  static final Period BASELINE = Period.of(LocalDate.of(2024, 1, 1), LocalDate.of(2025, 1, 1));
  static final Period REPORTING = Period.of(LocalDate.of(2025, 1, 1), LocalDate.of(2026, 1, 1));

  /** What measures leave of every reading. */
  static final BigDecimal REMAINING = new BigDecimal("0.85");

  private static final int DECIMALS = 3;

  /** One hour, or one day, of the building. */
  record Moment(LocalDateTime start, double celsius, boolean working, int headcount) {
    int hour() {
      return start.getHour();
    }

    double below(double base) {
      return Math.max(0, base - celsius);
    }

    double above(double base) {
      return Math.max(0, celsius - base);
    }
  }

  private final boolean hourly;
  private final String unit;
  private final Map<LocalDateTime, BigDecimal> metered = new LinkedHashMap<>();
  private final Map<LocalDateTime, BigDecimal> truth = new LinkedHashMap<>();
  private final StringBuilder weather = new StringBuilder("time,celsius\n");

  /**
   * A building.
   *
   * @param hourly whether readings and temperatures are hourly, else daily
   * @param unit the unit of the readings
   * @param law use without noise at a moment
   * @param noise the standard deviation of independent noise, as a fraction of use
   */
  SavedBuilding(boolean hourly, String unit, ToDoubleFunction<Moment> law, double noise) {
    this.hourly = hourly;
    this.unit = unit;
    WorkCalendar calendar = WorkCalendar.mainlandChina();
    SplittableRandom random = new SplittableRandom(20250101);
    double drift = 0;
    for (LocalDate date : Period.of(BASELINE.start(), REPORTING.end()).dates().toList()) {
      drift = 0.7 * drift + 2 * random.nextGaussian();
      double day = 14 - 14 * Math.cos(2 * Math.PI * (date.getDayOfYear() - 15) / 365.25) + drift;
      for (int hour = 0; hour < (hourly ? 24 : 1); hour++) {
        double celsius = hourly ? day + 4 * Math.sin(2 * Math.PI * (hour - 9) / 24) : day;
        double rounded = Math.round(10 * celsius) / 10.0;
        LocalDateTime start = date.atTime(LocalTime.of(hour, 0));
        weather.append(stamp(start)).append(',').append(rounded).append('\n');
        Moment moment = new Moment(start, rounded, calendar.isWorkingDay(date), headcount(date));
        double use = law.applyAsDouble(moment) * (1 + noise * random.nextGaussian());
        BigDecimal without = BigDecimal.valueOf(use).setScale(DECIMALS, RoundingMode.HALF_UP);
        truth.put(start, without);
        metered.put(start, REPORTING.contains(date) ? without.multiply(REMAINING) : without);
      }
    }
  }

  /** Persons on a day: fewer in the vacations. */
  static int headcount(LocalDate date) {
    int month = date.getMonthValue();
    return month == 2 || month == 7 || month == 8 ? 400 : 1200;
  }

  /** Replaces what the meter shows from one day until another, as a faulty meter does. */
  SavedBuilding reads(LocalDate from, LocalDate until, BigDecimal value) {
    metered.replaceAll((start, use) -> in(start, from, until) ? value : use);
    return this;
  }

  /** Takes the readings of some days away. */
  SavedBuilding misses(LocalDate from, LocalDate until) {
    metered.keySet().removeIf(start -> in(start, from, until));
    return this;
  }

  /** Water that is lost: metered, but used by nobody. */
  SavedBuilding leaks(LocalDate from, LocalDate until, BigDecimal perReading) {
    metered.replaceAll((start, use) -> in(start, from, until) ? use.add(perReading) : use);
    return this;
  }

  private static boolean in(LocalDateTime start, LocalDate from, LocalDate until) {
    return !start.toLocalDate().isBefore(from) && start.toLocalDate().isBefore(until);
  }

  private String stamp(LocalDateTime start) {
    return (hourly ? start : start.toLocalDate()).toString();
  }

  String meterCsv() {
    StringBuilder csv = new StringBuilder("start_local,value_" + unit + "\n");
    metered.forEach(
        (start, use) ->
            csv.append(stamp(start)).append(',').append(use.toPlainString()).append('\n'));
    return csv.toString();
  }

  String weatherCsv() {
    return weather.toString();
  }

  String occupancyCsv() {
    StringBuilder csv = new StringBuilder("start,end,headcount\n");
    for (Period month : Period.of(BASELINE.start(), REPORTING.end()).months()) {
      csv.append(month.start() + "," + month.end() + "," + headcount(month.start()) + "\n");
    }
    return csv.toString();
  }

  /** What the meter showed in a period. */
  BigDecimal metered(Period period) {
    return sum(metered, period);
  }

  /** What would have been used in a period without measures, faults and leaks. */
  BigDecimal without(Period period) {
    return sum(truth, period);
  }

  /** What the measures saved in a period. */
  BigDecimal saved(Period period) {
    return without(period).multiply(BigDecimal.ONE.subtract(REMAINING));
  }

  private static BigDecimal sum(Map<LocalDateTime, BigDecimal> readings, Period period) {
    return readings.entrySet().stream()
        .filter(reading -> period.contains(reading.getKey().toLocalDate()))
        .map(Map.Entry::getValue)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
