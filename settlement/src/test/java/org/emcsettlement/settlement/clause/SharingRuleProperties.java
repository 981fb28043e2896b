package org.emcsettlement.settlement.clause;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.emcsettlement.core.finding.Finding;
import org.emcsettlement.settlement.MonthlyContract;
import org.emcsettlement.settlement.statement.Balance;
import org.emcsettlement.settlement.statement.Statement;

/** Laws 29, 31 and 35 of settlement-methods section 8, for every way of choosing a ratio. */
class SharingRuleProperties {

  private static final BigDecimal USE = BigDecimal.valueOf(10_000_000);

  private static final String CHAIN =
      "{\"id\": \"value\", \"kind\": \"savings-value\"},"
          + "{\"id\": \"verified\", \"kind\": \"verified-savings\"},"
          + "{\"id\": \"negative\", \"kind\": \"negative-savings\", \"policy\": \"%s\"},"
          + "{\"id\": \"sharing\", \"kind\": \"shared-savings\", %s}";

  private static final String BANDS =
      "\"bands\": [{\"upTo\": \"5000\", \"ratio\": \"0.8\"}, {\"upTo\": \"20000\", \"ratio\": \"0.65\"},"
          + " {\"ratio\": \"0.35\"}], \"bandBasis\": ";

  private static final String RECOVERY =
      "\"recovery\": [{\"upTo\": \"10000\", \"ratio\": \"0.8\"}, {\"ratio\": \"0.3\"}]";

  private static MonthlyContract saving(List<BigDecimal> savings, String policy, String rule) {
    List<BigDecimal> actual = savings.stream().map(USE::subtract).toList();
    return new MonthlyContract(Collections.nCopies(savings.size(), USE), actual)
        .clauses(CHAIN.formatted(policy, rule));
  }

  private static BigDecimal amount(Statement statement, String line) {
    return statement.line(line).orElseThrow().amount().orElseThrow();
  }

  private static String month(int index) {
    return "%d-%02d".formatted(2025 + index / 12, 1 + index % 12);
  }

  @Provide
  Arbitrary<BigDecimal> amounts() {
    return Arbitraries.oneOf(
        Arbitraries.bigDecimals()
            .between(BigDecimal.valueOf(-30_000), BigDecimal.valueOf(30_000))
            .ofScale(2),
        Arbitraries.of("0", "0.01", "-0.01", "5000", "20000", "12500").map(BigDecimal::new));
  }

  @Provide
  Arbitrary<List<BigDecimal>> months() {
    return amounts().list().ofSize(6);
  }

  @Provide
  Arbitrary<String> rules() {
    return Arbitraries.of(
        "\"phases\": [{\"from\": \"2024-06-01\", \"ratio\": \"0.9\"}, {\"from\": \"2025-01-12\","
            + " \"ratio\": \"0.35\"}]",
        "\"commodityRatios\": [{\"commodity\": \"electricity\", \"ratio\": \"1\"},"
            + " {\"commodity\": \"water\", \"ratio\": \"0.15\"}]",
        RECOVERY,
        "\"recovery\": [{\"upTo\": \"700\", \"ratio\": \"1\"}, {\"upTo\": \"900\", \"ratio\": \"0\"},"
            + " {\"ratio\": \"0.3\"}]",
        BANDS + "\"YEAR_TO_DATE\"",
        BANDS + "\"LIFETIME\"");
  }

  /** Whatever the commodities did, the shares are what there is to share and neither exceeds it. */
  @Property(tries = 300)
  void everyRuleSharesExactlyWhatThereIs(
      @ForAll("amounts") BigDecimal electricity,
      @ForAll("amounts") BigDecimal water,
      @ForAll("rules") String rule,
      @ForAll boolean lossShared) {
    Statement statement =
        saving(List.of(electricity), lossShared ? "SHARE_LOSS" : "FLOOR_ZERO", rule)
            .water(water)
            .settle("2025-01")
            .statement();
    BigDecimal shareable = amount(statement, "negative");
    BigDecimal provider = amount(statement, "sharing.provider");
    assertThat(provider.add(amount(statement, "sharing.institution"))).isEqualTo(shareable);
    assertThat(provider.abs()).isLessThanOrEqualTo(shareable.abs());
    assertThat(provider.signum() * shareable.signum()).isNotNegative();
  }

