package org.emcsettlement.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.emcsettlement.baseline.FrozenBaselineFile;
import org.emcsettlement.core.csv.TextSource;
import org.emcsettlement.core.finding.Finding;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.json.Json;
import org.emcsettlement.settlement.assessment.AssessmentTerms;
import org.emcsettlement.settlement.contract.ContractReader;
import org.emcsettlement.settlement.contract.RiskKinds;
import org.emcsettlement.settlement.indicator.IndicatorTerms;
import org.emcsettlement.settlement.tariff.Tariff;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Reader and schema say the same of a document. Both are shown documents that use every key, and
 * the same documents with one thing changed at a time; the findings of the reader are the measure.
 */
class SchemaAgreementTest {

  /** Values put in the place of every value, right in some places and wrong in others. */
  private static final List<JsonNode> OTHERS =
      Stream.of("true", "2", "0.5", "\"-7.5\"", "\"1.2.3\"", "[]", "{}")
          .map(SchemaCheck::tree)
          .toList();

  /** Findings about the shape of a document; the others are about what it means. */
  private static final Set<String> OF_SHAPE =
      Set.of(
          "json.unknown-key",
          "json.missing-key",
          "json.wrong-kind",
          "json.invalid-value",
          "contract.id-form",
          "contract.bands");

  /** Keys of every clause, used in one of them; presets; risks of a kind. */
  private static final Set<String> USED_ELSEWHERE = usedElsewhere();

  private static final JsonNode STRANGE = SchemaCheck.tree("\"INSTITUTION\"");

  private static final Pattern ONE_OF = Pattern.compile("must be one of \\[(.*?)\\].*");

  /**
   * A right document, and how it is read.
   *
   * @param part the pointer of the part that is looked at
   * @param beyondSchema where a reader rightly refuses what no schema can: a sum, an order, a name
   *     that has to be looked up
   */
  record Specimen(
      String name,
      PublishedSchema schema,
      JsonNode document,
      String part,
      BiConsumer<TextSource, FindingCollector> reader,
      Set<String> beyondSchema) {

    @Override
    public String toString() {
      return name;
    }

    /** The JSON pointers of all values of the part, the part itself first. */
    List<String> pointers() {
      List<String> pointers = new ArrayList<>();
      collect(document.at(part), part, pointers);
      return pointers;
    }

    List<String> objects() {
      return pointers().stream().filter(pointer -> document.at(pointer).isObject()).toList();
    }

    List<Finding> findings(JsonNode changed) {
      FindingCollector findings = new FindingCollector();
      reader.accept(TextSource.of("document.json", changed.toString()), findings);
      return findings.findings().list();
    }

    /** The keys that the reader names when it meets another. */
    Set<String> keysKnownAt(JsonNode changed, String pointer) {
      Set<String> known = new TreeSet<>();
      for (Finding finding : findings(changed)) {
        if (finding.code().equals("json.unknown-key")) {
          assertThat(finding.place().pointer()).contains(pointer + "/no-such-key");
          known.addAll(names(finding.arguments().getOrDefault("known", "")));
        }
      }
      return known;
    }

    boolean refuses(JsonNode changed) {
      return findings(changed).stream().map(Finding::code).anyMatch(OF_SHAPE::contains);
    }

    boolean isBeyondSchema(String pointer) {
      return beyondSchema.contains(pointer.replaceAll("/[0-9]+(?=/|$)", "/*"));
    }
  }

  private static Set<String> usedElsewhere() {
    Set<String> keys = new TreeSet<>(RiskKinds.ALL);
    keys.addAll(Set.of("series", "reference", "preset"));
    return keys;
  }

  static Stream<Specimen> specimens() {
    return Stream.of(contracts(), Stream.of(tariff(), indicators(), assessment(), baseline()))
        .flatMap(specimens -> specimens);
  }

  private static Specimen tariff() {
    return new Specimen(
        "tariff",
        PublishedSchema.TARIFF,
        resource("schema/every-tariff-key.json"),
        "",
        (source, findings) -> Tariff.read(source, "CNY", findings),
        Set.of());
  }

  private static Specimen indicators() {
    return new Specimen(
        "indicators",
        PublishedSchema.INDICATORS,
        resource("schema/every-indicator-key.json"),
        "",
        IndicatorTerms::read,
        Set.of("/targets/*/baseYear", "/targets/*/targetYear"));
  }

