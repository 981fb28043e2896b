package org.emcsettlement.settlement.clause;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.emcsettlement.settlement.Amounts;
import org.emcsettlement.settlement.FeeContract;
import org.emcsettlement.settlement.MonthlyContract;
import org.emcsettlement.settlement.statement.LineTax;
import org.emcsettlement.settlement.statement.Statement;
import org.junit.jupiter.api.Test;

/**
 * The annual true-up of a year in which the rate falls from 6 % to 3 % on 1 July: a correction has
 * the rate of the original tax point (settlement-methods, 5.10). Amounts by hand.
 */
class TrueUpRateTest {

  private static final String FALLS =
      """
      {"mode": "EXCLUSIVE", "rate": [{"from": "2020-01-01", "rate": "0.06"},
                                     {"from": "2025-07-01", "rate": "0.03"}]}
      """;

  private static final String ANNUAL = "{\"frequency\": \"MONTHLY\", \"annualStatement\": true}";

  /** A fee of 12,000.00 a year; the twelve instalments as written. */
  private static List<Statement> fee(String instalments) {
    return new FeeContract()
        .term(LocalDate.of(2025, 1, 1), LocalDate.of(2026, 1, 1))
        .clauses(
            """
            {"id": "fee", "kind": "service-fee", "amount": "12000.00", "per": "CONTRACT_YEAR",
             "spread": {"method": "AMOUNT_TABLE", "amounts": [%s]}}
            """
                .formatted(instalments))
        .schedule(ANNUAL)
        .tax(FALLS)
        .all();
  }

  private static String six(String amount) {
    return String.join(", ", Collections.nCopies(6, '"' + amount + '"'));
  }

  private static Statement last(List<Statement> statements) {
    return statements.get(statements.size() - 1);
  }

  private static LineTax tax(Statement statement, String line) {
    return statement.line(line).orElseThrow().tax().orElseThrow();
  }

  /** 12 × 900 were invoiced; of the 1,200 missing 600 are taxed at 6 % and 600 at 3 %. */
  @Test
  void aTrueUpHasTheRatesOfTheDocumentsThatItCorrects() {
    Statement year = last(fee(six("900") + ", " + six("900")));
    assertThat(Amounts.line(year, "annual-true-up/2025-01-01")).isEqualByComparingTo("600");
    assertThat(Amounts.line(year, "annual-true-up/2025-07-01")).isEqualByComparingTo("600");
    assertThat(tax(year, "annual-true-up/2025-01-01").tax()).isEqualByComparingTo("36");
    assertThat(tax(year, "annual-true-up/2025-07-01").tax()).isEqualByComparingTo("18");
    assertThat(year.totals().netPayable()).isEqualByComparingTo("1254");
    // 6,000 at 6 % and 6,000 at 3 %, in documents and at once
    assertThat(Amounts.line(year, "value-added-tax.annual-tax")).isEqualByComparingTo("540");
    assertThat(year.line("value-added-tax.drift")).isEmpty();
  }

  /** 6 × 1,500 and 6 × 500 are the fee of the year: neither side of the change is corrected. */
  @Test
  void aYearWithNothingToCorrectCorrectsNeitherRate() {
    Statement year = last(fee(six("1500") + ", " + six("500")));
    assertThat(Amounts.line(year, "annual-true-up.entitled/2025-01-01"))
        .isEqualByComparingTo("9000");
    assertThat(Amounts.line(year, "annual-true-up/2025-01-01")).isEqualByComparingTo("0");
    assertThat(year.totals().tax()).isEqualByComparingTo("0");
    assertThat(year.totals().netPayable()).isEqualByComparingTo("0");
  }

  @Test
  void theBalancesOfTheRatesEndWithTheYear() {
    List<Statement> statements = fee(six("900") + ", " + six("900"));
    Statement december = statements.get(11);
    assertThat(Amounts.balance(december, "INVOICED")).isEqualByComparingTo("5400");
    assertThat(Amounts.balance(december, "INVOICED@2025-07-01")).isEqualByComparingTo("5400");
    assertThat(last(statements).balances()).allMatch(balance -> balance.closing().signum() == 0);
  }

