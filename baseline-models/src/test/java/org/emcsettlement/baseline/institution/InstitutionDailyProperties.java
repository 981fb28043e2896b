package org.emcsettlement.baseline.institution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.emcsettlement.baseline.model.DegreesBelow;
import org.emcsettlement.baseline.model.ModelFit;
import org.emcsettlement.baseline.model.Regressor;
import org.emcsettlement.core.period.WorkCalendar;

class InstitutionDailyProperties {

  private static KnownYear china(long seed) {
    return new KnownYear(seed, WorkCalendar.MAINLAND_CHINA);
  }

  private static double positive(double value) {
    return Math.max(0, value);
  }

  /**
   * Standard normal noise of a day; neighbouring seeds of a generator would resemble each other.
   */
  private static double noise(long seed, LocalDate date) {
    long mixed = (seed * 100_000 + date.toEpochDay()) * 0x9E3779B97F4A7C15L;
    return new Random(mixed ^ (mixed >>> 29)).nextGaussian();
  }

  private static void assertPredictsNextYear(
      KnownYear year, ModelFit fit, ToDoubleFunction<LocalDate> use, double tolerance) {
    for (LocalDate date : year.daysOfNextYear()) {
      assertThat(year.predict(fit, date))
          .as("%s", date)
          .isCloseTo(use.applyAsDouble(date), within(tolerance));
    }
  }

  @Property(tries = 40)
  void recoversSlopesThatDifferByDayType(
      @ForAll @LongRange(min = 0, max = 10_000) long seed,
      @ForAll @IntRange(min = 900, max = 1400) int heating,
      @ForAll @IntRange(min = 1800, max = 2300) int cooling) {
    KnownYear year = china(seed);
    ToDoubleFunction<LocalDate> use =
        date -> {
          double t = year.celsius(date, 0);
          double below = positive(heating / 100.0 - t);
          double above = positive(t - cooling / 100.0);
          return year.works(date)
              ? 900 + 31 * below + 43 * above
              : 500 + 12.5 * below + 7.25 * above;
        };
    ModelFit fit = year.fit(use);
    assertPredictsNextYear(year, fit, use, 1e-6);
    assertThat(fit.heatingChangePoint().orElseThrow()).isCloseTo(heating / 100.0, within(0.005));
    assertThat(fit.coolingChangePoint().orElseThrow()).isCloseTo(cooling / 100.0, within(0.005));
  }

  @Property(tries = 20)
  void feelsTheDayBefore(
      @ForAll @LongRange(min = 0, max = 10_000) long seed,
      @ForAll @IntRange(min = 3, max = 9) int twentieths) {
    KnownYear year = china(seed);
    ModelFit fit =
        year.fit(
            date ->
                (year.works(date) ? 900 : 500)
                    + 30 * positive(15 - year.celsius(date, 5 * twentieths))
                    + 10 * noise(seed, date));
    DegreesBelow heating =
        fit.regressors().stream()
            .filter(DegreesBelow.class::isInstance)
            .map(DegreesBelow.class::cast)
            .findFirst()
            .orElseThrow();
    assertThat(heating.lag().weight().doubleValue()).isCloseTo(twentieths / 20.0, within(0.051));
  }

  @Property(tries = 40)
  void recoversWeekdays(
      @ForAll @LongRange(min = 0, max = 10_000) long seed,
      @ForAll @IntRange(min = 900, max = 1700) int heating) {
    KnownYear year = china(seed);
    ToDoubleFunction<LocalDate> use =
        date -> {
          double level = year.works(date) ? 900 : 300;
          boolean monday = year.works(date) && date.getDayOfWeek() == DayOfWeek.MONDAY;
          return level + (monday ? 80 : 0) + 25 * positive(heating / 100.0 - year.celsius(date, 0));
        };
    assertPredictsNextYear(year, year.fit(use), use, 1e-6);
  }

