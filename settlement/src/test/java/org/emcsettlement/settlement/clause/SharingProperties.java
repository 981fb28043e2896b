package org.emcsettlement.settlement.clause;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.emcsettlement.core.finding.Finding;
import org.emcsettlement.settlement.MonthlyContract;
import org.emcsettlement.settlement.Settled;
import org.emcsettlement.settlement.statement.Posting;

/** Laws 18, 29, 30 and 52 of settlement-methods section 8, on whole settlements. */
class SharingProperties {

  private static final String SHARING =
      "{\"id\": \"value\", \"kind\": \"savings-value\"},"
          + "{\"id\": \"verified\", \"kind\": \"verified-savings\"},"
          + "{\"id\": \"negative\", \"kind\": \"negative-savings\", \"policy\": \"SHARE_LOSS\"},"
          + "{\"id\": \"sharing\", \"kind\": \"shared-savings\", %s}";

  private static final String MARGINAL =
      SHARING.formatted(
          "\"bands\": [{\"upTo\": \"500000\", \"ratio\": \"0.8\"},"
              + " {\"upTo\": \"1000000\", \"ratio\": \"0.7\"}, {\"ratio\": \"0.55\"}]");

  @Provide
  Arbitrary<BigDecimal> quantities() {
    return Arbitraries.oneOf(
        Arbitraries.bigDecimals()
            .between(BigDecimal.ZERO, BigDecimal.valueOf(3_000_000))
            .ofScale(3),
        Arbitraries.of("0", "0.01", "500000", "1000000").map(BigDecimal::new));
  }

  @Provide
  Arbitrary<BigDecimal> ratios() {
    return Arbitraries.oneOf(
        Arbitraries.bigDecimals().between(BigDecimal.ZERO, BigDecimal.ONE).ofScale(3),
        Arbitraries.of(BigDecimal.ZERO, BigDecimal.ONE));
  }

  private static BigDecimal amount(Settled settled, String line) {
    return settled.statement().line(line).orElseThrow().amount().orElseThrow();
  }

  private static Settled shared(BigDecimal baseline, BigDecimal actual, String ratio) {
    String terms = "\"ratios\": [{\"fromYear\": 1, \"ratio\": \"" + ratio + "\"}]";
    return MonthlyContract.ofJanuary(baseline, actual)
        .price("0.7134")
        .clauses(SHARING.formatted(terms))
        .settle("2025-01");
  }

  @Property(tries = 200)
  void theShareAndItsComplementAreTheSavings(
      @ForAll("quantities") BigDecimal baseline,
      @ForAll("quantities") BigDecimal actual,
      @ForAll("ratios") BigDecimal ratio) {
    Settled settled = shared(baseline, actual, ratio.toPlainString());
    BigDecimal verified = amount(settled, "verified");
    BigDecimal provider = amount(settled, "sharing.provider");
    assertThat(provider.add(amount(settled, "sharing.institution"))).isEqualTo(verified);
    if (verified.signum() >= 0) {
      assertThat(provider).isBetween(BigDecimal.ZERO.setScale(2), verified);
    }
    if (ratio.signum() == 0) {
      assertThat(provider).isEqualByComparingTo("0");
    }
    if (ratio.compareTo(BigDecimal.ONE) == 0) {
      assertThat(provider).isEqualByComparingTo(verified);
    }
    BigDecimal posted =
        settled.statement().postings().stream()
            .map(Posting::amount)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(posted).isEqualByComparingTo("0");
  }

  @Provide
  Arbitrary<String> rules() {
    String bands = "\"bands\": [{\"upTo\": \"400\", \"ratio\": \"0.8\"}, {\"ratio\": \"0.35\"}]";
    return Arbitraries.of(
        "\"ratios\": [{\"fromYear\": 1, \"ratio\": \"0.615\"}]",
        "\"bandMode\": \"MARGINAL\", " + bands,
        "\"bandMode\": \"CLIFF\", " + bands);
  }

  /** Every rule, every policy: the shares are what there is to share, and neither exceeds it. */
  @Property(tries = 200)
  void everyRuleSharesExactlyWhatThereIs(
      @ForAll("quantities") BigDecimal baseline,
      @ForAll("quantities") BigDecimal actual,
      @ForAll("rules") String rule,
      @ForAll NegativeSavings.Policy policy) {
    String clauses = SHARING.formatted(rule).replace("SHARE_LOSS", policy.name());
    boolean netted = policy == NegativeSavings.Policy.ANNUAL_NET;
    Settled settled =
        MonthlyContract.ofJanuary(baseline, actual)
            .price("0.7134")
            .clauses(clauses)
            .schedule("{\"frequency\": \"MONTHLY\", \"annualStatement\": " + netted + "}")
            .settle("2025-01");
    BigDecimal shareable = amount(settled, "negative");
    BigDecimal provider = amount(settled, "sharing.provider");
    assertThat(provider.add(amount(settled, "sharing.institution"))).isEqualTo(shareable);
    assertThat(provider.abs()).isLessThanOrEqualTo(shareable.abs());
    assertThat(provider.signum() * shareable.signum()).isNotNegative();
    if (policy != NegativeSavings.Policy.SHARE_LOSS) {
      assertThat(shareable).isEqualByComparingTo(amount(settled, "verified").max(BigDecimal.ZERO));
    }
  }

  @Property(tries = 100)
  void swappingBaselineAndActualTurnsTheSavingsAround(
      @ForAll("quantities") BigDecimal baseline, @ForAll("quantities") BigDecimal actual) {
    assertThat(amount(shared(baseline, actual, "0.5"), "verified"))
        .isEqualByComparingTo(amount(shared(actual, baseline, "0.5"), "verified").negate());
  }

  private static BigDecimal marginal(BigDecimal savings) {
    return amount(
        MonthlyContract.ofJanuary(savings, BigDecimal.ZERO).clauses(MARGINAL).settle("2025-01"),
        "sharing.provider");
  }

  /** Continuous: a savings step of one fen moves the share by at most one fen. */
  @Property(tries = 100)
  void aMarginalShareIsContinuousAndNeverFalls(@ForAll("quantities") BigDecimal savings) {
    BigDecimal step = marginal(savings.add(new BigDecimal("0.01"))).subtract(marginal(savings));
    assertThat(step).isBetween(BigDecimal.ZERO, new BigDecimal("0.01"));
  }

  @Property(tries = 1)
  void aFallingCliffIsWarnedOf() {
    String cliff =
        SHARING.formatted(
            "\"bandMode\": \"CLIFF\", \"bands\": [{\"upTo\": \"500000\", \"ratio\": \"0.8\"},"
                + " {\"ratio\": \"0.5\"}]");
    MonthlyContract contract =
        MonthlyContract.ofJanuary(new BigDecimal("500000"), BigDecimal.ZERO).clauses(cliff);
    BigDecimal below = amount(contract.settle("2025-01"), "sharing.provider");
    BigDecimal above =
        amount(
            MonthlyContract.ofJanuary(new BigDecimal("500001"), BigDecimal.ZERO)
                .clauses(cliff)
                .settle("2025-01"),
            "sharing.provider");
    assertThat(above).isLessThan(below);
    List<String> codes = contract.findings().stream().map(Finding::code).toList();
    assertThat(codes).contains("contract.cliff-lowers");
  }
}
