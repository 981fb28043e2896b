package org.emcsettlement.settlement.clause;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.emcsettlement.core.quantity.Rational;
import org.emcsettlement.settlement.MonthlyContract;
import org.emcsettlement.settlement.Settled;
import org.emcsettlement.settlement.statement.Line;

/** Laws 17, 36 and 37 of settlement-methods section 8. */
class GuaranteeProperties {

  private static final BigDecimal BASELINE = BigDecimal.valueOf(1_000_000);

  @Provide
  Arbitrary<BigDecimal> quantities() {
    return Arbitraries.oneOf(
        Arbitraries.bigDecimals().between(BigDecimal.ZERO, BASELINE).ofScale(2),
        Arbitraries.of("0", "100000", "95000", "94999.99", "100000.01").map(BigDecimal::new));
  }

  /** A contract year with given savings against a guarantee of 100,000 kWh at 0.50. */
  private static Settled year(BigDecimal savings, String terms) {
    return MonthlyContract.ofJanuary(BASELINE, BASELINE.subtract(savings))
        .price("0.50")
        .schedule("{\"frequency\": \"ANNUAL\"}")
        .clauses(
            "{\"id\": \"guarantee\", \"kind\": \"guarantee\", \"unit\": \"QUANTITY\", \"commodity\":"
                + " \"electricity\", \"amount\": \"100000\", \"excessShare\": \"1\""
                + terms
                + "}")
        .settle("Y1");
  }

  private static Rational quantity(Settled settled, String item) {
    return settled
        .statement()
        .line("guarantee." + item)
        .flatMap(Line::quantity)
        .orElse(Rational.ZERO);
  }

  private static BigDecimal amount(Settled settled, String item) {
    return settled
        .statement()
        .line("guarantee." + item)
        .flatMap(Line::amount)
        .orElse(BigDecimal.ZERO);
  }

  @Property(tries = 150)
  void shortfallAndExcessExcludeEachOther(@ForAll("quantities") BigDecimal savings) {
    Settled settled = year(savings, "");
    Rational shortfall = quantity(settled, "shortfall");
    Rational excess = quantity(settled, "excess");
    assertThat(shortfall.times(excess)).isEqualTo(Rational.ZERO);
    assertThat(excess.minus(shortfall)).isEqualTo(Rational.of(savings).minus(Rational.of(100_000)));
  }

  @Property(tries = 100)
  void compensationNeverRisesWithSavings(
      @ForAll("quantities") BigDecimal less,
      @ForAll("quantities") BigDecimal more,
      @ForAll("terms") String terms) {
    Assume.that(less.compareTo(more) <= 0);
    // the line is negative: owed by the service provider
    assertThat(amount(year(less, terms), "compensation"))
        .isLessThanOrEqualTo(amount(year(more, terms), "compensation"));
  }

  @Provide
  Arbitrary<String> terms() {
    return Arbitraries.of(
        "",
        ", \"tolerance\": \"0.05\"",
        ", \"tolerance\": \"0.05\", \"shortfall\": \"BEYOND_BAND\"",
        ", \"capAmount\": \"20000\", \"unrecovered\": \"CARRIED\"");
  }

  /** At (1 − τ)·G the full mode jumps, the other is continuous. */
  @Property(tries = 1)
  void onlyTheFullModeJumps() {
    BigDecimal below = new BigDecimal("94999.99");
    String tolerance = ", \"tolerance\": \"0.05\"";
    assertThat(amount(year(below, tolerance), "compensation")).isEqualByComparingTo("-2500.01");
    assertThat(amount(year(new BigDecimal("95000"), tolerance), "compensation"))
        .isEqualByComparingTo("0");
    assertThat(amount(year(below, tolerance + ", \"shortfall\": \"BEYOND_BAND\""), "compensation"))
        .isEqualByComparingTo("-0.01");
  }

  @Property(tries = 100)
  void withoutToleranceBothModesAreOne(@ForAll("quantities") BigDecimal savings) {
    assertThat(amount(year(savings, ", \"shortfall\": \"BEYOND_BAND\""), "compensation"))
        .isEqualByComparingTo(amount(year(savings, ""), "compensation"));
  }

  @Property(tries = 100)
  void compensationAndUnrecoveredAreTheUncappedValue(@ForAll("quantities") BigDecimal savings) {
    Settled settled = year(savings, ", \"capAmount\": \"20000\", \"unrecovered\": \"CARRIED\"");
    BigDecimal carried =
        settled.statement().balances().stream()
            .filter(balance -> balance.name().equals("UNRECOVERED_SHORTFALL"))
            .map(balance -> balance.closing())
            .findFirst()
            .orElse(BigDecimal.ZERO);
    assertThat(amount(settled, "compensation").negate())
        .isEqualByComparingTo(amount(settled, "shortfall").min(new BigDecimal("20000")));
    assertThat(amount(settled, "compensation").negate().add(carried))
        .isEqualByComparingTo(amount(settled, "shortfall"));
  }

  @Property(tries = 50)
  void nothingSavedMissesTheWholeGuarantee(@ForAll("quantities") BigDecimal use) {
    Settled settled =
        MonthlyContract.ofJanuary(use, use)
            .schedule("{\"frequency\": \"ANNUAL\"}")
            .clauses(
                "{\"id\": \"value\", \"kind\": \"savings-value\"},"
                    + "{\"id\": \"verified\", \"kind\": \"verified-savings\"},"
                    + "{\"id\": \"negative\", \"kind\": \"negative-savings\"},"
                    + "{\"id\": \"sharing\", \"kind\": \"shared-savings\", \"ratios\": [{\"fromYear\":"
                    + " 1, \"ratio\": \"0.7\"}]},"
                    + "{\"id\": \"guarantee\", \"kind\": \"guarantee\", \"unit\": \"QUANTITY\","
                    + " \"commodity\": \"electricity\", \"amount\": \"100000\"}")
            .settle("Y1");
    assertThat(settled.statement().line("use.avoided/electricity").orElseThrow().quantity())
        .contains(Rational.ZERO);
    assertThat(settled.statement().line("verified").orElseThrow().amount().orElseThrow())
        .isEqualByComparingTo("0");
    assertThat(settled.statement().line("sharing.provider").orElseThrow().amount().orElseThrow())
        .isEqualByComparingTo("0");
    assertThat(quantity(settled, "excess")).isEqualTo(Rational.ZERO);
    assertThat(quantity(settled, "shortfall")).isEqualTo(Rational.of(100_000));
  }
}
