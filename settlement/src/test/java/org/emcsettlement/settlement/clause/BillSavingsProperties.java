package org.emcsettlement.settlement.clause;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.emcsettlement.core.quantity.Rational;
import org.emcsettlement.settlement.MonthlyContract;
import org.emcsettlement.settlement.Settled;
import org.emcsettlement.settlement.statement.Line;
import org.emcsettlement.settlement.trail.Node;

/** Laws 18 to 20 and 25 to 28 of settlement-methods section 8, on whole settlements. */
class BillSavingsProperties {

  private static final String TIERS =
      "{\"id\": \"tiers\", \"kind\": \"TIERED\", \"role\": \"FULL_PRICE\", \"mode\": \"MARGINAL\","
          + " \"tiers\": [{\"upTo\": \"1000\", \"price\": \"0.5137\"},"
          + " {\"upTo\": \"5000\", \"price\": \"0.6371\"}, {\"price\": \"0.9013\"}]}";

  private static final String TIME_OF_USE =
      "{\"id\": \"energy\", \"kind\": \"TIME_OF_USE\","
          + " \"prices\": {\"peak\": \"1.0015\", \"valley\": \"0.2996\"}}";

  private static final String DEMAND =
      "{\"id\": \"demand\", \"kind\": \"DEMAND\", \"price\": \"38.40\", \"contracted\": \"500\","
          + " \"floor\": \"0.4\", \"ratchet\": {\"part\": \"0.8\", \"months\": 3,"
          + " \"includesCurrent\": true}}";

  private static final String VERSION =
      "{\"from\": \"2024-01-01\", \"source\": \"law\","
          + " \"timeOfUse\": {\"bands\": [\"peak\", \"valley\"]}, \"charges\": [%s]}";

  @Provide
  Arbitrary<BigDecimal> quantities() {
    return Arbitraries.oneOf(
        Arbitraries.bigDecimals().between(BigDecimal.ZERO, BigDecimal.valueOf(9_000)).ofScale(3),
        Arbitraries.of("0", "0.001", "1000", "5000", "5000.001").map(BigDecimal::new));
  }

  private static String clause(String method, String demand) {
    return "{\"id\": \"value\", \"kind\": \"bill-savings\", \"commodity\": \"electricity\","
        + " \"tariff\": \"t\", \"method\": \""
        + method
        + "\", \"baselineUsage\": {\"profile\": \"BASELINE\","
        + " \"weights\": [{\"bands\": {\"peak\": \"3\", \"valley\": \"4\"}}]"
        + demand
        + "}}, {\"id\": \"verified\", \"kind\": \"verified-savings\"}";
  }

  private static String demands(BigDecimal january) {
    String year = "\"100\", ".repeat(10) + "\"100\"";
    return ", \"demand\": [\"" + january.toPlainString() + "\", " + year + "]";
  }

  private static MonthlyContract billed(
      BigDecimal baseline, BigDecimal actual, String method, String charges) {
    return MonthlyContract.ofJanuary(baseline, actual)
        .clauses(clause(method, ""))
        .tariff("kWh", VERSION.formatted(charges));
  }

  private static BigDecimal amount(Settled settled, String line) {
    return settled.statement().line(line).orElseThrow().amount().orElseThrow();
  }

  private static BigDecimal verified(MonthlyContract contract) {
    return amount(contract.settle("2025-01"), "verified");
  }

  /** The actual bands are read in the baseline's proportion, 3 to 4. */
  private static String registers(BigDecimal demand) {
    return "start,end,demand_kw,peak_kwh,valley_kwh\n"
        + "2024-11-01,2025-01-01,100,3,4\n"
        + "2025-01-01,2025-02-01,"
        + demand.toPlainString()
        + ",3,4\n";
  }

  /** Law 18, with time bands, floor and ratchet. */
  @Property(tries = 100)
  void swappingBaselineAndActualTurnsTheDifferenceAround(
      @ForAll("quantities") BigDecimal first,
      @ForAll("quantities") BigDecimal second,
      @ForAll @IntRange(max = 900) int firstDemand,
      @ForAll @IntRange(max = 900) int secondDemand) {
    BigDecimal there = withDemand(first, second, firstDemand, secondDemand);
    assertThat(there).isEqualTo(withDemand(second, first, secondDemand, firstDemand).negate());
  }

