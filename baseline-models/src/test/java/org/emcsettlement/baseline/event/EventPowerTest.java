package org.emcsettlement.baseline.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.emcsettlement.baseline.event.DetectedEvent.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What must be found in one baseline year, whatever the seed, and what must not. */
class EventPowerTest {

  private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
  private static final int DAYS = 366;
  private static final double USE = 1000;
  private static final double SIGMA = 60;

  /** The residuals of the mean, as of a baseline that knows of no event. */
  private static ResidualSeries year(IntToDoubleFunction use) {
    double[] observed = new double[DAYS];
    double mean = 0;
    for (int day = 0; day < DAYS; day++) {
      observed[day] = use.applyAsDouble(day);
      mean += observed[day] / DAYS;
    }
    ResidualSeries.Builder series = ResidualSeries.builder();
    for (int day = 0; day < DAYS; day++) {
      series.day(FIRST.plusDays(day), observed[day], mean);
    }
    return series.build();
  }

  private static List<DetectedEvent> in(ResidualSeries series) {
    return EventDetection.standard().in(series);
  }

  /** Independent days. */
  private static double[] draws(long seed) {
    Random random = new Random(seed);
    double[] draws = new double[DAYS];
    for (int day = 0; day < DAYS; day++) {
      draws[day] = Math.round(USE + SIGMA * random.nextGaussian());
    }
    return draws;
  }

  private static boolean isNear(LocalDate found, int day, int tolerance) {
    return Math.abs(ChronoUnit.DAYS.between(FIRST.plusDays(day), found)) <= tolerance;
  }

  private static double july(int day) {
    return FIRST.plusDays(day).getMonth() == Month.JULY ? -400 : 0;
  }

  @Test
  void anEmptyJuly() {
    double[] usual = draws(20240701);
    assertThat(in(year(day -> usual[day]))).isEmpty();
    assertThat(in(year(day -> usual[day] + july(day))))
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.kind()).isEqualTo(Kind.TEMPORARY);
              assertThat(event.days().start()).isEqualTo(LocalDate.of(2024, 7, 1));
              assertThat(event.days().end()).isEqualTo(LocalDate.of(2024, 8, 1));
              assertThat(Math.abs(event.effectPerDay() + 400))
                  .isLessThan(3 * event.standardError());
            });
  }

  /** A use without chance, whose days are less alike than random ones. */
  @ParameterizedTest
  @CsvSource({"0, 7, -400", "1, 7, -400", "0, 5, -150", "1, 5, -150", "0, 7, -1e-9"})
  void aRegularUse(int origin, int firstMonth, double effect) {
    IntToDoubleFunction use = day -> 974 + (day + origin) * 29 % 53;
    List<DetectedEvent> events =
        in(
            year(
                day -> {
                  int month = FIRST.plusDays(day).getMonthValue();
                  return use.applyAsDouble(day) + (month >= firstMonth && month < 8 ? effect : 0);
                }));
    if (effect > -1) {
      assertThat(events).isEmpty();
    } else {
      assertThat(events)
          .singleElement()
          .satisfies(
              event -> {
                assertThat(event.kind()).isEqualTo(Kind.TEMPORARY);
                assertThat(event.days().start()).isEqualTo(LocalDate.of(2024, firstMonth, 1));
                assertThat(event.days().end()).isEqualTo(LocalDate.of(2024, 8, 1));
              });
    }
  }

  /**
   * Four standard deviations of a day, in 25 years each. A bound is off by k days or more with a
   * chance of about Φ(−2√k): by 4 or more 3e-5.
   */
  @ParameterizedTest
  @CsvSource({"14, 200", "15, 33", "21, 97", "45, 290", "100, 140"})
  void aClosureOfFourStandardDeviations(int length, int from) {
    for (int seed = 0; seed < 25; seed++) {
      double effect = 4 * SIGMA * (seed % 2 == 0 ? -1 : 1);
      double[] usual = draws(1000L * length + seed);
      assertThat(in(year(day -> usual[day] + (day >= from && day < from + length ? effect : 0))))
          .as("seed %s", seed)
          .anyMatch(
              event ->
                  event.kind() == Kind.TEMPORARY
                      && isNear(event.days().start(), from, 3)
                      && isNear(event.days().end(), from + length, 3));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 183, 320})
  void aStepOfFourStandardDeviations(int from) {
    for (int seed = 0; seed < 25; seed++) {
      double[] usual = draws(2000L * from + seed);
      assertThat(in(year(day -> usual[day] + (day < from ? 0 : 4 * SIGMA))))
          .as("seed %s", seed)
          .anyMatch(
              event -> event.kind() == Kind.LEVEL_SHIFT && isNear(event.days().start(), from, 3));
    }
  }

  /** Over a hundred days and more; a bound of a drift shows in no single day. */
  @ParameterizedTest
  @CsvSource({"60, 180", "100, 200", "150, 120"})
  void aDriftOfFourStandardDeviations(int from, int length) {
    for (int seed = 0; seed < 25; seed++) {
      double[] usual = draws(3000L * from + seed);
      IntToDoubleFunction grown =
          day -> 4 * SIGMA * Math.max(0, Math.min(1, (day - from) / (double) length));
      assertThat(in(year(day -> usual[day] + grown.applyAsDouble(day))))
          .as("seed %s", seed)
          .anyMatch(
              event ->
                  event.kind() == Kind.DRIFT
                      && isNear(event.days().start(), from, 45)
                      && isNear(event.days().end(), from + length, 45));
    }
  }

  /**
   * Four hundred years at 0.05 alarms a year: 20 are allowed, and five times √20 for chance.
   * Measured: 28, of which 17 in the hundred years whose noise remembers a month, as a year shows
   * little of such noise.
   */
  @Test
  void falseAlarmsUnderAutocorrelatedNoise() {
    EventDetection detection = EventDetection.builder().falseAlarmsPerYear(0.05).build();
    double[] memories = {0, 0.5, 0.9, 0.97};
    int alarms = 0;
    for (int seed = 0; seed < 400; seed++) {
      double memory = memories[seed % memories.length];
      Random random = new Random(seed);
      double[] noise = new double[DAYS];
      double slow = SIGMA * random.nextGaussian();
      for (int day = 0; day < DAYS; day++) {
        noise[day] = SIGMA * random.nextGaussian() + slow;
        slow = memory * slow + SIGMA * Math.sqrt(1 - memory * memory) * random.nextGaussian();
      }
      alarms += detection.in(year(day -> USE + noise[day])).size();
    }
    assertThat(alarms).isLessThanOrEqualTo(42);
  }
}
