package org.emcsettlement.settlement.tariff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is wrong with a tariff is found as it is read (settlement-methods, section 12). */
class TariffCheckTest {

  private static final String ENERGY =
      "{\"id\": \"e\", \"kind\": \"TIME_OF_USE\", \"prices\": {\"peak\": \"1\", \"valley\": \"0.3\"}}";

  private static String tiers(String more) {
    return "{\"id\": \"t\", \"kind\": \"TIERED\", " + more + "}";
  }

  private static String table(String... boundsAndPrices) {
    StringBuilder tiers = new StringBuilder("[");
    for (String tier : boundsAndPrices) {
      String[] parts = tier.split(":", -1);
      tiers.append(tiers.length() > 1 ? ", {" : "{");
      tiers.append(parts[0].isEmpty() ? "" : "\"upTo\": \"" + parts[0] + "\", ");
      tiers.append("\"price\": \"").append(parts[1]).append("\"}");
    }
    return tiers.append("]").toString();
  }

  static Stream<Arguments> faults() {
    String full = "\"role\": \"FULL_PRICE\", \"mode\": \"MARGINAL\", ";
    return Stream.of(
        Arguments.of("tariff.charge-twice", ENERGY + "," + ENERGY),
        Arguments.of("tariff.tiers", tiers(full + "\"tiers\": " + table("100:1", "90:2", ":3"))),
        Arguments.of("tariff.tiers", tiers(full + "\"tiers\": " + table("100:1", "200:2"))),
        Arguments.of(
            "tariff.tier-basis", tiers("\"role\": \"FULL_PRICE\", \"mode\": \"MARGINAL\"")),
        Arguments.of(
            "tariff.tier-basis",
            tiers(
                "\"role\": \"FULL_PRICE\", \"mode\": \"VOLUME\", \"per\": \"YEAR\", \"tiers\": "
                    + table(":1"))),
        // tiers with different bounds per time band although the month total is tiered
        Arguments.of(
            "tariff.tier-bounds",
            tiers(
                full
                    + "\"tiersByBand\": {\"peak\": "
                    + table("100:1", ":2")
                    + ", \"valley\": "
                    + table("120:1", ":2")
                    + "}")),
        // and with different numbers of tiers
        Arguments.of(
            "tariff.tier-bounds",
            tiers(
                full
                    + "\"tiersByBand\": {\"peak\": "
                    + table("100:1", ":2")
                    + ", \"valley\": "
                    + table(":1")
                    + "}")),
        Arguments.of(
            "tariff.volume-falls",
            tiers(
                "\"role\": \"FULL_PRICE\", \"mode\": \"VOLUME\", \"tiers\": "
                    + table("100:1", ":0.9"))),
        Arguments.of("tariff.two-prices", ENERGY + "," + tiers(full + "\"tiers\": " + table(":1"))),
        Arguments.of(
            "tariff.two-prices",
            tiers("\"role\": \"ADDER\", \"mode\": \"MARGINAL\", \"tiers\": " + table(":1"))),
        Arguments.of(
            "tariff.bands",
            "{\"id\": \"e\", \"kind\": \"TIME_OF_USE\", \"prices\": {\"peak\": \"1\"}}"),
        Arguments.of(
            "tariff.unknown-charge",
            "{\"id\": \"f\", \"kind\": \"POWER_FACTOR\", \"charges\": [\"e\"],"
                + " \"steps\": [{\"from\": \"0\", \"rate\": \"0\"}]}"),
        Arguments.of(
            "tariff.unknown-charge",
            ENERGY
                + ", {\"id\": \"q\", \"kind\": \"OVER_QUOTA\", \"base\": \"QUOTA\", \"volume\": \"1\","
                + " \"per\": \"MONTH\", \"multiple\": \"TOTAL\", \"charges\": [\"e\"],"
                + " \"bands\": [{\"multiple\": \"2\"}]}"));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void aChargeThatDoesNotFitIsFound(String code, String charges) {
    assertThat(Bills.findingsOf(charges)).containsExactly(code);
  }

  @Test
  void tiersOfEveryBandAloneMayDiffer() {
    assertThat(
            Bills.findingsOf(
                tiers(
                    "\"role\": \"FULL_PRICE\", \"mode\": \"MARGINAL\", \"basis\": \"BAND\","
                        + " \"tiersByBand\": {\"peak\": "
                        + table("100:1", ":2")
                        + ", \"valley\": "
                        + table(":1")
                        + "}")))
        .isEmpty();
  }

  @Test
  void versionsMayTouchButNotOverlap() {
    String first = "{\"from\": \"2025-01-01\", \"to\": \"2025-07-01\", \"source\": \"s\"}";
    String touching = "{\"from\": \"2025-07-01\", \"source\": \"s\"}";
    String overlapping = "{\"from\": \"2025-06-30\", \"source\": \"s\"}";
    assertThat(Bills.findings(first + "," + touching)).isEmpty();
    assertThat(Bills.findings(first + "," + overlapping)).containsExactly("tariff.overlap");
    assertThat(
            Bills.findings("{\"from\": \"2025-01-01\", \"to\": \"2025-01-01\", \"source\": \"s\"}"))
        .containsExactly("tariff.dates");
    assertThat(
            Bills.findings(
                "{\"from\": \"2025-01-01\", \"source\": \"s\", \"trust\": \"UNVERIFIED\"}"))
        .containsExactly("tariff.unverified");
  }

  @Test
  void everyQuarterOfAnHourNeedsABand() {
    String bands = "\"timeOfUse\": {\"bands\": [\"peak\", \"valley\"], \"rules\": [";
    String peak = "{\"band\": \"peak\", \"hours\": [\"08:00-22:00\"]}";
    String night = "{\"band\": \"valley\", \"hours\": [\"22:00-08:00\"]}";
    String short1 = "{\"band\": \"valley\", \"hours\": [\"22:00-07:45\"]}";
    assertThat(Bills.findings(Bills.version(bands + peak + "," + night + "]},", ""))).isEmpty();
    assertThat(Bills.findings(Bills.version(bands + peak + "," + short1 + "]},", "")))
        .containsExactly("tariff.hours-unbanded");
    assertThat(Bills.findings(Bills.version(bands + "{\"band\": \"sharp\"}]},", "")))
        .containsExactly("tariff.bands");
  }

  @Test
  void bandPricesNeedACalendar() {
    assertThat(Bills.findings(Bills.version("", ENERGY))).containsExactly("tariff.bands");
  }
}
