package org.emcsettlement.baseline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.emcsettlement.baseline.judge.DataCoverage;
import org.emcsettlement.baseline.judge.FitStatistics;
import org.emcsettlement.baseline.model.DailySample;
import org.emcsettlement.baseline.model.HourlySample;
import org.emcsettlement.baseline.model.ModelFit;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.core.json.InputDigest;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.core.series.BilledUse;
import org.emcsettlement.core.series.DailyDrivers;
import org.emcsettlement.core.series.DailyTemperature;
import org.emcsettlement.core.series.DailyUse;
import org.emcsettlement.core.series.HourlyTemperature;
import org.emcsettlement.core.series.HourlyUse;
import org.emcsettlement.core.series.Quality;
import org.emcsettlement.core.series.Resolution;
import org.jspecify.annotations.Nullable;

/**
 * Use and what drives it, row by row in time order: one row an hour, one row a day, or one row a
 * billing period with the temperature of each of its days. Rows that lack a driver are left out,
 * with a finding.
 *
 * <p>Immutable; arrays are handed out as copies only inside the package.
 */
public final class Observations {

  private static final long SECONDS_PER_HOUR = 3600;

  private final Commodity commodity;
  private final Resolution resolution;
  private final Period period;
  private final DailyDrivers drivers;
  private final List<Driver> covariates;
  private final List<Row> rows;
  private final Optional<Hours> hours;
  private final Optional<HourlyUse> useByHour;
  private final Supplier<DataCoverage> coverage;
  private final List<InputDigest> inputs;
  private final Findings findings;

  // computed when first asked for; immutable, so that it does not matter who computes it
  private @Nullable HourlySample hourlySample;

  /**
   * One row of daily or billed data.
   *
   * @param period its days
   * @param from its first instant
   * @param until the instant after its last
   * @param use its whole use [canonical unit]
   * @param usePerDay mean use per day [canonical unit/d]
   * @param temperatures daily mean temperatures [°C]; empty without a station
   * @param covariates mean daily values of the drivers
   */
  record Row(
      Period period,
      Instant from,
      Instant until,
      double use,
      double usePerDay,
      double[] temperatures,
      double[] covariates) {}

  /**
   * The rows of hourly data.
   *
   * @param zone the zone of the local clock
   * @param start the start of each hour [epoch s]
   * @param use use per hour [canonical unit/h]
   * @param celsius outdoor temperature [°C]
   */
  record Hours(ZoneId zone, long[] start, double[] use, double[] celsius) {
    Hours only(int[] kept) {
      return new Hours(
          zone,
          Arrays.stream(kept).mapToLong(i -> start[i]).toArray(),
          Arrays.stream(kept).mapToDouble(i -> use[i]).toArray(),
          Arrays.stream(kept).mapToDouble(i -> celsius[i]).toArray());
    }
  }

  Observations(
      Commodity commodity,
      Resolution resolution,
      Period period,
      DailyDrivers drivers,
      List<Driver> covariates,
      List<Row> rows,
      Optional<Hours> hours,
      Optional<HourlyUse> useByHour,
      Supplier<DataCoverage> coverage,
      List<InputDigest> inputs,
      Findings findings) {
    this.commodity = commodity;
    this.resolution = resolution;
    this.period = period;
    this.drivers = drivers;
    this.covariates = covariates;
    this.rows = rows;
    this.hours = hours;
    this.useByHour = useByHour;
    this.coverage = coverage;
    this.inputs = inputs;
    this.findings = findings;
  }

  /**
   * Daily observations.
   *
   * @param use use by day; days without use are left out
   * @param drivers temperature, occupancy and calendar
   * @param covariates the linear drivers
   * @param period the baseline period
   * @param inputs the identity of the data
   * @return the observations
   */
  public static Observations daily(
      DailyUse use,
      DailyDrivers drivers,
      List<Driver> covariates,
      Period period,
      List<InputDigest> inputs) {
    ObservationGatherer gatherer = new ObservationGatherer(drivers, covariates);
    for (LocalDate date : use.countedDays(period)) {
      Period day = Period.of(date, date.plusDays(1));
      gatherer.add(BilledUse.Bill.of(day, use.zone(), use.on(date).orElseThrow(), Quality.ACTUAL));
    }
    return gatherer.observations(
        use.commodity(),
        Resolution.DAILY,
        period,
        () -> UseCoverage.of(use, drivers, period),
        inputs);
  }

  /**
   * Observations of billing periods that lie wholly inside the baseline period.
   *
   * @param commodity what is billed
   * @param bills the bills; missing ones are left out
   * @param drivers temperature, occupancy and calendar
   * @param covariates the linear drivers
   * @param period the baseline period
   * @param inputs the identity of the data
   * @return the observations
   */
  public static Observations billing(
      Commodity commodity,
      List<BilledUse.Bill> bills,
      DailyDrivers drivers,
      List<Driver> covariates,
      Period period,
      List<InputDigest> inputs) {
    ObservationGatherer gatherer = new ObservationGatherer(drivers, covariates);
    for (BilledUse.Bill bill : bills) {
      if (!bill.isMissing() && period.encloses(bill.period())) {
        gatherer.add(bill);
      }
    }
    return gatherer.observations(
        commodity,
        Resolution.BILLING,
        period,
        () -> UseCoverage.of(commodity, bills, drivers, period),
        inputs);
  }