  @Property(tries = 20)
  void withoutNoiseNothingIsShrunk(@ForAll @LongRange(min = 0, max = 10_000) long seed) {
    KnownYear year = china(seed);
    ToDoubleFunction<LocalDate> use =
        date ->
            (year.works(date) ? 900 : 300)
                + 60 * Math.sin(2 * Math.PI * (date.getDayOfYear() - 1) / date.lengthOfYear());
    assertPredictsNextYear(year, year.fit(use), use, 0.01);
  }

  /** White noise looks like structure once in a while, so a few of the fixed seeds may do so. */
  @Example
  void plainDataGiveThePlainModel() {
    int plain = 0;
    for (long seed = 0; seed < 40; seed++) {
      KnownYear year = china(seed);
      long own = seed;
      ModelFit fit =
          year.fit(date -> 900 + 30 * positive(15 - year.celsius(date, 0)) + 20 * noise(own, date));
      List<String> regressors = fit.regressors().stream().map(Regressor::text).toList();
      boolean isPlain = regressors.size() == 2 && regressors.get(1).startsWith("DEGREES_BELOW(");
      plain += isPlain && regressors.get(0).equals("DAYS") && !fit.isShrunk() ? 1 : 0;
    }
    assertThat(plain).isGreaterThanOrEqualTo(37);
  }

  @Property(tries = 15)
  void aConstantMovesTheLevelAlone(@ForAll @LongRange(min = 0, max = 10_000) long seed) {
    KnownYear year = china(seed);
    ToDoubleFunction<LocalDate> use = noisy(year, seed);
    ModelFit fit = year.fit(use);
    ModelFit moved = year.fit(date -> use.applyAsDouble(date) + 1234);
    assertThat(moved.regressors()).isEqualTo(fit.regressors());
    for (int j = 0; j < fit.linear().columns(); j++) {
      assertThat(moved.linear().coefficient(j) - fit.linear().coefficient(j))
          .isCloseTo(j == 0 ? 1234 : 0, within(1e-6));
    }
  }

  @Property(tries = 15)
  void theUnitOfUseIsAFactor(@ForAll @LongRange(min = 0, max = 10_000) long seed) {
    KnownYear year = china(seed);
    ToDoubleFunction<LocalDate> use = noisy(year, seed);
    ModelFit fit = year.fit(use);
    ModelFit scaled = year.fit(date -> use.applyAsDouble(date) * 0.0036);
    assertThat(scaled.regressors()).isEqualTo(fit.regressors());
    for (int j = 0; j < fit.linear().columns(); j++) {
      assertThat(scaled.linear().coefficient(j) / 0.0036)
          .isCloseTo(fit.linear().coefficient(j), within(1e-6));
    }
  }

  /** A level that falls by 100 in mid-year: the next year goes on from the lower level. */
  @Property(tries = 15)
  void goesOnFromTheLastLevel(@ForAll @LongRange(min = 0, max = 10_000) long seed) {
    KnownYear year = china(seed);
    ToDoubleFunction<LocalDate> use =
        date ->
            (year.works(date) ? 900 : 300)
                + (date.isBefore(LocalDate.of(2023, 7, 1)) ? 100 : 0)
                + 15 * noise(seed, date);
    ModelFit fit = year.fit(use);
    double error =
        year.daysOfNextYear().stream()
            .mapToDouble(date -> year.predict(fit, date) - (year.works(date) ? 900 : 300))
            .average()
            .orElseThrow();
    // the mean of the year would be 50 too high
    assertThat(error).isBetween(-25.0, 25.0);
  }

  private static ToDoubleFunction<LocalDate> noisy(KnownYear year, long seed) {
    return date -> {
      double below = positive(14 - year.celsius(date, 30));
      double above = positive(year.celsius(date, 30) - 22);
      double vacation = date.getMonthValue() == 8 && year.works(date) ? -250 : 0;
      double level = year.works(date) ? 900 + 30 * below + 40 * above : 400 + 12 * below;
      return level + vacation + 60 * noise(seed, date) + 40 * noise(seed, date.withDayOfMonth(1));
    };
  }
}
