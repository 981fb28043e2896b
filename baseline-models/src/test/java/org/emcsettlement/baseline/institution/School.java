package org.emcsettlement.baseline.institution;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.emcsettlement.core.SharedData;
import org.emcsettlement.core.csv.TextSource;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.period.WorkCalendar;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.core.series.DailyUse;
import org.emcsettlement.core.series.MeterFile;
import org.emcsettlement.core.series.MeterFormat;

/** A school of the shared study data; tests that use it are skipped without them. */
record School(String id, DailyUse use) {

  static final String FOLDER = "athens-school-water";
  static final WorkCalendar CALENDAR = WorkCalendar.of("gr-public-holidays");

  static School read(String id) {
    Path folder = SharedData.folder(FOLDER);
    MeterFormat format =
        MeterFormat.builder().commodity(Commodity.WATER).zone(ZoneId.of("Europe/Athens")).build();
    return new School(
        id,
        DailyUse.of(
            MeterFile.read(
                    TextSource.of(folder, folder.resolve(id).resolve("meter.csv.gz")),
                    format,
                    new FindingCollector())
                .orElseThrow()));
  }

  static List<School> all() {
    try (Stream<Path> cases = Files.list(SharedData.folder(FOLDER))) {
      return cases
          .filter(Files::isDirectory)
          .map(path -> path.getFileName().toString())
          .sorted()
          .map(School::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  WaterDays days() {
    return WaterDays.of(use, CALENDAR, use.coverage());
  }
}