  /**
   * Hourly observations of whole clock hours with use, temperature and drivers.
   *
   * @param use use by hour; hours without use are left out
   * @param drivers temperature by hour, occupancy and calendar
   * @param covariates the linear drivers
   * @param period the baseline period
   * @param inputs the identity of the data
   * @return the observations
   * @throws IllegalArgumentException if temperatures are not known by hour
   */
  public static Observations hourly(
      HourlyUse use,
      DailyDrivers drivers,
      List<Driver> covariates,
      Period period,
      List<InputDigest> inputs) {
    HourlyTemperature outdoors =
        drivers
            .temperature()
            .flatMap(DailyTemperature::hours)
            .orElseThrow(
                () -> new IllegalArgumentException("hourly observations need hourly temperatures"));
    ObservationGatherer gatherer = new ObservationGatherer(drivers, covariates);
    Hours hours = gatherer.hours(use, outdoors, period);
    return new Observations(
        use.commodity(),
        Resolution.HOURLY,
        period,
        drivers,
        List.copyOf(covariates),
        List.of(),
        Optional.of(hours),
        Optional.of(use),
        () -> {
          throw new IllegalStateException("sufficiency sets know daily and billing data");
        },
        List.copyOf(inputs),
        gatherer.findings(period));
  }

  /** {@return what is used} */
  public Commodity commodity() {
    return commodity;
  }

  /** {@return daily or billing} */
  public Resolution resolution() {
    return resolution;
  }

  /** {@return the baseline period} */
  public Period period() {
    return period;
  }

  /** {@return the linear drivers} */
  public List<Driver> covariates() {
    return covariates;
  }

  /** {@return the number of rows} */
  public int size() {
    return hours.map(known -> known.start().length).orElse(rows.size());
  }

  /** {@return the days that the rows touch, in order} */
  public List<LocalDate> dates() {
    return hours.isPresent()
        ? hourlySample().dates()
        : rows.stream().flatMap(row -> row.period().dates()).toList();
  }

  /** {@return the days that the rows cover together [d]} */
  public int days() {
    return dates().size();
  }

  /** {@return whether temperatures are known} */
  public boolean hasTemperature() {
    return drivers.temperature().isPresent();
  }

  /** {@return what drives use} */
  public DailyDrivers drivers() {
    return drivers;
  }

  /** {@return the identity of the data} */
  public List<InputDigest> inputs() {
    return inputs;
  }

  /** {@return what was left out while aligning} */
  public Findings findings() {
    return findings;
  }

  /** Daily or billed use as it was read, rows without a value or a driver too. */
  DataCoverage coverage() {
    return coverage.get();
  }

  /** The rows of daily and billed data. */
  List<Row> rows() {
    return rows;
  }

  /** The use of each row: per day, or per hour. */
  double[] use() {
    return hours
        .map(Hours::use)
        .orElseGet(() -> rows.stream().mapToDouble(Row::usePerDay).toArray());
  }

  /** The drivers by column: the mean of each row, or of each local day of hourly data. */
  double[][] covariateColumns() {
    if (hours.isPresent()) {
      return hourlySample().covariates();
    }
    double[][] columns = new double[covariates.size()][rows.size()];
    for (int i = 0; i < rows.size(); i++) {
      for (int j = 0; j < columns.length; j++) {
        columns[j][i] = rows.get(i).covariates()[j];
      }
    }
    return columns;
  }

  private List<String> driverNames() {
    return covariates.stream().map(Driver::name).toList();
  }

  /** Daily rows as methods take them. */
  DailySample dailySample() {
    return new DailySample(
        rows.stream().map(row -> row.period().start()).toList(),
        use(),
        driverNames(),
        covariateColumns(),
        drivers);
  }

  /** Hourly rows as methods take them. */
  HourlySample hourlySample() {
    HourlySample sample = hourlySample;
    if (sample == null) {
      Hours known = hours.orElseThrow();
      sample =
          new HourlySample(
              known.zone(), known.start(), known.use(), known.celsius(), driverNames(), drivers);
      hourlySample = sample;
    }
    return sample;
  }

