package org.emcsettlement.baseline.event;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.emcsettlement.baseline.BaselineFitter;
import org.emcsettlement.baseline.Driver;
import org.emcsettlement.baseline.FrozenBaseline;
import org.emcsettlement.baseline.Observations;
import org.emcsettlement.core.SharedData;
import org.emcsettlement.core.csv.TextSource;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.period.WorkCalendar;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.core.quantity.Rational;
import org.emcsettlement.core.series.DailyDrivers;
import org.emcsettlement.core.series.DailyTemperature;
import org.emcsettlement.core.series.DailyUse;
import org.emcsettlement.core.series.MeterFile;
import org.emcsettlement.core.series.MeterFormat;
import org.emcsettlement.core.series.Occupancy;

/**
 * Pairs of consecutive years of real buildings in which no change was published: a change-point
 * model with a working-day term is fitted on the first year and predicts both.
 */
final class PlaceboYears {

  /** A building's first year and the one after, with 330 days at least in each. */
  record Pair(String building, ResidualSeries series) {
    @Override
    public String toString() {
      return building + " " + series.reportingStart().orElseThrow().getYear();
    }
  }

  /** Drammen cases whose published note names a change between 2017 and 2019. */
  private static final Set<String> CHANGED = Set.of("b6405", "b6412", "b6416", "b6417", "b6418");

  private static final int FEWEST_DAYS = 330;

  /** A building whose electricity is never off has hours of zero only where readings lack. */
  private static final double FEW_ZEROS = 0.05;

  private PlaceboYears() {}

  static List<Pair> all() {
    List<Pair> pairs = new ArrayList<>();
    pairs.addAll(of("drammen-public", ZoneId.of("Europe/Oslo"), 2018, 2018, CHANGED));
    pairs.addAll(of("oslo-schools", ZoneId.of("Europe/Oslo"), 2012, 2017, Set.of()));
    pairs.addAll(of("oslo-schools", ZoneId.of("Europe/Oslo"), 2022, 2022, Set.of()));
    pairs.addAll(of("cambridge-estates", ZoneId.of("Europe/London"), 2016, 2018, Set.of()));
    return pairs;
  }

  private static List<Pair> of(String set, ZoneId zone, int first, int last, Set<String> without) {
    List<Pair> pairs = new ArrayList<>();
    for (Path folder : folders(SharedData.folder(set))) {
      String name = folder.getFileName().toString();
      if (!without.contains(name)) {
        DailyUse use = use(folder.resolve("meter.csv.gz"), zone);
        DailyDrivers drivers = drivers(folder.resolve("temperature.csv.gz"), zone);
        for (int year = first; year <= last; year++) {
          Period baseline = year(year);
          Period reporting = year(year + 1);
          if (use.countedDays(baseline).size() >= FEWEST_DAYS
              && use.countedDays(reporting).size() >= FEWEST_DAYS) {
            pairs.add(new Pair(set + "/" + name, residuals(use, drivers, baseline, reporting)));
          }
        }
      }
    }
    return pairs;
  }

  static Period year(int year) {
    return Period.of(LocalDate.of(year, 1, 1), LocalDate.of(year + 1, 1, 1));
  }

  private static List<Path> folders(Path set) {
    try (Stream<Path> paths = Files.list(set)) {
      return paths.filter(Files::isDirectory).sorted().toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static DailyUse use(Path file, ZoneId zone) {
    MeterFormat format = MeterFormat.builder().commodity(Commodity.ELECTRICITY).zone(zone).build();
    return DailyUse.of(
        MeterFile.read(withoutZeros(file), format, new FindingCollector()).orElseThrow());
  }

  static DailyDrivers drivers(Path file, ZoneId zone) {
    return new DailyDrivers(
        DailyTemperature.read(TextSource.of(file, file), zone, new FindingCollector()),
        Occupancy.none(),
        WorkCalendar.of(WorkCalendar.MONDAY_TO_FRIDAY));
  }

  private static TextSource withoutZeros(Path file) {
    List<String> lines = lines(file);
    lines.set(0, lines.get(0).replace("value_as_published", "value_kwh"));
    long zeros = lines.stream().filter(line -> line.endsWith(",0")).count();
    if (zeros < FEW_ZEROS * lines.size()) {
      lines.replaceAll(line -> line.endsWith(",0") ? line.substring(0, line.length() - 1) : line);
    }
    return TextSource.of(file.toString(), String.join("\n", lines) + "\n");
  }

  static List<String> lines(Path file) {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      return new ArrayList<>(reader.lines().toList());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The residuals of a model of the baseline period, in it and in the reporting period. */
  static ResidualSeries residuals(
      DailyUse use, DailyDrivers drivers, Period baseline, Period reporting) {
    Observations observations =
        Observations.daily(
            use, drivers, List.of(Driver.of(DailyDrivers.WORKDAY)), baseline, List.of());
    FrozenBaseline frozen =
        BaselineFitter.daily()
            .fit(observations)
            .value()
            .orElseThrow()
            .freeze("placebo", Optional.empty());
    ResidualSeries.Builder series = ResidualSeries.builder().reportingStart(reporting.start());
    for (Period period : List.of(baseline, reporting)) {
      for (LocalDate date : use.countedDays(period)) {
        expected(frozen, drivers, date)
            .ifPresent(fitted -> series.day(date, use.on(date).orElseThrow().toDouble(), fitted));
      }
    }
    return series.build();
  }

  private static Optional<Double> expected(
      FrozenBaseline frozen, DailyDrivers drivers, LocalDate date) {
    List<Rational> values = new ArrayList<>();
    frozen.regressors().forEach(r -> r.on(drivers, date).map(Rational::of).ifPresent(values::add));
    return values.size() == frozen.regressors().size()
        ? Optional.of(frozen.predict(values).toDouble())
        : Optional.empty();
  }
}
