package org.emcsettlement.settlement.clause;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.emcsettlement.settlement.Amounts;
import org.emcsettlement.settlement.FeeContract;
import org.emcsettlement.settlement.MonthlyContract;
import org.emcsettlement.settlement.YearlyContract;
import org.emcsettlement.settlement.statement.Statement;
import org.junit.jupiter.api.Test;

/**
 * Deductions that the tax terms treat as damages stand outside the tax base, and so does what gives
 * them back; what a clause earns stays inside (settlement-methods, 5.10). Amounts by hand.
 */
class GuaranteeTreatmentTest {

  private static String damages(String clause) {
    return "{\"mode\": \"EXCLUSIVE\", \"rate\": \"0.06\", \"treatments\": {\""
        + clause
        + "\": \"DAMAGES\"}}";
  }

  /** 100 a month guaranteed: 200 saved in the first quarter, 600 in the second, then 300 each. */
  private static Statement quarters(String period) {
    return new MonthlyContract(
            List.of(d(200), d(0), d(0), d(600), d(0), d(0), d(300), d(0), d(0), d(300)), List.of())
        .clauses(
            """
            {"id": "value", "kind": "savings-value"}, {"id": "v", "kind": "verified-savings"},
            {"id": "guarantee", "kind": "guarantee", "unit": "MONEY", "amount": "1200",
             "monthly": ["100", "100", "100", "100", "100", "100", "100", "100", "100", "100", "100",
                         "100"],
             "test": "PERIOD", "excessShare": "0.5", "damages": false}
            """)
        .schedule("{\"frequency\": \"QUARTERLY\", \"annualStatement\": true}")
        .tax(damages("guarantee"))
        .settle(period)
        .statement();
  }

  private static BigDecimal d(long value) {
    return BigDecimal.valueOf(value);
  }

  /** −100 outside, then 150 with 9 of tax. The year has nothing to add, and no tax to refund. */
  @Test
  void theYearTakesOverBothSignsAsTheyWereTaxed() {
    Statement first = quarters("2025-Q1");
    assertThat(Amounts.line(first, "guarantee.compensation")).isEqualByComparingTo("-100");
    assertThat(first.totals().tax()).isEqualByComparingTo("0");
    Statement second = quarters("2025-Q2");
    assertThat(Amounts.line(second, "guarantee.excess-share")).isEqualByComparingTo("150");
    assertThat(second.totals().tax()).isEqualByComparingTo("9");
    Statement year = quarters("Y1");
    assertThat(Amounts.line(year, "guarantee.taken-over")).isEqualByComparingTo("-100");
    assertThat(Amounts.line(year, "guarantee.taken-over-taxed")).isEqualByComparingTo("150");
    assertThat(year.totals().tax()).isEqualByComparingTo("0");
    assertThat(year.totals().netPayable()).isEqualByComparingTo("0");
    assertThat(year.balances()).allMatch(balance -> balance.closing().signum() == 0);
  }

  private static Statement year(int year, String terms) {
    return new YearlyContract(
            List.of(d(80_000), d(150_000)),
            YearlyContract.guarantee(", \"damages\": false" + terms))
        .tax(damages("guarantee"))
        .settle(year)
        .statement();
  }

  /** 20,000 kWh at 0.50 missed, later made up: neither is a price. The fee bears 48,000 of tax. */
  @Test
  void compensationAndItsReturnAreBothOutside() {
    String clawback = ", \"test\": \"CUMULATIVE\", \"clawback\": true";
    String cure = ", \"excessOffsetYears\": 1";
    for (String terms : List.of(clawback, cure)) {
      assertThat(year(1, terms).totals().netPayable()).isEqualByComparingTo("838000");
      Statement second = year(2, terms);
      assertThat(second.totals().tax()).isEqualByComparingTo("48000");
      assertThat(second.totals().outsideTax()).isEqualByComparingTo("10000");
    }
  }

  /** 1,000 with half of it linked and withheld; a score of 80 later pays 400 of it. */
  @Test
  void whatWaitedForItsScoreIsTaxedOnce() {
    List<Statement> statements =
        new FeeContract()
            .term(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 5, 1))
            .clauses(
                """
                {"id": "fee", "kind": "service-fee", "amount": "1000.00", "per": "STATEMENT"},
                {"id": "score", "kind": "performance", "linked": "0.5", "form": "LINEAR",
                 "missingScore": "WITHHELD"}
                """)
            .tax(damages("score"))
            .recordedScores(
                """
                2025-01-01,2025-02-01,all,1,80,a,2025-04-15
                2025-02-01,2025-03-01,all,1,100,b,2025-03-10
                2025-03-01,2025-04-01,all,1,100,c,2025-04-10
                2025-04-01,2025-05-01,all,1,100,d,2025-05-10
                """)
            .all();
    BigDecimal tax =
        statements.stream().map(s -> s.totals().tax()).reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(Amounts.line(statements.get(2), "score.late/2025-01-01"))
        .isEqualByComparingTo("400");
    assertThat(tax).isEqualByComparingTo("240"); // 6 % of four times 1,000
  }
}
