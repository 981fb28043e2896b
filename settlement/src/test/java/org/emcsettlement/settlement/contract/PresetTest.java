package org.emcsettlement.settlement.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.emcsettlement.core.csv.TextSource;
import org.emcsettlement.core.finding.Finding;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.json.Json;
import org.emcsettlement.settlement.clause.StandardClauses;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The packaged forms of contracts. */
class PresetTest {

  private static final ContractFormat FORMAT = StandardClauses.format();

  /** Plausible terms for every parameter that some preset requires. */
  private static final Map<String, String> TERMS =
      Map.ofEntries(
          Map.entry("coefficient", "\"0.96\""),
          Map.entry("ratios", "[{\"fromYear\": 1, \"ratio\": \"0.7\"}]"),
          Map.entry("guaranteeUnit", "\"QUANTITY\""),
          Map.entry("guaranteeCommodity", "\"water\""),
          Map.entry("guarantee", "\"1000\""),
          Map.entry("fee", "\"468000.00\""),
          Map.entry("compensationPrice", "\"3.20\""),
          Map.entry("basis", "\"QUANTITY\""),
          Map.entry("basePrice", "\"3.20\""),
          Map.entry("quota", "\"100000\""),
          Map.entry("surchargeBands", "[{\"multiple\": \"1\"}]"),
          Map.entry("surchargeShared", "true"));

  private final FindingCollector findings = new FindingCollector();

  @Test
  void everyContractFormHasItsPreset() {
    assertThat(FORMAT.presets().keySet())
        .containsExactlyInAnyOrder(
            "hosting-all-in/1",
            "hosting-net/1",
            "shared-savings/1",
            "guaranteed-savings/1",
            "shared-with-guarantee/1",
            "water-hosting-all-in/1",
            "water-hosting-net/1",
            "water-shared-savings/1",
            "water-guaranteed-savings/1",
            "water-shared-with-guarantee/1",
            "hosting-all-in/2",
            "hosting-net/2",
            "shared-savings/2",
            "guaranteed-savings/2",
            "shared-with-guarantee/2",
            "water-hosting-all-in/2",
            "water-hosting-net/2",
            "water-shared-savings/2",
            "water-guaranteed-savings/2",
            "water-shared-with-guarantee/2");
  }

  @TestFactory
  Stream<DynamicTest> everyPresetIsReadAndResolvable() {
    return FORMAT.presets().values().stream()
        .map(preset -> DynamicTest.dynamicTest(preset.name(), () -> readable(preset)));
  }

  private static void readable(Preset preset) {
    List<String> parameters = new ArrayList<>();
    TERMS.forEach(
        (name, value) -> {
          if (preset.parameters().containsKey(name)) {
            parameters.add("\"" + name + "\": " + value);
          }
        });
    FindingCollector findings = new FindingCollector();
    new ContractReader(FORMAT)
        .read(
            TextSource.of("contract.json", contract(preset.name(), String.join(", ", parameters))),
            findings);
    assertThat(findings.findings().stream().map(Finding::en)).isEmpty();
  }

  /** Every declared parameter is used, every used one is declared, and each has both labels. */
  @TestFactory
  Stream<DynamicTest> parametersAreThoseOfTheClauses() {
    return FORMAT.presets().values().stream()
        .map(
            preset ->
                DynamicTest.dynamicTest(
                    preset.name(),
                    () -> {
                      Set<String> used = new TreeSet<>();
                      placeholders(preset.clauses(), used);
                      assertThat(used)
                          .containsExactlyInAnyOrderElementsOf(preset.parameters().keySet());
                      assertThat(preset.parameters().values())
                          .allSatisfy(
                              parameter -> {
                                assertThat(parameter.label().zh()).isNotBlank();
                                assertThat(parameter.label().en()).isNotBlank();
                              });
                    }));
  }

  private static void placeholders(JsonNode node, Set<String> used) {
    if (node.has("$parameter")) {
      used.add(node.get("$parameter").asText());
    }
    node.forEach(child -> placeholders(child, used));
  }

