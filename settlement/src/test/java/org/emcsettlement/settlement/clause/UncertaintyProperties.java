package org.emcsettlement.settlement.clause;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.emcsettlement.baseline.Coefficient;
import org.emcsettlement.baseline.FrozenBaseline;
import org.emcsettlement.baseline.model.Days;
import org.emcsettlement.baseline.uncertainty.ErrorStructure;
import org.emcsettlement.baseline.uncertainty.SavingsUncertainty;
import org.emcsettlement.core.finding.Checked;
import org.emcsettlement.core.finding.Finding;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.period.WorkCalendar;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.core.quantity.Rational;
import org.emcsettlement.core.series.Resolution;
import org.emcsettlement.settlement.Amounts;
import org.emcsettlement.settlement.MonthlyContract;
import org.emcsettlement.settlement.Settled;
import org.emcsettlement.settlement.Settlement;
import org.emcsettlement.settlement.statement.Balance;
import org.emcsettlement.settlement.statement.Statement;

/**
 * What settlement-methods 5.7 and 5.17 make of a savings interval. Half-widths come from the
 * uncertainty package, which knows no trail; a price of 0.5 values them.
 */
class UncertaintyProperties {

  private static final ErrorStructure ERRORS =
      ErrorStructure.builder()
          .residualVariance(new BigDecimal("90000"))
          .inverseGram(List.of(List.of(new BigDecimal("0.0027"))))
          .observations(365)
          .parameters(1)
          .autocorrelation(new BigDecimal("0.4"))
          .effectiveObservations(new BigDecimal("156.4"))
          .cvRmse(new BigDecimal("0.03"))
          .confidence(new BigDecimal("0.90"))
          .quantile(new BigDecimal("1.65"))
          .daysPerObservation(BigDecimal.ONE)
          .build();

  private static final FrozenBaseline MODEL =
      FrozenBaseline.builder()
          .id("building")
          .commodity(Commodity.ELECTRICITY)
          .form("1P")
          .resolution(Resolution.DAILY)
          .period(Period.parse("2024-01-01/2025-01-01"))
          .workCalendar(WorkCalendar.MAINLAND_CHINA)
          .addCoefficients(new Coefficient(new Days(), new BigDecimal("10000"), "kWh/d"))
          .errors(ERRORS)
          .formulaZh("E = 10000·天数")
          .formulaEn("E = 10000·days")
          .build();

  private static int days(int month) {
    return LocalDate.of(2025, month, 1).lengthOfMonth();
  }

