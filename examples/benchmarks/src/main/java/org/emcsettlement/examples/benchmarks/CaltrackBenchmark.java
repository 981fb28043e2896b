package org.emcsettlement.examples.benchmarks;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.emcsettlement.baseline.caltrack.CaltrackFit;
import org.emcsettlement.baseline.caltrack.CaltrackMethod;
import org.emcsettlement.baseline.caltrack.CaltrackSample;
import org.emcsettlement.baseline.caltrack.CaltrackSavings;
import org.emcsettlement.core.finding.Checked;
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

/** CalTRACK usage per day with all 2,014 candidates: one meter-year by day, month or two months. */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
public class CaltrackBenchmark {

  private static final int YEAR = 365;
  private static final long DAY = 86_400;

  /** Days of a row. */
  @Param({"1", "30", "61"})
  int days;

  private double[] celsius = new double[0];
  private long[] start = new long[0];
  private long[] end = new long[0];
  private double[] use = new double[0];
  private CaltrackMethod method = CaltrackMethod.daily();
  private CaltrackSample sample = sample();
  private Checked<CaltrackFit> fitted = fit();

  /** Makes the data: an office with heating, cooling and noise. */
  @Setup
  public void prepare() {
    Random random = new Random(20260101);
    celsius = new double[YEAR * 24];
    double drift = 0;
    for (int hour = 0; hour < celsius.length; hour++) {
      drift = 0.98 * drift + 0.6 * random.nextGaussian();
      double season = -Math.cos(2 * Math.PI * (hour / 24.0 - 20) / YEAR);
      celsius[hour] = 13 + 15 * season + 4 * Math.sin(2 * Math.PI * (hour - 9) / 24.0) + drift;
    }
    int rows = YEAR / days;
    start = new long[rows];
    end = new long[rows];
    use = new double[rows];
    for (int i = 0; i < rows; i++) {
      start[i] = (long) i * days * DAY;
      end[i] = (i + 1L) * days * DAY;
      for (int day = i * days; day < (i + 1) * days; day++) {
        double mean = 0;
        for (int hour = day * 24; hour < (day + 1) * 24; hour++) {
          mean += celsius[hour] / 24;
        }
        use[i] +=
            2500
                + 120 * Math.max(0, 14 - mean)
                + 260 * Math.max(0, mean - 22)
                + 150 * random.nextGaussian();
      }
    }
    method = days == 1 ? CaltrackMethod.daily() : CaltrackMethod.billing();
    sample = sample();
    fitted = fit();
  }

  /** {@return rows made of readings and hourly temperatures} */
  @Benchmark
  public CaltrackSample sample() {
    return CaltrackSample.ofHours(start, end, use, hour -> celsius[(int) (hour / 3600)]);
  }

  /** {@return the chosen fit} */
  @Benchmark
  public Checked<CaltrackFit> fit() {
    return CaltrackFit.of(sample, method);
  }

  /** {@return savings with error bands} */
  @Benchmark
  public CaltrackSavings savings() {
    return CaltrackSavings.of(fitted.orThrow(), sample, 0.9);
  }
}
