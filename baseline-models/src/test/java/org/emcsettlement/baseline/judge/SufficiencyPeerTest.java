package org.emcsettlement.baseline.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.emcsettlement.baseline.caltrack.PeerCase;
import org.emcsettlement.core.finding.Effect;
import org.emcsettlement.core.finding.Finding;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.core.series.Resolution;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Verdicts of two peers on the same data. They are two rule sets, not one truth: {@code caltrack}
 * is eemeter 3.2.0's, {@code opendsm} is OpenDSM 1.2.7's, and each must say what its peer says,
 * with the same numbers. A folder added to the reference data adds a test.
 *
 * <p>What remains different, on purpose: zeros of electricity. OpenDSM makes them missing in
 * silence, eemeter's function leaves them; we say so in a note either way.
 */
class SufficiencyPeerTest {

  private static final Set<String> OURS_ALONE = Set.of("fit.zero-use-missing", "fit.zero-use-kept");

  /** Our statistics have six significant digits, OpenDSM's four. */
  private static final double SIX_DIGITS = 6e-6;

  private static final double FOUR_DIGITS = 6e-4;

  /** The peers' names, without prefix, and ours. */
  private static final Map<String, String> CODES =
      Map.ofEntries(
          Map.entry("too_many_days_with_missing_data", "fit.coverage"),
          Map.entry("too_many_days_with_missing_joint_data", "fit.coverage"),
          Map.entry("too_many_days_with_missing_meter_data", "fit.missing-use"),
          Map.entry("too_many_days_with_missing_observed_data", "fit.missing-use"),
          Map.entry("too_many_days_with_missing_temperature_data", "fit.missing-temperature"),
          Map.entry("missing_monthly_temperature_data", "fit.month-temperature"),
          Map.entry("missing_high_frequency_temperature_data", "fit.day-temperature"),
          Map.entry("negative_meter_values", "fit.negative-use"),
          Map.entry("negative_observed_values", "fit.negative-use"),
          Map.entry("extreme_values_detected", "fit.extreme-values"));

  /** The peers' numbers and the arguments of our findings that hold them. */
  private static final Map<String, String> NUMBERS =
      Map.ofEntries(
          Map.entry("n_days_total", "span"),
          Map.entry("n_valid_days", "days"),
          Map.entry("n_valid_joint_data_days", "days"),
          Map.entry("n_valid_meter_data_days", "days"),
          Map.entry("n_valid_observed_data_days", "days"),
          Map.entry("n_valid_temperature_data_days", "days"),
          Map.entry("lowest_monthly_coverage", "share"),
          Map.entry("n_negative_meter_values", "count"),
          Map.entry("n_negative_observed_values", "count"),
          Map.entry("n_extreme_values", "count"),
          Map.entry("median", "median"),
          Map.entry("lower_quantile", "lowerQuartile"),
          Map.entry("upper_quantile", "upperQuartile"),
          Map.entry("extreme_value_limit", "high"),
          Map.entry("lower_bound", "low"),
          Map.entry("upper_bound", "high"),
          Map.entry("max_value", "largest"));

  @TestFactory
  Stream<DynamicTest> saysWhatThePeersSay() throws IOException {
    return PeerCase.of("sufficiency", name -> true).stream()
        .flatMap(
            peer ->
                Stream.of(
                    dynamicTest(peer.name() + ": caltrack", () -> eemeter(peer)),
                    dynamicTest(peer.name() + ": opendsm", () -> opendsm(peer))));
  }

  /** The baseline periods of the reference fits, daily and billing. */
  @TestFactory
  Stream<DynamicTest> saysWhatEemeterSaysOfItsFits() throws IOException {
    return PeerCase.of("eemeter-caltrack", name -> !name.endsWith("hourly")).stream()
        .map(peer -> dynamicTest(peer.name(), () -> eemeterFit(peer)));
  }

  private static void eemeter(PeerCase peer) {
    JsonNode theirs = peer.expected().get("eemeter_3_2_0");
    Screening ours = screen("caltrack", peer, rows(peer, Long.MIN_VALUE, Long.MAX_VALUE));
    assertSame(ours, List.of(theirs.get("warnings")), SIX_DIGITS);
    assertThat(ours.isSufficient()).isEqualTo(theirs.get("status").asText().equals("PASS"));
  }

