package org.emcsettlement.examples.benchmarks;

import java.util.concurrent.TimeUnit;
import org.emcsettlement.baseline.Baseline;
import org.emcsettlement.baseline.BaselineFitter;
import org.emcsettlement.baseline.Observations;
import org.emcsettlement.core.finding.Checked;
import org.emcsettlement.core.period.Period;
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

/**
 * One daily meter-year: all of 1P to 5P at the exact optimum, chosen and judged. {@code gridOf5P}
 * is what a search on whole degrees costs for the five-parameter form alone, with Commons Math.
 */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
public class DailyFitBenchmark {

  /** How many linear drivers stand beside temperature. */
  @Param({"0", "4"})
  int drivers;

  /** The decimals of daily temperatures. */
  @Param({"1", "2"})
  int decimals;

  private Observations observations =
      new SampleBuilding(Period.parse("2023-01-01/2023-02-01"), 1).daily(0);
  private final BaselineFitter auto = BaselineFitter.daily();
  private final BaselineFitter exhaustive =
      BaselineFitter.builder().from(BaselineFitter.daily()).exhaustive(true).build();
  private final BaselineFitter institution =
      BaselineFitter.builder().from(BaselineFitter.daily()).method("institution-daily").build();
  private GridSearch grid = GridSearch.of(new double[] {0}, new double[] {0});

  /** Makes the data. */
  @Setup
  public void prepare() {
    SampleBuilding building = new SampleBuilding(Period.parse("2023-01-01/2024-01-01"), decimals);
    observations = building.daily(drivers);
    grid = building.grid();
  }

  /** {@return the fit with forms left out that provably cannot be chosen} */
  @Benchmark
  public Checked<Baseline> auto() {
    return auto.fit(observations);
  }

  /** {@return the fit with every form searched} */
  @Benchmark
  public Checked<Baseline> exhaustive() {
    return exhaustive.fit(observations);
  }

  /** {@return the daily model of institutions, chosen and judged} */
  @Benchmark
  public Checked<Baseline> institutionDaily() {
    return institution.fit(observations);
  }

  /** {@return the smallest sum of squared errors of 5P on whole degrees} */
  @Benchmark
  public double gridOf5P() {
    return grid.smallestError();
  }
}