  /** Nothing was invoiced: 12,000 × 181 ÷ 365 = 5,950.6849… at 6 %, the rest at 3 %. */
  @Test
  void whatWasNeverInvoicedIsDividedByDays() {
    Statement year =
        new FeeContract()
            .term(LocalDate.of(2025, 1, 1), LocalDate.of(2026, 1, 1))
            .clauses(
                """
                {"id": "fee", "kind": "service-fee", "amount": "12000.00", "per": "CONTRACT_YEAR",
                 "series": "ANNUAL"}
                """)
            .schedule(ANNUAL)
            .tax(FALLS)
            .last();
    assertThat(Amounts.line(year, "annual-true-up/2025-01-01")).isEqualByComparingTo("5950.68");
    assertThat(Amounts.line(year, "annual-true-up/2025-07-01")).isEqualByComparingTo("6049.32");
    assertThat(year.totals().tax()).isEqualByComparingTo("538.52"); // 357.04 + 181.48
  }

  /**
   * A price that rises by 36.5 % in October raises a fee of 1,200 by 1,200 × 0.365 × 92 ÷ 365 =
   * 110.40, which only the annual statement settles: all of it belongs to the lower rate.
   */
  @Test
  void whatNamesItsDaysHasTheRateOfThoseDays() {
    Statement year =
        new MonthlyContract(
                Collections.nCopies(12, BigDecimal.valueOf(100)),
                Collections.nCopies(12, BigDecimal.valueOf(100)))
            .priceTerms(
                "{\"commodity\": \"electricity\", \"basis\": \"CURRENT\", \"reference\": \"1\","
                    + " \"file\": \"p\"}")
            .priceTable("p", "from,price,unit\n2020-01-01,1,CNY/kWh\n2025-10-01,1.365,CNY/kWh\n")
            .risks("{\"energy-price\": \"INSTITUTION\"}")
            .clauses(
                """
                {"id": "fee", "kind": "hosting-fee", "basis": "FEE", "spread": {"method": "EQUAL"}},
                {"id": "price", "kind": "price-adjustment", "basis": "FEE", "series": "ANNUAL",
                 "rule": {"mode": "ALWAYS"}}
                """)
            .schedule(ANNUAL)
            .tax(FALLS)
            .settle("Y1")
            .statement();
    assertThat(Amounts.line(year, "annual-true-up/2025-01-01")).isEqualByComparingTo("0");
    assertThat(Amounts.line(year, "annual-true-up/2025-07-01")).isEqualByComparingTo("110.40");
    assertThat(year.totals().tax()).isEqualByComparingTo("3.31");
  }

  /**
   * The score of June comes too late for July: its deduction of 20 lowers a price that was taxed at
   * 6 %.
   */
  @Test
  void aCorrectionOfAnEarlierPeriodHasItsRate() {
    Statement august =
        new FeeContract()
            .clauses(
                """
                {"id": "fee", "kind": "service-fee", "amount": "1000.00", "per": "STATEMENT"},
                {"id": "score", "kind": "performance", "linked": "0.1", "form": "LINEAR"}
                """)
            .tax(FALLS)
            .recordedScores(
                """
                2025-06-01,2025-07-01,all,1,80,a,2025-09-15
                2025-08-01,2025-09-01,all,1,100,b,2025-09-05
                """)
            .settle("2025-08");
    String late = "score.late/2025-06-01";
    assertThat(Amounts.line(august, late)).isEqualByComparingTo("-20");
    assertThat(tax(august, late).rate()).isEqualByComparingTo("0.06");
    assertThat(tax(august, "fee").rate()).isEqualByComparingTo("0.03");
    assertThat(august.totals().tax()).isEqualByComparingTo("28.80"); // 30 − 1.20
  }
}
