package org.emcsettlement.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.emcsettlement.core.csv.TextSource;
import org.emcsettlement.core.finding.Effect;
import org.emcsettlement.core.finding.Finding;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.core.finding.Place;
import org.emcsettlement.core.json.InputDigest;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.core.quantity.Rational;
import org.emcsettlement.settlement.contract.StatementPeriod;
import org.emcsettlement.settlement.statement.Balance;
import org.emcsettlement.settlement.statement.BaselineSummary;
import org.emcsettlement.settlement.statement.Bilingual;
import org.emcsettlement.settlement.statement.Interval;
import org.emcsettlement.settlement.statement.Line;
import org.emcsettlement.settlement.statement.LineRole;
import org.emcsettlement.settlement.statement.LineTax;
import org.emcsettlement.settlement.statement.MeterReading;
import org.emcsettlement.settlement.statement.Movement;
import org.emcsettlement.settlement.statement.ProgressRow;
import org.emcsettlement.settlement.statement.Statement;
import org.emcsettlement.settlement.statement.StatementFile;
import org.emcsettlement.settlement.statement.StatementParty;
import org.emcsettlement.settlement.statement.TaxStatus;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The schema of statements describes what is written: no key more, no key less. */
class StatementSchemaTest {

  private static final SchemaCheck SCHEMA = SchemaCheck.of(PublishedSchema.STATEMENT);

  /** The first statements of every worked case, by case and period. */
  private static final Map<String, Statement> WORKED = new TreeMap<>();

  private static final int PERIODS = 5;

  @BeforeAll
  static void settle(@TempDir Path temp) throws IOException {
    for (WorkedCase published : WorkedCase.all()) {
      Settlement settlement = WorkedCase.settlement(published.assemble(temp, ""));
      List<StatementPeriod> periods = settlement.resolved().statements().periods();
      for (StatementPeriod period : periods.subList(0, Math.min(PERIODS, periods.size()))) {
        settlement
            .settle(period)
            .value()
            .ifPresent(
                settled -> WORKED.put(published.name() + " " + period.key(), settled.statement()));
      }
    }
  }

  private static JsonNode tree(Statement statement) {
    return SchemaCheck.tree(new String(statement.canonical(), StandardCharsets.UTF_8));
  }

  @Test
  void statementsOfTheWorkedCasesAreValid() {
    assertThat(WORKED).hasSizeGreaterThanOrEqualTo(WorkedCase.all().size());
    WORKED.forEach(
        (name, statement) -> assertThat(SCHEMA.faults(tree(statement))).as(name).isEmpty());
  }

  @Test
  void everyKeyMayBeWrittenAndEveryRequiredKeyAlwaysIs() {
    List<JsonNode> written = new ArrayList<>();
    WORKED.values().forEach(statement -> written.add(tree(statement)));
    written.add(tree(full()));
    written.add(tree(least()));
    written.forEach(document -> assertThat(SCHEMA.faults(document)).isEmpty());
    compare("", SCHEMA.text(), written);
  }

  /** Compares the keys that objects of one kind have with those the schema declares for it. */
  private static void compare(String place, JsonNode declared, List<JsonNode> objects) {
    Set<String> ever = new TreeSet<>();
    Set<String> always = new TreeSet<>(names(declared.path("properties")));
    for (JsonNode object : objects) {
      ever.addAll(names(object));
      always.retainAll(names(object));
    }
    Set<String> required = new TreeSet<>();
    declared.path("required").forEach(name -> required.add(name.asText()));
    assertThat(ever).as("keys of %s", place).isEqualTo(names(declared.path("properties")));
    assertThat(always).as("required keys of %s", place).isEqualTo(required);
    for (Map.Entry<String, JsonNode> property : declared.path("properties").properties()) {
      List<JsonNode> values = new ArrayList<>();
      for (JsonNode object : objects) {
        JsonNode value = object.path(property.getKey());
        (value.isArray() ? value : List.of(value)).forEach(values::add);
      }
      JsonNode shape = resolved(property.getValue());
      JsonNode items = shape.has("items") ? resolved(shape.path("items")) : shape;
      if (items.has("properties")) {
        values.removeIf(value -> !value.isObject());
        compare(place + "/" + property.getKey(), items, values);
      }
    }
  }

  private static JsonNode resolved(JsonNode shape) {
    return shape.has("$ref") ? SCHEMA.text().at(shape.path("$ref").asText().substring(1)) : shape;
  }

