package org.emcsettlement.baseline.caltrack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.emcsettlement.core.SharedData;

/** One folder of reference data of a peer: readings, hourly temperatures and what it computed. */
public final class PeerCase {

  private final Path folder;
  private final JsonNode expected;
  private final long[] start;
  private final long[] end;
  private final double[] use;
  private final long firstHour;
  private final double[] celsius;

  private PeerCase(Path folder) throws IOException {
    this.folder = folder;
    this.expected = new ObjectMapper().readTree(folder.resolve("expected.json").toFile());
    List<String[]> readings = rows("meter.csv");
    boolean hasEnd = readings.get(0).length == 3;
    // the last row without value only marks the end of the one before
    int size = hasEnd ? readings.size() - 1 : lastWithSuccessor(readings);
    start = new long[size];
    end = new long[size];
    use = new double[size];
    for (int i = 0; i < size; i++) {
      String[] row = readings.get(i + 1);
      start[i] = seconds(row[0]);
      if (hasEnd) {
        end[i] = seconds(row[1]);
      } else {
        end[i] = i + 2 < readings.size() ? seconds(readings.get(i + 2)[0]) : start[i] + 86_400;
      }
      use[i] = number(row[row.length - 1]);
    }
    List<String[]> hours = rows("temperature.csv.gz");
    firstHour = seconds(hours.get(1)[0]);
    celsius = new double[(int) ((seconds(hours.get(hours.size() - 1)[0]) - firstHour) / 3600) + 1];
    Arrays.fill(celsius, Double.NaN);
    for (String[] row : hours.subList(1, hours.size())) {
      celsius[(int) ((seconds(row[0]) - firstHour) / 3600)] = number(row[1]);
    }
  }

  private static int lastWithSuccessor(List<String[]> readings) {
    String[] last = readings.get(readings.size() - 1);
    return last[last.length - 1].isEmpty() ? readings.size() - 2 : readings.size() - 1;
  }

  /** All cases of a peer whose folder name passes; a case added there is found here. */
  public static List<PeerCase> of(String peer, Predicate<String> name) throws IOException {
    List<PeerCase> cases = new ArrayList<>();
    try (Stream<Path> folders = Files.list(SharedData.folder("peers/" + peer))) {
      for (Path folder : folders.sorted().toList()) {
        if (Files.isDirectory(folder) && name.test(folder.getFileName().toString())) {
          cases.add(new PeerCase(folder));
        }
      }
    }
    return cases;
  }

  private List<String[]> rows(String file) throws IOException {
    try (InputStream raw = Files.newInputStream(folder.resolve(file));
        InputStream plain = file.endsWith(".gz") ? new GZIPInputStream(raw) : raw;
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
      return reader.lines().map(line -> line.split(",", -1)).toList();
    }
  }

  private static long seconds(String instant) {
    return Instant.parse(instant).getEpochSecond();
  }

  private static double number(String cell) {
    return cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
  }

  public String name() {
    return folder.getFileName().toString();
  }

  public JsonNode expected() {
    return expected;
  }

  /** Rows of {@code savings.csv} below its header, those without values left out. */
  List<String[]> savings() throws IOException {
    return rows("savings.csv").stream().skip(1).filter(row -> !row[1].isEmpty()).toList();
  }

  /** The readings between two instants that expected.json names in a section. */
  CaltrackSample sample(String section) {
    int from = first(section, "start_utc");
    int to = first(section, "end_utc");
    return CaltrackSample.ofHours(
        Arrays.copyOfRange(start, from, to),
        Arrays.copyOfRange(end, from, to),
        Arrays.copyOfRange(use, from, to),
        this::celsiusAt);
  }

  private int first(String section, String key) {
    long instant = seconds(expected.get(section).get(key).asText());
    int found = Arrays.binarySearch(start, instant);
    return found < 0 ? -found - 1 : found;
  }

  public int size() {
    return start.length;
  }

  public long start(int row) {
    return start[row];
  }

  public long end(int row) {
    return end[row];
  }

  public double use(int row) {
    return use[row];
  }

  /** The temperature of the hour that begins at an instant [°C]; NaN if there is none. */
  public double celsiusAt(long hour) {
    long index = Math.floorDiv(hour - firstHour, 3600L);
    return index >= 0 && index < celsius.length ? celsius[(int) index] : Double.NaN;
  }
}