  private static void opendsm(PeerCase peer) {
    JsonNode theirs = peer.expected().get("opendsm_1_2_7");
    Screening ours = screen("opendsm", peer, rows(peer, Long.MIN_VALUE, Long.MAX_VALUE));
    assertSame(ours, List.of(theirs.get("disqualification"), theirs.get("warnings")), FOUR_DIGITS);
    assertThat(ours.isSufficient()).isEqualTo(theirs.get("disqualification").isEmpty());
    long known = ours.rows().stream().filter(UseRow::isKnown).count();
    assertThat(known).isEqualTo(theirs.get("n_days_with_observed").asLong());
  }

  private static void eemeterFit(PeerCase peer) {
    JsonNode baseline = peer.expected().get("baseline");
    JsonNode theirs = peer.expected().get("sufficiency");
    List<UseRow> rows =
        rows(
            peer,
            Instant.parse(baseline.get("start_utc").asText()).getEpochSecond(),
            Instant.parse(baseline.get("end_utc").asText()).getEpochSecond());
    Screening ours = screen("caltrack", peer, rows);
    assertSame(ours, List.of(theirs.get("warnings")), SIX_DIGITS);
    assertThat(ours.isSufficient()).isEqualTo(theirs.get("status").asText().equals("PASS"));
  }

  private static List<UseRow> rows(PeerCase peer, long from, long until) {
    List<UseRow> rows = new ArrayList<>();
    for (int i = 0; i < peer.size(); i++) {
      if (peer.start(i) >= from && peer.end(i) <= until) {
        rows.add(new UseRow(peer.start(i), peer.end(i), peer.use(i), false));
      }
    }
    return rows;
  }

  private static Screening screen(String set, PeerCase peer, List<UseRow> rows) {
    Resolution resolution =
        peer.expected().get("kind").asText().startsWith("billing")
            ? Resolution.BILLING
            : Resolution.DAILY;
    Commodity commodity =
        peer.expected().get("interpretation").asText().equals("electricity")
            ? Commodity.ELECTRICITY
            : Commodity.NATURAL_GAS;
    DataCoverage data =
        DataCoverage.of(
            commodity,
            resolution,
            ZoneId.of(peer.expected().get("time_zone").asText()),
            rows,
            hour -> !Double.isNaN(peer.celsiusAt(hour)));
    return Sufficiency.of(set, resolution).screen(data);
  }

  private static void assertSame(Screening ours, List<JsonNode> theirs, double rounding) {
    Map<String, JsonNode> expected = new TreeMap<>();
    theirs.forEach(
        list -> list.forEach(warning -> expected.put(code(warning), warning.get("data"))));
    Map<String, Finding> found = new TreeMap<>();
    ours.findings().stream()
        .filter(finding -> !OURS_ALONE.contains(finding.code()))
        .forEach(finding -> found.put(finding.code(), finding));
    assertThat(found.keySet()).isEqualTo(expected.keySet());
    expected.forEach(
        (code, data) -> assertNumbers(Objects.requireNonNull(found.get(code)), data, rounding));
  }

  /** The same fault of span is a period too short or too long with us. */
  private static String code(JsonNode warning) {
    String name = warning.get("qualified_name").asText();
    String kind = name.substring(name.lastIndexOf('.') + 1);
    if (kind.equals("incorrect_number_of_total_days")) {
      return warning.get("data").get("n_days_total").asInt() < 366
          ? "fit.short-period"
          : "fit.long-period";
    }
    return CODES.getOrDefault(kind, kind);
  }

  private static void assertNumbers(Finding ours, JsonNode theirs, double rounding) {
    if (theirs.isArray()) {
      List<LocalDate> dates = new ArrayList<>();
      theirs.forEach(start -> dates.add(OffsetDateTime.parse(start.asText()).toLocalDate()));
      assertThat(ours.arguments())
          .containsEntry(
              "dates", dates.stream().map(LocalDate::toString).collect(Collectors.joining(" ")));
      assertThat(ours.effect()).isEqualTo(Effect.NOTE);
      return;
    }
    for (Map.Entry<String, JsonNode> number : theirs.properties()) {
      String argument = NUMBERS.get(number.getKey());
      if (argument != null) {
        double expected = number.getValue().asDouble();
        assertThat(Double.parseDouble(ours.arguments().getOrDefault(argument, "NaN")))
            .as(ours.code() + " " + number.getKey())
            .isCloseTo(expected, within(rounding * Math.abs(expected)));
      }
    }
  }
}
