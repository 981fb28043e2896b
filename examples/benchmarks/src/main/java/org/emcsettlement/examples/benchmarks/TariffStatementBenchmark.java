package org.emcsettlement.examples.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
 * A month's statement with ten clauses, two tariffs and its full trail; the peer is the same
 * contract at unit prices.
 */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
public class TariffStatementBenchmark {

  /** Whether savings are valued under tariffs, else at unit prices. */
  @Param({"true", "false"})
  boolean tariffs;

  private List<Settlement> settlement = List.of();

  /**
   * Writes and reads the folder.
   *
   * @throws IOException if it cannot be written
   */
  @Setup
  public void prepare() throws IOException {
    Path folder = Files.createTempDirectory("tariffs");
    SampleTariffs.write(folder, tariffs);
    settlement =
        List.of(
            Settlement.of(
                EvidenceFolder.read(folder, StandardClauses.format())
                    .orThrow()
                    .resolve(StandardClauses.format())
                    .orThrow()));
    statement().orThrow();
  }

  /** {@return the statement and its trail} */
  @Benchmark
  public Checked<Settled> statement() {
    Settlement own = settlement.get(0);
    StatementPeriod july = own.resolved().statements().periods().get(0);
    return own.settle(july);
  }
}