  private static BigDecimal withDemand(
      BigDecimal baseline, BigDecimal actual, int baselineDemand, int actualDemand) {
    return verified(
        MonthlyContract.ofJanuary(baseline, actual)
            .clauses(clause("BILL_DIFFERENCE", demands(BigDecimal.valueOf(baselineDemand))))
            .tariff("kWh", VERSION.formatted(TIME_OF_USE + "," + DEMAND))
            .registers(registers(BigDecimal.valueOf(actualDemand))));
  }

  /** Law 18. */
  @Property(tries = 100)
  void unitPricesTurnAroundToo(
      @ForAll("quantities") BigDecimal first, @ForAll("quantities") BigDecimal second) {
    assertThat(unitPriced(first, second)).isEqualTo(unitPriced(second, first).negate());
  }

  private static BigDecimal unitPriced(BigDecimal baseline, BigDecimal actual) {
    return verified(
        billed(baseline, actual, "UNIT_PRICE", TIME_OF_USE).registers(registers(BigDecimal.ONE)));
  }

  /** Law 19: all prices are at least 0 and tiers are marginal. */
  @Property(tries = 100)
  void moreUseNeverRaisesTheSavings(
      @ForAll("quantities") BigDecimal baseline,
      @ForAll("quantities") BigDecimal actual,
      @ForAll("quantities") BigDecimal more) {
    BigDecimal before = verified(billed(baseline, actual, "BILL_DIFFERENCE", TIERS));
    BigDecimal after = verified(billed(baseline, actual.add(more), "BILL_DIFFERENCE", TIERS));
    assertThat(after).isLessThanOrEqualTo(before);
  }

  /**
   * Law 20: tariff and meter in MWh, prices and bounds rescaled; every posted amount is the same.
   */
  @Property(tries = 60)
  void unitsLeaveEveryAmountUnchanged(
      @ForAll("quantities") BigDecimal baseline, @ForAll("quantities") BigDecimal actual) {
    String rescaled =
        TIERS
            .replace("\"1000\"", "\"1\"")
            .replace("\"5000\"", "\"5\"")
            .replace("0.5137", "513.7")
            .replace("0.6371", "637.1")
            .replace("0.9013", "901.3");
    MonthlyContract mega =
        MonthlyContract.ofJanuary(baseline, actual.movePointLeft(3))
            .clauses(clause("BILL_DIFFERENCE", ""))
            .tariff("MWh", VERSION.formatted(rescaled))
            .meteredIn("mwh");
    assertThat(amounts(mega.settle("2025-01")))
        .isEqualTo(amounts(billed(baseline, actual, "BILL_DIFFERENCE", TIERS).settle("2025-01")));
  }

  private static List<String> amounts(Settled settled) {
    return settled.statement().lines().stream()
        .map(line -> line.id() + " " + line.amount().map(BigDecimal::toPlainString).orElse(""))
        .toList();
  }

  private static Rational exactBill(BigDecimal quantity, String charges) {
    return lines(quantity, charges).stream()
        .map(line -> line.exact().orElseThrow())
        .reduce(Rational.ZERO, Rational::plus);
  }

