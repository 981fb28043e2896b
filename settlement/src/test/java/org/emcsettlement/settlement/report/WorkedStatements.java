package org.emcsettlement.settlement.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.emcsettlement.core.json.Json;
import org.emcsettlement.settlement.EvidenceFolder;
import org.emcsettlement.settlement.Settled;
import org.emcsettlement.settlement.Settlement;
import org.emcsettlement.settlement.clause.StandardClauses;
import org.emcsettlement.settlement.contract.ContractFormat;
import org.emcsettlement.settlement.contract.StatementPeriod;
import org.emcsettlement.settlement.statement.Statement;

/**
 * The statements of the published worked cases, with all their variants and of every period that
 * their evidence covers.
 */
final class WorkedStatements {

  /** Enough for a contract year of months, or three of quarters with their annual statements. */
  private static final int PERIODS = 15;

  private static final ContractFormat FORMAT = StandardClauses.format();

  private WorkedStatements() {}

  /** Every statement by {@code <case>[-<variant>] <period>}. */
  static Map<String, Statement> all() {
    Map<String, Statement> statements = new TreeMap<>();
    for (Path folder : list(root())) {
      add(folder, "", statements);
      for (Path variant : list(folder.resolve("variants"))) {
        add(folder, variant.getFileName().toString(), statements);
      }
    }
    return statements;
  }

  /** One statement by case, variant (empty for the base) and period key; a draft. */
  static Statement of(String folder, String variant, String period) {
    return settle(folder, variant, period, Optional.empty());
  }

  /** The same, issued on a date. */
  static Statement issued(String folder, String period, LocalDate date) {
    return settle(folder, "", period, Optional.of(date));
  }

  private static Statement settle(
      String folder, String variant, String period, Optional<LocalDate> issued) {
    Settlement settlement = settlement(root().resolve(folder), variant);
    return settlement.settle(settlement.period(period), issued).orThrow().statement();
  }

  private static void add(Path folder, String variant, Map<String, Statement> statements) {
    Settlement settlement = settlement(folder, variant);
    String name = folder.getFileName() + (variant.isEmpty() ? "" : "-" + variant);
    List<StatementPeriod> periods = settlement.resolved().statements().periods();
    for (StatementPeriod period : periods.subList(0, Math.min(PERIODS, periods.size()))) {
      Optional<Settled> settled = settlement.settle(period).value();
      if (settled.isEmpty()) {
        return;
      }
      statements.put(name + " " + period.key(), settled.get().statement());
    }
  }

  private static Settlement settlement(Path folder, String variant) {
    try {
      Path target = Files.createTempDirectory("worked-statements");
      copy(folder, target);
      if (!variant.isEmpty()) {
        overlay(folder.resolve("variants").resolve(variant), target);
      }
      EvidenceFolder evidence = EvidenceFolder.read(target, FORMAT).orThrow();
      delete(target);
      return Settlement.of(evidence.resolve(FORMAT).orThrow());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static void overlay(Path overlay, Path target) throws IOException {
    copy(overlay, target);
    Path patch = overlay.resolve("contract.patch.json");
    if (Files.exists(patch)) {
      Path contract = target.resolve("contract.json");
      Files.writeString(contract, merged(tree(contract), tree(patch)).toString());
    }
  }

  private static Path root() {
    try {
      URL url = Objects.requireNonNull(Settlement.class.getResource("cases"));
      return Path.of(url.toURI());
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static List<Path> list(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(Files::isDirectory).sorted().toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
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

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path :
          new ArrayList<>(paths.toList()).stream().sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.delete(path);
      }
    }
  }

  private static JsonNode tree(Path file) throws IOException {
    return Json.reader(JsonNode.class).readTree(Files.readString(file));
  }

  /** A JSON merge patch, RFC 7386. */
  private static JsonNode merged(JsonNode base, JsonNode patch) {
    if (!(patch instanceof ObjectNode changes) || !(base instanceof ObjectNode object)) {
      return patch;
    }
    for (Map.Entry<String, JsonNode> entry : changes.properties()) {
      String name = entry.getKey();
      if (entry.getValue().isNull()) {
        object.remove(name);
      } else if (object.has(name)) {
        object.set(name, merged(object.get(name), entry.getValue()));
      } else {
        object.set(name, entry.getValue());
      }
    }
    return object;
  }
}
