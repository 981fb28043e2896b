package org.emcsettlement.examples.benchmarks;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.emcsettlement.core.finding.Checked;
import org.emcsettlement.settlement.EvidenceFolder;
import org.emcsettlement.settlement.Settled;
import org.emcsettlement.settlement.Settlement;
import org.emcsettlement.settlement.clause.StandardClauses;
import org.emcsettlement.settlement.contract.StatementPeriod;
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
 * The first month's statement of an evidence folder with its full trail, baselines frozen and files
 * read. Run it from the project's root.
 */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
public class StatementBenchmark {

  /** The folder in {@code examples/evidence}. */
  @Param({"tianjin-office", "hospital-shared", "university-water"})
  String folder = "";

  private Settlement settlement = settlement("tianjin-office");
  private StatementPeriod month = settlement.resolved().statements().periods().get(0);

  private static Settlement settlement(String folder) {
    return Settlement.of(
        EvidenceFolder.read(Path.of("examples", "evidence", folder), StandardClauses.format())
            .orThrow()
            .resolve(StandardClauses.format())
            .orThrow());
  }

  /** Reads the folder. */
  @Setup
  public void prepare() {
    settlement = settlement(folder);
    month = settlement.resolved().statements().periods().get(0);
  }

  /** {@return the statement and its trail} */
  @Benchmark
  public Checked<Settled> statement() {
    return settlement.settle(month);
  }

  /** {@return the statement's digest, which needs the canonical form of statement and trail} */
  @Benchmark
  public String statementAndDigest() {
    return settlement.settle(month).orThrow().statement().digest();
  }
}