  /** Bills that leave the given savings [yuan at 0.5 per kWh] of 10,000 kWh a day. */
  private static MonthlyContract saving(List<BigDecimal> savings, String terms) {
    List<BigDecimal> actual = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      BigDecimal avoided = savings.get(i % savings.size()).multiply(BigDecimal.valueOf(2));
      actual.add(BigDecimal.valueOf(10_000L * days(i + 1)).subtract(avoided));
    }
    return new MonthlyContract(List.of(), actual)
        .frozen(MODEL)
        .price("0.5")
        .term("{\"start\": \"2025-01-01\", \"end\": \"2026-01-01\"}")
        .clauses(
            "{\"id\": \"value\", \"kind\": \"savings-value\"},"
                + "{\"id\": \"verified\", \"kind\": \"verified-savings\", "
                + terms
                + "}, {\"id\": \"negative\", \"kind\": \"negative-savings\"}, {\"id\": \"sharing\","
                + " \"kind\": \"shared-savings\", \"ratios\": [{\"fromYear\": 1, \"ratio\":"
                + " \"0.7\"}]}");
  }

  private static BigDecimal amount(Statement statement, String line) {
    return statement.line(line).orElseThrow().amount().orElseThrow();
  }

  private static BigDecimal january(BigDecimal savings, String terms) {
    return amount(saving(List.of(savings), terms).settle("2025-01").statement(), "verified");
  }

  private static BigDecimal inMoney(BigDecimal quantity) {
    return quantity.multiply(new BigDecimal("0.5")).setScale(2, RoundingMode.HALF_UP);
  }

  private static final BigDecimal REGRESSION =
      inMoney(new SavingsUncertainty(ERRORS).regression(List.of(Rational.of(31)), 31));
  private static final BigDecimal ASHRAE =
      inMoney(new SavingsUncertainty(ERRORS).ashrae(Rational.of(310_000), 31));

  @Provide
  Arbitrary<BigDecimal> savings() {
    return Arbitraries.oneOf(
        Arbitraries.bigDecimals()
            .between(BigDecimal.valueOf(-6000), BigDecimal.valueOf(6000))
            .ofScale(2),
        Arbitraries.of(REGRESSION, REGRESSION.negate(), BigDecimal.ZERO));
  }

  @Provide
  Arbitrary<List<BigDecimal>> months() {
    return savings().list().ofSize(12);
  }

  @Property(tries = 60)
  void aStatisticalDeadbandIsTheHalfWidth(@ForAll("savings") BigDecimal v) {
    BigDecimal hard = v.abs().compareTo(REGRESSION) <= 0 ? BigDecimal.ZERO : v;
    assertThat(january(v, "\"deadbandStatistical\": true")).isEqualByComparingTo(hard);
    BigDecimal soft = v.abs().subtract(ASHRAE).max(BigDecimal.ZERO);
    assertThat(
            january(
                v,
                "\"deadbandStatistical\": true, \"form\": \"SOFT\", \"interval\": \"ASHRAE_14\""))
        .isEqualByComparingTo(v.signum() < 0 ? soft.negate() : soft);
  }

  /** 15 days at 0.4 and 16 at 0.6, of 10,000 kWh each: the half-width has their mean price. */
  @Example
  void aPriceThatChangesCountsByTheBaselineItPrices() {
    Statement statement =
        saving(List.of(new BigDecimal("6000")), "\"uncertainty\": \"LOWER_BOUND\"")
            .priceTerms("{\"commodity\": \"electricity\", \"basis\": \"CURRENT\", \"file\": \"p\"}")
            .priceTable("p", "from,price,unit\n2025-01-01,0.4,CNY/kWh\n2025-01-16,0.6,CNY/kWh\n")
            .settle("2025-01")
            .statement();
    BigDecimal value =
        statement.lines().stream()
            .filter(line -> line.clause().equals("value"))
            .flatMap(line -> line.amount().stream())
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    Rational mean = Rational.of(new BigDecimal("15.6")).dividedBy(Rational.of(31));
    BigDecimal halfWidth =
        Rational.of(new SavingsUncertainty(ERRORS).regression(List.of(Rational.of(31)), 31))
            .times(mean)
            .round(2, RoundingMode.HALF_UP);
    assertThat(value.subtract(amount(statement, "verified"))).isEqualByComparingTo(halfWidth);
  }

  @Property(tries = 30)
  void theLowerLimitIsTheSavingsLessTheHalfWidth(@ForAll("savings") BigDecimal v) {
    assertThat(january(v, "\"uncertainty\": \"LOWER_BOUND\""))
        .isEqualByComparingTo(v.subtract(REGRESSION));
    assertThat(january(v, "\"uncertainty\": \"POINT\"")).isEqualByComparingTo(v);
  }

  /** Inside the year what lies inside the interval waits; the year settles every fen. */
  @Property(tries = 6)
  void whatIsHeldIsSettledWhenTheYearEnds(@ForAll("months") List<BigDecimal> months) {
    MonthlyContract contract = saving(months, "\"uncertainty\": \"HOLD\"");
    Settlement settlement = Settlement.of(contract.resolve().orThrow());
    BigDecimal settled = BigDecimal.ZERO;
    BigDecimal all = BigDecimal.ZERO;
    BigDecimal before = BigDecimal.ZERO;
    for (int i = 0; i < 12; i++) {
      Settled month =
          settlement.settle(settlement.resolved().statements().periods().get(i)).orThrow();
      settled = settled.add(amount(month.statement(), "verified"));
      all = all.add(months.get(i));
      BigDecimal held = held(month.statement());
      assertThat(settled.add(held)).isEqualByComparingTo(all);
      assertThat(Amounts.line(month.statement(), "verified.held"))
          .isEqualByComparingTo(held.subtract(before));
      before = held;
    }
    assertThat(Amounts.line(contract.settle("2025-01").statement(), "verified.half-width"))
        .isEqualByComparingTo(REGRESSION);
    assertThat(settled).isEqualByComparingTo(all);
    BigDecimal first = months.get(0).abs().subtract(REGRESSION).max(BigDecimal.ZERO);
    assertThat(amount(contract.settle("2025-01").statement(), "verified").abs())
        .isEqualByComparingTo(first);
  }

  private static BigDecimal held(Statement statement) {
    return statement.balances().stream()
        .filter(balance -> balance.name().equals("HELD_SAVINGS"))
        .map(Balance::closing)
        .findFirst()
        .orElse(BigDecimal.ZERO);
  }

  @Example
  void theAnnualStatementHoldsNothing() {
    BigDecimal v = new BigDecimal("2000");
    Statement year =
        saving(List.of(v), "\"uncertainty\": \"HOLD\"")
            .schedule("{\"frequency\": \"MONTHLY\", \"annualStatement\": true}")
            .settle("Y1")
            .statement();
    assertThat(amount(year, "verified")).isEqualByComparingTo("24000");
    assertThat(amount(year, "annual-true-up")).isEqualByComparingTo("0");
    assertThat(held(year)).isEqualByComparingTo("0");
  }

  private static List<String> codes(Checked<Settled> settled) {
    return settled.findings().stream().map(Finding::code).toList();
  }

  @Example
  void withoutAnIntervalAtTheAgreedLevelNothingIsSettled() {
    List<BigDecimal> nothing = List.of(BigDecimal.ZERO);
    MonthlyContract other =
        saving(nothing, "\"deadbandStatistical\": true")
            .frozen(
                FrozenBaseline.builder()
                    .from(MODEL)
                    .errors(
                        ErrorStructure.builder()
                            .from(ERRORS)
                            .confidence(new BigDecimal("0.68"))
                            .build())
                    .build());
    assertThat(codes(january(other))).contains("contract.confidence-differs");
    MonthlyContract table =
        saving(nothing, "\"uncertainty\": \"HOLD\"")
            .baselineTerms(
                "{\"id\": \"b\", \"commodity\": \"electricity\", \"source\": \"TABLE\", \"period\":"
                    + " \"2024-01-01/2025-01-01\", \"annual\": \"3650000\"}");
    assertThat(codes(january(table))).contains("contract.interval-needed");
  }

  private static Checked<Settled> january(MonthlyContract contract) {
    Settlement settlement = Settlement.of(contract.resolve().orThrow());
    return settlement.settle(settlement.period("2025-01"));
  }
}
