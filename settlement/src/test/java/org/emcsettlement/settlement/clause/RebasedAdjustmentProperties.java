package org.emcsettlement.settlement.clause;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.emcsettlement.core.finding.Finding;
import org.emcsettlement.settlement.MonthlyContract;
import org.emcsettlement.settlement.statement.Statement;

/** What new references and products of factors do to a fee of 12,000 a year; law 22 with them. */
class RebasedAdjustmentProperties {

  private static MonthlyContract hosted(int headcount, String clauses) {
    BigDecimal thousand = BigDecimal.valueOf(1000);
    return new MonthlyContract(Collections.nCopies(12, thousand), Collections.nCopies(12, thousand))
        .occupancy("start,end,headcount\n2025-01-01,2027-01-01," + headcount + "\n")
        .clauses("{\"id\": \"fee\", \"kind\": \"hosting-fee\", \"basis\": \"FEE\"}, " + clauses);
  }

  private static String people(String id, String terms) {
    return "{\"id\": \""
        + id
        + "\", \"kind\": \"driver-adjustment\", \"driver\": \"HEADCOUNT\", \"basis\": \"FEE\","
        + " \"referenceValue\": \"300\", "
        + terms
        + "}";
  }

  private static BigDecimal amount(Statement statement, String line) {
    return statement.line(line).orElseThrow().amount().orElseThrow();
  }

  /** Π(1 + x_i) is the whole change: without a threshold nothing depends on the reference. */
  @Property(tries = 30)
  void withoutThresholdRebasingChangesNothing(
      @ForAll @IntRange(min = 1, max = 900) int headcount,
      @ForAll @IntRange(min = 1, max = 900) int reference) {
    String always = "\"rule\": {\"mode\": \"ALWAYS\"}";
    String rebased =
        always
            + ", \"rebased\": [{\"from\": \"2025-01-01\", \"reference\": \""
            + reference
            + "\"}]";
    assertThat(amount(hosted(headcount, people("p", rebased)).settle("2025-03").statement(), "p"))
        .isEqualByComparingTo(
            amount(hosted(headcount, people("p", always)).settle("2025-03").statement(), "p"));
  }

  /** 340 of 300 are 40/300; from July 330 of 300 stay in and 340 of 330 lie within 5 %. */
  @Example
  void aStepStaysInAndSmallChangesOfTheNewReferenceDoNot() {
    MonthlyContract contract =
        hosted(
            340,
            people(
                "p",
                "\"rule\": {\"mode\": \"FULL_ONCE_TRIGGERED\", \"threshold\": \"0.05\"},"
                    + " \"rebased\": [{\"from\": \"2025-07-01\", \"reference\": \"330\"}]"));
    assertThat(amount(contract.settle("2025-06").statement(), "p")).isEqualByComparingTo("131.51");
    assertThat(amount(contract.settle("2025-07").statement(), "p")).isEqualByComparingTo("101.92");
  }

  /** (1 + x/300)(1 + x/600) − 1 of 12,000, rounded once a year. */
  @Property(tries = 10)
  void factorsMultiplyInAnyOrderAndAddUpOverTheYear(
      @ForAll @IntRange(min = 270, max = 400) int headcount) {
    String rule = ", \"rule\": {\"mode\": \"ALWAYS\"}";
    String combined = "{\"id\": \"all\", \"kind\": \"combined-adjustment\"}";
    String half = "\"sensitivity\": \"0.5\", \"combination\": \"MULTIPLICATIVE\"" + rule;
    String whole = "\"combination\": \"MULTIPLICATIVE\"" + rule;
    BigDecimal x = BigDecimal.valueOf(headcount - 300);
    // 12,000·((1 + x/300)(1 + x/600) − 1) = 60·x + x²/15
    BigDecimal year =
        x.multiply(BigDecimal.valueOf(60))
            .add(x.multiply(x).divide(BigDecimal.valueOf(15), 2, RoundingMode.HALF_UP));
    for (String clauses :
        List.of(
            people("a", half) + ", " + people("b", whole) + ", " + combined,
            people("b", whole) + ", " + people("a", half) + ", " + combined)) {
      assertThat(
              hosted(headcount, clauses)
                  .settle("2025-12")
                  .statement()
                  .line("all")
                  .orElseThrow()
                  .yearToDate())
          .hasValueSatisfying(found -> assertThat(found).isEqualByComparingTo(year));
    }
  }

  private static List<String> codes(String clauses) {
    return hosted(300, clauses).findings().stream().map(Finding::code).toList();
  }

  @Example
  void aProductThatNobodyPostsAndReferencesOutOfOrderAreRefused() {
    String rule = ", \"rule\": {\"mode\": \"ALWAYS\"}";
    assertThat(codes(people("p", "\"combination\": \"MULTIPLICATIVE\"" + rule)))
        .contains("contract.factor-unused");
    assertThat(
            codes(
                people(
                    "p",
                    "\"rebased\": [{\"from\": \"2026-01-01\", \"reference\": \"330\"},"
                        + " {\"from\": \"2025-07-01\", \"reference\": \"340\"}]"
                        + rule)))
        .contains("contract.rebased-order");
  }
}
