package org.emcsettlement.settlement.clause;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.emcsettlement.core.finding.Finding;
import org.emcsettlement.settlement.Amounts;
import org.emcsettlement.settlement.FeeContract;
import org.emcsettlement.settlement.statement.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Fees and payments at the edges of periods, caps and terms; every amount by hand. */
class FeeEdgesTest {

  private static final String ANNUAL = "{\"frequency\": \"MONTHLY\", \"annualStatement\": true}";

  private static FeeContract year(String clauses) {
    return new FeeContract()
        .term(LocalDate.of(2025, 1, 1), LocalDate.of(2026, 1, 1))
        .clauses(clauses);
  }

  /** 1,000 a month are 12,000 a year, which the annual statement has nothing to add to. */
  @ParameterizedTest
  @CsvSource({
    "'{\"id\": \"fee\", \"kind\": \"service-fee\", \"amount\": \"1000.00\", \"per\": \"STATEMENT\"}'",
    "'{\"id\": \"fee\", \"kind\": \"joint-cost\", \"name\": \"x\", \"amount\": \"1000.00\", \"per\":"
        + " \"STATEMENT\"}'",
  })
  void aFeePerStatementIsOwedForEveryStatementOfTheYear(String fee) {
    Statement last = year(fee).schedule(ANNUAL).last();
    assertThat(Amounts.line(last, "annual-true-up.entitled")).isEqualByComparingTo("12000");
    assertThat(last.totals().netPayable()).isEqualByComparingTo("0");
  }

  /** 0.01 over 15 and 15 days is 0.005 each: a bound where the tax rate changes adds no fen. */
  @Test
  void aTaxBoundInsideAPeriodMovesNoFen() {
    FeeContract contract =
        new FeeContract()
            .clauses(
                "{\"id\": \"fee\", \"kind\": \"service-fee\", \"amount\": \"0.01\", \"per\":"
                    + " \"STATEMENT\"}")
            .tax(
                "{\"mode\": \"EXCLUSIVE\", \"rate\": [{\"from\": \"2020-01-01\", \"rate\": \"0\"},"
                    + " {\"from\": \"2025-04-16\", \"rate\": \"0\"}]}");
    BigDecimal first = Amounts.line(contract.settle("2025-04-01/2025-04-16"), "fee");
    BigDecimal second = Amounts.line(contract.settle("2025-04-16/2025-05-01"), "fee");
    assertThat(first.add(second)).isEqualByComparingTo("0.01");
  }

  /** 106,000 with tax, 5,000 withheld: an advance of 200,000 pays the 101,000 that are left. */
  @Test
  void anAdvancePaysNoMoreThanIsOwed() {
    Statement january =
        year("""
                {"id": "fee", "kind": "service-fee", "amount": "100000.00", "per": "STATEMENT"},
                {"id": "retention", "kind": "retention", "ratio": "0.05"},
                {"id": "advance", "kind": "advance",
                 "advances": [{"date": "2025-01-01", "amount": "200000.00"}]}
                """)
            .tax("{\"mode\": \"EXCLUSIVE\", \"rate\": \"0.06\"}")
            .settle("2025-01");
    assertThat(january.totals().netPayable()).isEqualByComparingTo("0");
    assertThat(Amounts.balance(january, "ADVANCE")).isEqualByComparingTo("99000");
  }

  /** Two fees of 1,000 and 9,000: a deduction of 700 stays below 10 % of both. */
  @Test
  void theFeeThatACapIsAPartOfIsAllFees() {
    Statement january =
        year("""
                {"id": "a", "kind": "service-fee", "amount": "9000.00", "per": "STATEMENT"},
                {"id": "b", "kind": "service-fee", "amount": "1000.00", "per": "STATEMENT"},
                {"id": "deductions", "kind": "itemised-deductions", "capFractionOfFee": "0.1",
                 "items": [{"item": "late", "amount": "700.00"}]}
                """)
            .incidents("2025-01-05,late,1,a\n")
            .settle("2025-01");
    assertThat(Amounts.line(january, "deductions")).isEqualByComparingTo("-700");
  }

