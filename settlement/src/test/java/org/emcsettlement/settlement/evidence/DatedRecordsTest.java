package org.emcsettlement.settlement.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.emcsettlement.core.csv.TextSource;
import org.emcsettlement.core.finding.Effect;
import org.emcsettlement.core.finding.Finding;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.settlement.Amounts;
import org.emcsettlement.settlement.MonthlyContract;
import org.emcsettlement.settlement.Settled;
import org.emcsettlement.settlement.Settlement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatedRecordsTest {

  private final FindingCollector findings = new FindingCollector();

  private Optional<DatedRecords> read(DatedRecords.Use use, String rows) {
    String header =
        use == DatedRecords.Use.CLAIM ? "date,item,amount,evidence" : "date,item,count,evidence";
    return DatedRecords.read(TextSource.of(use.file(), header + "\n" + rows), use, findings);
  }

  @Test
  void anIncidentWithoutACountHappenedOnce() {
    DatedRecords records =
        read(DatedRecords.Use.INCIDENT, "2025-01-05,late,,a\n2025-01-06,late,2,b\n").orElseThrow();
    assertThat(records.entries())
        .extracting(entry -> entry.value().intValueExact())
        .containsExactly(1, 2);
    assertThat(findings.findings()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "INCIDENT, '2025-01-05,late,0,a', record.value",
    "INCIDENT, '2025-01-05,late,1.5,a', record.value",
    "CLAIM, '2025-01-05,leak,-3,a', record.value",
    "CLAIM, '2025-01-05,leak,3.005,a', record.value",
    "CLAIM, '2025-01-05,leak,,a', csv.empty-cell",
    "MILESTONE, '2025-01-05,PARTY,,a', json.invalid-value",
    "INCIDENT, ',late,1,a', csv.empty-cell"
  })
  void whatCannotBeIsRefused(DatedRecords.Use use, String row, String code) {
    assertThat(read(use, row + "\n")).isEmpty();
    assertThat(findings.findings())
        .allMatch(finding -> finding.effect() == Effect.BLOCK)
        .extracting(Finding::code)
        .containsExactly(code);
  }

  @Test
  void withoutEvidenceARecordIsProvisional() {
    assertThat(read(DatedRecords.Use.CLAIM, "2025-01-05,leak,3.00,\n")).isPresent();
    assertThat(findings.findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.code()).isEqualTo("record.evidence");
              assertThat(finding.effect()).isEqualTo(Effect.PROVISIONAL);
            });
  }

  @Test
  void anIncidentIsOneOfTheAgreedItemsAndOfTheTerm() {
    DatedRecords records =
        read(DatedRecords.Use.INCIDENT, "2025-01-05,noise,1,a\n2024-12-31,late,1,b\n")
            .orElseThrow();
    Settlement settlement =
        Settlement.of(
            new MonthlyContract(List.of(), List.of())
                .clauses(
                    """
                    {"id": "deductions", "kind": "itemised-deductions",
                     "items": [{"item": "late", "amount": "500"}]}
                    """)
                .evidence(evidence -> evidence.incidents(records))
                .resolve()
                .orThrow());
    assertThat(settlement.settle(settlement.period("2025-01")).findings())
        .extracting(Finding::code, Finding::effect)
        .contains(
            org.assertj.core.groups.Tuple.tuple("incident.unknown-item", Effect.BLOCK),
            org.assertj.core.groups.Tuple.tuple("record.out-of-term", Effect.NOTE));
  }

  /** A fee of 1,000.00 holds 50.00; 80.00 is claimed, and 5.00 too late. */
  @Test
  void aClaimIsOfTheTermAndNoMoreThanWhatIsHeld() {
    DatedRecords records =
        read(DatedRecords.Use.CLAIM, "2025-01-05,leak,80.00,a\n2027-01-01,noise,5.00,b\n")
            .orElseThrow();
    Settlement settlement =
        Settlement.of(
            new MonthlyContract(List.of(), List.of())
                .clauses(
                    """
                    {"id": "fee", "kind": "service-fee", "amount": "1000.00", "per": "STATEMENT"},
                    {"id": "retention", "kind": "retention", "ratio": "0.05"}
                    """)
                .tax("{\"mode\": \"EXCLUSIVE\", \"rate\": \"0\"}")
                .evidence(evidence -> evidence.claims(records))
                .resolve()
                .orThrow());
    Settled settled = settlement.settle(settlement.period("2025-01")).orThrow();
    assertThat(Amounts.line(settled.statement(), "retention.claim-1")).isEqualByComparingTo("-50");
    assertThat(settled.statement().totals().netPayable()).isEqualByComparingTo("950");
    assertThat(settled.statement().findings())
        .extracting(Finding::code)
        .contains("claim.exceeds-retention", "record.out-of-term");
  }
}
