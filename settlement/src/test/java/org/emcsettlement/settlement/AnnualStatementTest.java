package org.emcsettlement.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.emcsettlement.core.csv.TextSource;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.settlement.contract.Frequency;
import org.emcsettlement.settlement.contract.ScheduleTerms;
import org.emcsettlement.settlement.contract.StatementCalendar;
import org.emcsettlement.settlement.contract.StatementPeriod;
import org.emcsettlement.settlement.contract.TaxTerms;
import org.emcsettlement.settlement.contract.Term;
import org.emcsettlement.settlement.evidence.Scorecard;
import org.emcsettlement.settlement.statement.Series;
import org.emcsettlement.settlement.statement.Statement;
import org.junit.jupiter.api.Test;

/**
 * The annual statement settles its contract year again: T = the year's entitlement less what was
 * invoiced (settlement-methods, 5.11). What the quarters have carried, deducted, withheld or
 * received it must not count again. All amounts are computed by hand.
 */
class AnnualStatementTest {

  private static final String QUARTERS =
      "{\"frequency\": \"QUARTERLY\", \"annualStatement\": true}";
  private static final String NO_TAX = "{\"mode\": \"EXCLUSIVE\", \"rate\": \"0\"}";

  /** 12,000.00 a year in four equal parts. */
  private static final String FEE =
      "{\"id\": \"fee\", \"kind\": \"hosting-fee\", \"basis\": \"FEE\", \"agreedBase\":"
          + " \"12000.00\", \"spread\": {\"method\": \"EQUAL\"}}";

  private static List<BigDecimal> months(int... quantities) {
    return IntStream.of(quantities).mapToObj(BigDecimal::valueOf).toList();
  }

  private static MonthlyContract quarters(List<BigDecimal> actual, String clauses) {
    return new MonthlyContract(
            months(1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000), actual)
        .clauses(clauses)
        .schedule(QUARTERS)
        .tax(NO_TAX);
  }

  private static MonthlyContract paid(String clauses) {
    return quarters(months(), FEE + (clauses.isEmpty() ? "" : ", " + clauses));
  }

  private static Statement settle(MonthlyContract contract, String period) {
    return contract.settle(period).statement();
  }

  private static String amount(Statement statement, String line) {
    return statement.line(line).orElseThrow().amount().orElseThrow().toPlainString();
  }

  private static String closing(Statement statement, String balance) {
    return statement.balances().stream()
        .filter(candidate -> candidate.name().equals(balance))
        .map(candidate -> candidate.closing().toPlainString())
        .findFirst()
        .orElse("0.00");
  }

  /** +1000, +1000, +1000, −500: 0.7 × 2,500 − 0.7 × 3,000 = −350.00. */
  @Test
  void aLossOfTheYearIsNotCarriedIntoItsOwnAnnualStatement() {
    MonthlyContract contract =
        quarters(
            months(0, 1000, 1000, 0, 1000, 1000, 0, 1000, 1000, 1500, 1000, 1000),
            """
            {"id": "value", "kind": "savings-value"},
            {"id": "verified", "kind": "verified-savings"},
            {"id": "negative", "kind": "negative-savings", "policy": "CARRY_DEFICIT"},
            {"id": "sharing", "kind": "shared-savings",
             "ratios": [{"fromYear": 1, "ratio": "0.7"}]}
            """);
    assertThat(closing(settle(contract, "2025-Q4"), "DEFICIT")).isEqualTo("-500.00");
    Statement year = settle(contract, "Y1");
    assertThat(amount(year, "annual-true-up")).isEqualTo("-350.00");
    assertThat(closing(year, "DEFICIT")).isEqualTo("0.00");
  }

