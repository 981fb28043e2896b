package org.emcsettlement.settlement.clause;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.emcsettlement.core.csv.TextSource;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.settlement.Amounts;
import org.emcsettlement.settlement.MonthlyContract;
import org.emcsettlement.settlement.evidence.DatedRecords;
import org.emcsettlement.settlement.evidence.Scorecard;
import org.emcsettlement.settlement.statement.Statement;

/** Law 40 of settlement-methods section 8 for every form, and that a late score loses nothing. */
class PerformanceProperties {

  @Provide
  Arbitrary<String> forms() {
    return Arbitraries.of(
        "\"form\": \"LINEAR\"",
        "\"form\": \"STEP\", \"pieces\": [{\"from\": \"0\", \"factor\": \"0.3\"}, {\"from\": \"60\","
            + " \"factor\": \"0.8\"}, {\"from\": \"90\", \"factor\": \"1\"}]",
        "\"form\": \"LINEAR_PIECEWISE\", \"continuous\": true, \"pieces\": [{\"from\": \"0\","
            + " \"factor\": \"0\", \"slope\": \"0.0125\"}, {\"from\": \"80\", \"factor\": \"1\"}]",
        "\"form\": \"LINEAR_PIECEWISE\", \"bonus\": true, \"pieces\": [{\"from\": \"0\", \"factor\":"
            + " \"0.1\", \"slope\": \"0.0125\"}]");
  }

  @Provide
  Arbitrary<BigDecimal> fees() {
    return Arbitraries.bigDecimals()
        .between(BigDecimal.ZERO, BigDecimal.valueOf(1_000_000_000))
        .ofScale(2);
  }

  private static MonthlyContract contract(BigDecimal fee, String terms, String scorecard) {
    return new MonthlyContract(List.of(), List.of())
        .clauses(
            """
            {"id": "fee", "kind": "service-fee", "amount": "%s", "per": "STATEMENT"},
            {"id": "score", "kind": "performance", "linked": "0.4", %s}
            """
                .formatted(fee.toPlainString(), terms))
        .scorecard(
            Scorecard.read(TextSource.of("scorecard.csv", scorecard), new FindingCollector())
                .orElseThrow());
  }

  private static Statement january(BigDecimal fee, String terms, int score) {
    return contract(fee, terms, "start,end,score,evidence\n2025-01-01,2025-02-01," + score + ",x\n")
        .settle("2025-01")
        .statement();
  }

  @Property(tries = 60)
  void aBetterScoreNeverEarnsLess(
      @ForAll("fees") BigDecimal fee,
      @ForAll("forms") String form,
      @ForAll @IntRange(max = 100) int lower,
      @ForAll @IntRange(max = 100) int higher) {
    Assume.that(lower <= higher);
    assertThat(Amounts.line(january(fee, form, lower), "score"))
        .isLessThanOrEqualTo(Amounts.line(january(fee, form, higher), "score"));
  }

  /** LINEAR: what is deducted is the part of the linked part that is not earned, to the fen. */
  @Property(tries = 40)
  void halfAScoreEarnsHalf(@ForAll("fees") BigDecimal fee) {
    Statement statement = january(fee, "\"form\": \"LINEAR\"", 50);
    BigDecimal linked = Amounts.line(statement, "score.linked");
    BigDecimal deducted = Amounts.line(statement, "score").negate();
    assertThat(linked.subtract(deducted).subtract(deducted))
        .isBetween(BigDecimal.ZERO, new BigDecimal("0.01"));
  }

  /** φ = 0.1 + 0.0125·s reaches 1 at 72 points; above it is a bonus. */
  @Property(tries = 20)
  void aboveOneIsABonus(@ForAll @IntRange(max = 100) int score) {
    Statement statement =
        january(
            new BigDecimal("100000.00"),
            "\"form\": \"LINEAR_PIECEWISE\", \"bonus\": true, \"pieces\": [{\"from\": \"0\","
                + " \"factor\": \"0.1\", \"slope\": \"0.0125\"}]",
            score);
    assertThat(statement.line("score").orElseThrow().kind())
        .isEqualTo(score > 72 ? "SCORE_BONUS" : "SCORE_DEDUCTION");
    assertThat(Amounts.line(statement, "score"))
        .isEqualByComparingTo(BigDecimal.valueOf(score * 500L - 36_000));
  }

  private static final String LATE = "start,end,score,evidence,recorded\n";

  /** Paid or withheld until the score is known: in the end the same as scored in time. */
  @Property(tries = 30)
  void aLateScoreLosesNothing(
      @ForAll("fees") BigDecimal fee,
      @ForAll("forms") String form,
      @ForAll("policies") String policy,
      @ForAll @IntRange(max = 100) int score) {
    String february = "2025-02-01,2025-03-01,100,x,2025-03-01\n";
    MonthlyContract late =
        contract(
            fee,
            form + policy,
            LATE + "2025-01-01,2025-02-01," + score + ",x,2025-03-10\n" + february);
    Statement first = late.settle("2025-01").statement();
    Statement second = late.settle("2025-02").statement();
    BigDecimal open = Amounts.balance(first, "SCORE_OPEN/score/2025-01-01/2025-02-01");
    assertThat(open).isEqualByComparingTo(Amounts.line(first, "score.linked"));
    assertThat(Amounts.balance(second, "SCORE_OPEN/score/2025-01-01/2025-02-01"))
        .isEqualByComparingTo("0");
    assertThat(
            Amounts.line(first, "score.withheld")
                .add(Amounts.line(second, "score.late/2025-01-01")))
        .isEqualByComparingTo(Amounts.line(january(fee, form, score), "score"));
  }

  @Provide
  Arbitrary<String> policies() {
    return Arbitraries.of("", ", \"missingScore\": \"PAID\"", ", \"missingScore\": \"WITHHELD\"");
  }

  /** Items at 500 up to 1,200 each, together up to 2,000. */
  @Property(tries = 40)
  void deductionsKeepTheirCaps(
      @ForAll @IntRange(min = 1, max = 9) int late, @ForAll @IntRange(min = 1, max = 9) int cold) {
    Statement statement =
        new MonthlyContract(List.of(), List.of())
            .clauses(
                """
                {"id": "fee", "kind": "service-fee", "amount": "100000.00", "per": "STATEMENT"},
                {"id": "deductions", "kind": "itemised-deductions", "cap": "2000",
                 "items": [{"item": "late", "amount": "500", "cap": "1200"},
                           {"item": "cold", "amount": "300.50"}]}
                """)
            .evidence(
                evidence ->
                    evidence.incidents(
                        DatedRecords.read(
                                TextSource.of(
                                    "incidents.csv",
                                    "date,item,count,evidence\n2025-01-05,late,"
                                        + late
                                        + ",a\n2025-01-31,cold,"
                                        + cold
                                        + ",b\n2025-02-01,cold,1,c\n"),
                                DatedRecords.Use.INCIDENT,
                                new FindingCollector())
                            .orElseThrow()))
            .settle("2025-01")
            .statement();
    BigDecimal ofLate = BigDecimal.valueOf(Math.min(500 * late, 1200));
    BigDecimal ofCold = new BigDecimal("300.50").multiply(BigDecimal.valueOf(cold));
    assertThat(Amounts.line(statement, "deductions.item-1")).isEqualByComparingTo(ofLate.negate());
    assertThat(Amounts.line(statement, "deductions.item-2")).isEqualByComparingTo(ofCold.negate());
    assertThat(Amounts.line(statement, "deductions"))
        .isEqualByComparingTo(ofLate.add(ofCold).min(BigDecimal.valueOf(2000)).negate());
  }
}
