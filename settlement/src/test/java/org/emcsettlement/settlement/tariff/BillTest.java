package org.emcsettlement.settlement.tariff;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.quantity.Rational;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Charges one by one; expected amounts are worked by hand. */
class BillTest {

  private static final String JANUARY = "2025-01-01/2025-02-01";
  private static final String FLAT = "{\"id\": \"energy\", \"kind\": \"FLAT\", \"price\": \"0.5\"}";

  private static String tiers(String more) {
    return "{\"id\": \"t\", \"kind\": \"TIERED\", \"role\": \"FULL_PRICE\", "
        + more
        + ", \"tiers\": [{\"upTo\": \"100\", \"price\": \"0.5\"}, {\"price\": \"0.8\"}]}";
  }

  /** 310 of January's bound for 100 a day × 31 = 3100; 20 days of 31 have 64.516129… of 100. */
  @ParameterizedTest
  @CsvSource({
    "MONTH, 2025-01-01/2025-02-01, 250, t-tier-1 50.00, t-tier-2 120.00",
    "MONTH, 2025-01-01/2025-01-21, 250, t-tier-1 32.26, t-tier-2 148.39",
    "DAY, 2025-01-01/2025-02-01, 3200, t-tier-1 1550.00, t-tier-2 80.00",
    "DAY, 2025-01-01/2025-01-03, 3200, t-tier-1 100.00, t-tier-2 2400.00",
  })
  void boundsBelongToMonthsOrDays(
      String per, String days, String quantity, String first, String second) {
    TariffVersion version =
        Bills.electricity(tiers("\"mode\": \"MARGINAL\", \"per\": \"" + per + "\""));
    assertThat(Bills.lines(Bills.of(version, days, quantity))).containsExactly(first, second);
  }

  /** 100 kWh per kW of billed demand: 40 % of 500 kW is more than the 120 kW measured. */
  @Test
  void boundsMayBelongToTheDemandThatIsBilled() {
    TariffVersion version =
        Bills.electricity(
            tiers("\"mode\": \"MARGINAL\", \"per\": \"KILOWATT\"")
                + ", {\"id\": \"d\", \"kind\": \"DEMAND\", \"price\": \"38\","
                + " \"contracted\": \"500\", \"floor\": \"0.4\"}");
    Bill bill =
        Bills.of(
            version,
            JANUARY,
            "30000",
            (usage, calculator) -> usage.demand(Bills.figure(calculator, "120", "kW")));
    assertThat(Bills.lines(bill))
        .containsExactly("t-tier-1 10000.00", "t-tier-2 8000.00", "d 7600.00");
  }

  /**
   * 500 kW contracted at 40, twice the price above 525 kW: up to there the contract is billed, or
   * what was measured. At the bound nothing is above it.
   */
  @ParameterizedTest
  @CsvSource({
    "CONTRACTED, 300, d 20000.00, d-over-contract 0.00",
    "CONTRACTED, 525, d 20000.00, d-over-contract 0.00",
    "CONTRACTED, 560, d 20000.00, d-over-contract 2800.00",
    "MEASURED, 300, d 20000.00, d-over-contract 0.00",
    "MEASURED, 520, d 20800.00, d-over-contract 0.00",
    "MEASURED, 525, d 21000.00, d-over-contract 0.00",
    "MEASURED, 560, d 22400.00, d-over-contract 1400.00",
  })
  void demandFarAboveTheContractPaysAMultiple(
      String within, String measured, String demand, String over) {
    TariffVersion version =
        Bills.electricity(
            "{\"id\": \"d\", \"kind\": \"DEMAND\", \"price\": \"40\", \"contracted\": \"500\","
                + " \"floor\": \"1\", \"overContract\": {\"from\": \"1.05\", \"multiple\": \"2\","
                + " \"within\": \""
                + within
                + "\"}}");
    Bill bill =
        Bills.of(
            version,
            JANUARY,
            "1000",
            (usage, calculator) -> usage.demand(Bills.figure(calculator, measured, "kW")));
    assertThat(Bills.lines(bill)).containsExactly(demand, over);
  }

