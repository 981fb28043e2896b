package org.emcsettlement.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.emcsettlement.core.finding.Finding;
import org.emcsettlement.core.json.InputDigest;
import org.emcsettlement.settlement.contract.StatementPeriod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Case 1 with ten chargers and more floor area from February 2025 on, after its baseline. */
class StaticFactorReviewTest {

  private static final String FACTORS =
      """
      {"schemaVersion": 1, "records": [
        {"from": "2000-01-01", "floorAreaSquareMetres": "24300"},
        {"from": "2025-02-01", "floorAreaSquareMetres": "25000",
         "equipment": [
           {"id": "chargers", "name": "充电桩", "count": 10, "ratedKilowatts": "7"}]}]}
      """;

  @TempDir Path temp;

  private List<Finding> changes(String events) throws IOException {
    Path folder = WorkedCase.named("case-1-hosting").assemble(temp, "");
    Files.writeString(folder.resolve("static-factors.json"), FACTORS);
    if (!events.isEmpty()) {
      String json = "{\"schemaVersion\": 1, \"events\": [" + events + "]}";
      Files.writeString(folder.resolve("events.json"), json);
    }
    Settlement settlement = WorkedCase.settlement(folder);
    assertThat(settlement.resolved().evidence().inputs())
        .extracting(InputDigest::name)
        .contains("static-factors.json");
    StatementPeriod last = settlement.lastCovered();
    return settlement.settle(last).findings().stream()
        .filter(finding -> finding.code().startsWith("static."))
        .toList();
  }

  private static String event(String id, String more) {
    return """
        {"id": "%s", "risk": "equipment", "from": "2025-02-01", "reason": "新增",
         "approvedBy": "双方", "evidence": ["台账"], %s}
        """
        .formatted(id, more);
  }

  @Test
  void aChangeWithoutAnEventIsAFinding() throws IOException {
    assertThat(changes(""))
        .extracting(finding -> finding.code() + " " + factor(finding))
        .containsExactly(
            "static.changed equipment/chargers", "static.changed floorAreaSquareMetres");
  }

  private static String factor(Finding finding) {
    return Objects.requireNonNull(finding.arguments().get("factor"));
  }

  @Test
  void anEventThatNamesTheFactorAccountsForIt() throws IOException {
    String chargers =
        event(
            "chargers",
            """
            "kind": "NON_ROUTINE", "commodity": "electricity", "perDay": "20",
            "method": "ENGINEERING_ESTIMATE", "standardUncertainty": "2",
            "staticFactor": "equipment"
            """);
    assertThat(changes(chargers))
        .extracting(StaticFactorReviewTest::factor)
        .containsExactly("floorAreaSquareMetres");
    String area =
        event("area", "\"kind\": \"SCOPE\", \"driver\": \"FLOOR_AREA\", \"value\": \"25000\"");
    assertThat(changes(chargers + "," + area)).isEmpty();
  }

  @Test
  void anEventThatHadEndedDoesNot() throws IOException {
    String ended =
        event(
            "chargers",
            """
            "kind": "NON_ROUTINE", "commodity": "electricity", "perDay": "20",
            "to": "2025-03-01", "staticFactor": "equipment/chargers"
            """);
    assertThat(changes(ended)).hasSize(2);
  }
}