  /** 90,000 over 29.5 months at 0.4 %: on the agreed end nothing is left of it. */
  @ParameterizedTest
  @CsvSource({"2027-06-16", "2027-06-30", "2027-07-01"})
  void anAnnuityEndsWithItsTerm(LocalDate agreed) {
    Statement last =
        new FeeContract()
            .term(LocalDate.of(2025, 1, 1), agreed)
            .clauses(
                "{\"id\": \"termination\", \"kind\": \"termination\", \"agreedEnd\": \""
                    + agreed
                    + "\", \"amortisation\": {\"method\": \"ANNUITY\", \"monthlyRate\": \"0.004\","
                    + " \"investment\": \"90000.00\"}, \"outcomes\": []}")
            .last();
    assertThat(Amounts.line(last, "termination.unamortised")).isEqualByComparingTo("0");
    assertThat(last.totals().netPayable()).isEqualByComparingTo("0");
  }

  /** What is withheld and released stands in one balance, and so in one clause. */
  @Test
  void aBalanceHasOneClause() {
    assertThat(
            year(
                    """
                    {"id": "fee", "kind": "service-fee", "amount": "1000.00", "per": "STATEMENT"},
                    {"id": "a", "kind": "retention", "ratio": "0.05"},
                    {"id": "b", "kind": "retention", "ratio": "0.03"}
                    """)
                .findings()
                .stream()
                .map(Finding::code))
        .containsExactly("contract.clause-twice");
  }

  /**
   * The first year entitles to 1,200 against 4,800 invoiced, a credit of 3,600. The second invoices
   * nothing before its annual statement, against whose 1,200 it is set first.
   */
  @Test
  void aCreditIsSetAgainstAnAnnualStatementToo() {
    List<Statement> statements =
        new FeeContract()
            .term(LocalDate.of(2025, 1, 1), LocalDate.of(2028, 1, 1))
            .clauses(
                """
                {"id": "advance", "kind": "service-fee", "amount": "1200.00", "per": "STATEMENT",
                 "series": "REGULAR"},
                {"id": "most", "kind": "limit", "cap": "4800.00", "over": "LIFETIME",
                 "series": "REGULAR"},
                {"id": "year", "kind": "service-fee", "amount": "1200.00", "per": "STATEMENT",
                 "series": "ANNUAL"},
                {"id": "overpayment", "kind": "overpayment", "policy": "CREDIT_NEXT"}
                """)
            .schedule("{\"frequency\": \"QUARTERLY\", \"annualStatement\": true}")
            .all();
    assertThat(Amounts.balance(statements.get(4), "OVERPAYMENT")).isEqualByComparingTo("3600");
    Statement second = statements.get(9);
    assertThat(Amounts.line(second, "annual-true-up")).isEqualByComparingTo("1200");
    assertThat(second.totals().netPayable()).isEqualByComparingTo("0");
    assertThat(Amounts.balance(second, "OVERPAYMENT")).isEqualByComparingTo("2400");
  }

  /**
   * 365 of 366 days of 1.83 are 1.825, and the statements of a year that began earlier add up so.
   */
  @Test
  void aRunningTotalBeginsWithService() {
    List<Statement> statements =
        new FeeContract()
            .term(LocalDate.of(2028, 1, 2), LocalDate.of(2029, 1, 1))
            .anchor(LocalDate.of(2028, 1, 1))
            .clauses(
                """
                {"id": "fee", "kind": "service-fee", "amount": "1.83", "per": "CONTRACT_YEAR"}
                """)
            .schedule(ANNUAL)
            .all();
    Statement year = statements.get(12);
    assertThat(Amounts.line(year, "annual-true-up.entitled")).isEqualByComparingTo("1.83");
    assertThat(Amounts.line(year, "annual-true-up")).isEqualByComparingTo("0");
  }

  /** 5 % of three fees stay withheld and no clause pays them out. */
  @Test
  void whatTheLastStatementLeavesOpenIsTold() {
    String clauses =
        """
        {"id": "fee", "kind": "service-fee", "amount": "1000.00", "per": "STATEMENT"},
        {"id": "retention", "kind": "retention", "ratio": "0.05"}""";
    FeeContract contract =
        new FeeContract().term(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 4, 1)).clauses(clauses);
    assertThat(contract.last().findings().stream().map(Finding::code))
        .contains("balance.left-open");
    assertThat(contract.settle("2025-02").findings().stream().map(Finding::code))
        .doesNotContain("balance.left-open");
    assertThat(
            contract
                .clauses(clauses + ", {\"id\": \"end\", \"kind\": \"final-account\"}")
                .last()
                .findings()
                .stream()
                .map(Finding::code))
        .doesNotContain("balance.left-open");
  }
}
