package org.emcsettlement.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.emcsettlement.core.csv.TextSource;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.settlement.evidence.DatedRecords;
import org.emcsettlement.settlement.evidence.Scorecard;
import org.emcsettlement.settlement.statement.Statement;
import org.junit.jupiter.api.Test;

/**
 * What the regular statements of a year deducted, withheld or paid by agreement its annual
 * statement does not refund. A fee of 12,000.00 a year in four parts; amounts computed by hand.
 */
class AnnualTakeOverTest {

  private static final String FEE =
      "{\"id\": \"fee\", \"kind\": \"hosting-fee\", \"basis\": \"FEE\", \"agreedBase\":"
          + " \"12000.00\", \"spread\": {\"method\": \"EQUAL\"}}, ";

  private static MonthlyContract contract(String clause) {
    return new MonthlyContract(List.of(), List.of())
        .clauses(FEE + clause)
        .schedule("{\"frequency\": \"QUARTERLY\", \"annualStatement\": true}")
        .tax("{\"mode\": \"EXCLUSIVE\", \"rate\": \"0\"}");
  }

  private static Statement settle(MonthlyContract contract, String period) {
    return contract.settle(period).statement();
  }

  private static DatedRecords records(DatedRecords.Use use, String csv) {
    return DatedRecords.read(TextSource.of(use.file(), csv), use, new FindingCollector())
        .orElseThrow();
  }

  private static final String INCIDENTS =
      "date,item,count,evidence\n2025-02-01,late,3,a\n2025-08-01,late,1,b\n";

  /** 3 × 100 and 1 × 100 of the quarters stay deducted: 12,000 − 400. */
  @Test
  void deductionsOfTheQuartersAreNotRefunded() {
    MonthlyContract contract =
        contract(
                """
                {"id": "deductions", "kind": "itemised-deductions",
                 "items": [{"item": "late", "amount": "100.00"}]}
                """)
            .evidence(e -> e.incidents(records(DatedRecords.Use.INCIDENT, INCIDENTS)));
    assertThat(Amounts.line(settle(contract, "2025-Q1"), "deductions"))
        .isEqualByComparingTo("-300");
    Statement year = settle(contract, "Y1");
    assertThat(Amounts.line(year, "annual-true-up.entitled")).isEqualByComparingTo("11600");
    assertThat(year.totals().netPayable()).isEqualByComparingTo("0");
    assertThat(Amounts.balance(year, "DEDUCTIONS/deductions")).isEqualByComparingTo("0");
  }

  /** Damages are owed by the quarters as they stand; the year adds nothing. */
  @Test
  void deductionsAsDamagesStandBesideTheTrueUp() {
    MonthlyContract contract =
        contract(
                """
                {"id": "deductions", "kind": "itemised-deductions", "damages": true,
                 "items": [{"item": "late", "amount": "100.00"}]}
                """)
            .evidence(e -> e.incidents(records(DatedRecords.Use.INCIDENT, INCIDENTS)));
    assertThat(settle(contract, "2025-Q3").totals().netPayable()).isEqualByComparingTo("2900");
    assertThat(settle(contract, "Y1").totals().netPayable()).isEqualByComparingTo("0");
  }

  private static final String SCORES =
      """
      start,end,score,evidence,recorded
      2025-01-01,2025-04-01,100,a,2025-04-10
      2025-04-01,2025-07-01,100,a,2025-07-10
      2025-07-01,2025-10-01,100,a,2025-10-10
      2025-10-01,2026-01-01,80,a,2026-03-01
      2026-01-01,2026-04-01,100,a,2026-04-10
      2026-04-01,2026-07-01,100,a,2026-07-10
      2026-07-01,2026-10-01,100,a,2026-10-10
      2026-10-01,2027-01-01,100,a,2027-01-10
      """;

  /** Half of 3,000 waits for the score of 80 that is given in the next contract year. */
  @Test
  void aScoreOfLastYearIsNotRefundedByThisYear() {
    MonthlyContract contract =
        contract(
                """
                {"id": "score", "kind": "performance", "linked": "0.5", "form": "LINEAR",
                 "missingScore": "WITHHELD"}
                """)
            .scorecard(
                Scorecard.read(TextSource.of("scorecard.csv", SCORES), new FindingCollector())
                    .orElseThrow());
    assertThat(settle(contract, "2025-Q4").totals().netPayable()).isEqualByComparingTo("1500");
    Statement first = settle(contract, "Y1");
    assertThat(first.totals().netPayable()).isEqualByComparingTo("0");
    assertThat(Amounts.balance(first, "SCORE_OPEN/score/2025-10-01/2026-01-01"))
        .isEqualByComparingTo("1500");
    assertThat(Amounts.line(settle(contract, "2026-Q1"), "score.late/2025-10-01"))
        .isEqualByComparingTo("1200");
    Statement second = settle(contract, "Y2");
    assertThat(Amounts.line(second, "annual-true-up.entitled")).isEqualByComparingTo("13200");
    assertThat(second.totals().netPayable()).isEqualByComparingTo("0");
  }

  /** A tenth of every quarter; the true-up after the last release is paid in full. */
  @Test
  void nothingIsWithheldAfterTheLastRelease() {
    MonthlyContract contract =
        contract(
                """
                {"id": "retention", "kind": "retention", "ratio": "0.10",
                 "releases": [{"milestone": "YEAR_END_TEST", "share": "1"}]}
                """)
            .evidence(
                e ->
                    e.milestones(
                        records(
                            DatedRecords.Use.MILESTONE,
                            "date,item,evidence\n2025-11-30,YEAR_END_TEST,a\n")));
    Statement last = settle(contract, "2025-Q4");
    assertThat(Amounts.line(last, "retention")).isEqualByComparingTo("-300");
    assertThat(Amounts.line(last, "retention.release-1")).isEqualByComparingTo("1200");
    assertThat(settle(contract, "Y1").line("retention")).isEmpty();
    Statement next = settle(contract, "2026-Q1");
    assertThat(next.line("retention")).isEmpty();
    assertThat(Amounts.balance(next, "RETENTION")).isEqualByComparingTo("0");
  }
}