  private static String contract(String preset, String parameters) {
    return """
        {"schemaVersion": 1, "id": "p", "name": "p",
         "parties": {"institution": {"name": "a"}, "serviceProvider": {"name": "b"}},
         "term": {"start": "2025-01-01", "end": "2027-01-01"},
         "boundary": {"name": "x"},
         "commodities": [{"id": "water"}],
         "meters": [{"id": "m", "commodity": "water"}],
         "baselines": [{"id": "b", "commodity": "water", "source": "TABLE",
                        "period": "2024-01-01/2025-01-01", "annual": "120000"}],
         "prices": [{"commodity": "water", "basis": "FIXED", "reference": "3.20"}],
         "risks": {"weather": "INSTITUTION", "occupancy": "INSTITUTION",
                   "floor-area": "INSTITUTION", "energy-price": "INSTITUTION"},
         "preset": {"name": "%s", "parameters": {%s}},
         "clauses": [],
         "schedule": {"frequency": "MONTHLY", "annualStatement": true},
         "tax": {"mode": "INCLUSIVE", "rate": "0.06"}}
        """
        .formatted(preset, parameters);
  }

  private List<String> messages(String json) {
    new ContractReader(FORMAT).read(TextSource.of("contract.json", json), findings);
    return findings.findings().stream()
        .map(finding -> finding.place() + " " + finding.zh() + " " + finding.en())
        .toList();
  }

  @Test
  void aMissingParameterIsNamedInBothLanguages() {
    assertThat(messages(contract("guaranteed-savings/1", "")))
        .anySatisfy(
            message ->
                assertThat(message)
                    .contains("/preset/parameters")
                    .contains("模板 guaranteed-savings/1 需要参数 guaranteeUnit")
                    .contains("needs parameter guaranteeUnit"));
  }

  @Test
  void anUnknownParameterAndAnUnknownPresetAreNamed() {
    assertThat(messages(contract("shared-savings/1", TERMS_OF_SHARING + ", \"ratio\": \"0.7\"")))
        .anySatisfy(message -> assertThat(message).contains("/preset/parameters/ratio"));
    assertThat(messages(contract("shared-savings/9", "")))
        .anySatisfy(
            message ->
                assertThat(message)
                    .contains("Preset shared-savings/9 is unknown; known: guaranteed-savings/1"));
  }

  private static final String TERMS_OF_SHARING =
      "\"ratios\": [{\"fromYear\": 1, \"ratio\": \"0.7\"}]";

  /** What is wrong with a given parameter is shown where the contract wrote it. */
  @Test
  void aWrongParameterIsShownWhereItWasWritten() {
    assertThat(
            messages(
                contract(
                    "shared-savings/1", "\"ratios\": [{\"fromYear\": 1, \"ratio\": \"7:3\"}]")))
        .anySatisfy(message -> assertThat(message).contains("/preset/parameters/ratios/0/ratio"));
  }

  /** What a contract does not give has no clause; a tariff takes the place of unit prices. */
  @Test
  void aConditionalClauseStandsWithItsTermOnly() {
    assertThat(kinds(TERMS_OF_SHARING))
        .contains("savings-value", "final-account")
        .doesNotContain("bill-savings", "performance", "retention", "late-payment");
    assertThat(
            kinds(
                TERMS_OF_SHARING
                    + ", \"tariff\": \"t\", \"tariffCommodity\": \"water\", \"retention\": \"0.05\","
                    + " \"scoreLinked\": \"0.1\", \"lateRate\": \"3\""))
        .contains("bill-savings", "performance", "retention", "late-payment", "final-account")
        .doesNotContain("savings-value");
  }

  /** The place of a fault is right although clauses before it were left out. */
  @Test
  void aFaultBehindAClauseThatIsLeftOutIsShownWhereItWasWritten() {
    assertThat(messages(contract("shared-savings/2", TERMS_OF_SHARING + ", \"lateRate\": \"-1\"")))
        .singleElement()
        .asString()
        .contains("/preset/parameters/lateRate");
  }

  private static List<String> kinds(String parameters) {
    return new ContractReader(FORMAT)
            .read(
                TextSource.of("contract.json", contract("shared-savings/2", parameters)),
                new FindingCollector())
            .orElseThrow()
            .clauses()
            .stream()
            .map(Clause::kind)
            .toList();
  }

  @Test
  void anEmbeddingSystemAddsItsOwnButReplacesNone() {
    ObjectNode own =
        (ObjectNode)
            Json.tree(
                "{\"name\": \"own/1\", \"zh\": \"自定\", \"en\": \"own\", \"parameters\": {}, \"clauses\": []}"
                    .getBytes(StandardCharsets.UTF_8));
    ContractFormat larger = FORMAT.with(Preset.of(own));
    assertThat(larger.presets()).containsKey("own/1").hasSize(FORMAT.presets().size() + 1);
    assertThatThrownBy(() -> larger.with(Preset.of(own)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("preset \"own/1\" exists");
  }
}
