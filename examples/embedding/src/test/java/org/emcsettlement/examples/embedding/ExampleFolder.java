package org.emcsettlement.examples.embedding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.emcsettlement.core.csv.CsvRow;
import org.emcsettlement.core.csv.CsvTable;
import org.emcsettlement.core.csv.TextSource;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.settlement.EvidenceFolder;
import org.emcsettlement.settlement.Settlement;
import org.emcsettlement.settlement.clause.StandardClauses;
import org.emcsettlement.settlement.contract.ContractFormat;
import org.emcsettlement.settlement.contract.StatementPeriod;

/** The evidence folders of {@code examples/evidence}. */
final class ExampleFolder {

  /** The folder that holds them all. */
  static final Path ROOT =
      Path.of(System.getProperty("emc.project.root", "../..")).resolve("examples/evidence");

  private static final ContractFormat FORMAT = StandardClauses.format();

  private ExampleFolder() {}

  /** The folders that are no package, in the order of their names. */
  static List<String> names() {
    try (Stream<Path> folders = Files.list(ROOT)) {
      return folders
          .filter(folder -> Files.isRegularFile(folder.resolve("contract.json")))
          .map(folder -> folder.getFileName().toString())
          .sorted()
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static Path named(String name) {
    return ROOT.resolve(name);
  }

  /** A copy that a test may change. */
  static Path copy(String name, Path into) throws IOException {
    Path target = into.resolve(name);
    for (Path file : files(named(name))) {
      Path copied = target.resolve(named(name).relativize(file).toString());
      Files.createDirectories(copied.getParent());
      Files.copy(file, copied);
    }
    return target;
  }

  static Settlement settlement(String name) {
    return Settlement.of(
        EvidenceFolder.read(named(name), FORMAT).orThrow().resolve(FORMAT).orThrow());
  }

  /** The periods that the evidence covers, in the order they are settled. */
  static List<StatementPeriod> covered(Settlement settlement) {
    List<StatementPeriod> all = settlement.resolved().statements().periods();
    return all.subList(0, all.indexOf(settlement.lastCovered()) + 1);
  }

  static List<CsvRow> rows(String name, String file) {
    return CsvTable.read(
            TextSource.of(named(name), named(name).resolve(file)), new FindingCollector())
        .orElseThrow()
        .rows();
  }

  static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
