package org.emcsettlement.baseline.hourly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.emcsettlement.baseline.judge.FitFinding;
import org.emcsettlement.baseline.model.HourlySample;
import org.emcsettlement.baseline.model.ModelFit;
import org.emcsettlement.core.SharedData;
import org.emcsettlement.core.finding.Checked;
import org.emcsettlement.core.period.WorkCalendar;
import org.emcsettlement.core.series.DailyDrivers;
import org.emcsettlement.core.series.Occupancy;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** eemeter 3.2.0 on five meters: its occupancy, bins, fitted values and counterfactuals. */
class CaltrackHourlyPeerTest {

  /** The peer's files have six decimals. */
  private static final double HALF_A_UNIT = 0.500_1e-6;

  private static final String[] SEGMENTS = {
    "dec-jan-feb", "jan-feb-mar", "feb-mar-apr", "mar-apr-may", "apr-may-jun", "may-jun-jul",
    "jun-jul-aug", "jul-aug-sep", "aug-sep-oct", "sep-oct-nov", "oct-nov-dec", "nov-dec-jan"
  };

  private record Peer(Path folder, JsonNode expected, ZoneId zone, Map<Instant, Double> celsius) {

    static Peer of(String name) throws IOException {
      Path folder = SharedData.folder("peers/eemeter-caltrack").resolve(name);
      JsonNode expected = new ObjectMapper().readTree(folder.resolve("expected.json").toFile());
      Map<Instant, Double> celsius = new HashMap<>();
      for (String[] row : rows(folder.resolve("temperature.csv.gz"))) {
        celsius.put(Instant.parse(row[0]), Double.parseDouble(row[1]));
      }
      return new Peer(folder, expected, ZoneId.of(expected.get("time_zone").asText()), celsius);
    }

    /** Hours with use; the last row of the peer's files has none, it closes the period. */
    HourlySample baseline() throws IOException {
      List<String[]> known =
          rows(folder.resolve("baseline_fit.csv.gz")).stream()
              .filter(row -> !row[1].isEmpty())
              .toList();
      List<Instant> starts = known.stream().map(row -> Instant.parse(row[0])).toList();
      return new HourlySample(
          zone,
          starts.stream().mapToLong(Instant::getEpochSecond).toArray(),
          known.stream().mapToDouble(row -> Double.parseDouble(row[1])).toArray(),
          starts.stream().mapToDouble(celsius::get).toArray(),
          List.of(),
          new DailyDrivers(
              Optional.empty(), Occupancy.none(), WorkCalendar.of(WorkCalendar.MONDAY_TO_FRIDAY)));
    }

    private static List<String[]> rows(Path file) throws IOException {
      try (BufferedReader reader =
          new BufferedReader(
              new InputStreamReader(
                  new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
        return reader.lines().skip(1).map(line -> line.split(",", -1)).toList();
      }
    }
  }

  /**
   * Hours predicted: months that have no baseline data at all are zero in the peer's file and have
   * no prediction here.
   */
  @ParameterizedTest
  @CsvSource({
    "il-electricity-cdd-hdd-hourly, 8761, 8760",
    "il-gas-hdd-only-hourly, 8761, 8760",
    "uk-electricity-0-hourly, 8737, 8760",
    "uk-gas-0-hourly, 8737, 8760",
    "uk-electricity-1-hourly, 2185, 4344",
  })
  void predictsWhatThePeerPredicts(String name, int fitted, int counterfactual) throws IOException {
    Peer peer = Peer.of(name);
    CaltrackHourly.Predictor predictor = CaltrackHourly.predictor(peer.baseline());
    assertThat(agreeing(peer, predictor, "baseline_fit.csv.gz")).isEqualTo(fitted);
    assertThat(agreeing(peer, predictor, "savings.csv.gz")).isEqualTo(counterfactual);
  }

  /** Asserts the third column of a file; counts the hours. */
  private static int agreeing(Peer peer, CaltrackHourly.Predictor predictor, String file)
      throws IOException {
    int count = 0;
    for (String[] row : Peer.rows(peer.folder().resolve(file))) {
      if (!row[2].isEmpty()) {
        Instant start = Instant.parse(row[0]);
        ZonedDateTime clock = start.atZone(peer.zone());
        double use =
            predictor.use(
                clock.getMonthValue(),
                (clock.getDayOfWeek().getValue() - 1) * 24 + clock.getHour(),
                Objects.requireNonNull(peer.celsius().get(start)));
        double expected = Double.parseDouble(row[2]);
        if (Double.isNaN(use)) {
          assertThat(expected).as(row[0]).isZero();
        } else {
          assertThat(use).as(row[0]).isCloseTo(expected, within(HALF_A_UNIT));
          count++;
        }
      }
    }
    return count;
  }

  @ParameterizedTest
  @CsvSource({
    "il-electricity-cdd-hdd-hourly",
    "il-gas-hdd-only-hourly",
    "uk-electricity-0-hourly",
    "uk-gas-0-hourly",
    "uk-electricity-1-hourly",
  })
  void findsThePeersOccupancyAndBins(String name) throws IOException {
    Peer peer = Peer.of(name);
    MonthlyFits fits = MonthlyFits.of(peer.baseline());
    for (int month = 1; month <= 12; month++) {
      Optional<TimeOfWeekFit> fit = fits.month(month);
      if (fit.isPresent()) {
        String segment = SEGMENTS[month - 1] + "-weighted";
        assertBins(peer, "occupied_bin_endpoints_f", segment, fit.get().mode(true));
        assertBins(peer, "unoccupied_bin_endpoints_f", segment, fit.get().mode(false));
        JsonNode occupied = peer.expected().get("occupancy_by_segment_hour_of_week").get(segment);
        for (int hour = 0; hour < 168; hour++) {
          assertThat(fit.get().occupied()[hour])
              .as(segment + " " + hour)
              .isEqualTo(occupied.get(hour).asInt() == 1);
        }
      }
    }
  }

  private static void assertBins(Peer peer, String key, String segment, TimeOfWeekFit.Mode mode) {
    double[] expected =
        new ObjectMapper().convertValue(peer.expected().get(key).get(segment), double[].class);
    assertThat(mode.bins().knots()).as(segment).containsExactly(expected);
  }

  /** Months without data block: the peer's zeros would be savings of minus everything. */
  @ParameterizedTest
  @CsvSource("uk-electricity-1-hourly")
  void threeMonthsAreNoBaseline(String name) throws IOException {
    Checked<ModelFit> fit = CaltrackHourly.fit(Peer.of(name).baseline());
    assertThat(fit.value()).isEmpty();
    assertThat(fit.findings().list())
        .anySatisfy(
            finding -> {
              assertThat(finding.code()).isEqualTo(FitFinding.UNSEEN_MONTHS.code());
              assertThat(finding.arguments()).containsEntry("months", "3, 4, 5, 6, 7, 8");
            });
  }

  /** No hour of August is occupied, so the slope of occupied hours is open. */
  @ParameterizedTest
  @CsvSource("uk-gas-0-hourly")
  void saysWhichSlopesAreOpen(String name) throws IOException {
    Checked<ModelFit> fit = CaltrackHourly.fit(Peer.of(name).baseline());
    assertThat(fit.value()).isPresent();
    assertThat(fit.findings().list())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.code()).isEqualTo(FitFinding.OPEN_SLOPES.code());
              assertThat(finding.arguments()).containsEntry("slopes", "occupied bin 1");
              assertThat(finding.place().toString()).contains("month 8");
            });
  }
}
