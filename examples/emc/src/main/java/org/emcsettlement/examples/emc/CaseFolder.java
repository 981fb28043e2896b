package org.emcsettlement.examples.emc;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.emcsettlement.core.csv.TextSource;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.finding.Place;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.core.quantity.MeterUnit;
import org.emcsettlement.core.series.DailyTemperature;
import org.emcsettlement.core.series.MeterFile;
import org.emcsettlement.core.series.MeterFormat;
import org.emcsettlement.core.series.MeterReadings;
import org.emcsettlement.core.series.Occupancy;

/**
 * The folder of one building: {@code meter.csv}, and where there are any {@code temperature.csv},
 * {@code occupancy.csv} and {@code meta.json}; tables may be gzipped.
 */
final class CaseFolder {

  private final Path folder;
  private final FindingCollector findings;
  private final CaseMeta meta;

  CaseFolder(Path folder, FindingCollector findings) {
    this.folder = folder;
    this.findings = findings;
    this.meta = CaseMeta.of(folder, findings);
  }

  private Optional<TextSource> table(String name) {
    return file(name).map(file -> TextSource.of(folder, file));
  }

  private Optional<Path> file(String name) {
    return List.of(name + ".csv", name + ".csv.gz").stream()
        .map(folder::resolve)
        .filter(Files::isRegularFile)
        .findFirst();
  }

  /** The readings of the meter, absent with findings if they cannot be read. */
  Optional<MeterReadings> meter(ZoneId zone) {
    Optional<Path> file = file("meter");
    if (file.isEmpty()) {
      findings.add(CaseFinding.NO_METER, Place.NOWHERE);
      return Optional.empty();
    }
    String name = file.get().getFileName().toString();
    Optional<MeterUnit> written = writtenUnit(file.get());
    Optional<MeterUnit> unit = written.or(() -> meta.unit(name));
    Optional<Commodity> commodity =
        meta.commodity(name).or(() -> unit.flatMap(CaseFolder::usualCommodity));
    if (commodity.isEmpty()) {
      findings.add(CaseFinding.UNKNOWN_COMMODITY, Place.file(name));
      return Optional.empty();
    }
    MeterFormat format =
        MeterFormat.builder()
            .commodity(commodity.get())
            .zone(zone)
            .unit(written.isPresent() ? Optional.empty() : unit)
            .build();
    return MeterFile.read(TextSource.of(folder, file.get()), format, findings);
  }

  /** What a unit usually counts: kWh electricity, m³ water, GJ heat. */
  private static Optional<Commodity> usualCommodity(MeterUnit unit) {
    return switch (unit) {
      case WH, KWH, MWH, TEN_MWH -> Optional.of(Commodity.ELECTRICITY);
      case MJ, GJ, GCAL -> Optional.of(Commodity.HEAT);
      case LITRE, M3, TEN_THOUSAND_M3 -> Optional.of(Commodity.WATER);
      case KG, TONNE -> Optional.empty();
    };
  }

  /** The unit in the name of the value column; what is wrong with it is found when it is read. */
  private static Optional<MeterUnit> writtenUnit(Path file) {
    return Arrays.stream(header(file).split(",", -1))
        .map(column -> column.strip().toLowerCase(Locale.ROOT))
        .filter(column -> column.startsWith("value_"))
        .findFirst()
        .flatMap(column -> MeterUnit.of(column.substring("value_".length())));
  }

  private static String header(Path file) {
    boolean zipped = file.toString().endsWith(".gz");
    try (InputStream bytes = Files.newInputStream(file);
        InputStream text = zipped ? new GZIPInputStream(bytes) : bytes;
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(text, StandardCharsets.UTF_8))) {
      String line = lines.readLine();
      while (line != null && (line.isBlank() || line.startsWith("#"))) {
        line = lines.readLine();
      }
      return line == null ? "" : line;
    } catch (IOException unreadable) {
      return "";
    }
  }

  /** Outdoor temperatures, absent without a file. */
  Optional<DailyTemperature> temperature(ZoneId zone) {
    Optional<TextSource> file = table("temperature");
    if (file.isEmpty()) {
      findings.add(CaseFinding.NO_TEMPERATURE, Place.NOWHERE);
    }
    return file.flatMap(source -> DailyTemperature.read(source, zone, findings));
  }

  /** Whether the folder has its own counts, which may drive use. */
  boolean hasOccupancy() {
    return file("occupancy").isPresent();
  }

  /**
   * The counts of {@code occupancy.csv}; without one the headcount of {@code meta.json}, the same
   * on all days, which no regression of one building can tell from its constant.
   */
  Optional<Occupancy> occupancy(Period days) {
    Optional<TextSource> file = table("occupancy");
    if (file.isPresent()) {
      return Occupancy.read(file.get(), findings);
    }
    return meta.headcount(findings)
        .map(
            count ->
                TextSource.of(
                    "meta.json",
                    "start,end,headcount\n"
                        + days.start()
                        + ","
                        + days.end()
                        + ","
                        + count.toPlainString()
                        + "\n"))
        .map(source -> Occupancy.read(source, findings))
        .orElseGet(() -> Optional.of(Occupancy.none()));
  }
}
