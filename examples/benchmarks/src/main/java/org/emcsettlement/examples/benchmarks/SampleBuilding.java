package org.emcsettlement.examples.benchmarks;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.emcsettlement.baseline.Driver;
import org.emcsettlement.baseline.Observations;
import org.emcsettlement.core.csv.TextSource;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.period.WorkCalendar;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.core.quantity.Rational;
import org.emcsettlement.core.series.BilledUse;
import org.emcsettlement.core.series.DailyDrivers;
import org.emcsettlement.core.series.DailyTemperature;
import org.emcsettlement.core.series.DailyUse;
import org.emcsettlement.core.series.MeterFile;
import org.emcsettlement.core.series.MeterFormat;
import org.emcsettlement.core.series.Occupancy;
import org.emcsettlement.core.series.Quality;

/** An office of a seed: five-parameter use with headcount, working days and noise. */
final class SampleBuilding {

  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final List<String> DRIVERS =
      List.of("HEADCOUNT", "WORKDAY", "VISITORS", "OPERATING_HOURS");

  private final Period period;
  private final DailyUse use;
  private final DailyDrivers drivers;

  /** A building with temperatures of so many decimals. */
  SampleBuilding(Period period, int decimals) {
    this.period = period;
    Random random = new Random(20260101);
    StringBuilder weather = new StringBuilder("date,celsius\n");
    StringBuilder people = new StringBuilder("start,end,headcount,visitors,operatingHours\n");
    StringBuilder meter = new StringBuilder("date,value_kWh\n");
    WorkCalendar calendar = WorkCalendar.mainlandChina();
    double noise = 0;
    for (LocalDate date : period.dates().toList()) {
      double season = -Math.cos(2 * Math.PI * (date.getDayOfYear() - 20) / 365.25);
      String degrees =
          String.format(
              Locale.ROOT, "%." + decimals + "f", 13 + 15 * season + 3 * random.nextGaussian());
      double t = Double.parseDouble(degrees);
      int headcount = 250 + random.nextInt(120);
      int visitors = random.nextInt(80);
      int hours = calendar.isWorkingDay(date) ? 10 + random.nextInt(3) : random.nextInt(4);
      noise = 0.4 * noise + 150 * random.nextGaussian();
      double truth =
          2500
              + 120 * Math.max(0, 14 - t)
              + 260 * Math.max(0, t - 22)
              + 3 * headcount
              + 2 * visitors
              + 60 * hours
              + noise;
      weather.append(date).append(',').append(degrees).append('\n');
      people.append(
          String.format("%s,%s,%d,%d,%d%n", date, date.plusDays(1), headcount, visitors, hours));
      meter.append(String.format(Locale.ROOT, "%s,%.1f%n", date, truth));
    }
    FindingCollector findings = new FindingCollector();
    this.drivers =
        new DailyDrivers(
            DailyTemperature.read(
                TextSource.of("weather.csv", weather.toString()), CHINA, findings),
            Occupancy.read(TextSource.of("occupancy.csv", people.toString()), findings)
                .orElseThrow(),
            calendar);
    MeterFormat format = MeterFormat.builder().commodity(Commodity.ELECTRICITY).zone(CHINA).build();
    this.use =
        DailyUse.of(
            MeterFile.read(TextSource.of("meter.csv", meter.toString()), format, findings)
                .orElseThrow());
  }

  private static List<Driver> drivers(int count) {
    return DRIVERS.subList(0, count).stream().map(Driver::of).toList();
  }

  /** Daily observations with the first so many drivers. */
  Observations daily(int count) {
    return Observations.daily(use, drivers, drivers(count), period, List.of());
  }

  /** Monthly bills without drivers. */
  Observations monthly() {
    List<BilledUse.Bill> bills = new ArrayList<>();
    for (Period month : period.months()) {
      Rational sum = Rational.ZERO;
      for (LocalDate date : month.dates().toList()) {
        sum = sum.plus(use.on(date).orElseThrow());
      }
      bills.add(BilledUse.Bill.of(month, use.zone(), sum, Quality.ACTUAL));
    }
    return Observations.billing(
        Commodity.ELECTRICITY,
        bills,
        new DailyDrivers(drivers.temperature(), Occupancy.none(), drivers.calendar()),
        List.of(),
        period,
        List.of());
  }

  /** The same use and temperatures for a grid search. */
  GridSearch grid() {
    List<LocalDate> dates = period.dates().toList();
    double[] temperatures = new double[dates.size()];
    double[] values = new double[dates.size()];
    for (int i = 0; i < values.length; i++) {
      temperatures[i] = drivers.temperatureOn(dates.get(i)).orElseThrow() / 100.0;
      values[i] = use.on(dates.get(i)).orElseThrow().toDouble();
    }
    return GridSearch.of(temperatures, values);
  }
}
