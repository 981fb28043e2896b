package org.emcsettlement.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeTry;
import org.emcsettlement.core.json.Json;
import org.emcsettlement.settlement.contract.StatementPeriod;
import org.emcsettlement.settlement.statement.Statement;

/** Law 48 of settlement-methods section 8: the order in which facts arrive changes no byte. */
class FactOrderProperties {

  private static final List<String> CASES =
      List.of(
          "case-1-hosting",
          "case-2-shared",
          "e5-tariff",
          "e7-score-tax-retention-advance/deductions",
          "e7-score-tax-retention-advance/veto",
          "e12-early-termination",
          "e13-hosting-fee",
          "e17-late-payment/parts",
          "responsibility-matrix",
          "sharing-chain");

  private Path temp = Path.of("");

  @BeforeTry
  void open() throws IOException {
    temp = Files.createTempDirectory("order");
  }

  @AfterTry
  void close() throws IOException {
    try (Stream<Path> files = Files.walk(temp)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /** A case, or a variant of one behind a slash. */
  private Path assemble(String name, String into) throws IOException {
    String[] parts = name.split("/", 2);
    return WorkedCase.named(parts[0])
        .assemble(temp.resolve(into), parts.length > 1 ? parts[1] : "");
  }

  private static String firstDigest(Path folder) {
    return first(folder).digest();
  }

  private static Statement first(Path folder) {
    Settlement settlement = WorkedCase.settlement(folder);
    StatementPeriod period = settlement.resolved().statements().periods().get(0);
    return settlement.settle(period).orThrow().statement();
  }

  private static List<Path> tables(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".csv"))
          .filter(file -> !file.endsWith("expected.csv"))
          .sorted()
          .toList();
    }
  }

  private static void shuffle(Path folder, Random order) throws IOException {
    for (Path table : tables(folder)) {
      List<String> lines = Files.readAllLines(table);
      List<String> rows = new ArrayList<>(lines.subList(1, lines.size()));
      Collections.shuffle(rows, order);
      rows.add(0, lines.get(0));
      Files.write(table, rows);
    }
    Path events = folder.resolve("events.json");
    if (Files.exists(events)) {
      ObjectNode tree = (ObjectNode) Json.reader(JsonNode.class).readTree(Files.readString(events));
      List<JsonNode> list = new ArrayList<>();
      tree.get("events").forEach(list::add);
      Collections.shuffle(list, order);
      tree.putArray("events").addAll(list);
      Files.writeString(events, tree.toString());
    }
  }

  @Property(tries = 5)
  void rowsInAnyOrderGiveTheSameBytes(@ForAll Random order) throws IOException {
    for (String name : CASES) {
      Path given = assemble(name, "given");
      Path shuffled = assemble(name, "shuffled");
      shuffle(shuffled, order);
      assertThat(firstDigest(shuffled)).as(name).isEqualTo(firstDigest(given));
    }
  }

  /** A reading that arrives twice is one reading. */
  @Property(tries = 5)
  void aRepeatedReadingChangesNoAmount(@ForAll Random which) throws IOException {
    for (String name : CASES) {
      Path given = assemble(name, "given");
      Path repeated = assemble(name, "repeated");
      for (Path table : tables(repeated)) {
        if (!Objects.requireNonNull(table.getParent()).endsWith("meters")) {
          continue;
        }
        List<String> lines = new ArrayList<>(Files.readAllLines(table));
        lines.add(lines.get(1 + which.nextInt(lines.size() - 1)));
        Files.write(table, lines);
      }
      assertThat(first(repeated).lines()).as(name).isEqualTo(first(given).lines());
    }
  }
}
