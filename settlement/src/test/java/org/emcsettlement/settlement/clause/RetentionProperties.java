package org.emcsettlement.settlement.clause;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.emcsettlement.core.csv.TextSource;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.settlement.Amounts;
import org.emcsettlement.settlement.MonthlyContract;
import org.emcsettlement.settlement.evidence.DatedRecords;
import org.emcsettlement.settlement.statement.Line;
import org.emcsettlement.settlement.statement.Statement;

/** Law 43 of settlement-methods section 8. */
class RetentionProperties {

  @Provide
  Arbitrary<BigDecimal> amounts() {
    return Arbitraries.bigDecimals()
        .between(new BigDecimal("0.01"), BigDecimal.valueOf(1_000_000))
        .ofScale(2);
  }

  private static DatedRecords records(DatedRecords.Use use, String csv) {
    return DatedRecords.read(TextSource.of(use.file(), csv), use, new FindingCollector())
        .orElseThrow();
  }

  private static BigDecimal sum(Statement statement, String kind) {
    return statement.lines().stream()
        .filter(line -> line.kind().equals(kind))
        .flatMap(line -> line.amount().stream())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  @Property(tries = 25)
  void whatIsHeldIsWithheldLessReleasedLessClaimed(
      @ForAll("amounts") BigDecimal fee,
      @ForAll("amounts") BigDecimal claim,
      @ForAll @IntRange(max = 100) int share,
      @ForAll @IntRange(min = 1, max = 6) int accepted,
      @ForAll @IntRange(min = 7, max = 9) int over,
      @ForAll @IntRange(min = 1, max = 12) int claimed) {
    MonthlyContract contract =
        new MonthlyContract(List.of(), List.of())
            .clauses(
                """
                {"id": "fee", "kind": "service-fee", "amount": "%s", "per": "STATEMENT"},
                {"id": "retention", "kind": "retention", "ratio": "0.05",
                 "releases": [{"milestone": "DEFECT_PERIOD_END", "share": "0.5"},
                              {"milestone": "ACCEPTANCE", "share": "%s"}]}
                """
                    .formatted(fee.toPlainString(), BigDecimal.valueOf(share, 2)))
            .evidence(
                evidence ->
                    evidence
                        .milestones(
                            records(
                                DatedRecords.Use.MILESTONE,
                                "date,item,evidence\n%s,ACCEPTANCE,a\n%s,DEFECT_PERIOD_END,b\n"
                                    .formatted(
                                        LocalDate.of(2025, accepted, 20),
                                        LocalDate.of(2025, over, 5))))
                        .claims(
                            records(
                                DatedRecords.Use.CLAIM,
                                "date,item,amount,evidence\n%s,leak,%s,c\n"
                                    .formatted(
                                        LocalDate.of(2025, claimed, 11), claim.toPlainString()))));
    BigDecimal expected = BigDecimal.ZERO;
    for (int month = 1; month <= 12; month++) {
      Statement statement = contract.settle("2025-%02d".formatted(month)).statement();
      BigDecimal claims = sum(statement, "RETENTION_CLAIM").negate();
      expected =
          expected
              .subtract(sum(statement, "RETENTION"))
              .subtract(sum(statement, "RETENTION_RELEASE"))
              .subtract(claims);
      BigDecimal held = Amounts.balance(statement, "RETENTION");
      assertThat(held).isEqualByComparingTo(expected).isGreaterThanOrEqualTo(BigDecimal.ZERO);
      assertThat(claims).isEqualByComparingTo(sum(statement, "RETENTION_APPLIED"));
      if (month >= over) {
        assertThat(held).isEqualByComparingTo("0");
      }
      if (month > over) {
        assertThat(statement.line("retention").flatMap(Line::amount)).isEmpty();
      }
    }
  }

  /** With a milestone outstanding nothing is the last release. */
  @Property(tries = 10)
  void anOutstandingMilestoneKeepsTheRest(@ForAll("amounts") BigDecimal fee) {
    Statement statement =
        new MonthlyContract(List.of(), List.of())
            .clauses(
                """
                {"id": "fee", "kind": "service-fee", "amount": "%s", "per": "STATEMENT"},
                {"id": "retention", "kind": "retention", "ratio": "1",
                 "releases": [{"date": "2025-01-20", "share": "0.5"},
                              {"milestone": "YEAR_END_TEST", "share": "0.5"}]}
                """
                    .formatted(fee.toPlainString()))
            .settle("2025-01")
            .statement();
    BigDecimal released = Amounts.line(statement, "retention.release-1");
    BigDecimal held = Amounts.balance(statement, "RETENTION");
    assertThat(released.add(held))
        .isEqualByComparingTo(Amounts.line(statement, "retention").negate());
    assertThat(released.subtract(held)).isBetween(BigDecimal.ZERO, new BigDecimal("0.01"));
  }
}
