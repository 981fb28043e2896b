package org.emcsettlement.settlement.clause;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.quantity.Rational;
import org.emcsettlement.settlement.FeeContract;
import org.emcsettlement.settlement.statement.Line;
import org.emcsettlement.settlement.statement.Statement;

/** Laws 12 to 14 of settlement-methods section 8, over the statements of a contract. */
class SpreadProperties {

  private static final Rational FEN = Rational.of(new BigDecimal("0.01"));

  @Provide
  Arbitrary<BigDecimal> fees() {
    return Arbitraries.oneOf(
        Arbitraries.bigDecimals()
            .between(BigDecimal.ZERO, BigDecimal.valueOf(1_000_000_000_000L))
            .ofScale(2),
        Arbitraries.of("0.00", "0.01", "2915387.45").map(BigDecimal::new));
  }

  @Provide
  Arbitrary<LocalDate> starts() {
    return Arbitraries.oneOf(
        Arbitraries.integers().between(0, 1500).map(LocalDate.of(2023, 1, 1)::plusDays),
        Arbitraries.of(LocalDate.of(2024, 2, 29), LocalDate.of(2024, 1, 1)));
  }

  private static FeeContract contract(BigDecimal fee, String per, LocalDate start, int years) {
    return new FeeContract()
        .term(start, start.plusYears(years))
        .clauses(
            "{\"id\": \"fee\", \"kind\": \"service-fee\", \"per\": \""
                + per
                + "\", \"amount\": \""
                + fee.toPlainString()
                + "\"}");
  }

  private static BigDecimal fee(Statement statement) {
    return statement.line("fee").flatMap(Line::amount).orElseThrow();
  }

  private static BigDecimal sum(List<Statement> statements) {
    return statements.stream().map(SpreadProperties::fee).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** 12: the parts add up, and none is further than a fen from its exact value. */
  @Property(tries = 25)
  void cumulativeDaysAddUpToTheFee(
      @ForAll("fees") BigDecimal fee, @ForAll("starts") LocalDate start) {
    List<Statement> statements = contract(fee, "CONTRACT_YEAR", start, 1).all();
    assertThat(sum(statements)).isEqualByComparingTo(fee);
    int days = Period.of(start, start.plusYears(1)).days();
    for (Statement statement : statements) {
      Rational exact = Rational.of(fee).times(Rational.of(statement.servicePeriod().days(), days));
      assertThat(Rational.of(fee(statement)).minus(exact).absolute()).isLessThanOrEqualTo(FEN);
    }
  }

  /** 12: a calendar month over an anniversary holds parts of two contract years. */
  @Property(tries = 15)
  void everyContractYearHasItsFee(
      @ForAll("fees") BigDecimal fee, @ForAll @IntRange(min = 0, max = 27) int day) {
    LocalDate start = LocalDate.of(2025, 3, 1).plusDays(day);
    List<Statement> statements =
        contract(fee, "CONTRACT_YEAR", start, 2)
            .schedule("{\"frequency\": \"MONTHLY\", \"alignment\": \"CALENDAR\"}")
            .all();
    assertThat(sum(statements)).isEqualByComparingTo(fee.multiply(BigDecimal.valueOf(2)));
  }

  /** Ratios that make the whole leave nothing to an annual true-up, and may. */
  @Example
  void ratiosThatAddUpToOneNeedNoTrueUp() {
    String whole = "\"0.5\", \"0.25\", \"0.125\", \"0.125\"";
    FeeContract spread =
        new FeeContract()
            .clauses(
                "{\"id\": \"fee\", \"kind\": \"hosting-fee\", \"basis\": \"FEE\", \"agreedBase\":"
                    + " \"100.00\", \"spread\": {\"method\": \"RATIO_TABLE\", \"ratios\": ["
                    + whole
                    + "]}}");
    assertThat(spread.schedule("{\"frequency\": \"QUARTERLY\"}").findings()).isEmpty();
    assertThat(
            spread.schedule("{\"frequency\": \"QUARTERLY\", \"annualStatement\": true}").findings())
        .isEmpty();
  }

  /** 12: a boundary where nothing changes, here a new rate that is the old one, moves no fen. */
  @Property(tries = 15)
  void aBoundaryWhereNothingChangesLeavesTheSum(
      @ForAll("fees") BigDecimal fee, @ForAll @IntRange(min = 1, max = 30) int day) {
    LocalDate start = LocalDate.of(2024, 1, 1);
    String cut =
        "{\"mode\": \"EXCLUSIVE\", \"rate\": [{\"from\": \"2020-01-01\", \"rate\": \"0.06\"},"
            + " {\"from\": \""
            + LocalDate.of(2024, 3, 1).plusDays(day)
            + "\", \"rate\": \"0.06\"}]}";
    List<Statement> whole = contract(fee, "CONTRACT_YEAR", start, 1).all();
    List<Statement> halves = contract(fee, "CONTRACT_YEAR", start, 1).tax(cut).all();
    assertThat(halves).hasSize(13);
    assertThat(sum(halves.subList(2, 4))).isEqualByComparingTo(fee(whole.get(2)));
    assertThat(fee(halves.get(12))).isEqualByComparingTo(fee(whole.get(11)));
  }

  /** 13: a full statement has the whole fee, a partial one its days, no day no statement. */
  @Property(tries = 25)
  void aFullPeriodIsOneAndAnEmptyOneIsNone(
      @ForAll("fees") BigDecimal fee, @ForAll("starts") LocalDate start) {
    for (Statement statement : contract(fee, "STATEMENT", start, 1).all()) {
      Period month = Period.monthOf(statement.servicePeriod().start());
      assertThat(statement.servicePeriod().isEmpty()).isFalse();
      if (statement.servicePeriod().equals(month)) {
        assertThat(fee(statement)).isEqualByComparingTo(fee);
      } else {
        assertThat(fee(statement)).isLessThanOrEqualTo(fee);
      }
    }
  }

  /** 14: every day of the term stands in one statement; four years hold 1,461 days. */
  @Property(tries = 10)
  void theDaysOfTheStatementsAreTheTerm(@ForAll("starts") LocalDate start) {
    int days = 0;
    FeeContract contract =
        contract(BigDecimal.ONE, "STATEMENT", start, 4).schedule("{\"frequency\": \"QUARTERLY\"}");
    for (Statement statement : contract.all()) {
      assertThat(statement.servicePeriod().start()).isEqualTo(start.plusDays(days));
      days += statement.servicePeriod().days();
    }
    assertThat(days).isEqualTo(Period.of(start, start.plusYears(4)).days());
    if (start.getDayOfMonth() < 29) {
      assertThat(days).isEqualTo(1461);
    }
  }
}