  /** The year had 80 before: 20 are left in the first tier. */
  @Test
  void yearlyTiersGoOnWhereTheYearStands() {
    TariffVersion version = Bills.electricity(tiers("\"mode\": \"MARGINAL\", \"per\": \"YEAR\""));
    Bill bill =
        Bills.of(
            version,
            JANUARY,
            "50",
            (usage, calculator) -> usage.yearBefore(Bills.figure(calculator, "80", "kWh")));
    assertThat(Bills.lines(bill)).containsExactly("t-tier-1 10.00", "t-tier-2 24.00");
    assertThat(bill.lastUnit("").value()).isEqualTo(Rational.parse("0.8"));
  }

  @ParameterizedTest
  @CsvSource({"100, t 50.00", "100.01, t 80.01"})
  void volumeTiersPriceTheWholeQuantity(String quantity, String line) {
    TariffVersion version = Bills.electricity(tiers("\"mode\": \"VOLUME\""));
    assertThat(Bills.lines(Bills.of(version, JANUARY, quantity))).containsExactly(line);
  }

  /** 60 peak and 140 valley of 200: each tier of 100 holds 30 and 70. */
  @Test
  void tiersOfTheTotalAreSharedByTheBands() {
    TariffVersion version =
        Bills.electricity(
            "{\"id\": \"t\", \"kind\": \"TIERED\", \"role\": \"FULL_PRICE\", \"mode\": \"MARGINAL\","
                + " \"tiersByBand\": {\"peak\": [{\"upTo\": \"100\", \"price\": \"1\"},"
                + " {\"price\": \"2\"}], \"valley\": [{\"upTo\": \"100.0\", \"price\": \"0.1\"},"
                + " {\"price\": \"0.3\"}]}}");
    Bill bill =
        Bills.of(
            version,
            JANUARY,
            "200",
            (usage, calculator) ->
                usage
                    .putBands("peak", Bills.figure(calculator, "60", "kWh"))
                    .putBands("valley", Bills.figure(calculator, "140", "kWh")));
    assertThat(Bills.lines(bill))
        .containsExactly(
            "t-peak-tier-1 30.00",
            "t-peak-tier-2 60.00",
            "t-valley-tier-1 7.00",
            "t-valley-tier-2 21.00");
  }

  /**
   * Contracted 500 kW with a floor of 40 % is 200 kW; 80 % of the highest of the months looked at:
   * 400 before, 410 now.
   */
  @ParameterizedTest
  @CsvSource({
    "150, 100, false, 200", // floor
    "150, 400, false, 320", // ratchet of the months before
    "410, 400, false, 410", // measured
    "410, 100, true, 410", // the current month itself never binds above what it is
    "150, 100, true, 200",
  })
  void demandIsTheLargestOfMeasuredFloorAndRatchet(
      String measured, String earlier, boolean includesCurrent, String billed) {
    TariffVersion version =
        Bills.electricity(
            "{\"id\": \"d\", \"kind\": \"DEMAND\", \"price\": \"10\", \"contracted\": \"500\","
                + " \"floor\": \"0.4\", \"ratchet\": {\"part\": \"0.8\", \"months\": 2,"
                + " \"includesCurrent\": "
                + includesCurrent
                + "}}");
    assertThat(version.lookBack()).isEqualTo(includesCurrent ? 1 : 2);
    Bill bill =
        Bills.of(
            version,
            JANUARY,
            "0",
            (usage, calculator) ->
                usage
                    .demand(Bills.figure(calculator, measured, "kW"))
                    .addEarlierDemand(Bills.figure(calculator, earlier, "kW")));
    assertThat(bill.lines().get(0).quantity().value())
        .isEqualTo(Rational.of(new BigDecimal(billed)));
  }

