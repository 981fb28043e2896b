package org.emcsettlement.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.emcsettlement.core.finding.Checked;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.core.json.Json;
import org.emcsettlement.settlement.contract.Contract;
import org.emcsettlement.settlement.contract.ResolvedContract;
import org.emcsettlement.settlement.contract.StatementCalendar;
import org.emcsettlement.settlement.contract.StatementPeriod;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * One mistake at a time in a worked case, {@code mistakes.json}: what {@code set} changes in its
 * contract by JSON pointer (null takes it away), what {@code files} hold instead (null: no such
 * file). The finding is named at its place and was not there before.
 */
class MistakesTest {

  @TempDir Path temp;

  private final Map<String, Set<String>> before = new HashMap<>();

  @TestFactory
  Stream<DynamicTest> everyMistakeIsNamedAtItsPlace() throws IOException {
    URL url = Objects.requireNonNull(MistakesTest.class.getResource("mistakes.json"));
    try (var text = url.openStream()) {
      JsonNode mistakes = Json.reader(JsonNode.class).readTree(text);
      return mistakes
          .valueStream()
          .map(
              mistake ->
                  DynamicTest.dynamicTest(
                      mistake.get("code").asText() + " in " + mistake.get("case").asText(),
                      () -> check(mistake)));
    }
  }

  private void check(JsonNode mistake) throws IOException {
    WorkedCase published = WorkedCase.named(mistake.get("case").asText());
    String named = mistake.get("code").asText() + " at " + mistake.get("place").asText();
    if (mistake.has("set") || mistake.has("files")) {
      assertThat(asItStands(published)).as("without the mistake").doesNotContain(named);
    }
    Path folder = published.assemble(Files.createTempDirectory(temp, "wrong"), "");
    change(folder.resolve("contract.json"), mistake.path("set"));
    mistake
        .path("files")
        .properties()
        .forEach(file -> write(folder.resolve(file.getKey()), file.getValue()));
    assertThat(found(folder)).contains(named);
  }

  private Set<String> asItStands(WorkedCase published) throws IOException {
    Set<String> known = before.get(published.name());
    if (known == null) {
      known = found(published.assemble(temp, ""));
      before.put(published.name(), known);
    }
    return known;
  }

  private static void change(Path file, JsonNode changes) throws IOException {
    JsonNode contract = Json.reader(JsonNode.class).readTree(Files.readString(file));
    for (Map.Entry<String, JsonNode> change : changes.properties()) {
      JsonPointer at = JsonPointer.compile(change.getKey());
      JsonNode parent = contract.at(at.head());
      if (parent instanceof ArrayNode list) {
        int index = at.last().getMatchingIndex();
        if (change.getValue().isNull()) {
          list.remove(index);
        } else if (index < list.size()) {
          list.set(index, change.getValue());
        } else {
          list.add(change.getValue());
        }
      } else if (change.getValue().isNull()) {
        ((ObjectNode) parent).remove(at.last().getMatchingProperty());
      } else {
        ((ObjectNode) parent).set(at.last().getMatchingProperty(), change.getValue());
      }
    }
    Files.writeString(file, contract.toString());
  }

  private static void write(Path file, JsonNode text) {
    try {
      if (text.isNull()) {
        Files.delete(file);
      } else {
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.writeString(file, text.isTextual() ? text.asText() : text.toString());
      }
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  /** What reading, resolving and settling every period find, as code and place. */
  private static Set<String> found(Path folder) {
    Set<String> found = new HashSet<>();
    Checked<EvidenceFolder> read = EvidenceFolder.read(folder, WorkedCase.FORMAT);
    add(found, read.findings());
    Optional<ResolvedContract> resolved =
        read.value()
            .flatMap(
                evidence -> {
                  Checked<ResolvedContract> checked = evidence.resolve(WorkedCase.FORMAT);
                  add(found, checked.findings());
                  return checked.value();
                });
    resolved.ifPresent(contract -> settle(contract, found));
    return found;
  }

  /** Settles one period after the other, up to the first that is refused. */
  private static void settle(ResolvedContract resolved, Set<String> found) {
    Contract contract = resolved.contract();
    Settlement settlement = Settlement.of(resolved);
    for (StatementPeriod period :
        StatementCalendar.of(contract.term(), contract.schedule(), contract.tax()).periods()) {
      Checked<Settled> settled = settlement.settle(period);
      add(found, settled.findings());
      if (settled.value().isEmpty()) {
        return;
      }
    }
  }

  private static void add(Set<String> found, Findings findings) {
    found.addAll(
        findings.stream()
            .map(finding -> finding.code() + " at " + finding.place().describe())
            .collect(Collectors.toSet()));
  }
}
