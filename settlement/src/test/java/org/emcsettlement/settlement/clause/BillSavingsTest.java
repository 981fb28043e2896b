package org.emcsettlement.settlement.clause;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.emcsettlement.core.finding.Finding;
import org.emcsettlement.core.quantity.Rational;
import org.emcsettlement.settlement.MonthlyContract;
import org.emcsettlement.settlement.Settled;
import org.emcsettlement.settlement.Settlement;
import org.emcsettlement.settlement.WorkedCase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bills against the evidence of a folder: example E5 with other meters, registers and tariffs. */
class BillSavingsTest {

  private static final String MAINLAND_OCTOBER = "2025-10";

  @TempDir Path temp;
  private Path folder;

  @BeforeEach
  void assemble() throws IOException {
    folder = WorkedCase.named("e5-tariff").assemble(temp, "");
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private void replace(String name, String found, String by) throws IOException {
    String text = Files.readString(folder.resolve(name));
    assertThat(text).contains(found);
    write(name, text.replace(found, by));
  }

  private Settled settle(String period) {
    Settlement settlement = WorkedCase.settlement(folder);
    return settlement.settle(settlement.period(period)).orThrow();
  }

  private List<String> refusals(String period) {
    Settlement settlement = WorkedCase.settlement(folder);
    var settled = settlement.settle(settlement.period(period));
    assertThat(settled.value()).isEmpty();
    return settled.findings().stream()
        .map(Finding::code)
        .filter(code -> code.startsWith("tariff."))
        .distinct()
        .toList();
  }

  private static Rational quantity(Settled settled, String line) {
    return settled.statement().line(line).orElseThrow().quantity().orElseThrow();
  }

  private static String amount(Settled settled, String line) {
    return settled
        .statement()
        .line(line)
        .orElseThrow()
        .amount()
        .map(BigDecimal::toPlainString)
        .orElseThrow();
  }

  private static String versions(String... versions) {
    return "{\"schemaVersion\": 1, \"name\": \"t\", \"commodity\": \"electricity\","
        + " \"currency\": \"CNY\", \"unit\": \"kWh\", \"versions\": ["
        + String.join(", ", versions)
        + "]}";
  }

  private static String hourly(LocalDate from, LocalDate to, int hoursPerReading) {
    StringBuilder csv = new StringBuilder("start,value_kwh\n");
    for (LocalDateTime time = from.atStartOfDay();
        time.isBefore(to.atStartOfDay());
        time = time.plusHours(hoursPerReading)) {
      boolean day = time.getHour() >= 8 && time.getHour() < 22;
      csv.append(time).append(',').append(day ? 2 : 1).append('\n');
    }
    return csv.toString();
  }

  private static final String BY_HOUR =
      "{\"from\": \"2025-01-01\", \"source\": \"s\", \"timeOfUse\": {\"bands\": [\"peak\","
          + " \"valley\"], \"rules\": [{\"band\": \"peak\", \"days\": \"WORKDAY\","
          + " \"hours\": [\"08:00-22:00\"]}, {\"band\": \"valley\"}]}, \"charges\": [{\"id\": \"e\","
          + " \"kind\": \"TIME_OF_USE\", \"prices\": {\"peak\": \"1\", \"valley\": \"0.3\"}}]}";

  /**
   * October 2025 has 18 working days in mainland China, Saturday the 11th among them: 18 × 14 h at
   * 2 kWh are peak, 504 kWh. Of the 13 other days 14 h at 2 kWh and of all nights 10 h at 1 kWh are
   * valley: 364 + 310.
   */
  @Test
  void bandsComeFromHoursAndTheWorkCalendar() throws IOException {
    Files.delete(folder.resolve("registers/electricity.csv"));
    write("tariffs/general.json", versions(BY_HOUR));
    write("meters/main.csv", hourly(LocalDate.of(2025, 7, 1), LocalDate.of(2025, 11, 1), 1));
    replace("contract.json", "\"profile\": \"BASELINE\"", "\"profile\": \"ACTUAL\"");
    replace("contract.json", "\"240000\", \"0\", \"0\", \"0\"", "\"9\", \"9\", \"9\", \"2356\"");
    Settled settled = settle(MAINLAND_OCTOBER);
    String part = "/electricity/2025-10-01";
    assertThat(quantity(settled, "value.actual-e-peak" + part)).isEqualTo(Rational.of(504));
    assertThat(quantity(settled, "value.actual-e-valley" + part)).isEqualTo(Rational.of(674));
    assertThat(quantity(settled, "value.baseline-e-peak" + part)).isEqualTo(Rational.of(1008));
    assertThat(amount(settled, "verified")).isEqualTo("706.20"); // 504 + 0.3 × 674
  }

  /** October 2024 had 19 working days: 19 × 28 = 532 kWh peak, 12 × 28 + 310 = 646 kWh valley. */
  @Test
  void aBaselineProfileMayBeReadInTheBaselinePeriod() throws IOException {
    Files.delete(folder.resolve("registers/electricity.csv"));
    write("tariffs/general.json", versions(BY_HOUR));
    write("meters/main.csv", hourly(LocalDate.of(2024, 1, 1), LocalDate.of(2025, 11, 1), 1));
    replace(
        "contract.json",
        Files.readString(folder.resolve("contract.json"))
            .replaceAll("(?s).*?(\"weights\": \\[.*?\\],)\\s*\"demand\".*", "$1"),
        "");
    replace("contract.json", "\"240000\", \"0\", \"0\", \"0\"", "\"9\", \"9\", \"9\", \"2356\"");
    Settled settled = settle(MAINLAND_OCTOBER);
    assertThat(quantity(settled, "value.baseline-e-peak/electricity/2025-10-01"))
        .isEqualTo(Rational.of(1064));
    assertThat(quantity(settled, "value.baseline-e-valley/electricity/2025-10-01"))
        .isEqualTo(Rational.of(1292));
  }

  @Test
  void aReadingThatLiesInTwoBandsIsRefused() throws IOException {
    Files.delete(folder.resolve("registers/electricity.csv"));
    write("tariffs/general.json", versions(BY_HOUR.replace("08:00-22:00", "08:30-22:00")));
    write("meters/main.csv", hourly(LocalDate.of(2025, 7, 1), LocalDate.of(2025, 8, 1), 1));
    assertThat(refusals("2025-07")).contains("tariff.interval-crosses-band");
  }

  private static String flat(String from, String to, String price) {
    return "{\"from\": \""
        + from
        + "\", "
        + (to.isEmpty() ? "" : "\"to\": \"" + to + "\", ")
        + "\"source\": \"s\", \"charges\": [{\"id\": \"e\", \"kind\": \"FLAT\", \"price\": \""
        + price
        + "\"}, {\"id\": \"rent\", \"kind\": \"FIXED\", \"amount\": \"31\"}]}";
  }

  /** Example E11 (b) as a tariff: one reading of 96,000 kWh, the price changes on the 11th. */
  @ParameterizedTest
  @CsvSource({
    "'2025-07-01,2025-08-01,96000', 21120.00, 46394.01, true",
    "'2025-07-01,2025-07-11,30000\n2025-07-11,2025-08-01,66000', 20460.00, 47084.40, false",
  })
  void aTariffChangeInsideAReadingIsSplitByDaysUnlessItWasRead(
      String rows, String before, String after, boolean split) throws IOException {
    write("meters/main.csv", "start,end,value_kwh\n" + rows + "\n");
    write(
        "tariffs/general.json",
        versions(flat("2025-01-01", "2025-07-11", "0.6820"), flat("2025-07-11", "", "0.7134")));
    Settled settled = settle("2025-07");
    assertThat(amount(settled, "value.actual-e/electricity/2025-07-01")).isEqualTo(before);
    assertThat(amount(settled, "value.actual-e/electricity/2025-07-11")).isEqualTo(after);
    assertThat(amount(settled, "value.actual-rent/electricity/2025-07-01")).isEqualTo("10.00");
    assertThat(amount(settled, "value.actual-rent/electricity/2025-07-11")).isEqualTo("21.00");
    List<String> codes = settled.statement().findings().stream().map(Finding::code).toList();
    assertThat(codes.contains("tariff.split-by-days")).isEqualTo(split);
  }

  @Test
  void aServiceDateWithoutAVersionIsRefused() throws IOException {
    write("tariffs/general.json", versions(flat("2025-01-01", "2025-07-31", "0.6820")));
    assertThat(refusals("2025-07")).containsExactly("tariff.gap");
    Files.delete(folder.resolve("tariffs/general.json"));
    assertThat(refusals("2025-07")).containsExactly("tariff.unknown");
  }

  @Test
  void readingsAndTermsThatABillNeedsAreNamedAtOnce() throws IOException {
    Files.delete(folder.resolve("registers/electricity.csv"));
    replace("contract.json", "\"sharp\": \"18000\",", "");
    replace(
        "contract.json",
        Files.readString(folder.resolve("contract.json"))
            .replaceAll("(?s).*?(,\\s*\"demand\": \\[.*?\\]).*", "$1"),
        "");
    assertThat(refusals("2025-07"))
        .containsExactly(
            "tariff.reading-missing", "tariff.profile-missing", "tariff.baseline-term");
  }

  @Test
  void registersThatDoNotAddUpAndMonthsNotLookedBackToAreReported() throws IOException {
    replace("registers/electricity.csv", ",50050", ",50060");
    replace(
        "tariffs/general.json",
        "\"price\": \"38.40\"",
        "\"price\": \"38.40\", \"ratchet\": {\"part\": \"0.8\", \"months\": 2, \"includesCurrent\":"
            + " true}");
    Settled settled = settle("2025-07");
    Set<String> codes =
        Set.copyOf(settled.statement().findings().stream().map(Finding::code).distinct().toList());
    assertThat(codes).contains("tariff.registers-differ", "tariff.look-back-missing");
    assertThat(settled.statement().key().runType().name()).isEqualTo("PROVISIONAL");
  }

  @Test
  void anAverageOfNothingAndAUnitPriceOfTiersAreRefused() throws IOException {
    replace("contract.json", "BILL_DIFFERENCE", "UNIT_PRICE");
    assertThat(refusals("2025-07")).containsExactly("tariff.no-unit-price");
    replace("contract.json", "UNIT_PRICE", "AVERAGE_PRICE");
    write("meters/main.csv", "start,end,value_kwh\n2025-07-01,2025-08-01,0\n");
    assertThat(refusals("2025-07")).contains("tariff.no-average");
  }

  private static final String YEARLY =
      "{\"from\": \"2024-01-01\", \"source\": \"s\", \"charges\": [{\"id\": \"t\", \"kind\":"
          + " \"TIERED\", \"role\": \"FULL_PRICE\", \"mode\": \"MARGINAL\", \"per\": \"YEAR\","
          + " \"tiers\": [{\"upTo\": \"1200\", \"price\": \"0.5\"}, {\"price\": \"0.8\"}]}]}";

  /**
   * 1000 and 500 against 600 and 500: in February the baseline has 200 left in its first tier, the
   * actual use 600. The annual statement bills the same months again.
   */
  @Test
  void yearlyTiersGoOnFromStatementToStatement() {
    MonthlyContract contract =
        new MonthlyContract(decimals("1000", "500"), decimals("600", "500"))
            .schedule("{\"frequency\": \"MONTHLY\", \"annualStatement\": true}")
            .tariff("kWh", YEARLY)
            .clauses(
                "{\"id\": \"value\", \"kind\": \"bill-savings\", \"commodity\": \"electricity\","
                    + " \"tariff\": \"t\"}, {\"id\": \"verified\", \"kind\": \"verified-savings\"}");
    Settled february = contract.settle("2025-02");
    String part = "/electricity/2025-02-01";
    assertThat(quantity(february, "value.baseline-t-tier-1" + part)).isEqualTo(Rational.of(200));
    assertThat(quantity(february, "value.baseline-t-tier-2" + part)).isEqualTo(Rational.of(300));
    assertThat(quantity(february, "value.actual-t-tier-1" + part)).isEqualTo(Rational.of(500));
    assertThat(amount(february, "verified")).isEqualTo("90.00"); // 100 + 240 − 250
    assertThat(amount(contract.settle("Y1"), "verified")).isEqualTo("290.00"); // and 200 in January
  }

  /** Service from July on: what the year used before decides its tiers, and nobody knows it. */
  @Test
  void yearlyTiersNeedTheWholeYear() {
    MonthlyContract contract =
        new MonthlyContract(decimals("1000"), decimals("600"))
            .term("2025-07-01", "2027-01-01")
            .tariff("kWh", YEARLY)
            .clauses(
                "{\"id\": \"value\", \"kind\": \"bill-savings\", \"commodity\": \"electricity\","
                    + " \"tariff\": \"t\"}, {\"id\": \"verified\", \"kind\": \"verified-savings\"}");
    Settlement settlement = Settlement.of(contract.resolve().orThrow());
    var settled = settlement.settle(settlement.period("2025-07"));
    assertThat(settled.findings().stream().map(Finding::code)).contains("tariff.year-start");
    assertThat(settled.value()).isEmpty();
  }

  private static List<BigDecimal> decimals(String... values) {
    List<BigDecimal> decimals = new ArrayList<>();
    for (String value : values) {
      decimals.add(new BigDecimal(value));
    }
    return decimals;
  }

  /** The contract's own price, 2 % dearer in its second year. */
  @Test
  void aTariffMayTakeTheEscalatedPriceOfTheContract() {
    String tariff =
        "{\"from\": \"2024-01-01\", \"source\": \"s\", \"charges\": [{\"id\": \"e\", \"kind\":"
            + " \"FLAT\"}]}";
    MonthlyContract contract =
        new MonthlyContract(decimals("1000"), decimals("0"))
            .priceTerms(
                "{\"commodity\": \"electricity\", \"basis\": \"ESCALATED\", \"reference\": \"0.5\","
                    + " \"escalation\": \"0.02\"}")
            .tariff("kWh", tariff)
            .clauses(
                "{\"id\": \"value\", \"kind\": \"bill-savings\", \"commodity\": \"electricity\","
                    + " \"tariff\": \"t\"}, {\"id\": \"verified\", \"kind\": \"verified-savings\"}");
    assertThat(amount(contract.settle("2025-01"), "verified")).isEqualTo("500.00");
    assertThat(amount(contract.settle("2026-01"), "verified")).isEqualTo("510.00");
  }

  /** Bills of 600 and 1000 kWh in yearly tiers are set against a fee: 300.00, then 620.00. */
  @Test
  void utilityBillsMayBeThoseOfATariff() {
    MonthlyContract contract =
        new MonthlyContract(decimals("1000", "500"), decimals("600", "1000"))
            .tariff("kWh", YEARLY)
            .clauses(
                "{\"id\": \"fee\", \"kind\": \"service-fee\", \"amount\": \"1000.00\", \"per\":"
                    + " \"STATEMENT\"}, {\"id\": \"bills\", \"kind\": \"utility-bills\","
                    + " \"tariffs\": [{\"commodity\": \"electricity\", \"tariff\": \"t\"}]}");
    assertThat(amount(contract.settle("2025-01"), "bills")).isEqualTo("-300.00");
    // 600 left in the first tier, 400 beyond
    assertThat(amount(contract.settle("2025-02"), "bills")).isEqualTo("-620.00");
  }
}