  /** Power factor on energy only, then the minimum before tax, then tax on everything. */
  @Test
  void theStepsOfABillFollowTheirOrderWhateverTheFile() {
    TariffVersion version =
        Bills.electricity(
            "{\"id\": \"vat\", \"kind\": \"VAT\", \"rate\": \"0.13\"},"
                + "{\"id\": \"least\", \"kind\": \"MINIMUM\", \"amount\": \"200\"},"
                + "{\"id\": \"rent\", \"kind\": \"FIXED\", \"amount\": \"10\"},"
                + "{\"id\": \"factor\", \"kind\": \"POWER_FACTOR\", \"charges\": [\"energy\"],"
                + " \"steps\": [{\"from\": \"0.80\", \"rate\": \"0.05\"},"
                + " {\"from\": \"0.90\", \"rate\": \"0\"}, {\"from\": \"0.95\", \"rate\": \"-0.0075\"}]},"
                + FLAT);
    Bill small =
        Bills.of(
            version,
            JANUARY,
            "200",
            (usage, calculator) -> usage.powerFactor(Bills.figure(calculator, "0.89", "")));
    assertThat(Bills.lines(small))
        .containsExactly("energy 100.00", "factor 5.00", "rent 10.00", "least 85.00", "vat 26.00");
    Bill large =
        Bills.of(
            version,
            JANUARY,
            "2000",
            (usage, calculator) -> usage.powerFactor(Bills.figure(calculator, "0.95", "")));
    assertThat(Bills.lines(large))
        .containsExactly(
            "energy 1000.00", "factor -7.50", "rent 10.00", "least 0.00", "vat 130.33");
  }

  /** Twelve of thirty-one days; without proration the served part of a month pays it all. */
  @ParameterizedTest
  @CsvSource({
    "true, 2025-01-20/2025-02-01, 2025-01-20/2025-02-01, 38.71",
    "false, 2025-01-20/2025-02-01, 2025-01-20/2025-02-01, 100.00",
    "false, 2025-01-20/2025-02-01, 2025-01-01/2025-02-01, 38.71",
    "false, 2025-01-01/2025-01-20, 2025-01-01/2025-02-01, 61.29",
    "false, 2025-01-20/2025-01-26, 2025-01-20/2025-02-01, 50.00",
  })
  void fixedChargesAreDividedOnlyWhereAgreedOrWhereATariffChanges(
      boolean prorate, String part, String interval, String amount) {
    TariffVersion version =
        Bills.electricity(
            "{\"id\": \"f\", \"kind\": \"FIXED\", \"amount\": \"100\", \"prorate\": "
                + prorate
                + "}");
    Bill bill =
        Bills.of(version, part, "0", (usage, calculator) -> usage.interval(Period.parse(interval)));
    assertThat(Bills.lines(bill)).containsExactly("f " + amount);
  }

  /** 26.70 × 10,000 m² over 121 days from 15 November: every fen of the season is billed once. */
  @Test
  void theBillsOfAHeatingSeasonAddUpToItsAmount() {
    TariffVersion version =
        Bills.read(
            "heat",
            "GJ",
            "{\"id\": \"a\", \"kind\": \"AREA\", \"price\": \"26.70\", \"area\": \"10000\","
                + " \"from\": \"11-15\", \"to\": \"03-16\"}");
    List<String> months =
        List.of(
            "2024-11-01/2024-12-01",
            "2024-12-01/2025-01-01",
            "2025-01-01/2025-02-01",
            "2025-02-01/2025-03-01",
            "2025-03-01/2025-04-01",
            "2025-04-01/2025-05-01");
    BigDecimal sum = BigDecimal.ZERO;
    for (String month : months) {
      sum = sum.add(Bills.of(version, month, "0").total().money().getAmount());
    }
    assertThat(sum).isEqualByComparingTo("267000.00");
    assertThat(Bills.lines(Bills.of(version, months.get(0), "0"))).containsExactly("a 35305.79");
    assertThat(Bills.lines(Bills.of(version, months.get(5), "0"))).containsExactly("a 0.00");
  }

