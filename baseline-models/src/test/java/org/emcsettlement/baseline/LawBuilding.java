package org.emcsettlement.baseline;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
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
import org.emcsettlement.core.series.HourlyUse;
import org.emcsettlement.core.series.MeterFile;
import org.emcsettlement.core.series.MeterFormat;
import org.emcsettlement.core.series.MeterReadings;
import org.emcsettlement.core.series.Occupancy;
import org.emcsettlement.core.series.Resolution;

/**
 * Two years of a building that is heated all year, hour by hour, written to files as real meters
 * are: in any unit, with any thermometer, in any order of rows. Heat is metered, since kWh turn
 * into GJ exactly.
 */
final class LawBuilding {

  static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  static final Period BASELINE = Period.parse("2022-07-01/2023-07-01");
  static final Period REPORTING = Period.parse("2023-07-01/2024-07-01");

  /**
   * One hour.
   *
   * @param start its start
   * @param date its local day
   * @param celsius outdoor temperature
   * @param working whether the day is worked
   * @param noise a draw of mean 0 and deviation 1, the same whatever is done with it
   */
  record Hour(Instant start, LocalDate date, double celsius, boolean working, double noise) {}

  private static final int DECIMALS = 9;

  private final Random shuffle;
  private final List<Hour> hours = new ArrayList<>();
  private String unit = "kwh";
  private String thermometer = "celsius";
  private boolean shuffled;
  private boolean duplicateDriver;

  LawBuilding(long seed) {
    shuffle = new Random(seed + 1);
    Random random = new Random(seed);
    WorkCalendar calendar = WorkCalendar.mainlandChina();
    double weather = 0;
    Map<LocalDate, Double> means = new HashMap<>();
    Period both = Period.of(BASELINE.start().minusDays(1), REPORTING.end());
    for (LocalDate date : both.dates().toList()) {
      weather = 0.6 * weather + 1.2 * random.nextGaussian();
      weather = Math.max(-3, Math.min(3, weather));
      double season = -Math.cos(2 * Math.PI * (date.getDayOfYear() - 20) / 365.25);
      // within −15 … 12 °C: below every change point, so that all methods can be exact; every day
      // has the same course, so that models of days and of hours see the same truth; the second
      // year has the first one's days in another order, so that nothing is extrapolated
      double mean =
          date.isBefore(REPORTING.start())
              ? tenths(-1.5 + 8 * season + weather)
              : means.getOrDefault(mirrored(date.minusYears(1)), Double.NaN);
      means.put(date, mean);
      for (int hour = 0; hour < 24; hour++) {
        double celsius = tenths(mean + tenths(-2 * Math.cos(2 * Math.PI * (hour - 3) / 24)));
        Instant start = date.atStartOfDay(CHINA).plusHours(hour).toInstant();
        hours.add(
            new Hour(start, date, celsius, calendar.isWorkingDay(date), random.nextGaussian()));
      }
    }
  }

  /** The days of a month from its end. */
  private static LocalDate mirrored(LocalDate date) {
    return date.withDayOfMonth(date.lengthOfMonth() + 1 - date.getDayOfMonth());
  }

  private static double tenths(double value) {
    return Math.round(value * 10) / 10.0;
  }

  LawBuilding inGigajoule() {
    unit = "gj";
    return this;
  }

  LawBuilding inFahrenheit() {
    thermometer = "fahrenheit";
    return this;
  }

  LawBuilding shuffled() {
    shuffled = true;
    return this;
  }

  /** A driver that says the same as the work calendar. */
  LawBuilding withDuplicateDriver() {
    duplicateDriver = true;
    return this;
  }

  DailyDrivers drivers() {
    List<String> rows = new ArrayList<>();
    for (Hour hour : hours) {
      double shown = thermometer.equals("celsius") ? hour.celsius() : hour.celsius() * 1.8 + 32;
      rows.add(hour.start() + "," + plain(shown, 4));
    }
    DailyTemperature temperature =
        DailyTemperature.read(
                source("weather.csv", "time_utc," + thermometer, rows),
                CHINA,
                new FindingCollector())
            .orElseThrow();
    return new DailyDrivers(Optional.of(temperature), occupancy(), WorkCalendar.mainlandChina());
  }

  private Occupancy occupancy() {
    if (!duplicateDriver) {
      return Occupancy.none();
    }
    List<String> rows = new ArrayList<>();
    for (Hour hour : hours) {
      if (hour.start().atZone(CHINA).getHour() == 0) {
        rows.add(hour.date() + "," + hour.date().plusDays(1) + "," + (hour.working() ? "1" : "0"));
      }
    }
    return Occupancy.read(source("occupancy.csv", "start,end,open", rows), new FindingCollector())
        .orElseThrow();
  }

  /** The readings of a use per hour [kWh] in the period's resolution. */
  MeterReadings readings(ToDoubleFunction<Hour> use, Resolution resolution) {
    List<String> rows = new ArrayList<>();
    int i = 0;
    while (i < hours.size()) {
      Instant start = hours.get(i).start();
      LocalDate date = hours.get(i).date();
      LocalDate until =
          switch (resolution) {
            case HOURLY, DAILY -> date.plusDays(1);
            case BILLING -> date.withDayOfMonth(1).plusMonths(1);
          };
      double sum = 0;
      do {
        sum += use.applyAsDouble(hours.get(i));
        i++;
      } while (resolution != Resolution.HOURLY
          && i < hours.size()
          && hours.get(i).date().isBefore(until));
      Instant end =
          resolution == Resolution.HOURLY
              ? start.plusSeconds(3600)
              : until.atStartOfDay(CHINA).toInstant();
      BigDecimal value = new BigDecimal(plain(sum, DECIMALS));
      rows.add(
          start
              + ","
              + end
              + ","
              + (unit.equals("gj") ? value.multiply(new BigDecimal("0.0036")) : value)
                  .toPlainString());
    }
    MeterFormat format = MeterFormat.builder().commodity(Commodity.HEAT).zone(CHINA).build();
    return MeterFile.read(
            source("meter.csv", "start_utc,end_utc,value_" + unit, rows),
            format,
            new FindingCollector())
        .orElseThrow();
  }

  Observations observations(
      ToDoubleFunction<Hour> use, Resolution resolution, Period period, String... drivers) {
    MeterReadings readings = readings(use, resolution);
    List<Driver> covariates = Arrays.stream(drivers).map(Driver::of).toList();
    return switch (resolution) {
      case HOURLY ->
          Observations.hourly(HourlyUse.of(readings), drivers(), covariates, period, List.of());
      case DAILY ->
          Observations.daily(DailyUse.of(readings), drivers(), covariates, period, List.of());
      case BILLING ->
          Observations.billing(
              Commodity.HEAT,
              BilledUse.of(readings).bills(),
              drivers(),
              covariates,
              period,
              List.of());
    };
  }

  /** The use of a period [GJ]. */
  double total(ToDoubleFunction<Hour> use, Period period) {
    return 0.0036 * hours.stream().filter(h -> period.contains(h.date())).mapToDouble(use).sum();
  }

  private TextSource source(String name, String header, List<String> rows) {
    List<String> written = new ArrayList<>(rows);
    if (shuffled) {
      Collections.shuffle(written, shuffle);
    }
    return TextSource.of(name, header + "\n" + String.join("\n", written) + "\n");
  }

  private static String plain(double value, int decimals) {
    return String.format(Locale.ROOT, "%." + decimals + "f", value);
  }
}
