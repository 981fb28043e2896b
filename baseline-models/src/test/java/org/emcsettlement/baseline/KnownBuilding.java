package org.emcsettlement.baseline;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.emcsettlement.core.csv.TextSource;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.period.WorkCalendar;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.core.series.BilledUse;
import org.emcsettlement.core.series.DailyDrivers;
import org.emcsettlement.core.series.DailyTemperature;
import org.emcsettlement.core.series.DailyUse;
import org.emcsettlement.core.series.MeterFile;
import org.emcsettlement.core.series.MeterFormat;
import org.emcsettlement.core.series.MeterReadings;
import org.emcsettlement.core.series.Occupancy;

/**
 * A building whose use is known by construction: temperatures and headcounts of a seed, and use as
 * a function of them, read through the files that real meters come in.
 */
final class KnownBuilding {

  static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  private final Period period;
  private final Map<LocalDate, Double> temperature = new TreeMap<>();
  private final Map<LocalDate, Integer> headcount = new TreeMap<>();
  private final Map<LocalDate, Double> noise = new TreeMap<>();
  private final DailyDrivers drivers;
  private String unit = "kwh";
  private double unitSize = 1;

  KnownBuilding(long seed, Period period) {
    this.period = period;
    Random random = new Random(seed);
    double weather = 0;
    int people = 300;
    for (LocalDate date : period.dates().toList()) {
      weather = 0.7 * weather + 3 * random.nextGaussian();
      double season = -Math.cos(2 * Math.PI * (date.getDayOfYear() - 20) / 365.25);
      temperature.put(date, Math.round((13 + 15 * season + weather) * 100) / 100.0);
      if (date.getDayOfMonth() == 1) {
        people = 250 + random.nextInt(120);
      }
      headcount.put(date, people);
    }
    period.dates().forEach(date -> noise.put(date, random.nextGaussian()));
    this.drivers =
        new DailyDrivers(Optional.of(stations()), people(), WorkCalendar.mainlandChina());
  }

  /** The same building with its meter in another unit. */
  KnownBuilding inUnit(String symbol, double kilowattHours) {
    unit = symbol;
    unitSize = kilowattHours;
    return this;
  }

  double temperature(LocalDate date) {
    return temperature.getOrDefault(date, Double.NaN);
  }

  int headcount(LocalDate date) {
    return headcount.getOrDefault(date, 0);
  }

  /** A draw of the day, of mean 0 and deviation 1, the same whenever asked. */
  double noise(LocalDate date) {
    return noise.getOrDefault(date, Double.NaN);
  }

  double workday(LocalDate date) {
    return drivers.calendar().isWorkingDay(date) ? 1 : 0;
  }

  static double positive(double value) {
    return Math.max(0, value);
  }

  DailyDrivers drivers() {
    return drivers;
  }

  private DailyTemperature stations() {
    StringBuilder csv = new StringBuilder("date,celsius\n");
    temperature.forEach((date, t) -> csv.append(date).append(',').append(plain(t, 2)).append('\n'));
    return DailyTemperature.read(
            TextSource.of("weather.csv", csv.toString()), CHINA, new FindingCollector())
        .orElseThrow();
  }

  private Occupancy people() {
    StringBuilder csv = new StringBuilder("start,end,headcount\n");
    headcount.forEach(
        (date, n) ->
            csv.append(date)
                .append(',')
                .append(date.plusDays(1))
                .append(',')
                .append(n)
                .append('\n'));
    return Occupancy.read(TextSource.of("occupancy.csv", csv.toString()), new FindingCollector())
        .orElseThrow();
  }

  private static String plain(double value, int decimals) {
    return String.format(Locale.ROOT, "%." + decimals + "f", value);
  }

  private MeterReadings readings(String csv) {
    MeterFormat format = MeterFormat.builder().commodity(Commodity.ELECTRICITY).zone(CHINA).build();
    return MeterFile.read(TextSource.of("meter.csv", csv), format, new FindingCollector())
        .orElseThrow();
  }

  DailyUse use(ToDoubleFunction<LocalDate> perDay) {
    StringBuilder csv = new StringBuilder("date,value_" + unit + "\n");
    for (LocalDate date : period.dates().toList()) {
      csv.append(date).append(',');
      csv.append(plain(perDay.applyAsDouble(date) / unitSize, 9)).append('\n');
    }
    return DailyUse.of(readings(csv.toString()));
  }

  /** Daily observations of a use [kWh/d] that is a function of the date. */
  Observations daily(ToDoubleFunction<LocalDate> perDay, String... covariates) {
    return Observations.daily(use(perDay), drivers, named(covariates), period, List.of());
  }

  /** Monthly bills, the sums of a daily use. */
  Observations bills(ToDoubleFunction<LocalDate> perDay, String... covariates) {
    StringBuilder csv = new StringBuilder("start,end,value_" + unit + "\n");
    LocalDate start = period.start();
    while (start.isBefore(period.end())) {
      LocalDate end = start.plusMonths(1);
      double sum = Period.of(start, end).dates().mapToDouble(perDay).sum();
      csv.append(start).append(',').append(end).append(',');
      csv.append(plain(sum / unitSize, 9)).append('\n');
      start = end;
    }
    List<BilledUse.Bill> bills = BilledUse.of(readings(csv.toString())).bills();
    return Observations.billing(
        Commodity.ELECTRICITY, bills, drivers, named(covariates), period, List.of());
  }

  private static List<Driver> named(String... covariates) {
    return java.util.Arrays.stream(covariates).map(Driver::of).toList();
  }
}
