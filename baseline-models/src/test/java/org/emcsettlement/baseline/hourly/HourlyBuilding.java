package org.emcsettlement.baseline.hourly;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.emcsettlement.baseline.model.HourlySample;
import org.emcsettlement.core.csv.TextSource;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.period.WorkCalendar;
import org.emcsettlement.core.series.DailyDrivers;
import org.emcsettlement.core.series.DailyTemperature;
import org.emcsettlement.core.series.Occupancy;

/** Hours of weather in a zone with summer time, temperatures in whole hundredths of a degree. */
final class HourlyBuilding {

  static final ZoneId ZONE = ZoneId.of("Europe/Oslo");
  static final Period YEAR = Period.parse("2022-01-01/2023-01-01");

  /**
   * An hour.
   *
   * @param clock its start on the local clock
   * @param celsius its temperature
   * @param mean the mean temperature of its day
   * @param noise a draw of mean 0 and deviation 1
   */
  record Hour(ZonedDateTime clock, double celsius, double mean, double noise) {

    int hourOfWeek() {
      return (clock.getDayOfWeek().getValue() - 1) * 24 + clock.getHour();
    }

    boolean working() {
      return clock.getDayOfWeek().getValue() < 6;
    }
  }

  private final List<Hour> hours = new ArrayList<>();
  private final DailyDrivers drivers;

  HourlyBuilding(long seed) {
    Random random = new Random(seed);
    StringBuilder csv = new StringBuilder("time_utc,celsius\n");
    Period period = Period.of(YEAR.start().minusDays(1), YEAR.end());
    for (LocalDate date : period.dates().toList()) {
      Instant from = date.atStartOfDay(ZONE).toInstant();
      Instant until = date.plusDays(1).atStartOfDay(ZONE).toInstant();
      double season = -Math.cos(2 * Math.PI * (date.getDayOfYear() - 20) / 365);
      double base = 8 + 10 * season + 4 * random.nextGaussian();
      List<Double> day = new ArrayList<>();
      for (Instant at = from; at.isBefore(until); at = at.plusSeconds(3600)) {
        double daily = 3 * Math.sin(2 * Math.PI * (at.atZone(ZONE).getHour() - 9) / 24);
        double celsius = Math.round(100 * (base + daily + random.nextGaussian())) / 100.0;
        day.add(celsius);
        csv.append(at).append(',').append(String.format(Locale.ROOT, "%.2f\n", celsius));
      }
      BigDecimal sum =
          day.stream().map(BigDecimal::valueOf).reduce(BigDecimal.ZERO, BigDecimal::add);
      BigDecimal mean = sum.divide(BigDecimal.valueOf(day.size()), 2, RoundingMode.HALF_UP);
      for (int i = 0; i < day.size() && YEAR.contains(date); i++) {
        hours.add(
            new Hour(
                from.plusSeconds(3600L * i).atZone(ZONE),
                day.get(i),
                mean.doubleValue(),
                random.nextGaussian()));
      }
    }
    DailyTemperature temperature =
        DailyTemperature.read(
                TextSource.of("weather.csv", csv.toString()), ZONE, new FindingCollector())
            .orElseThrow();
    drivers =
        new DailyDrivers(
            Optional.of(temperature),
            Occupancy.none(),
            WorkCalendar.of(WorkCalendar.MONDAY_TO_FRIDAY));
  }

  List<Hour> hours() {
    return hours;
  }

  DailyDrivers drivers() {
    return drivers;
  }

  HourlySample sample(ToDoubleFunction<Hour> use) {
    return sample(use, hour -> true);
  }

  HourlySample sample(ToDoubleFunction<Hour> use, Predicate<Hour> known) {
    List<Hour> kept = hours.stream().filter(known).toList();
    return new HourlySample(
        ZONE,
        kept.stream().mapToLong(hour -> hour.clock().toEpochSecond()).toArray(),
        kept.stream().mapToDouble(use).toArray(),
        kept.stream().mapToDouble(Hour::celsius).toArray(),
        List.of(),
        drivers);
  }
}
