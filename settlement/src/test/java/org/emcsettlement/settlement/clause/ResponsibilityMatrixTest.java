package org.emcsettlement.settlement.clause;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.StreamSupport;
import org.emcsettlement.core.csv.TextSource;
import org.emcsettlement.core.finding.Effect;
import org.emcsettlement.core.finding.Finding;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.core.quantity.Rational;
import org.emcsettlement.core.series.Occupancy;
import org.emcsettlement.settlement.MonthlyContract;
import org.emcsettlement.settlement.Settled;
import org.emcsettlement.settlement.Settlement;
import org.emcsettlement.settlement.evidence.EventFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The responsibility matrix decides which adjustments are admitted and to which part
 * (settlement-methods, 5.19); what changed without a date is refused where it is read.
 */
class ResponsibilityMatrixTest {

  private static final String HEADCOUNT =
      """
      {"id": "people", "kind": "driver-adjustment", "driver": "HEADCOUNT", "basis": "QUANTITY",
       "referenceValue": "100", "rule": {"mode": "ALWAYS"}}
      """;
  private static final String PRICE =
      """
      {"id": "price", "kind": "price-adjustment", "basis": "FEE", "rule": {"mode": "ALWAYS"}}
      """;
  private static final String FEE =
      """
      {"id": "fee", "kind": "hosting-fee", "basis": "FEE", "spread": {"method": "EQUAL"}}
      """;

  private static MonthlyContract contract(String risks, String clauses) {
    return MonthlyContract.ofJanuary(BigDecimal.valueOf(1000), BigDecimal.valueOf(900))
        .risks(risks)
        .occupancy("start,end,headcount\n2025-01-01,2027-01-01,120\n")
        .clauses(clauses);
  }

  private static Rational adjusted(MonthlyContract contract) {
    return contract
        .settle("2025-01")
        .statement()
        .line("use.adjusted/electricity")
        .orElseThrow()
        .quantity()
        .orElseThrow();
  }

  private static List<String> blocking(Findings findings) {
    return StreamSupport.stream(findings.spliterator(), false)
        .filter(finding -> finding.effect() == Effect.BLOCK)
        .map(Finding::code)
        .toList();
  }

  /** 1,000 kWh with 120 persons instead of 100. */
  @ParameterizedTest
  @CsvSource({
    "'\"INSTITUTION\"', 1200",
    "'\"SERVICE_PROVIDER\"', 1000",
    "'{\"shared\": \"0.25\"}', 1050"
  })
  void aDriverAdjustsToThePartThatTheInstitutionBears(String borne, String quantity) {
    assertThat(adjusted(contract("{\"occupancy\": " + borne + "}", HEADCOUNT)))
        .isEqualTo(Rational.of(new BigDecimal(quantity)));
  }

  @Test
  void anAdjustmentWithoutAnEntryIsRefused() {
    assertThat(blocking(contract("{}", HEADCOUNT).findings()))
        .containsExactly("contract.risk-missing");
    assertThat(
            blocking(contract("{\"occupancy\": \"INSTITUTION\"}", FEE + ", " + PRICE).findings()))
        .contains("contract.risk-missing");
  }

  private static EventFile event(String risk) {
    return events(
            """
            {"id": "extra", "kind": "NON_ROUTINE", "risk": "%s", "commodity": "electricity",
             "perDay": "10", "from": "2025-01-01", "reason": "x", "approvedBy": "y",
             "evidence": ["z"]}
            """
                .formatted(risk),
            new FindingCollector())
        .get(0);
  }

  private static List<EventFile> events(String event, FindingCollector findings) {
    return EventFile.read(
            TextSource.of("events.json", "{\"schemaVersion\": 1, \"events\": [" + event + "]}"),
            findings)
        .stream()
        .toList();
  }

  private static final String EVENTS = "{\"id\": \"events\", \"kind\": \"events\"}";

  @Test
  void anEventWithoutAnEntryIsRefusedAndASharedOneIsInTheTrail() {
    MonthlyContract refused =
        contract("{\"equipment\": \"INSTITUTION\"}", EVENTS)
            .evidence(evidence -> evidence.events(event("force-majeure")));
    Settlement settlement = Settlement.of(refused.resolve().orThrow());
    assertThat(blocking(settlement.settle(settlement.period("2025-01")).findings()))
        .containsExactly("contract.risk-missing");

    Settled shared =
        contract("{\"force-majeure\": {\"shared\": \"0.6\"}}", EVENTS)
            .evidence(evidence -> evidence.events(event("force-majeure")))
            .settle("2025-01");
    // 31 days of 10 kWh, 0.6 of them
    assertThat(shared.statement().line("use.adjusted/electricity").orElseThrow().quantity())
        .contains(Rational.of(1186));
    assertThat(shared.trail().nodes())
        .anyMatch(
            node ->
                node.name().equals("institution-bears")
                    && node.value().equals(Rational.of(new BigDecimal("0.6"))));
  }

  @Test
  void aRiskNobodyKnowsIsRefused() {
    assertThat(blocking(contract("{\"luck\": \"INSTITUTION\"}", EVENTS).findings()))
        .containsExactly("json.unknown-key");
  }

  @ParameterizedTest
  @ValueSource(strings = {"FLOOR_AREA", "OPERATING_HOURS", "HEADCOUNT"})
  void aChangeWithoutADateIsRefused(String driver) {
    FindingCollector findings = new FindingCollector();
    String event =
        """
        {"id": "change", "kind": "SCOPE", "risk": "other", "driver": "%s", "value": "25000",
         "reason": "x", "approvedBy": "y", "evidence": ["z"]}
        """
            .formatted(driver);
    assertThat(events(event, findings)).isEmpty();
    assertThat(findings.findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.code()).isEqualTo("json.missing-key");
              assertThat(finding.effect()).isEqualTo(Effect.BLOCK);
              assertThat(finding.place().pointer()).hasValue("/events/0");
            });
  }

  @Test
  void aCountWithoutADateIsRefused() {
    FindingCollector findings = new FindingCollector();
    Occupancy.read(
        TextSource.of(
            "occupancy.csv", "start,end,headcount\n2025-01-01,2025-02-01,100\n,2025-03-01,120\n"),
        findings);
    assertThat(blocking(findings.findings())).isNotEmpty();
  }
}