  /** Fee 12,000, bills 2,000, 2,000, 2,000, 3,500: 2,500 − 3,000 = −500.00. */
  @Test
  void aNegativeNetOfTheYearIsNotCarriedIntoItsOwnAnnualStatement() {
    MonthlyContract contract =
        quarters(
            months(2000, 0, 0, 2000, 0, 0, 2000, 0, 0, 3500, 0, 0),
            FEE + ", {\"id\": \"bills\", \"kind\": \"utility-bills\", \"negative\": \"CARRY\"}");
    assertThat(closing(settle(contract, "2025-Q4"), "CREDIT")).isEqualTo("-500.00");
    Statement year = settle(contract, "Y1");
    assertThat(year.line("bills.brought-forward")).isEmpty();
    assertThat(amount(year, "annual-true-up")).isEqualTo("-500.00");
    assertThat(closing(year, "CREDIT")).isEqualTo("0.00");
  }

  /** Fee 3,000 a quarter, bills 2,000, 2,000, 2,000, 3,500: three times 1,000 and nothing. */
  @Test
  void aNegativeNetThatWasDroppedStaysDropped() {
    MonthlyContract contract =
        quarters(
            months(2000, 0, 0, 2000, 0, 0, 2000, 0, 0, 3500, 0, 0),
            FEE
                + ", {\"id\": \"bills\", \"kind\": \"utility-bills\", \"negative\": \"FLOOR_ZERO\"}");
    assertThat(closing(settle(contract, "2025-Q4"), "DROPPED_NET")).isEqualTo("-500.00");
    Statement year = settle(contract, "Y1");
    assertThat(amount(year, "bills.dropped")).isEqualTo("500.00");
    assertThat(amount(year, "annual-true-up.entitled")).isEqualTo("3000.00");
    assertThat(amount(year, "annual-true-up")).isEqualTo("0.00");
    assertThat(closing(year, "DROPPED_NET")).isEqualTo("0.00");
  }

  @Test
  void anAdvanceIsReceivedOnce() {
    MonthlyContract contract =
        paid(
            "{\"id\": \"advance\", \"kind\": \"advance\", \"advances\": [{\"date\": \"2025-01-01\","
                + " \"amount\": \"4000.00\"}]}");
    assertThat(amount(settle(contract, "2025-Q1"), "advance")).isEqualTo("-3000.00");
    assertThat(amount(settle(contract, "2025-Q2"), "advance")).isEqualTo("-1000.00");
    assertThat(closing(settle(contract, "Y1"), "ADVANCE")).isEqualTo("0.00");
    assertThat(settle(contract, "2026-Q1").line("advance")).isEmpty();
  }

  /** A tenth of 3,000 until 500 in all; half released in August, the rest in 2026. */
  @Test
  void retentionStopsAtItsCeilingAndIsReleasedOnce() {
    MonthlyContract contract =
        paid(
            """
            {"id": "retention", "kind": "retention", "ratio": "0.10", "ceiling": "500.00",
             "releases": [{"date": "2026-02-15", "share": "1"},
                          {"date": "2025-08-01", "share": "0.5"}]}
            """);
    assertThat(amount(settle(contract, "2025-Q1"), "retention")).isEqualTo("-300.00");
    assertThat(amount(settle(contract, "2025-Q2"), "retention")).isEqualTo("-200.00");
    Statement summer = settle(contract, "2025-Q3");
    assertThat(summer.line("retention")).isEmpty();
    assertThat(amount(summer, "retention.release-1")).isEqualTo("250.00");
    assertThat(settle(contract, "2025-Q4").line("retention")).isEmpty();
    Statement year = settle(contract, "Y1");
    assertThat(year.line("retention.release-1")).isEmpty();
    assertThat(closing(year, "RETENTION")).isEqualTo("250.00");
    assertThat(amount(settle(contract, "2026-Q1"), "retention.release-2")).isEqualTo("250.00");
  }

  private static final String SCORE =
      """
      {"id": "score", "kind": "performance", "linked": "0.4", "form": "STEP",
       "pieces": [{"from": "0", "factor": "0.8"}, {"from": "90", "factor": "1"}]}
      """;

