package org.emcsettlement.baseline.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.function.Predicate;
import org.emcsettlement.core.SharedData;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How often the detection is wrong and how often right on real buildings: false alarms are counted
 * in pairs of years in which no change was published, hits where an event was put into the second
 * year. The model is a plain change-point model, whose year ahead has errors of 12 to 20 %; a
 * better one has fewer false alarms.
 */
class EventStudyTest {

  private static final EventDetection DETECTION = EventDetection.standard();

  /** Hits are counted in every third building-year, for time. */
  private static final int EVERY = 3;

  private static List<PlaceboYears.Pair> pairs = List.of();

  @BeforeAll
  static void read() {
    pairs = PlaceboYears.all();
  }

  /** By what use is multiplied on a day of the reporting period, counted from 0. */
  private static ResidualSeries changed(ResidualSeries series, IntToDoubleFunction factor) {
    LocalDate start = series.reportingStart().orElseThrow();
    ResidualSeries.Builder changed = ResidualSeries.builder().reportingStart(start);
    double[] observed = series.observed();
    double[] expected = series.expected();
    for (int i = 0; i < series.size(); i++) {
      int day = (int) (series.date(i).toEpochDay() - start.toEpochDay());
      double use = day < 0 ? observed[i] : observed[i] * factor.applyAsDouble(day);
      changed.day(series.date(i), use, expected[i]);
    }
    return changed.build();
  }

  /** The fraction of buildings in which an event that was put in is found. */
  private static double hits(IntToDoubleFunction factor, Predicate<Found> expected) {
    int hits = 0;
    int tried = 0;
    for (int i = 0; i < pairs.size(); i += EVERY) {
      PlaceboYears.Pair pair = pairs.get(i);
      tried++;
      LocalDate start = pair.series().reportingStart().orElseThrow();
      List<DetectedEvent> events = DETECTION.in(changed(pair.series(), factor));
      hits += events.stream().map(event -> new Found(event, start)).anyMatch(expected) ? 1 : 0;
    }
    return (double) hits / tried;
  }

  private record Found(DetectedEvent event, LocalDate start) {
    boolean begins(int day, int tolerance) {
      return Math.abs(event.days().start().toEpochDay() - start.toEpochDay() - day) <= tolerance;
    }

    boolean ends(int day, int tolerance) {
      return Math.abs(event.days().end().toEpochDay() - start.toEpochDay() - day) <= tolerance;
    }

    boolean up() {
      return event.effectPerDay() > 0;
    }

    boolean lasts() {
      return event.within() == DetectedEvent.Within.REPORTING
          && event.kind() != DetectedEvent.Kind.TEMPORARY;
    }

    boolean isUnitChange() {
      return event.kind() == DetectedEvent.Kind.UNIT_CHANGE && begins(150, 3);
    }
  }

  /**
   * Measured: 8 alarms in the 73 years of the models, 20 in the 73 years ahead, of which 18 years
   * have any. Among them are changes that nobody published: a level up by a third in b036, a use
   * winding down in b040. The bounds say from where on nobody would read the alarms: one in seven
   * years where the model was fitted, two in five ahead.
   */
  @Test
  void falseAlarmsAreRare() {
    int baseline = 0;
    int reporting = 0;
    int years = 0;
    for (PlaceboYears.Pair pair : pairs) {
      List<DetectedEvent> events = DETECTION.in(pair.series());
      long own = events.stream().filter(e -> e.within() == DetectedEvent.Within.BASELINE).count();
      baseline += (int) own;
      reporting += events.size() - (int) own;
      years += events.size() > own ? 1 : 0;
    }
    assertThat(pairs).hasSizeGreaterThan(60);
    assertThat(baseline / (double) pairs.size()).isLessThanOrEqualTo(1 / 7.0);
    assertThat(reporting / (double) pairs.size()).isLessThanOrEqualTo(2 / 5.0);
    assertThat(years / (double) pairs.size()).isLessThanOrEqualTo(1 / 3.0);
  }

  /**
   * Measured on all pairs: 37 % and 74 %. A shift of −10 % is found in 18 % only: it is no more
   * than what these buildings do by themselves from month to month beside a change-point model.
   */
  @Test
  void levelShifts() {
    double up20 = hits(day -> day < 150 ? 1 : 1.2, found -> found.up() && found.begins(150, 21));
    double up50 = hits(day -> day < 150 ? 1 : 1.5, found -> found.up() && found.begins(150, 21));
    assertThat(up20).isGreaterThan(0.30);
    assertThat(up50).isGreaterThan(0.55);
  }

  /** Measured on all pairs: 59 %. */
  @Test
  void sixWeeks() {
    double up40 =
        hits(
            day -> day >= 90 && day < 132 ? 1.4 : 1,
            found -> found.up() && found.begins(90, 14) && found.ends(132, 14));
    assertThat(up40).isGreaterThan(0.35);
  }

  /** Measured on all pairs: 58 %. */
  @Test
  void drifts() {
    double up40 =
        hits(
            day -> 1 + 0.4 * Math.max(0, Math.min(1, (day - 60) / 240.0)),
            found -> found.up() && found.lasts());
    assertThat(up40).isGreaterThan(0.40);
  }

  /** Measured on all pairs: 100 % and 88 %. */
  @Test
  void changesOfUnit() {
    assertThat(hits(day -> day < 150 ? 1 : 1000, Found::isUnitChange)).isGreaterThan(0.95);
    assertThat(hits(day -> day < 150 ? 1 : 3.6, Found::isUnitChange)).isGreaterThan(0.80);
  }

  /** Gas meters of Cambridge that fell by a factor of 30 to 45 with no change in the building. */
  @ParameterizedTest
  @CsvSource({"b000, 2018-01-01, 2018-02-28", "b040, 2018-04-15, 2018-06-15"})
  void gasMetersThatChangedTheirUnit(String building, LocalDate earliest, LocalDate latest) {
    Path folder = SharedData.folder("cambridge-estates").resolve(building);
    ZoneId zone = ZoneId.of("Europe/London");
    ResidualSeries series =
        PlaceboYears.residuals(
            PlaceboYears.use(folder.resolve("meter_gas.csv.gz"), zone),
            PlaceboYears.drivers(folder.resolve("temperature.csv.gz"), zone),
            PlaceboYears.year(2017),
            PlaceboYears.year(2018));
    assertThat(DETECTION.in(series))
        .anySatisfy(
            event -> {
              assertThat(event.kind()).isEqualTo(DetectedEvent.Kind.UNIT_CHANGE);
              assertThat(event.days().start()).isBetween(earliest, latest);
              assertThat(1 / event.unit().orElseThrow().measured()).isBetween(25.0, 45.0);
            });
  }
}
