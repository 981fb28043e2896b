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
import org.emcsettlement.settlement.MonthlyContract;
import org.emcsettlement.settlement.Settled;
import org.emcsettlement.settlement.evidence.Scorecard;
import org.emcsettlement.settlement.statement.LineTax;

/** Laws 40, 41 and 44 of settlement-methods section 8, and that instalments add up. */
class FeeProperties {

  private static final String FACTOR =
      "\"form\": \"LINEAR_PIECEWISE\", \"pieces\": [{\"from\": \"0\", \"factor\": \"0\"}, {\"from\":"
          + " \"60\", \"factor\": \"0.80\", \"slope\": \"0.0075\"}, {\"from\": \"80\", \"factor\":"
          + " \"0.95\", \"slope\": \"0.005\"}, {\"from\": \"90\", \"factor\": \"1\"}]";

  @Provide
  Arbitrary<BigDecimal> fees() {
    return Arbitraries.bigDecimals()
        .between(BigDecimal.ZERO, BigDecimal.valueOf(1_000_000_000_000L))
        .ofScale(2);
  }

  private static Settled scored(BigDecimal fee, String linked, BigDecimal score) {
    return new MonthlyContract(List.of(), List.of())
        .clauses(
            "{\"id\": \"fee\", \"kind\": \"service-fee\", \"amount\": \""
                + fee.toPlainString()
                + "\", \"per\": \"STATEMENT\"}, {\"id\": \"score\", \"kind\": \"performance\","
                + " \"linked\": \""
                + linked
                + "\", "
                + FACTOR
                + "}")
        .scorecard(
            Scorecard.read(
                    TextSource.of(
                        "scorecard.csv",
                        "start,end,score,evidence\n2025-01-01,2025-02-01,"
                            + score.toPlainString()
                            + ",x\n"),
                    new FindingCollector())
                .orElseThrow())
        .settle("2025-01");
  }

  private static BigDecimal amount(Settled settled, String line) {
    return settled.statement().line(line).orElseThrow().amount().orElseThrow();
  }

  private static BigDecimal earned(Settled settled) {
    return settled.trail().nodes().stream()
        .filter(node -> node.name().equals("linked-part-earned"))
        .reduce((first, second) -> second)
        .orElseThrow()
        .value()
        .toDecimal()
        .orElseThrow();
  }

  @Property(tries = 100)
  void earnedAndDeductionAreTheLinkedPart(
      @ForAll("fees") BigDecimal fee,
      @ForAll @IntRange(max = 100) int lower,
      @ForAll @IntRange(max = 100) int higher) {
    Assume.that(lower <= higher);
    Settled low = scored(fee, "0.4", BigDecimal.valueOf(lower));
    Settled high = scored(fee, "0.4", BigDecimal.valueOf(higher));
    assertThat(earned(low).subtract(amount(low, "score")))
        .isEqualByComparingTo(amount(low, "score.linked"));
    assertThat(amount(low, "score")).isLessThanOrEqualTo(amount(high, "score"));
  }

  @Property(tries = 50)
  void aFullScoreOrNoLinkDeductsNothing(
      @ForAll("fees") BigDecimal fee, @ForAll @IntRange(max = 100) int score) {
    assertThat(amount(scored(fee, "0.4", BigDecimal.valueOf(100)), "score"))
        .isEqualByComparingTo("0");
    assertThat(amount(scored(fee, "0", BigDecimal.valueOf(score)), "score"))
        .isEqualByComparingTo("0");
  }

  private static LineTax taxed(BigDecimal amount, String mode, String rate) {
    return new MonthlyContract(List.of(), List.of())
        .tax("{\"mode\": \"" + mode + "\", \"rate\": \"" + rate + "\"}")
        .clauses(
            "{\"id\": \"fee\", \"kind\": \"service-fee\", \"amount\": \""
                + amount.toPlainString()
                + "\", \"per\": \"STATEMENT\"}")
        .settle("2025-01")
        .statement()
        .line("fee")
        .orElseThrow()
        .tax()
        .orElseThrow();
  }

  @Property(tries = 100)
  void netAndTaxAreGross(
      @ForAll("fees") BigDecimal amount, @ForAll @IntRange(max = 17) int percent) {
    String rate = BigDecimal.valueOf(percent, 2).toPlainString();
    LineTax exclusive = taxed(amount, "EXCLUSIVE", rate);
    LineTax inclusive = taxed(exclusive.gross(), "INCLUSIVE", rate);
    for (LineTax tax : List.of(exclusive, inclusive)) {
      assertThat(tax.net().add(tax.tax())).isEqualByComparingTo(tax.gross());
    }
    if (percent == 0) {
      assertThat(exclusive.tax()).isEqualByComparingTo("0");
    }
    // from a net amount: net → gross → net
    assertThat(inclusive.net()).isEqualByComparingTo(amount);
  }

  @Property(tries = 30)
  void settlingAgainGivesTheSameBytes(@ForAll("fees") BigDecimal fee) {
    Settled first = scored(fee, "0.4", BigDecimal.valueOf(85));
    Settled second = scored(fee, "0.4", BigDecimal.valueOf(85));
    assertThat(second.statement().canonical()).isEqualTo(first.statement().canonical());
    assertThat(second.trail().canonical()).isEqualTo(first.trail().canonical());
  }

  @Property(tries = 20)
  void instalmentsOfAYearAddUpToItsFee(
      @ForAll("fees") BigDecimal fee, @ForAll("spreads") String spread) {
    MonthlyContract contract =
        new MonthlyContract(List.of(), List.of())
            .clauses(
                "{\"id\": \"fee\", \"kind\": \"hosting-fee\", \"basis\": \"FEE\", \"agreedBase\": \""
                    + fee.toPlainString()
                    + "\", \"spread\": "
                    + spread
                    + "}");
    assertThat(
            contract
                .settle("2025-12")
                .statement()
                .line("fee")
                .orElseThrow()
                .yearToDate()
                .orElseThrow())
        .isEqualByComparingTo(fee);
  }

  @Provide
  Arbitrary<String> spreads() {
    return Arbitraries.of(
        "{\"method\": \"CUMULATIVE_DAYS\"}",
        "{\"method\": \"EQUAL\"}",
        "{\"method\": \"RATIO_TABLE\", \"ratios\": [\"0.1\", \"0.1\", \"0.1\", \"0.1\", \"0.1\","
            + " \"0.1\", \"0.1\", \"0.1\", \"0.1\", \"0.03\", \"0.03\", \"0.04\"]}");
  }
}