  private static Scorecard scored70() {
    return Scorecard.read(
            TextSource.of(
                "scorecard.csv",
                """
                start,end,item,weight,score
                2025-01-01,2025-04-01,all,1,70
                2025-04-01,2025-07-01,all,1,70
                2025-07-01,2025-10-01,all,1,70
                2025-10-01,2026-01-01,all,1,70
                """),
            new FindingCollector())
        .orElseThrow();
  }

  /** (1 − 0.8) × 0.4 × 3,000 = 240 a quarter stays deducted: 12,000 − 960. */
  @Test
  void scoresOfTheQuartersAreNotRefundedByTheYear() {
    MonthlyContract contract = paid(SCORE).scorecard(scored70());
    assertThat(amount(settle(contract, "2025-Q3"), "score")).isEqualTo("-240.00");
    Statement year = settle(contract, "Y1");
    assertThat(amount(year, "annual-true-up.entitled")).isEqualTo("11040.00");
    assertThat(amount(year, "annual-true-up")).isEqualTo("0.00");
  }

  /** The linked part is a part of the fee (5.8), whatever bills are set against it. */
  @Test
  void aBadScoreDeductsFromTheFeeNotFromTheNet() {
    MonthlyContract contract =
        quarters(
                months(5000),
                FEE
                    + ", {\"id\": \"bills\", \"kind\": \"utility-bills\", \"negative\":"
                    + " \"REFUND\"}, "
                    + SCORE)
            .scorecard(scored70());
    Statement quarter = settle(contract, "2025-Q1");
    assertThat(amount(quarter, "score")).isEqualTo("-240.00");
    assertThat(quarter.totals().netPayable()).isEqualByComparingTo("-2240.00");
  }

  /** Segments are independent: 10 days of 100 persons and 21 of 200, 10 kWh each a day. */
  @Test
  void aRatioFollowsItsDriverInEverySegment() {
    MonthlyContract contract =
        new MonthlyContract(months(), months())
            .baselineTerms(
                """
                {"id": "b", "commodity": "electricity", "source": "DRIVER_RATIO",
                 "period": "2024-01-01/2025-01-01", "annual": "365000",
                 "ratios": [{"driver": "HEADCOUNT", "weight": "1", "reference": "100"}]}
                """)
            .occupancy(
                "start,end,headcount\n2025-01-01,2025-01-11,100\n2025-01-11,2027-01-01,200\n");
    assertThat(
            settle(contract, "2025-01").line("use.adjusted/electricity").orElseThrow().quantity())
        .hasValueSatisfying(
            quantity ->
                assertThat(quantity.toDecimal().orElseThrow()).isEqualByComparingTo("52000"));
  }

  /** Before an annual statement every regular one lies in one contract year. */
  @Test
  void statementsAreSplitAtTheAnniversary() {
    LocalDate start = LocalDate.of(2025, 3, 18);
    Term term = new Term(start, start.plusYears(3), start);
    List<StatementPeriod> periods =
        StatementCalendar.of(
                term,
                ScheduleTerms.builder().frequency(Frequency.MONTHLY).annualStatement(true).build(),
                new TaxTerms(
                    TaxTerms.Mode.INCLUSIVE,
                    List.of(new TaxTerms.Rate(LocalDate.of(1, 1, 1), BigDecimal.ZERO)),
                    TaxTerms.Level.PER_LINE,
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    Map.of()))
            .periods();
    for (int year = 1; year <= 3; year++) {
      Period days = term.years().year(year);
      int number = year;
      int sum =
          periods.stream()
              .filter(period -> period.series() == Series.REGULAR)
              .filter(period -> period.contractYear() == number)
              .mapToInt(period -> period.service().daysIn(days))
              .sum();
      assertThat(sum).as("days of year %d", year).isEqualTo(days.days());
    }
    assertThat(periods).extracting(StatementPeriod::key).contains("2026-03-01/2026-03-18");
  }
}
