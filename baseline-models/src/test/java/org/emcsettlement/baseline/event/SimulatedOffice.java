package org.emcsettlement.baseline.event;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.emcsettlement.core.SharedData;
import org.emcsettlement.core.csv.TextSource;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.period.WorkCalendar;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.core.series.DailyDrivers;
import org.emcsettlement.core.series.DailyTemperature;
import org.emcsettlement.core.series.DailyUse;
import org.emcsettlement.core.series.MeterFile;
import org.emcsettlement.core.series.MeterFormat;
import org.emcsettlement.core.series.Occupancy;

/** The simulated building of RMV2.0: a year before a measure (2006) and a year after it (2017). */
final class SimulatedOffice {

  private static final ZoneId ZONE = ZoneOffset.UTC;

  private SimulatedOffice() {}

  static ResidualSeries residuals() {
    Path folder = SharedData.folder("simulated-office-prepost/case1");
    MeterFormat format = MeterFormat.builder().commodity(Commodity.ELECTRICITY).zone(ZONE).build();
    DailyUse use =
        DailyUse.of(
            MeterFile.read(file(folder, "meter", "value_kwh"), format, new FindingCollector())
                .orElseThrow());
    DailyDrivers drivers =
        new DailyDrivers(
            DailyTemperature.read(
                file(folder, "temperature", "value_celsius"), ZONE, new FindingCollector()),
            Occupancy.none(),
            WorkCalendar.of(WorkCalendar.MONDAY_TO_FRIDAY));
    return PlaceboYears.residuals(use, drivers, PlaceboYears.year(2006), PlaceboYears.year(2017));
  }

  /** Both years in one file, with the start of the hour instead of its end. */
  private static TextSource file(Path folder, String kind, String column) {
    StringBuilder csv = new StringBuilder("start_local," + column + "\n");
    Stream.of("baseline", "reporting")
        .map(period -> PlaceboYears.lines(folder.resolve(kind + "_" + period + ".csv.gz")))
        .flatMap(lines -> lines.stream().skip(1))
        .map(line -> line.split(",", 2))
        .forEach(
            cells ->
                csv.append(LocalDateTime.parse(cells[0]).minusHours(1))
                    .append(',')
                    .append(cells[1])
                    .append('\n'));
    return TextSource.of(kind + ".csv", csv.toString());
  }
}
