package org.emcsettlement.settlement;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.emcsettlement.baseline.Baseline;
import org.emcsettlement.baseline.BaselineFitter;
import org.emcsettlement.baseline.Driver;
import org.emcsettlement.baseline.FrozenBaseline;
import org.emcsettlement.baseline.Observations;
import org.emcsettlement.core.csv.TextSource;
import org.emcsettlement.core.finding.Checked;
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

/** Baselines that were fitted on a year of a building and frozen. */
public final class FittedBaselines {

  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final Period YEAR = Period.of(LocalDate.of(2024, 1, 1), LocalDate.of(2025, 1, 1));

  private FittedBaselines() {}

  /** Daily data with heating, cooling and headcount. */
  static FrozenBaseline daily() {
    return frozen(dailyFit());
  }

  /** The fit of daily data. */
  public static Checked<Baseline> dailyFit() {
    StringBuilder meter = new StringBuilder("date,value_kwh\n");
    YEAR.dates().forEach(date -> meter.append(date + "," + use(date) + "\n"));
    Observations observations =
        Observations.daily(
            DailyUse.of(readings(meter)),
            drivers(),
            List.of(Driver.of("HEADCOUNT")),
            YEAR,
            List.of());
    return BaselineFitter.daily().fit(observations);
  }

  /** Monthly bills of the same use. */
  static FrozenBaseline billing() {
    return frozen(billingFit());
  }

  /** The fit of monthly bills. */
  public static Checked<Baseline> billingFit() {
    StringBuilder meter = new StringBuilder("start,end,value_kwh\n");
    for (Period month : YEAR.months()) {
      int sum = month.dates().mapToInt(FittedBaselines::use).sum();
      meter.append(month.start() + "," + month.end() + "," + sum + "\n");
    }
    MeterReadings readings = readings(meter);
    Observations observations =
        Observations.billing(
            Commodity.ELECTRICITY,
            BilledUse.of(readings).bills(),
            drivers(),
            List.of(),
            YEAR,
            List.of(readings.digest(YEAR)));
    return BaselineFitter.billing().fit(observations);
  }

  /** The same fit as settlement uses it. */
  public static FrozenBaseline frozen(Checked<Baseline> fit) {
    return fit.orThrow().freeze("building", Optional.of("station"));
  }

  /** Tenths of a degree: colder in January, warmer in July, a week of ups and downs on top. */
  private static int temperature(LocalDate date) {
    int fromJuly = Math.abs(date.getDayOfYear() - 197);
    return 290 - 3 * fromJuly / 2 + (date.getDayOfYear() * 37 % 7 - 3) * 12;
  }

  private static int headcount(LocalDate date) {
    return 250 + date.getMonthValue() * 17 % 60;
  }

  private static int use(LocalDate date) {
    int cold = Math.max(0, 140 - temperature(date));
    int warm = Math.max(0, temperature(date) - 220);
    return 500 + 3 * cold + 5 * warm + 2 * headcount(date) + date.getDayOfYear() * 61 % 53;
  }

  private static DailyDrivers drivers() {
    StringBuilder weather = new StringBuilder("date,celsius\n");
    StringBuilder people = new StringBuilder("start,end,headcount\n");
    YEAR.dates()
        .forEach(
            date -> {
              weather.append(date + "," + temperature(date) / 10.0 + "\n");
              people.append(date + "," + date.plusDays(1) + "," + headcount(date) + "\n");
            });
    FindingCollector findings = new FindingCollector();
    return new DailyDrivers(
        DailyTemperature.read(TextSource.of("weather.csv", weather.toString()), CHINA, findings),
        Occupancy.read(TextSource.of("occupancy.csv", people.toString()), findings).orElseThrow(),
        WorkCalendar.mainlandChina());
  }

  private static MeterReadings readings(StringBuilder csv) {
    MeterFormat format = MeterFormat.builder().commodity(Commodity.ELECTRICITY).zone(CHINA).build();
    return MeterFile.read(
            TextSource.of("meter.csv", csv.toString()), format, new FindingCollector())
        .orElseThrow();
  }
}
