package org.emcsettlement.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.emcsettlement.core.csv.TextSource;
import org.emcsettlement.core.finding.Finding;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.settlement.evidence.DatedRecords;
import org.emcsettlement.settlement.evidence.Payments;
import org.emcsettlement.settlement.evidence.Scorecard;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Records that no clause of the contract settles are told, not dropped. */
class UnreadRecordsTest {

  private static final String FEE =
      "{\"id\": \"fee\", \"kind\": \"service-fee\", \"amount\": \"100.00\", \"per\": \"STATEMENT\"}";

  private static MonthlyContract contract(String clauses) {
    return new MonthlyContract(List.of(), List.of())
        .clauses(clauses)
        .evidence(
            evidence ->
                evidence
                    .incidents(
                        records(
                            DatedRecords.Use.INCIDENT,
                            "date,item,count,evidence\n2025-01-05,late,1,a\n"))
                    .claims(
                        records(
                            DatedRecords.Use.CLAIM,
                            "date,item,amount,evidence\n2025-01-05,leak,10.00,a\n"))
                    .milestones(
                        records(
                            DatedRecords.Use.MILESTONE,
                            "date,item,evidence\n2025-01-05,ACCEPTANCE,a\n"))
                    .payments(
                        Payments.read(
                                TextSource.of(
                                    "payments.csv",
                                    "entry,date,amount,reference\nCLAIM,2025-01-31,10.00,a\n"),
                                new FindingCollector())
                            .orElseThrow())
                    .scorecard(
                        Scorecard.read(
                                TextSource.of(
                                    "scorecard.csv",
                                    "start,end,score,evidence\n2025-01-01,2025-02-01,90,a\n"),
                                new FindingCollector())
                            .orElseThrow()));
  }

  private static DatedRecords records(DatedRecords.Use use, String csv) {
    return DatedRecords.read(TextSource.of(use.file(), csv), use, new FindingCollector())
        .orElseThrow();
  }

  private static List<String> unused(Findings findings) {
    return findings.stream()
        .filter(finding -> finding.code().equals("evidence.file-unused"))
        .map(Finding::place)
        .map(place -> place.file().orElseThrow())
        .toList();
  }

  @Test
  void theStatementNamesEveryFileThatNoClauseReads() {
    Findings findings = contract(FEE).settle("2025-01").statement().findings();
    assertThat(unused(findings))
        .containsExactlyInAnyOrder(
            "scorecard.csv", "incidents.csv", "claims.csv", "milestones.csv", "payments.csv");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "incidents.csv; '\"kind\": \"itemised-deductions\", \"items\": [{\"item\": \"late\","
            + " \"amount\": \"1.00\"}]'",
        "claims.csv; '\"kind\": \"retention\", \"ratio\": \"0.1\"'",
        "milestones.csv; '\"kind\": \"retention\", \"ratio\": \"0.1\"'",
        "payments.csv; '\"kind\": \"late-payment\", \"perTenThousand\": \"5\"'",
        "scorecard.csv; '\"kind\": \"performance\", \"linked\": \"0.1\", \"form\": \"LINEAR\"'",
      })
  void aFileThatAClauseReadsIsNotNamed(String file, String clause) {
    Findings findings =
        contract(FEE + ", {\"id\": \"c\", " + clause + "}")
            .settle("2025-01")
            .statement()
            .findings();
    assertThat(unused(findings)).doesNotContain(file).isNotEmpty();
  }

  /** A milestone after the term releases nothing. */
  @Test
  void aMilestoneAfterTheTermIsNamed() {
    Findings findings =
        new MonthlyContract(List.of(), List.of())
            .clauses(
                FEE
                    + ", {\"id\": \"c\", \"kind\": \"retention\", \"ratio\": \"0.1\", \"releases\":"
                    + " [{\"milestone\": \"DEFECT_PERIOD_END\", \"share\": \"1\"}]}")
            .evidence(
                evidence ->
                    evidence.milestones(
                        records(
                            DatedRecords.Use.MILESTONE,
                            """
                            date,item,evidence
                            2024-12-01,ACCEPTANCE,a
                            2027-03-01,DEFECT_PERIOD_END,b
                            """)))
            .settle("2025-01")
            .statement()
            .findings();
    assertThat(findings.stream().filter(f -> f.code().equals("record.out-of-term")))
        .singleElement()
        .satisfies(finding -> assertThat(finding.toString()).contains("DEFECT_PERIOD_END"));
  }
}