  /**
   * How well a fit on all rows fits them. Days and hours count alike, whatever weight a robust fit
   * gave them: far-off days must not flatter the fit.
   */
  FitStatistics judge(ModelFit fit) {
    double[] weight = fit.weight();
    double sse = fit.linear().sse();
    if (resolution != Resolution.BILLING && Arrays.stream(weight).anyMatch(w -> w != 1)) {
      weight = new double[size()];
      Arrays.fill(weight, 1);
      sse = 0;
      for (double error : fit.linear().residuals()) {
        sse += error * error;
      }
    }
    long[] from = new long[size()];
    long[] until = new long[size()];
    for (int i = 0; i < from.length; i++) {
      if (hours.isPresent()) {
        from[i] = hours.get().start()[i];
        until[i] = from[i] + SECONDS_PER_HOUR;
      } else {
        from[i] = rows.get(i).period().start().toEpochDay();
        until[i] = rows.get(i).period().end().toEpochDay();
      }
    }
    return FitStatistics.of(
        use(), weight, fit.linear().residuals(), sse, fit.parameters(), from, until);
  }

  /**
   * How well an hourly fit fits the use of days. Parameters are counted in the ratio of days to
   * hours, so that s² is inflated as that of the hours is.
   */
  FitStatistics judgeByDay(double[] residual, int parameters) {
    HourlySample sample = hourlySample();
    int days = sample.dates().size();
    double[] use = new double[days];
    double[] error = new double[days];
    double[] weight = new double[days];
    long[] from = new long[days];
    long[] until = new long[days];
    double sse = 0;
    for (int i = 0; i < residual.length; i++) {
      use[sample.day()[i]] += sample.use()[i];
      error[sample.day()[i]] += residual[i];
    }
    for (int day = 0; day < days; day++) {
      weight[day] = 1;
      from[day] = sample.dates().get(day).toEpochDay();
      until[day] = from[day] + 1;
      sse += error[day] * error[day];
    }
    int counted = (int) Math.ceil((double) parameters * days / residual.length);
    return FitStatistics.of(use, weight, error, sse, counted, from, until);
  }

  /** What residuals say about each day, or each billing period. */
  List<FittedRow> fitted(double[] residual) {
    return hours.isPresent() ? fittedDays(residual) : fittedRows(residual);
  }

  private List<FittedRow> fittedRows(double[] residual) {
    List<FittedRow> fitted = new ArrayList<>();
    for (int i = 0; i < residual.length; i++) {
      Row row = rows.get(i);
      fitted.add(
          new FittedRow(
              row.period(),
              row.usePerDay(),
              row.usePerDay() - residual[i],
              Arrays.stream(row.temperatures()).average()));
    }
    return fitted;
  }

  private List<FittedRow> fittedDays(double[] residual) {
    HourlySample sample = hourlySample();
    double[] use = new double[sample.dates().size()];
    double[] error = new double[use.length];
    for (int i = 0; i < residual.length; i++) {
      use[sample.day()[i]] += sample.use()[i];
      error[sample.day()[i]] += residual[i];
    }
    List<FittedRow> fitted = new ArrayList<>();
    for (int day = 0; day < use.length; day++) {
      LocalDate date = sample.dates().get(day);
      OptionalInt hundredths = drivers.temperatureOn(date);
      fitted.add(
          new FittedRow(
              Period.of(date, date.plusDays(1)),
              use[day],
              use[day] - error[day],
              hundredths.isPresent()
                  ? OptionalDouble.of(hundredths.getAsInt() / 100.0)
                  : OptionalDouble.empty()));
    }
    return fitted;
  }

  /** The same observations with some of the rows. */
  Observations only(int[] kept) {
    if (kept.length == size()) {
      return this;
    }
    return new Observations(
        commodity,
        resolution,
        period,
        drivers,
        covariates,
        hours.isPresent() ? rows : Arrays.stream(kept).mapToObj(rows::get).toList(),
        hours.map(known -> known.only(kept)),
        useByHour,
        coverage,
        inputs,
        findings);
  }

  /** The same observations with fewer drivers. */
  Observations without(int covariate) {
    List<Driver> fewer = new ArrayList<>(covariates);
    fewer.remove(covariate);
    List<Row> shorter =
        rows.stream()
            .map(
                row -> {
                  double[] kept = new double[fewer.size()];
                  for (int j = 0, k = 0; j < row.covariates().length; j++) {
                    if (j != covariate) {
                      kept[k++] = row.covariates()[j];
                    }
                  }
                  return new Row(
                      row.period(),
                      row.from(),
                      row.until(),
                      row.use(),
                      row.usePerDay(),
                      row.temperatures(),
                      kept);
                })
            .toList();
    return new Observations(
        commodity,
        resolution,
        period,
        drivers,
        fewer,
        shorter,
        hours,
        useByHour,
        coverage,
        inputs,
        findings);
  }

  /**
   * The same days with use by hour beside them, in which {@code institution-water} looks for leaks
   * at night.
   *
   * @param use use by hour of the same meters
   * @return the observations
   */
  public Observations withHours(HourlyUse use) {
    return new Observations(
        commodity,
        resolution,
        period,
        drivers,
        covariates,
        rows,
        hours,
        Optional.of(use),
        coverage,
        inputs,
        findings);
  }

  /** Use by hour, absent if it is not known so finely. */
  Optional<HourlyUse> useByHour() {
    return useByHour;
  }
}