  private static Specimen assessment() {
    return new Specimen(
        "assessment",
        PublishedSchema.ASSESSMENT,
        resource("schema/every-assessment-key.json"),
        "",
        (source, findings) ->
            AssessmentTerms.read(source, findings)
                .ifPresent(terms -> terms.contract(WorkedCase.FORMAT, findings)),
        Set.of(
            "/timezone",
            "/history",
            "/measures/*/saving/low",
            "/measures/*/saving/likely",
            "/measures/*/saving/high",
            "/priceEscalation/*/rate/low",
            "/priceEscalation/*/rate/likely",
            "/priceEscalation/*/rate/high"));
  }

  private static Specimen baseline() {
    return new Specimen(
        "frozen baseline",
        PublishedSchema.BASELINE,
        SchemaCheck.tree(FrozenBaselineFile.write(FittedBaselines.billing())),
        "",
        FrozenBaselineFile::read,
        Set.of(
            "/conditions/*/sums",
            "/errors/inverseGram/*",
            "/errors/observations",
            "/errors/parameters"));
  }

  /** All but the clauses, then each clause in a contract of few words: small documents. */
  private static Stream<Specimen> contracts() {
    ObjectNode whole = (ObjectNode) resource("schema/every-key.json");
    JsonNode few = resource("schema/standard-coal.json");
    List<Specimen> specimens = new ArrayList<>();
    specimens.add(contract("standard-coal", few, ""));
    for (JsonNode clause : whole.path("clauses")) {
      ObjectNode document = few.deepCopy();
      document.putArray("clauses").add(clause);
      specimens.add(contract(clause.path("kind").textValue(), document, "/clauses/0"));
    }
    whole.putArray("clauses");
    specimens.add(contract("every-key", whole, ""));
    return specimens.stream();
  }

  private static Specimen contract(String name, JsonNode document, String part) {
    return new Specimen(
        name,
        PublishedSchema.CONTRACT,
        document,
        part,
        (source, findings) -> new ContractReader(WorkedCase.FORMAT).read(source, findings),
        Set.of(
            "/timezone",
            "/baselines/*/profile/*",
            "/clauses/*/amortisation/investment",
            "/clauses/*/amortisation/residual",
            "/clauses/*/amortisation/table/*/date",
            "/clauses/*/amortisation/table/*/unamortised",
            "/clauses/*/bands/*/upTo",
            "/clauses/*/recovery/*/upTo",
            "/clauses/*/pieces/*/from"));
  }

