package org.emcsettlement.settlement.clause;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import org.emcsettlement.core.csv.TextSource;
import org.emcsettlement.core.finding.Checked;
import org.emcsettlement.core.finding.Finding;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.core.series.DailyTemperature;
import org.emcsettlement.settlement.Amounts;
import org.emcsettlement.settlement.MonthlyContract;
import org.emcsettlement.settlement.Settled;
import org.emcsettlement.settlement.Settlement;
import org.emcsettlement.settlement.YearlyContract;
import org.emcsettlement.settlement.evidence.Scorecard;
import org.emcsettlement.settlement.statement.Statement;
import org.junit.jupiter.api.Test;

/** Savings, shares and guarantees at the edges of signs, years and prices; every amount by hand. */
class SavingsEdgesTest {

  private static final String VALUED =
      """
      {"id": "value", "kind": "savings-value"}, {"id": "v", "kind": "verified-savings"},
      """;
  private static final String FLAT =
      "{\"from\": \"2024-01-01\", \"source\": \"s\", \"charges\": [{\"id\": \"e\", \"kind\":"
          + " \"FLAT\", \"price\": \"1\"}]}";
  private static final String BILLED =
      """
      {"id": "value", "kind": "bill-savings", "commodity": "electricity", "tariff": "t"},
      {"id": "v", "kind": "verified-savings"}, {"id": "negative", "kind": "negative-savings"},
      """;

  private static MonthlyContract january(long saved) {
    return MonthlyContract.ofJanuary(BigDecimal.valueOf(saved), BigDecimal.ZERO);
  }

  private static MonthlyContract every(long saved) {
    return new MonthlyContract(
        Collections.nCopies(12, BigDecimal.valueOf(saved)),
        Collections.nCopies(12, BigDecimal.ZERO));
  }

  private static List<String> codes(Findings findings) {
    return findings.stream().map(Finding::code).toList();
  }

  private static Checked<Settled> tried(MonthlyContract contract, String period) {
    Settlement settlement = Settlement.of(contract.resolve().orThrow());
    return settlement.settle(settlement.period(period));
  }

  /** A loss of 10,000 is shared 70 : 30. A score of 80 for it does not pay the provider. */
  @Test
  void aBadScoreOfALossPaysNobody() {
    Statement statement =
        MonthlyContract.ofJanuary(BigDecimal.ZERO, BigDecimal.valueOf(10_000))
            .clauses(
                VALUED
                    + """
                    {"id": "negative", "kind": "negative-savings", "policy": "SHARE_LOSS"},
                    {"id": "sharing", "kind": "shared-savings",
                     "ratios": [{"fromYear": 1, "ratio": "0.7"}]},
                    {"id": "score", "kind": "performance", "linked": "0.4", "form": "STEP",
                     "pieces": [{"from": "0", "factor": "0.8"}]}
                    """)
            .scorecard(
                Scorecard.read(
                        TextSource.of(
                            "scorecard.csv",
                            "start,end,score,evidence\n2025-01-01,2025-02-01,80,a\n"),
                        new FindingCollector())
                    .orElseThrow())
            .settle("2025-01")
            .statement();
    assertThat(Amounts.line(statement, "sharing.provider")).isEqualByComparingTo("-7000");
    assertThat(Amounts.line(statement, "score")).isEqualByComparingTo("0");
  }

  /** 10,000 of March before and after the 15th: 14 days at 80 % and 17 at 70 %. */
  @Test
  void aBillOverAnAnniversaryIsSharedByBothYears() {
    Statement march =
        every(10_000)
            .tariff("kWh", FLAT)
            .term("{\"start\": \"2025-03-15\", \"end\": \"2027-01-01\"}")
            .clauses(
                BILLED
                    + """
                    {"id": "sharing", "kind": "shared-savings",
                     "ratios": [{"fromYear": 1, "ratio": "0.8"}, {"fromYear": 2, "ratio": "0.7"}]}
                    """)
            .settle("2026-03")
            .statement();
    // 10,000 × (14 × 0.8 + 17 × 0.7) ÷ 31
    assertThat(Amounts.line(march, "sharing.provider")).isEqualByComparingTo("7451.61");
  }