  private static Set<String> names(JsonNode object) {
    Set<String> names = new TreeSet<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  @ParameterizedTest
  @CsvSource({
    "a key that is not known, /remark, '\"x\"', true",
    "a value of the wrong kind, /lines, '{}', true",
    "a constant that is not known, /key/runType, '\"FINAL\"', true",
    "a malformed decimal, /totals/net, '\"1,00\"', true",
    "an amount in whole units, /totals/net, '\"1\"', false",
    "a digest cut short, /trailDigest, '\"00\"', false",
  })
  void othersAreRefused(String what, String pointer, String value, boolean byReaderToo) {
    ObjectNode changed = (ObjectNode) tree(least());
    int last = pointer.lastIndexOf('/');
    ((ObjectNode) changed.at(pointer.substring(0, last)))
        .set(pointer.substring(last + 1), SchemaCheck.tree(value));
    assertThat(SCHEMA.faults(changed)).as(what).isNotEmpty();
    TextSource source = TextSource.of("statement.json", changed.toString());
    assertThat(StatementFile.read(source, new FindingCollector()).isEmpty())
        .as(what)
        .isEqualTo(byReaderToo);
  }

  /** One of everything, with nothing that may be absent. */
  private static Statement least() {
    Statement worked = Objects.requireNonNull(WORKED.get("case-2-shared 2025-Q3"));
    Period period = worked.servicePeriod();
    Bilingual text = new Bilingual("文", "text");
    return Statement.builder()
        .from(worked)
        .institution(StatementParty.builder().name("a").build())
        .lines(
            List.of(
                Line.builder()
                    .id("a")
                    .kind("A")
                    .label(text)
                    .role(LineRole.MEMO)
                    .clause("a")
                    .period(period)
                    .build()))
        .progress(
            List.of(
                ProgressRow.builder()
                    .commodity(Commodity.HEAT)
                    .period(period)
                    .adjustedBaseline(Rational.of(1, 3))
                    .actual(Rational.ZERO)
                    .estimated(false)
                    .build()))
        .findings(Findings.of(List.of(finding(Place.NOWHERE))))
        .build();
  }

  /** One of everything, with everything that may be absent. */
  private static Statement full() {
    Statement least = least();
    Period period = least.servicePeriod();
    BigDecimal amount = new BigDecimal("0.00");
    return Statement.builder()
        .from(least)
        .supersedes(least.trailDigest())
        .issued(LocalDate.of(2025, 11, 1))
        .due(LocalDate.of(2025, 12, 1))
        .institution(StatementParty.builder().name("a").creditCode("1").build())
        .serviceProvider(StatementParty.builder().name("b").creditCode("2").build())
        .inputs(List.of(new InputDigest("meters/a.csv", 1, least.trailDigest())))
        .meters(
            List.of(
                MeterReading.builder()
                    .meter("a")
                    .commodity(Commodity.LPG)
                    .kind("REGISTER")
                    .sign(0)
                    .multiplier(BigDecimal.ONE)
                    .coverage(period)
                    .quantity(Rational.of(-7, 2))
                    .readings(2)
                    .estimated(0)
                    .daysLeftOut(0)
                    .build()))
        .baselines(
            least.baselines().stream()
                .map(baseline -> BaselineSummary.builder().from(baseline).digest(Optional.empty()))
                .map(BaselineSummary.Builder::build)
                .toList())
        .lines(
            List.of(
                Line.builder()
                    .from(least.lines().get(0))
                    .commodity(Commodity.WATER)
                    .quantity(Rational.of(1, 3))
                    .unit("m3")
                    .unitPrice(Rational.of(1, 8))
                    .priceUnit("")
                    .exact(Rational.of(1, 24))
                    .amount(new BigDecimal("0.04"))
                    .yearToDate(new BigDecimal("-0.04"))
                    .intervals(
                        List.of(
                            Interval.builder()
                                .method("REGRESSION")
                                .confidence(new BigDecimal("0.90"))
                                .halfWidth(new BigDecimal("0.1"))
                                .adjustmentHalfWidth(new BigDecimal("0.06"))
                                .lower(Rational.ZERO)
                                .upper(Rational.ONE)
                                .build(),
                            Interval.builder()
                                .method("ASHRAE_14")
                                .confidence(new BigDecimal("0.90"))
                                .halfWidth(new BigDecimal("0.1"))
                                .lower(Rational.ZERO)
                                .upper(Rational.ONE)
                                .build()))
                    .tax(
                        LineTax.builder()
                            .category("电力")
                            .status(TaxStatus.EXEMPT)
                            .reason("文")
                            .rate(BigDecimal.ZERO)
                            .net(amount)
                            .tax(amount)
                            .gross(amount)
                            .build())
                    .remark(new Bilingual("文", "text"))
                    .node("n1")
                    .build()))
        .balances(
            List.of(
                Balance.builder()
                    .name("ADVANCE")
                    .opening(amount)
                    .movements(
                        List.of(
                            Movement.builder()
                                .kind(Movement.Kind.EXPIRY)
                                .amount(amount)
                                .clause("a")
                                .build()))
                    .closing(amount)
                    .build()))
        .progress(
            List.of(
                ProgressRow.builder().from(least.progress().get(0)).value(Rational.ONE).build()))
        .findings(
            Findings.of(
                List.of(
                    finding(
                        Place.builder()
                            .file("a.csv")
                            .line(1)
                            .column("value")
                            .pointer("/a")
                            .period("Y1")
                            .build()))))
        .build();
  }

  private static Finding finding(Place place) {
    return Finding.builder()
        .code("meter.reset")
        .effect(Effect.NOTE)
        .place(place)
        .zh("文")
        .en("text")
        .build();
  }
}