  /** S by hand, in plain decimals. */
  private static BigDecimal s(BigDecimal v) {
    BigDecimal first = v.min(new BigDecimal("5000")).multiply(new BigDecimal("0.8"));
    BigDecimal second =
        v.min(new BigDecimal("20000"))
            .subtract(new BigDecimal("5000"))
            .max(BigDecimal.ZERO)
            .multiply(new BigDecimal("0.65"));
    BigDecimal third =
        v.subtract(new BigDecimal("20000")).max(BigDecimal.ZERO).multiply(new BigDecimal("0.35"));
    return first.add(second).add(third).setScale(2, RoundingMode.HALF_UP);
  }

  private static BigDecimal sum(List<BigDecimal> amounts) {
    return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  @Property(tries = 20)
  void sharesOfAYearAddUpToTheShareOfItsSum(
      @ForAll("months") List<BigDecimal> months, @ForAll long order) {
    List<BigDecimal> shuffled = new ArrayList<>(months);
    Collections.shuffle(shuffled, new Random(order));
    for (List<BigDecimal> savings : List.of(months, shuffled)) {
      MonthlyContract contract = saving(savings, "SHARE_LOSS", BANDS + "\"YEAR_TO_DATE\"");
      Statement june = contract.settle("2025-06").statement();
      assertThat(june.line("sharing.provider").orElseThrow().yearToDate()).contains(s(sum(months)));
    }
  }

  /** The second year repeats the first: a lifetime sum goes on, that of a year starts again. */
  @Property(tries = 5)
  void aLifetimeSumGoesOnAndAYearStartsAgain(@ForAll("months") List<BigDecimal> months) {
    BigDecimal ofYear = sum(months);
    Statement lifetime =
        saving(months, "SHARE_LOSS", BANDS + "\"LIFETIME\"").settle("2026-06").statement();
    assertThat(lifetime.line("sharing.provider").orElseThrow().yearToDate())
        .contains(s(ofYear.add(ofYear)).subtract(s(ofYear)));
    Statement year =
        saving(months, "SHARE_LOSS", BANDS + "\"YEAR_TO_DATE\"").settle("2026-06").statement();
    assertThat(year.line("sharing.provider").orElseThrow().yearToDate()).contains(s(ofYear));
  }

  @Property(tries = 10)
  void anAnnualStatementSharesTheSumOfItsYear(@ForAll("months") List<BigDecimal> months) {
    Statement year =
        saving(months, "SHARE_LOSS", BANDS + "\"YEAR_TO_DATE\"")
            .schedule("{\"frequency\": \"QUARTERLY\", \"annualStatement\": true}")
            .settle("Y1")
            .statement();
    assertThat(amount(year, "sharing.provider")).isEqualTo(s(sum(months)));
    assertThat(amount(year, "annual-true-up")).isEqualByComparingTo("0");
  }

  /** 9,000 twice: 7,200.00; then 2,800 ÷ 0.8 = 3,500 at 0.8 and 5,500 at 0.3 make 4,450.00. */
  @Example
  void theStatementThatRecoversTheInvestmentIsSplitAtTheCrossing() {
    BigDecimal v = new BigDecimal("9000");
    MonthlyContract contract = saving(List.of(v, v, v), "FLOOR_ZERO", RECOVERY);
    assertThat(amount(contract.settle("2025-01").statement(), "sharing.provider"))
        .isEqualByComparingTo("7200.00");
    Statement crossing = contract.settle("2025-02").statement();
    assertThat(amount(crossing, "sharing.provider")).isEqualByComparingTo("4450.00");
    assertThat(closing(crossing)).isEqualByComparingTo("11650.00");
    assertThat(amount(contract.settle("2025-03").statement(), "sharing.provider"))
        .isEqualByComparingTo("2700.00");
  }

  /** G(V) = 0.8·V up to 12,500, then 10,000 + 0.3·(V − 12,500): up to half a fen per statement. */
  @Property(tries = 20)
  void recoveryDependsOnTheSumAlone(@ForAll("months") List<BigDecimal> months) {
    List<BigDecimal> gains = months.stream().map(BigDecimal::abs).toList();
    BigDecimal v = sum(gains);
    BigDecimal turn = new BigDecimal("12500");
    BigDecimal expected =
        v.min(turn)
            .multiply(new BigDecimal("0.8"))
            .add(v.subtract(turn).max(BigDecimal.ZERO).multiply(new BigDecimal("0.3")));
    BigDecimal found = closing(saving(gains, "FLOOR_ZERO", RECOVERY).settle("2025-06").statement());
    assertThat(found.subtract(expected).abs()).isLessThanOrEqualTo(new BigDecimal("0.03"));
  }

  private static BigDecimal closing(Statement statement) {
    return statement.balances().stream()
        .filter(balance -> balance.name().equals("RECOVERED_INVESTMENT/sharing"))
        .map(Balance::closing)
        .findFirst()
        .orElse(BigDecimal.ZERO);
  }

  /** February has 28 days of even savings: 14 at 0.9 and 14 at 0.5 are a mean of 0.7. */
  @Property(tries = 30)
  void aPhaseSplitsThePeriodInWhichItBegins(@ForAll("amounts") BigDecimal v) {
    String phases =
        "\"phases\": [{\"from\": \"2025-01-01\", \"ratio\": \"0.9\"}, {\"from\": \"2025-02-15\","
            + " \"ratio\": \"0.5\"}]";
    MonthlyContract contract = saving(List.of(v, v, v), "SHARE_LOSS", phases);
    String[] ratios = {"0.9", "0.7", "0.5"};
    for (int i = 0; i < ratios.length; i++) {
      assertThat(amount(contract.settle(month(i)).statement(), "sharing.provider"))
          .isEqualByComparingTo(
              v.multiply(new BigDecimal(ratios[i])).setScale(2, RoundingMode.HALF_UP));
    }
  }

  /** Gains of both are shared each at its ratio; a loss of one is filled by the other. */
  @Property(tries = 50)
  void everyCommodityHasItsRatio(
      @ForAll("amounts") BigDecimal electricity, @ForAll("amounts") BigDecimal water) {
    String rule =
        "\"commodityRatios\": [{\"commodity\": \"electricity\", \"ratio\": \"0.8\"},"
            + " {\"commodity\": \"water\", \"ratio\": \"0.5\"}]";
    BigDecimal found =
        amount(
            saving(List.of(electricity), "FLOOR_ZERO", rule)
                .water(water)
                .settle("2025-01")
                .statement(),
            "sharing.provider");
    BigDecimal all = electricity.add(water).max(BigDecimal.ZERO);
    BigDecimal expected;
    if (water.signum() <= 0) {
      expected = all.multiply(new BigDecimal("0.8"));
    } else if (electricity.signum() <= 0) {
      expected = all.multiply(new BigDecimal("0.5"));
    } else {
      expected =
          electricity.multiply(new BigDecimal("0.8")).add(water.multiply(new BigDecimal("0.5")));
    }
    assertThat(found).isEqualByComparingTo(expected.setScale(2, RoundingMode.HALF_UP));
  }

  @Property(tries = 10)
  void everyBalanceOpensWhereTheOneBeforeClosed(
      @ForAll("months") List<BigDecimal> months, @ForAll("rules") String rule) {
    MonthlyContract contract = saving(months, "SHARE_LOSS", rule).water(new BigDecimal("100"));
    List<Balance> before = List.of();
    for (int i = 0; i < 4; i++) {
      List<Balance> now = contract.settle(month(i)).statement().balances();
      for (Balance balance : before) {
        assertThat(now)
            .anyMatch(
                next ->
                    next.name().equals(balance.name())
                        && next.opening().compareTo(balance.closing()) == 0);
      }
      before = now;
    }
  }

  private static List<String> codes(MonthlyContract contract) {
    return contract.findings().stream().map(Finding::code).toList();
  }

  @Example
  void tablesThatDoNotFitTheContractAreRefused() {
    List<BigDecimal> nothing = List.of(BigDecimal.ZERO);
    String late = "\"phases\": [{\"from\": \"2025-02-01\", \"ratio\": \"0.5\"}]";
    assertThat(codes(saving(nothing, "FLOOR_ZERO", late))).contains("contract.phase-gap");
    String twice =
        "\"phases\": [{\"from\": \"2025-01-01\", \"ratio\": \"0.5\"}, {\"from\": \"2025-01-01\","
            + " \"ratio\": \"0.6\"}]";
    assertThat(codes(saving(nothing, "FLOOR_ZERO", twice))).contains("contract.phase-twice");
    String one = "\"commodityRatios\": [{\"commodity\": \"water\", \"ratio\": \"0.5\"}]";
    assertThat(codes(saving(nothing, "FLOOR_ZERO", one))).contains("contract.commodity-ratio");
    String open = "\"recovery\": [{\"upTo\": \"5\", \"ratio\": \"0.5\"}]";
    assertThat(codes(saving(nothing, "FLOOR_ZERO", open))).contains("contract.bands");
    MonthlyContract crossing =
        saving(nothing, "FLOOR_ZERO", BANDS + "\"YEAR_TO_DATE\"")
            .term("{\"start\": \"2025-01-15\", \"end\": \"2027-01-15\"}");
    assertThat(codes(crossing)).contains("contract.year-crossed");
  }
}
