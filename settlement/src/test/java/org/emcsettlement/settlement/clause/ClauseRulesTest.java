package org.emcsettlement.settlement.clause;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.emcsettlement.core.csv.TextSource;
import org.emcsettlement.core.finding.Finding;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.json.Json;
import org.emcsettlement.settlement.contract.ContractReader;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Terms of a clause that do not go together, in {@code clause-rules.json}: each changes a right
 * clause in one way, and is refused by the rule it breaks.
 */
class ClauseRulesTest {

  private static JsonNode resource(String name) throws IOException {
    try (InputStream stream = ClauseRulesTest.class.getResourceAsStream(name)) {
      return Json.tree(Objects.requireNonNull(stream).readAllBytes());
    }
  }

  /** Findings about the shape of a contract that has one clause. */
  private static List<Finding> refusals(JsonNode contract, JsonNode clause) {
    ObjectNode one = contract.deepCopy();
    one.putArray("clauses").add(clause);
    FindingCollector findings = new FindingCollector();
    new ContractReader(StandardClauses.format())
        .read(TextSource.of("contract.json", one.toString()), findings);
    return findings.findings().stream().filter(f -> f.code().startsWith("json.")).toList();
  }

  private static JsonNode clause(JsonNode contract, String id) {
    for (JsonNode clause : contract.path("clauses")) {
      if (clause.path("id").textValue().equals(id)) {
        return clause;
      }
    }
    throw new IllegalArgumentException("no clause " + id);
  }

  @TestFactory
  List<DynamicTest> rules() throws IOException {
    JsonNode few = resource("../schema/standard-coal.json");
    JsonNode every = resource("../schema/every-key.json");
    List<DynamicTest> tests = new ArrayList<>();
    for (JsonNode broken : resource("clause-rules.json")) {
      JsonNode right = clause(every, broken.path("clause").textValue());
      ObjectNode wrong = right.deepCopy();
      broken
          .path("set")
          .properties()
          .forEach(
              change -> {
                if (change.getValue().isNull()) {
                  wrong.remove(change.getKey());
                } else {
                  wrong.set(change.getKey(), change.getValue());
                }
              });
      tests.add(
          DynamicTest.dynamicTest(
              broken.path("clause").textValue() + " " + broken.path("set"),
              () -> {
                assertThat(refusals(few, right)).isEmpty();
                assertThat(refusals(few, wrong))
                    .singleElement()
                    .satisfies(
                        finding -> {
                          assertThat(finding.code()).isEqualTo("json.invalid-value");
                          assertThat(finding.place().describe())
                              .startsWith("contract.json #/clauses/0");
                          assertThat(finding.en()).contains(broken.path("rule").textValue());
                        });
              }));
    }
    return tests;
  }
}
