package org.emcsettlement.examples.benchmarks;

import java.util.concurrent.TimeUnit;
import org.emcsettlement.baseline.Baseline;
import org.emcsettlement.baseline.BaselineFitter;
import org.emcsettlement.baseline.Observations;
import org.emcsettlement.core.finding.Checked;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.series.Resolution;
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

/** Monthly bills: forms on mean temperatures, and degree days of searched bases on daily ones. */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
public class MonthlyFitBenchmark {

  /** How many bills are fitted. */
  @Param({"12", "36"})
  int months;

  private Observations observations =
      new SampleBuilding(Period.parse("2023-01-01/2024-01-01"), 1).monthly();
  private final BaselineFitter mean =
      BaselineFitter.builder().resolution(Resolution.BILLING).method("mean-temperature").build();
  private final BaselineFitter degreeDays = BaselineFitter.billing();
  private final BaselineFitter twoSided =
      BaselineFitter.builder().resolution(Resolution.BILLING).method("HDD_CDD").build();

  /** Makes the data. */
  @Setup
  public void prepare() {
    Period period = Period.parse((2024 - months / 12) + "-01-01/2024-01-01");
    observations = new SampleBuilding(period, 1).monthly();
  }

  /** {@return the fit on mean temperatures} */
  @Benchmark
  public Checked<Baseline> meanTemperature() {
    return mean.fit(observations);
  }

  /** {@return the chosen degree-day fit} */
  @Benchmark
  public Checked<Baseline> degreeDays() {
    return degreeDays.fit(observations);
  }

  /** {@return the two-sided degree-day fit alone} */
  @Benchmark
  public Checked<Baseline> degreeDaysTwoSided() {
    return twoSided.fit(observations);
  }
}
