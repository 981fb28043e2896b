package org.emcsettlement.examples.benchmarks;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.emcsettlement.baseline.hourly.CaltrackHourly;
import org.emcsettlement.baseline.hourly.InstitutionHourly;
import org.emcsettlement.baseline.hourly.Towt;
import org.emcsettlement.baseline.model.HourlySample;
import org.emcsettlement.baseline.model.ModelFit;
import org.emcsettlement.core.csv.TextSource;
import org.emcsettlement.core.finding.Checked;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.period.WorkCalendar;
import org.emcsettlement.core.series.DailyDrivers;
import org.emcsettlement.core.series.DailyTemperature;
import org.emcsettlement.core.series.Occupancy;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Hourly baselines of an office over one year, and over two to see that the cost is linear. */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
public class HourlyFitBenchmark {

  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final Instant START = Instant.parse("2021-12-31T16:00:00Z");
  private static final int DAY = 24;

  /** Hours of the baseline period. */
  @Param({"8760", "17520"})
  int hours;

  private HourlySample sample = office(DAY);

  /** Makes the data. */
  @Setup
  public void prepare() {
    sample = office(hours);
  }

  private static HourlySample office(int hours) {
    Random random = new Random(20260101);
    StringBuilder weather = new StringBuilder("time_utc,celsius\n");
    WorkCalendar calendar = WorkCalendar.mainlandChina();
    long[] start = new long[hours];
    double[] use = new double[hours];
    double[] celsius = new double[hours];
    double drift = 0;
    // weather begins a day earlier: buildings remember yesterday
    for (int hour = -DAY; hour < hours; hour++) {
      Instant at = START.plusSeconds(3600L * hour);
      int clock = Math.floorMod(hour, DAY);
      drift = 0.98 * drift + 0.6 * random.nextGaussian();
      double season = -Math.cos(2 * Math.PI * (hour / (double) DAY - 20) / 365.25);
      double degrees = 13 + 15 * season + 4 * Math.sin(2 * Math.PI * (clock - 9) / DAY) + drift;
      double shown = Math.round(10 * degrees) / 10.0;
      weather.append(at).append(',').append(String.format(Locale.ROOT, "%.1f%n", shown));
      if (hour >= 0) {
        boolean open =
            clock >= 8 && clock < 18 && calendar.isWorkingDay(at.atZone(CHINA).toLocalDate());
        start[hour] = at.getEpochSecond();
        celsius[hour] = shown;
        use[hour] =
            80
                + (open ? 120 : 0)
                + (open ? 9 : 3) * Math.max(0, 14 - shown)
                + (open ? 14 : 2) * Math.max(0, shown - 22)
                + 15 * random.nextGaussian();
      }
    }
    Optional<DailyTemperature> temperature =
        DailyTemperature.read(
            TextSource.of("weather.csv", weather.toString()), CHINA, new FindingCollector());
    DailyDrivers drivers = new DailyDrivers(temperature, Occupancy.none(), calendar);
    return new HourlySample(CHINA, start, use, celsius, List.of(), drivers);
  }

  /** {@return time of week and temperature} */
  @Benchmark
  public Checked<ModelFit> towt() {
    return Towt.fit(sample);
  }

  /** {@return the peer's twelve monthly fits, ready to predict} */
  @Benchmark
  public CaltrackHourly.Predictor caltrackPredictor() {
    return CaltrackHourly.predictor(sample);
  }

  /** {@return the same and once more in hundredths of a degree, as regressors} */
  @Benchmark
  public Checked<ModelFit> caltrack() {
    return CaltrackHourly.fit(sample);
  }

  /** {@return our own baseline} */
  @Benchmark
  public Checked<ModelFit> institution() {
    return InstitutionHourly.fit(sample);
  }
}
