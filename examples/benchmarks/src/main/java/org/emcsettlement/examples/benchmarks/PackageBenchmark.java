package org.emcsettlement.examples.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.emcsettlement.settlement.PackageFolder;
import org.emcsettlement.settlement.PackageSettlement;
import org.emcsettlement.settlement.SettledPackage;
import org.emcsettlement.settlement.clause.StandardClauses;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One month of a package of 500 institutions with four commodities: every member's statement with
 * its trail, the joint and the consolidated statement; baselines frozen and files read. The seventh
 * month settles the six before it too. Run it from the project's root.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class PackageBenchmark {

  /** The number of institutions. */
  @Param({"500"})
  int institutions;

  /** The month. */
  @Param({"2025-01", "2025-07"})
  String month = "";

  private Path folder = Path.of("");
  private List<PackageSettlement> settlement = List.of();

  /**
   * Writes and reads the package.
   *
   * @throws IOException if it cannot be written
   */
  @Setup
  public void prepare() throws IOException {
    folder = Files.createTempDirectory("package");
    SamplePackage.write(folder, institutions);
    settlement =
        List.of(
            PackageSettlement.of(PackageFolder.read(folder, StandardClauses.format()).orThrow()));
  }

  /**
   * Removes the folder.
   *
   * @throws IOException if it cannot be removed
   */
  @TearDown
  public void clean() throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      paths
          .sorted(Comparator.reverseOrder())
          .forEach(
              path -> {
                try {
                  Files.delete(path);
                } catch (IOException busy) {
                  throw new UncheckedIOException(busy);
                }
              });
    }
  }

  /** {@return all statements of the month} */
  @Benchmark
  public SettledPackage month() {
    PackageSettlement own = settlement.get(0);
    return own.settle(own.statements().find(month), Optional.empty()).orThrow();
  }

  /** {@return the package, read again} */
  @Benchmark
  public PackageFolder read() {
    return PackageFolder.read(folder, StandardClauses.format()).orThrow();
  }
}
