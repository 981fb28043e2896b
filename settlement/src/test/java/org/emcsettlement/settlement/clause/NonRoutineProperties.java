package org.emcsettlement.settlement.clause;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.emcsettlement.core.csv.TextSource;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.quantity.Rational;
import org.emcsettlement.settlement.MonthlyContract;
import org.emcsettlement.settlement.evidence.EventFile;
import org.emcsettlement.settlement.statement.Statement;

/** Law 21 of settlement-methods section 8, and what an event is worth in a month. */
class NonRoutineProperties {

  private static final LocalDate JANUARY = LocalDate.of(2025, 1, 1);
  private static final BigDecimal BASELINE = BigDecimal.valueOf(100_000);

  /** The part that the institution bears, by risk. */
  private static final Map<String, Rational> BORNE =
      Map.of(
          "equipment", Rational.ONE,
          "maintenance", Rational.ZERO,
          "force-majeure", Rational.of(3, 5));

  /** A change of the use on some days, in all or per day. */
  record Change(int id, int firstDay, int days, BigDecimal quantity, boolean perDay, String risk) {

    String json() {
      return """
          {"id": "e%d", "kind": "NON_ROUTINE", "risk": "%s", "commodity": "electricity",
           "%s": "%s", "from": "%s", "to": "%s", "reason": "r", "approvedBy": "a", "evidence": ["d"]}
          """
          .formatted(
              id,
              risk,
              perDay ? "perDay" : "quantity",
              quantity.toPlainString(),
              JANUARY.plusDays(firstDay),
              JANUARY.plusDays(firstDay + days));
    }

    /** What it changes in January. */
    Rational inJanuary() {
      long inside = Math.max(0, Math.min(31, firstDay + days) - Math.max(0, firstDay));
      Rational changed =
          Rational.of(quantity).times(Rational.of(inside)).times(requireNonNull(BORNE.get(risk)));
      return perDay ? changed : changed.dividedBy(Rational.of(days));
    }
  }

  @Provide
  Arbitrary<List<Change>> changes() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 999),
            Arbitraries.integers().between(-40, 40),
            Arbitraries.integers().between(1, 90),
            Arbitraries.bigDecimals()
                .between(BigDecimal.valueOf(-1000), BigDecimal.valueOf(1000))
                .ofScale(3),
            Arbitraries.of(true, false),
            Arbitraries.of("equipment", "maintenance", "force-majeure"))
        .as(Change::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(5)
        .uniqueElements(Change::id);
  }

  private static Statement settled(List<Change> changes) {
    String json =
        "{\"schemaVersion\": 1, \"events\": " + changes.stream().map(Change::json).toList() + "}";
    FindingCollector findings = new FindingCollector();
    EventFile events = EventFile.read(TextSource.of("events.json", json), findings).orElseThrow();
    return MonthlyContract.ofJanuary(BASELINE, BigDecimal.ZERO)
        .risks(
            "{\"equipment\": \"INSTITUTION\", \"maintenance\": \"SERVICE_PROVIDER\","
                + " \"force-majeure\": {\"shared\": \"0.6\"}}")
        .clauses("{\"id\": \"events\", \"kind\": \"events\"}")
        .evidence(evidence -> evidence.events(events))
        .settle("2025-01")
        .statement();
  }

  private static Rational adjusted(Statement statement) {
    return statement.line("use.adjusted/electricity").orElseThrow().quantity().orElseThrow();
  }

  /** The baseline and each event's own part, in whatever order they are recorded. */
  @Property(tries = 100)
  void eventsAddUpInAnyOrder(@ForAll("changes") List<Change> changes, @ForAll Random order) {
    Rational expected = Rational.of(BASELINE);
    for (Change change : changes) {
      expected = expected.plus(change.inJanuary());
    }
    List<Change> shuffled = new ArrayList<>(changes);
    Collections.shuffle(shuffled, order);
    assertThat(adjusted(settled(changes))).isEqualTo(expected);
    assertThat(adjusted(settled(shuffled))).isEqualTo(expected);
  }
}