  /**
   * 31,001 kWh in whole kWh over prices of 10, 10 and 11 days: 10,000.32 rounds to 10,000,
   * 20,000.65 to 20,001, so the parts are 10,000, 10,001 and 11,000.
   */
  @Test
  void roundedQuantitiesOfPricesAddUpToTheRoundedWhole() {
    Statement january =
        january(31_001)
            .quantityScale(0)
            .priceTerms("{\"commodity\": \"electricity\", \"basis\": \"CURRENT\", \"file\": \"p\"}")
            .priceTable(
                "p",
                "from,price,unit\n2024-01-01,1,CNY/kWh\n2025-01-11,2,CNY/kWh\n2025-01-21,4,CNY/kWh\n")
            .clauses(
                """
                {"id": "value", "kind": "savings-value"}, {"id": "costs", "kind": "costs"},
                {"id": "v", "kind": "verified-savings"}
                """)
            .settle("2025-01")
            .statement();
    // 10,000 × 1 + 10,001 × 2 + 11,000 × 4
    assertThat(Amounts.line(january, "v")).isEqualByComparingTo("74002");
  }

  /** The ratio falls on 15 March: 14 days at 80 % and 17 at 70 %. */
  @Test
  void aBillOverTheBeginningOfAPhaseIsSharedByBothRatios() {
    MonthlyContract contract =
        every(10_000)
            .tariff("kWh", FLAT)
            .clauses(
                BILLED
                    + """
                    {"id": "sharing", "kind": "shared-savings",
                     "phases": [{"from": "2025-01-01", "ratio": "0.8"},
                                {"from": "2025-03-15", "ratio": "0.7"}]}
                    """);
    assertThat(codes(contract.findings())).isEmpty();
    assertThat(Amounts.line(contract.settle("2025-03").statement(), "sharing.provider"))
        .isEqualByComparingTo("7451.61");
  }

  /** What one clause prices and another bills would be saved twice. */
  @Test
  void savingsOfACommodityAreValuedOnce() {
    MonthlyContract contract =
        january(1000)
            .tariff("kWh", FLAT)
            .clauses("{\"id\": \"priced\", \"kind\": \"savings-value\"}," + whole(BILLED));
    assertThat(codes(contract.findings())).containsExactly("contract.savings-twice");
  }

  /** Clauses without the comma that further ones need. */
  private static String whole(String clauses) {
    return clauses.substring(0, clauses.lastIndexOf(','));
  }

  /** An index from February on does not price January. */
  @Test
  void aGapOfAnIndexIsFoundLikeOneOfPrices() {
    MonthlyContract contract =
        january(100)
            .priceTerms(
                "{\"commodity\": \"electricity\", \"basis\": \"INDEXED\", \"reference\": \"1\","
                    + " \"indexBase\": \"100\", \"indexFile\": \"i\"}")
            .priceTable("i", "from,price,unit\n2025-02-01,110,index\n")
            .clauses(whole(VALUED));
    assertThat(codes(tried(contract, "2025-01").findings())).contains("price.gap");
  }

  /** Half a year is a half of what operation costs: 1,000 × 181 ÷ 365. */
  @Test
  void theCeilingOfAPartOfAYearHasItsPartOfOperation() {
    Statement statement =
        every(100)
            .term("{\"start\": \"2025-01-01\", \"end\": \"2025-07-01\"}")
            .clauses(
                """
                {"id": "costs", "kind": "costs"},
                {"id": "fee", "kind": "service-fee", "amount": "5000.00", "per": "STATEMENT"},
                {"id": "ceiling", "kind": "payment-ceiling", "labour": "1000.00",
                 "utilities": false}
                """)
            .schedule("{\"frequency\": \"ANNUAL\"}")
            .settle("Y1")
            .statement();
    // 600 of energy and 495.89
    assertThat(Amounts.line(statement, "ceiling.ceiling")).isEqualByComparingTo("1095.89");
  }