  private static JsonNode resource(String name) {
    try (InputStream stream = SchemaAgreementTest.class.getResourceAsStream(name)) {
      return Json.tree(Objects.requireNonNull(stream).readAllBytes());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @ParameterizedTest
  @MethodSource("specimens")
  void theSpecimenHasTheRightShape(Specimen specimen) {
    assertThat(SchemaCheck.of(specimen.schema()).faults(specimen.document())).isEmpty();
    assertThat(specimen.findings(specimen.document()))
        .extracting(Finding::code)
        .doesNotContainAnyElementsOf(OF_SHAPE);
  }

  @ParameterizedTest
  @MethodSource("specimens")
  void theKeysOfEveryObjectAreThoseItsReaderAsksFor(Specimen specimen) {
    SchemaCheck schema = SchemaCheck.of(specimen.schema());
    for (String pointer : specimen.objects()) {
      JsonNode changed = with(specimen.document(), pointer + "/no-such-key", STRANGE);
      assertThat(schema.keysAround(changed, pointer))
          .as(pointer)
          .isEqualTo(specimen.keysKnownAt(changed, pointer));
    }
  }

  /** What no specimen uses could not be compared. */
  @Test
  void everyKeyIsUsedInASpecimen() {
    Map<Set<String>, Set<String>> unused = new LinkedHashMap<>();
    for (Specimen specimen : specimens().toList()) {
      for (String pointer : specimen.objects()) {
        JsonNode changed = with(specimen.document(), pointer + "/no-such-key", STRANGE);
        Set<String> known = specimen.keysKnownAt(changed, pointer);
        unused
            .computeIfAbsent(known, keys -> new TreeSet<>(keys))
            .removeAll(keys(specimen.document().at(pointer)));
      }
    }
    unused.forEach((known, keys) -> assertThat(USED_ELSEWHERE).containsAll(keys));
  }

  @ParameterizedTest
  @MethodSource("specimens")
  void aKeyMayBeAbsentInBothOrNeither(Specimen specimen) {
    SchemaCheck schema = SchemaCheck.of(specimen.schema());
    List<String> disagreed = new ArrayList<>();
    for (String pointer : specimen.pointers()) {
      String parent = pointer.isEmpty() ? "" : pointer.substring(0, pointer.lastIndexOf('/'));
      if (!pointer.isEmpty() && specimen.document().at(parent) instanceof ObjectNode) {
        JsonNode changed = specimen.document().deepCopy();
        ((ObjectNode) changed.at(parent)).remove(pointer.substring(parent.length() + 1));
        compare(specimen, schema, changed, pointer + " absent", pointer).ifPresent(disagreed::add);
      }
    }
    assertThat(disagreed).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("specimens")
  void aValueIsAdmittedByBothOrNeither(Specimen specimen) {
    SchemaCheck schema = SchemaCheck.of(specimen.schema());
    List<String> disagreed = new ArrayList<>();
    for (String pointer : specimen.pointers()) {
      for (JsonNode other : OTHERS) {
        if (!pointer.isEmpty()) {
          JsonNode changed = with(specimen.document(), pointer, other);
          compare(specimen, schema, changed, pointer + " = " + other, pointer)
              .ifPresent(disagreed::add);
        }
      }
    }
    assertThat(disagreed).isEmpty();
  }

  @Test
  void constantsAreThoseTheReaderNames() {
    assertThat(specimens().mapToInt(SchemaAgreementTest::constantsCompared).sum()).isPositive();
  }

  private static int constantsCompared(Specimen specimen) {
    SchemaCheck schema = SchemaCheck.of(specimen.schema());
    int compared = 0;
    for (String pointer : specimen.pointers()) {
      if (!pointer.isEmpty()) {
        JsonNode changed = with(specimen.document(), pointer, SchemaCheck.tree("\"NO SUCH\""));
        for (Finding finding : specimen.findings(changed)) {
          Matcher matcher = ONE_OF.matcher(finding.arguments().getOrDefault("rule", ""));
          if (matcher.matches()) {
            assertThat(schema.constantsInsteadOf(changed, pointer))
                .as(pointer)
                .isEqualTo(names(matcher.group(1)));
            compared++;
          }
        }
      }
    }
    return compared;
  }

  private static Optional<String> compare(
      Specimen specimen, SchemaCheck schema, JsonNode changed, String what, String pointer) {
    boolean refused = specimen.refuses(changed);
    boolean agree = refused != schema.admits(changed);
    return agree || (refused && specimen.isBeyondSchema(pointer))
        ? Optional.empty()
        : Optional.of(what + (refused ? ": only the reader refuses" : ": only the schema refuses"));
  }

  private static Set<String> names(String list) {
    return new TreeSet<>(Arrays.asList(list.split(", ", -1)));
  }

  private static Set<String> keys(JsonNode object) {
    Set<String> keys = new TreeSet<>();
    object.fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  private static JsonNode with(JsonNode document, String pointer, JsonNode value) {
    JsonNode changed = document.deepCopy();
    String parent = pointer.substring(0, pointer.lastIndexOf('/'));
    String last = pointer.substring(parent.length() + 1);
    if (changed.at(parent) instanceof ObjectNode object) {
      object.set(last, value);
    } else {
      ((ArrayNode) changed.at(parent)).set(Integer.parseInt(last), value);
    }
    return changed;
  }

  /** Of numbers in a list the first. */
  private static void collect(JsonNode node, String pointer, List<String> pointers) {
    pointers.add(pointer);
    if (node.isObject()) {
      node.properties()
          .forEach(entry -> collect(entry.getValue(), pointer + "/" + entry.getKey(), pointers));
    }
    for (int i = 0; node.isArray() && i < node.size() && (i == 0 || node.get(i).isObject()); i++) {
      collect(node.get(i), pointer + "/" + i, pointers);
    }
  }
}
