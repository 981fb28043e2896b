package org.emcsettlement.settlement;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.emcsettlement.core.csv.TextSource;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.series.DailyTemperature;

/**
 * Evidence that several folders have in common. Temperatures are read once.
 *
 * @param folder where it lies, absent if there is none
 * @param weather the temperatures by station
 */
record SharedEvidence(Optional<Path> folder, Map<String, DailyTemperature> weather) {

  /** Nothing in common. */
  static final SharedEvidence NONE = new SharedEvidence(Optional.empty(), Map.of());

  /** Reads what lies beside the folders. */
  static SharedEvidence read(Path folder, ZoneId zone, FindingCollector findings) {
    Map<String, DailyTemperature> weather = new TreeMap<>();
    for (Path path : list(folder.resolve("weather"))) {
      String file = path.getFileName().toString();
      String plain = file.endsWith(".gz") ? file.substring(0, file.length() - 3) : file;
      if (plain.endsWith(".csv")) {
        TextSource source = TextSource.of(folder, path);
        DailyTemperature.read(new TextSource("weather/" + plain, source.bytes()), zone, findings)
            .ifPresent(read -> weather.put(plain.substring(0, plain.length() - 4), read));
      }
    }
    return new SharedEvidence(Optional.of(folder), weather);
  }

  private static List<Path> list(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> paths = Files.list(folder)) {
      return paths.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** A file by name, packed or not. */
  Optional<TextSource> file(String name) {
    return folder.flatMap(
        place ->
            Stream.of(name, name + ".gz")
                .map(place::resolve)
                .filter(Files::isRegularFile)
                .findFirst()
                .map(path -> new TextSource(name, TextSource.of(place, path).bytes())));
  }
}