  private static BigDecimal postedBill(BigDecimal quantity, String charges) {
    return lines(quantity, charges).stream()
        .map(line -> line.amount().orElseThrow())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static List<Line> lines(BigDecimal quantity, String charges) {
    return billed(quantity, BigDecimal.ZERO, "BILL_DIFFERENCE", charges)
        .settle("2025-01")
        .statement()
        .lines()
        .stream()
        .filter(line -> line.kind().equals("BASELINE_BILL"))
        .toList();
  }

  /** Law 25: a step of the quantity moves the exact bill by at most the dearest price times it. */
  @Property(tries = 60)
  void aMarginalBillIsContinuousAndNeverFalls(@ForAll("quantities") BigDecimal quantity) {
    BigDecimal step = new BigDecimal("0.001");
    Rational rise = exactBill(quantity.add(step), TIERS).minus(exactBill(quantity, TIERS));
    assertThat(rise).isBetween(Rational.ZERO, Rational.parse("0.0009013"));
  }

  /** Law 25: one more line at the same price moves the posted total by at most 1 fen. */
  @Property(tries = 60)
  void aTierSplitAtTheSamePriceLeavesTheExactBill(
      @ForAll("quantities") BigDecimal quantity, @ForAll @IntRange(min = 1001, max = 4999) int at) {
    String split =
        TIERS.replace(
            "{\"upTo\": \"5000\", \"price\": \"0.6371\"}",
            "{\"upTo\": \""
                + at
                + "\", \"price\": \"0.6371\"}, {\"upTo\": \"5000\", \"price\": \"0.6371\"}");
    assertThat(exactBill(quantity, split)).isEqualTo(exactBill(quantity, TIERS));
    assertThat(postedBill(quantity, split).subtract(postedBill(quantity, TIERS)).abs())
        .isLessThanOrEqualTo(new BigDecimal("0.01"));
  }

  /** Law 26. */
  @Property(tries = 40)
  void aQuantityAtABoundPutsNothingInTheNextTier(
      @ForAll @IntRange(min = 1, max = 99999) int bound) {
    String tiers =
        "{\"id\": \"tiers\", \"kind\": \"TIERED\", \"role\": \"FULL_PRICE\", \"mode\": \"%s\","
            + " \"tiers\": [{\"upTo\": \"%d\", \"price\": \"0.5\"}, {\"price\": \"0.9\"}]}";
    BigDecimal quantity = BigDecimal.valueOf(bound);
    List<Line> marginal = lines(quantity, tiers.formatted("MARGINAL", bound));
    assertThat(marginal.get(1).quantity()).contains(Rational.ZERO);
    List<Line> volume = lines(quantity, tiers.formatted("VOLUME", bound));
    assertThat(volume.get(0).unitPrice()).contains(Rational.parse("0.5"));
    List<Line> beyond =
        lines(quantity.add(new BigDecimal("0.001")), tiers.formatted("VOLUME", bound));
    assertThat(beyond.get(0).unitPrice()).contains(Rational.parse("0.9"));
  }

  /** Law 27. */
  @Property(tries = 100)
  void oneTierIsAUnitPriceButForRounding(
      @ForAll("quantities") BigDecimal baseline, @ForAll("quantities") BigDecimal actual) {
    String flat = "{\"id\": \"energy\", \"kind\": \"FLAT\", \"price\": \"0.71345678\"}";
    BigDecimal difference = verified(billed(baseline, actual, "BILL_DIFFERENCE", flat));
    BigDecimal unit = verified(billed(baseline, actual, "UNIT_PRICE", flat));
    assertThat(difference.subtract(unit).abs()).isLessThanOrEqualTo(new BigDecimal("0.01"));
  }

  /** Law 28: a tariff that changes twice inside a month, its own bounds the same throughout. */
  @Property(tries = 40)
  void boundsOfPartsAddUpToThatOfTheMonth(
      @ForAll @IntRange(min = 2, max = 15) int first,
      @ForAll @IntRange(min = 16, max = 31) int second,
      @ForAll("quantities") BigDecimal baseline) {
    LocalDate one = LocalDate.of(2025, 1, first);
    LocalDate two = LocalDate.of(2025, 1, second);
    String versions =
        version("2024-01-01", one.toString())
            + ","
            + version(one.toString(), two.toString())
            + ","
            + version(two.toString(), "2028-01-01");
    Settled settled =
        MonthlyContract.ofJanuary(baseline, BigDecimal.ZERO)
            .clauses(clause("BILL_DIFFERENCE", ""))
            .tariff("kWh", versions)
            .settle("2025-01");
    Rational sum =
        settled.trail().nodes().stream()
            .filter(node -> node.name().equals("tier-threshold"))
            .filter(node -> node.scope().endsWith("/baseline") && node.operation().isPresent())
            .map(Node::value)
            .reduce(Rational.ZERO, Rational::plus);
    assertThat(sum).isEqualTo(Rational.of(1000 + 5000));
  }

  private static String version(String from, String to) {
    return "{\"from\": \""
        + from
        + "\", \"to\": \""
        + to
        + "\", \"source\": \"law\", \"charges\": ["
        + TIERS
        + "]}";
  }
}