  private static MonthlyContract heated(String celsius) {
    StringBuilder csv = new StringBuilder("date,celsius\n");
    for (LocalDate date = LocalDate.of(2025, 1, 1);
        date.getYear() == 2025;
        date = date.plusDays(1)) {
      csv.append(date).append(',').append(celsius).append('\n');
    }
    DailyTemperature weather =
        DailyTemperature.read(
                TextSource.of("weather/s.csv", csv.toString()),
                ZoneId.of("Asia/Shanghai"),
                new FindingCollector())
            .orElseThrow();
    return every(100)
        .risks("{\"weather\": \"INSTITUTION\"}")
        .clauses(
            """
            {"id": "weather", "kind": "driver-adjustment", "driver": "HDD(18)",
             "basis": "QUANTITY", "station": "s", "rule": {"mode": "ALWAYS"},
             "monthlyReference": ["400", "300", "200", "100", "0", "0", "0", "0", "0", "100",
                                  "200", "300"]},
            """
                + whole(VALUED))
        .evidence(e -> e.putWeather("s", weather));
  }

  /** In July nobody heats, and no heating was agreed: nothing changes. */
  @Test
  void degreeDaysOfNothingAgainstNothingChangeNothing() {
    assertThat(Amounts.line(heated("25").settle("2025-07").statement(), "v"))
        .isEqualByComparingTo("100");
  }

  @Test
  void degreeDaysAgainstNothingHaveNoRatio() {
    assertThat(codes(tried(heated("10"), "2025-07").findings())).contains("driver.reference-zero");
  }

  /** A change against a price of nothing has no ratio. */
  @Test
  void aPriceOfNothingIsNoReference() {
    MonthlyContract contract =
        every(100)
            .priceTerms(
                "{\"commodity\": \"electricity\", \"basis\": \"CURRENT\", \"reference\": \"0\","
                    + " \"file\": \"p\"}")
            .priceTable("p", "from,price,unit\n2020-01-01,1,CNY/kWh\n")
            .risks("{\"energy-price\": \"INSTITUTION\"}")
            .clauses(
                """
                {"id": "price", "kind": "price-adjustment", "basis": "QUANTITY",
                 "rule": {"mode": "ALWAYS"}},
                """
                    + whole(VALUED));
    assertThat(codes(contract.findings())).contains("driver.reference-zero");
  }

  private static final String CAPPED =
      """
      {"id": "%s", "kind": "guarantee", "unit": "QUANTITY", "commodity": "electricity",
       "amount": "%s", "capAmount": "10000.00", "unrecovered": "CARRIED", "excessShare": "0.5"}
      """;

  /**
   * 60,000 kWh missed at 0.50 are 30,000, of which 10,000 are capped and 20,000 carried. A second
   * guarantee was met; its share of a later excess owes nothing for the first.
   */
  @Test
  void aGuaranteeRecoversWhatItCarriedItself() {
    YearlyContract contract =
        new YearlyContract(
            List.of(BigDecimal.valueOf(40_000), BigDecimal.valueOf(200_000)),
            CAPPED.formatted("a", "100000") + "," + CAPPED.formatted("b", "40000"));
    Statement second = contract.settle(2).statement();
    // excess of 100,000 and 160,000 kWh: half of 50,000 and of 80,000
    assertThat(Amounts.line(second, "a.excess-share")).isEqualByComparingTo("25000");
    assertThat(Amounts.line(second, "b.excess-share")).isEqualByComparingTo("40000");
    assertThat(Amounts.line(second, "a.recovered")).isEqualByComparingTo("-20000");
    assertThat(Amounts.line(second, "b.recovered")).isEqualByComparingTo("0");
  }

  /** A fee of 1,000 pays bills of 900: of a compensation of 5,000 no more than 100 is withheld. */
  @Test
  void compensationIsWithheldFromWhatIsPaidAfterTheBills() {
    MonthlyContract contract =
        new MonthlyContract(
                Collections.nCopies(12, BigDecimal.valueOf(900)),
                Collections.nCopies(12, BigDecimal.valueOf(900)))
            .clauses(
                """
                {"id": "fee", "kind": "service-fee", "amount": "1000.00", "per": "STATEMENT"},
                {"id": "bills", "kind": "utility-bills"},
                {"id": "guarantee", "kind": "guarantee", "unit": "QUANTITY",
                 "commodity": "electricity", "amount": "60000", "test": "PERIOD", "withheld": true}
                """);
    Statement february = contract.settle("2025-02").statement();
    assertThat(Amounts.line(february, "guarantee.withheld")).isEqualByComparingTo("-100");
  }
}