  /** 365 a year by days: in November 14 days end one year of heat and 16 begin the next. */
  @Test
  void oneSeasonMayFollowAnother() {
    TariffVersion version =
        Bills.read(
            "heat",
            "GJ",
            "{\"id\": \"a\", \"kind\": \"AREA\", \"price\": \"36.50\", \"area\": \"10\","
                + " \"from\": \"11-15\", \"to\": \"11-15\"}");
    assertThat(Bills.lines(Bills.of(version, "2025-11-01/2025-12-01", "0")))
        .containsExactly("a 30.00");
  }

  /** One charge looks back a month, the other two: 400 kW and 0.8 × 900 kW. */
  @Test
  void everyRatchetLooksAtItsOwnMonths() {
    String charge =
        "{\"id\": \"%s\", \"kind\": \"DEMAND\", \"price\": \"1\", \"ratchet\": {\"part\": \"%s\","
            + " \"months\": %d, \"includesCurrent\": false}}";
    TariffVersion version =
        Bills.electricity(
            charge.formatted("one", "1", 1) + "," + charge.formatted("two", "0.8", 2));
    assertThat(version.lookBack()).isEqualTo(2);
    Bill bill =
        Bills.of(
            version,
            JANUARY,
            "0",
            (usage, calculator) ->
                usage
                    .demand(Bills.figure(calculator, "300", "kW"))
                    .addEarlierDemand(Bills.figure(calculator, "400", "kW"))
                    .addEarlierDemand(Bills.figure(calculator, "900", "kW")));
    assertThat(Bills.lines(bill)).containsExactly("one 400.00", "two 720.00");
  }

  /** The over-plan rule of one region: 1, 2 and 3 times more, bands in percent of the plan. */
  @Test
  void surchargesMayMultiplyMoreThanTheSupplyPrice() {
    TariffVersion version =
        Bills.read(
            "water",
            "m3",
            "{\"id\": \"supply\", \"kind\": \"FLAT\", \"price\": \"4\"},"
                + "{\"id\": \"fee\", \"kind\": \"FLAT\", \"price\": \"1\"},"
                + "{\"id\": \"sewage\", \"kind\": \"FLAT\", \"price\": \"2\", \"volumeRatio\": \"0.8\"},"
                + "{\"id\": \"plan\", \"kind\": \"OVER_QUOTA\", \"base\": \"PLAN\", \"volume\": \"1000\","
                + " \"per\": \"MONTH\", \"multiple\": \"ADDITIONAL\", \"charges\": [\"supply\", \"fee\"],"
                + " \"bands\": [{\"upTo\": \"0.1\", \"multiple\": \"1\"},"
                + " {\"upTo\": \"0.2\", \"multiple\": \"2\"}, {\"multiple\": \"3\"}]}");
    Bill bill = Bills.of(version, JANUARY, "1250");
    assertThat(Bills.lines(bill))
        .containsExactly(
            "supply 5000.00",
            "fee 1250.00",
            "sewage 2000.00",
            "plan-band-1 500.00",
            "plan-band-2 1000.00",
            "plan-band-3 750.00");
    assertThat(bill.lastUnit("").value()).isEqualTo(Rational.parse("21.6"));
  }

  @Test
  void pricesAreConvertedExactlyToTheCanonicalUnit() {
    TariffVersion version =
        Bills.read(
            "electricity", "MWh", "{\"id\": \"e\", \"kind\": \"FLAT\", \"price\": \"713.4567\"}");
    assertThat(Bills.of(version, JANUARY, "1").lines().get(0).unitPrice().value())
        .isEqualTo(Rational.parse("0.7134567"));
  }
}
