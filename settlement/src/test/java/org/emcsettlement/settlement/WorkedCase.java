package org.emcsettlement.settlement;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.emcsettlement.core.csv.CsvRow;
import org.emcsettlement.core.csv.CsvTable;
import org.emcsettlement.core.csv.TextSource;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.json.Json;
import org.emcsettlement.settlement.clause.StandardClauses;
import org.emcsettlement.settlement.contract.ContractFormat;

/**
 * A published worked case as an evidence folder among the test resources: {@code contract.json} and
 * evidence, {@code expected.csv}, and {@code variants/<name>} whose files lie over the base; {@code
 * contract.patch.json} is a JSON merge patch (RFC 7386).
 */
public record WorkedCase(Path folder) {

  static final ContractFormat FORMAT = StandardClauses.format();

  public static List<WorkedCase> all() {
    try (Stream<Path> folders = Files.list(root())) {
      return folders.filter(Files::isDirectory).sorted().map(WorkedCase::new).toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  public static WorkedCase named(String name) {
    return new WorkedCase(root().resolve(name));
  }

  /** Every contract of every case and variant, as JSON text by name. */
  public static Map<String, String> contracts() {
    Map<String, String> contracts = new TreeMap<>();
    try {
      for (WorkedCase published : all()) {
        JsonNode base = tree(published.folder.resolve("contract.json"));
        contracts.put(published.name(), base.toString());
        Path variants = published.folder.resolve("variants");
        if (Files.isDirectory(variants)) {
          try (Stream<Path> folders = Files.list(variants)) {
            for (Path variant : folders.sorted().toList()) {
              Path patch = variant.resolve("contract.patch.json");
              if (Files.exists(patch)) {
                contracts.put(
                    published.name() + "/" + variant.getFileName(),
                    merge(base.deepCopy(), tree(patch)).toString());
              }
            }
          }
        }
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return contracts;
  }

  private static Path root() {
    try {
      URL url = Objects.requireNonNull(WorkedCase.class.getResource("cases"));
      return Path.of(url.toURI());
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  public String name() {
    return folder.getFileName().toString();
  }

  List<CsvRow> expectations() {
    FindingCollector findings = new FindingCollector();
    return CsvTable.read(TextSource.of(folder, folder.resolve("expected.csv")), findings)
        .orElseThrow()
        .rows();
  }

  /** Lays a variant over the base, in a folder of its own. */
  public Path assemble(Path into, String variant) throws IOException {
    Path target = into.resolve(name() + (variant.isEmpty() ? "" : "-" + variant));
    copy(folder, target);
    Path overlay = folder.resolve("variants").resolve(variant);
    if (!variant.isEmpty()) {
      copy(overlay, target);
      Path patch = overlay.resolve("contract.patch.json");
      if (Files.exists(patch)) {
        Path contract = target.resolve("contract.json");
        JsonNode merged = merge(tree(contract), tree(patch));
        Files.writeString(contract, merged.toString());
      }
    }
    return target;
  }

  private static JsonNode tree(Path file) throws IOException {
    return Json.reader(JsonNode.class).readTree(Files.readString(file));
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path relative = from.relativize(file);
        if (!relative.startsWith("variants")) {
          Path target = to.resolve(relative.toString());
          Files.createDirectories(Objects.requireNonNull(target.getParent()));
          Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
  }

  private static JsonNode merge(JsonNode base, JsonNode patch) {
    if (!(patch instanceof ObjectNode changes) || !(base instanceof ObjectNode object)) {
      return patch;
    }
    changes
        .properties()
        .forEach(
            entry -> {
              if (entry.getValue().isNull()) {
                object.remove(entry.getKey());
              } else if (object.has(entry.getKey())) {
                object.set(entry.getKey(), merge(object.get(entry.getKey()), entry.getValue()));
              } else {
                object.set(entry.getKey(), entry.getValue());
              }
            });
    return object;
  }

  public static Settlement settlement(Path folder) {
    return Settlement.of(EvidenceFolder.read(folder, FORMAT).orThrow().resolve(FORMAT).orThrow());
  }
}
