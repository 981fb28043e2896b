package org.emcsettlement.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.emcsettlement.baseline.FrozenBaseline;
import org.emcsettlement.baseline.FrozenBaselineFile;
import org.emcsettlement.baseline.judge.CriteriaSet;
import org.emcsettlement.core.csv.TextSource;
import org.emcsettlement.core.finding.Finding;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.money.RoundingProfile;
import org.emcsettlement.core.period.DayCount;
import org.emcsettlement.core.period.WorkCalendar;
import org.emcsettlement.core.quantity.MeterUnit;
import org.emcsettlement.settlement.contract.Contract;
import org.emcsettlement.settlement.contract.ContractReader;
import org.emcsettlement.settlement.contract.Preset;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the library reads and writes is valid under its published schemas. */
class PublishedSchemaTest {

  private static final SchemaCheck CONTRACT = SchemaCheck.of(PublishedSchema.CONTRACT);
  private static final SchemaCheck BASELINE = SchemaCheck.of(PublishedSchema.BASELINE);

  @Test
  void anUnknownCodeIsToldTheKnownOnes() {
    assertThat(PublishedSchema.of("baseline")).isEqualTo(PublishedSchema.BASELINE);
    assertThatThrownBy(() -> PublishedSchema.of("invoice"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("invoice", "contract", "baseline", "statement");
  }

  @ParameterizedTest
  @EnumSource
  void aSchemaIsItselfValid(PublishedSchema published) {
    JsonNode schema = SchemaCheck.tree(published.text());
    String dialect = SpecificationVersion.DRAFT_2020_12.getDialectId();
    assertThat(schema.path("$schema").asText()).isEqualTo(dialect);
    assertThat(schema.path("$id").asText())
        .isEqualTo("urn:emcsettlement:schema:" + published.code() + ":1");
    assertThat(
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SchemaLocation.of(dialect))
                .validate(schema))
        .isEmpty();
  }

  @TestFactory
  Stream<DynamicTest> contractsAreValidAsWrittenAndAsExpanded() {
    return WorkedCase.contracts().entrySet().stream()
        .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> checkBoth(entry.getValue())));
  }

  private static void checkBoth(String json) {
    Contract contract =
        new ContractReader(WorkedCase.FORMAT)
            .read(TextSource.of("contract.json", json), new FindingCollector())
            .orElseThrow();
    assertThat(CONTRACT.faults(SchemaCheck.tree(json))).isEmpty();
    assertThat(CONTRACT.faults(SchemaCheck.tree(ContractReader.write(contract)))).isEmpty();
  }

  @Test
  void fittedAndAgreedBaselinesAreValid() throws IOException {
    for (FrozenBaseline fitted : List.of(FittedBaselines.daily(), FittedBaselines.billing())) {
      assertThat(fitted.errors()).isPresent();
      assertThat(BASELINE.faults(SchemaCheck.tree(FrozenBaselineFile.write(fitted)))).isEmpty();
    }
    Path agreed = WorkedCase.named("case-2-shared").folder().resolve("baselines/hospital.json");
    assertThat(BASELINE.faults(SchemaCheck.tree(Files.readString(agreed)))).isEmpty();
  }

  @Test
  void kindsAndPresetsAreThoseOfTheStandardFormat() {
    List<String> kinds = new ArrayList<>();
    for (JsonNode branch : CONTRACT.text().at("/$defs/clause/allOf")) {
      String kind = branch.at("/if/properties/kind/const").asText();
      kinds.add(kind);
      String definition = "#/$defs/clause-" + kind;
      assertThat(branch.at("/then/$ref").asText()).isEqualTo(definition);
      assertThat(CONTRACT.text().at(definition.substring(1) + "/properties/kind/const").asText())
          .isEqualTo(kind);
    }
    assertThat(kinds).containsExactlyInAnyOrderElementsOf(WorkedCase.FORMAT.kinds().keySet());
    assertThat(texts(CONTRACT.text().at("/$defs/preset/anyOf/1/properties/name/examples")))
        .isEqualTo(WorkedCase.FORMAT.presets().keySet());
  }

  /** Every preset declares its own parameters, each with the shape of the key it stands for. */
  @TestFactory
  Stream<DynamicTest> presetsTakeTheirOwnParameters() {
    return WorkedCase.FORMAT.presets().values().stream()
        .map(preset -> DynamicTest.dynamicTest(preset.name(), () -> checkParameters(preset)));
  }

  private static void checkParameters(Preset preset) {
    JsonNode declared = parametersOf(preset.name());
    Set<String> required = new TreeSet<>();
    preset
        .parameters()
        .forEach(
            (name, parameter) -> {
              if (parameter.required()) {
                required.add(name);
              }
            });
    assertThat(names(declared.path("properties"))).isEqualTo(preset.parameters().keySet());
    assertThat(texts(declared.path("required"))).isEqualTo(required);
    for (JsonNode clause : preset.clauses()) {
      for (Map.Entry<String, JsonNode> entry : clause.properties()) {
        String parameter = entry.getValue().path("$parameter").asText();
        String owner = entry.getKey().equals("series") ? "" : "-" + clause.path("kind").asText();
        if (!parameter.isEmpty()) {
          assertThat(declared.at("/properties/" + parameter + "/$ref").asText())
              .isEqualTo("#/$defs/clause" + owner + "/properties/" + entry.getKey());
        }
      }
    }
    assertThat(CONTRACT.admits(minimal().put("preset", preset.name())))
        .isEqualTo(required.isEmpty());
    ObjectNode contract = minimal();
    contract.putObject("preset").put("name", preset.name()).putObject("parameters").put("x", 1);
    assertThat(CONTRACT.keysAround(contract, "/preset/parameters"))
        .isEqualTo(preset.parameters().keySet());
  }

  /** What the schema says of a preset's parameters. */
  private static JsonNode parametersOf(String preset) {
    for (JsonNode branch : CONTRACT.text().at("/$defs/preset/anyOf/1/allOf")) {
      JsonNode name = branch.at("/if/properties/name");
      if (texts(name.path("enum")).contains(preset) || name.path("const").asText().equals(preset)) {
        return CONTRACT
            .text()
            .at(branch.at("/then/properties/parameters/$ref").asText().substring(1));
      }
    }
    throw new AssertionError("no parameters of " + preset);
  }

  @Test
  void clausesOfAnEmbeddingSystemAreAllowed() {
    ObjectNode contract = minimal();
    contract
        .withArray("clauses")
        .add(SchemaCheck.tree("{\"id\": \"own\", \"kind\": \"own\", \"x\": 1}"));
    assertThat(CONTRACT.faults(contract)).isEmpty();
  }

  @Test
  void namesThatNoEnumerationHoldsAgreeToo() {
    assertThat(texts(CONTRACT.text().at("/$defs/meter/properties/unit/enum")))
        .isEqualTo(sorted(Arrays.stream(MeterUnit.values()).map(MeterUnit::symbol)));
    assertThat(texts(CONTRACT.text().at("/$defs/schedule/properties/dayCount/enum")))
        .isEqualTo(sorted(Arrays.stream(DayCount.values()).map(DayCount::code)));
    assertThat(texts(CONTRACT.text().at("/$defs/schedule/properties/workCalendar/enum")))
        .isEqualTo(WorkCalendar.names());
    assertThat(texts(CONTRACT.text().at("/properties/rounding/enum")))
        .isEqualTo(sorted(Arrays.stream(RoundingProfile.values()).map(RoundingProfile::code)));
    assertThat(texts(CONTRACT.text().at("/$defs/policies/properties/acceptance/anyOf/0/enum")))
        .isEqualTo(CriteriaSet.standard().keySet());
  }

  @ParameterizedTest
  @CsvSource({
    "a key that is not known, /boundary, '{\"name\": \"x\", \"area\": 1}'",
    "a value of the wrong kind, /schedule, '\"MONTHLY\"'",
    "a missing key, /tax, '{\"rate\": \"0.06\"}'",
    "a malformed decimal, /tax, '{\"mode\": \"INCLUSIVE\", \"rate\": \"0,06\"}'",
    "a ratio above 1, /tax, '{\"mode\": \"INCLUSIVE\", \"rate\": \"6\"}'",
    "a bad id, /id, '\"合同一\"'",
    "a date of another form, /term, '{\"start\": \"2025-1-1\", \"end\": \"2026-01-01\"}'",
    "another version, /schemaVersion, 2",
  })
  void bothReaderAndSchemaRefuse(String what, String pointer, String value) {
    ObjectNode contract = minimal();
    assertThat(CONTRACT.faults(contract)).isEmpty();
    assertThat(refused(contract)).isFalse();
    contract.set(pointer.substring(1), SchemaCheck.tree(value));
    assertThat(CONTRACT.faults(contract)).as(what).isNotEmpty();
    assertThat(refused(contract)).as(what).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0", "1", "1.0", "0.75", ".5", "5.", "+0.5", "-0.5", "1.01", "2", "00.5", "01", "1e3",
        "1E-3", "", "-", ".", "1,5", "1 000", " 1", "0x1", "NaN", "1e", "50%"
      })
  void decimalsAreSpelledAlike(String decimal) {
    ObjectNode anyDecimal = minimal();
    JsonNode meter = SchemaCheck.tree("{\"id\": \"m\", \"commodity\": \"heat\"}");
    anyDecimal.putArray("meters").add(((ObjectNode) meter).put("multiplier", decimal));
    ObjectNode notNegative = minimal();
    ((ObjectNode) notNegative.path("boundary")).put("floorArea", decimal);
    ObjectNode ratio = minimal();
    ((ObjectNode) ratio.path("tax")).put("rate", decimal);
    boolean exponent = decimal.equals("1e3"); // above 1, which a pattern cannot count
    assertThat(CONTRACT.admits(anyDecimal)).isEqualTo(!refused(anyDecimal));
    assertThat(CONTRACT.admits(notNegative)).isEqualTo(!refused(notNegative));
    assertThat(CONTRACT.admits(ratio)).isEqualTo(!refused(ratio) || exponent);
  }

  private static boolean refused(JsonNode contract) {
    FindingCollector findings = new FindingCollector();
    new ContractReader(WorkedCase.FORMAT)
        .read(TextSource.of("contract.json", contract.toString()), findings);
    return findings.findings().stream()
        .map(Finding::code)
        .anyMatch(code -> code.startsWith("json.") || code.equals("contract.id-form"));
  }

  /** The least that is a contract. */
  private static ObjectNode minimal() {
    return (ObjectNode)
        SchemaCheck.tree(
            """
            {"schemaVersion": 1, "id": "least", "name": "least",
             "parties": {"institution": {"name": "a"}, "serviceProvider": {"name": "b"}},
             "term": {"start": "2025-01-01", "end": "2027-01-01"},
             "boundary": {"name": "x"},
             "schedule": {"frequency": "MONTHLY"},
             "tax": {"mode": "INCLUSIVE", "rate": "0.06"}}
            """);
  }

  private static Set<String> texts(JsonNode list) {
    Set<String> texts = new TreeSet<>();
    list.forEach(text -> texts.add(text.asText()));
    return texts;
  }

  private static Set<String> names(JsonNode object) {
    Set<String> names = new TreeSet<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static Set<String> sorted(Stream<String> names) {
    return new TreeSet<>(names.toList());
  }
}
