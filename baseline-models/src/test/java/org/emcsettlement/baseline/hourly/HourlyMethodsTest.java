package org.emcsettlement.baseline.hourly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.emcsettlement.baseline.hourly.HourlyBuilding.Hour;
import org.emcsettlement.baseline.judge.FitFinding;
import org.emcsettlement.baseline.model.HourlySample;
import org.emcsettlement.baseline.model.ModelFit;
import org.emcsettlement.baseline.model.Regressor;
import org.emcsettlement.core.finding.Checked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for each of the hourly methods. */
class HourlyMethodsTest {

  private static final HourlyBuilding BUILDING = new HourlyBuilding(7);

  static Stream<Arguments> methods() {
    Function<HourlySample, Checked<ModelFit>> towt = Towt::fit;
    Function<HourlySample, Checked<ModelFit>> caltrack = CaltrackHourly::fit;
    Function<HourlySample, Checked<ModelFit>> institution = InstitutionHourly::fit;
    return Stream.of(
        Arguments.of(Towt.FORM, towt),
        Arguments.of(CaltrackHourly.FORM, caltrack),
        Arguments.of(InstitutionHourly.FORM, institution));
  }

  private static double plain(Hour hour) {
    return 20 + hour.hourOfWeek() % 24 + (hour.working() ? 30 : 0) + 5 * hour.noise();
  }

  /** Exact decimals of days times coefficients are the fitted hours of the day, added up. */
  @ParameterizedTest
  @MethodSource("methods")
  void regressorsPredictTheSumsOfHours(
      String form, Function<HourlySample, Checked<ModelFit>> method) {
    HourlySample sample = BUILDING.sample(hour -> plain(hour) - hour.celsius());
    ModelFit fit = method.apply(sample).orThrow();
    assertThat(fit.form()).isEqualTo(form);
    Map<LocalDate, Double> fitted = new TreeMap<>();
    double[] residuals = fit.linear().residuals();
    for (int i = 0; i < fit.rows().length; i++) {
      int row = fit.rows()[i];
      fitted.merge(
          sample.dates().get(sample.day()[row]), sample.use()[row] - residuals[i], Double::sum);
    }
    // with the days on which clocks change
    for (String day : new String[] {"2022-01-05", "2022-03-27", "2022-07-09", "2022-10-30"}) {
      LocalDate date = LocalDate.parse(day);
      double sum = 0;
      for (int j = 0; j < fit.regressors().size(); j++) {
        Regressor regressor = Regressor.parse(fit.regressors().get(j).text());
        sum +=
            fit.linear().coefficient(j)
                * regressor.on(BUILDING.drivers(), date).orElseThrow().doubleValue();
      }
      assertThat(sum).as(day).isCloseTo(fitted.get(date), within(1e-6));
    }
  }

  @ParameterizedTest
  @MethodSource("methods")
  void twiceTheUseIsTwiceTheCoefficients(
      String form, Function<HourlySample, Checked<ModelFit>> method) {
    ModelFit once = method.apply(BUILDING.sample(HourlyMethodsTest::plain)).orThrow();
    ModelFit twice = method.apply(BUILDING.sample(hour -> 2 * plain(hour))).orThrow();
    assertThat(twice.regressors()).isEqualTo(once.regressors());
    double[] doubled = once.linear().coefficients();
    for (int j = 0; j < doubled.length; j++) {
      doubled[j] *= 2;
    }
    assertThat(twice.linear().coefficients()).containsExactly(doubled);
  }

  /** Levels by hour of the week and a slope per kelvin and mode, without noise. */
  @Test
  void towtRecoversItsOwnTruth() {
    HourlySample sample = BUILDING.sample(HourlyMethodsTest::timeOfWeek);
    assertAllBelow(1e-8, Towt.fit(sample).orThrow());
  }

  @Test
  void caltrackRecoversItsOwnTruth() {
    HourlySample sample = BUILDING.sample(HourlyMethodsTest::timeOfWeek);
    assertAllBelow(1e-8, CaltrackHourly.fit(sample).orThrow());
  }

  private static void assertAllBelow(double bound, ModelFit fit) {
    for (double residual : fit.linear().residuals()) {
      assertThat(residual).isCloseTo(0, within(bound));
    }
  }

  private static double timeOfWeek(Hour hour) {
    boolean occupied = hour.working() && hour.clock().getHour() >= 8 && hour.clock().getHour() < 18;
    return 10 + hour.hourOfWeek() % 7 + (occupied ? 500 : 0) - 2 * hour.celsius();
  }

  /** Day types, a change point at 12.34 °C with slopes by hour, and a July closure. */
  @Test
  void institutionRecoversItsOwnTruth() {
    HourlySample sample = BUILDING.sample(HourlyMethodsTest::institution);
    ModelFit fit = InstitutionHourly.fit(sample).orThrow();
    assertThat(fit.heatingChangePoint().orElseThrow()).isCloseTo(12.34, within(1e-6));
    assertThat(fit.coolingChangePoint()).isEmpty();
    assertAllBelow(1e-4, fit);
  }

  private static double institution(Hour hour) {
    int clock = hour.clock().getHour();
    double heating = Math.max(0, 12.34 - hour.mean());
    return hour.working()
        ? 100 + 7 * clock + (3 + 0.1 * clock) * heating
        : 40 + 2 * clock + 1.5 * heating;
  }

  /** Norway skips and repeats the hour from two to three: twice the daily regressors, no more. */
  @Test
  void institutionSumsHoursThatEveryDayHas() {
    HourlySample sample = BUILDING.sample(HourlyMethodsTest::institution);
    List<Regressor> regressors = InstitutionHourly.fit(sample).orThrow().regressors();
    int daily = regressors.size() / 2;
    assertThat(regressors.subList(0, daily)).noneMatch(r -> r.text().contains("HOURS"));
    assertThat(regressors.subList(daily, 2 * daily))
        .allMatch(r -> r.text().endsWith("*HOURS(1-7:2-3)"));
    assertThat(ClockHours.changing(ZoneId.of("Asia/Shanghai"), LocalDate.parse("2022-01-01")))
        .isEmpty();
    // New York repeats an earlier hour than it skips
    assertThat(ClockHours.changing(ZoneId.of("America/New_York"), LocalDate.parse("2022-01-01")))
        .containsExactly(1, 2);
  }

  @Test
  void institutionPredictsHours() {
    HourlySample sample = BUILDING.sample(HourlyMethodsTest::institution);
    InstitutionHourly.Predictor predictor =
        InstitutionHourly.predictor(sample, BUILDING.drivers()).orThrow();
    for (Hour hour : BUILDING.hours().subList(4000, 4100)) {
      assertThat(predictor.use(hour.clock().toLocalDate(), hour.clock().getHour()))
          .isCloseTo(institution(hour), within(1e-4));
    }
  }

  /** One hour in seventeen is missing: 1.5 of each day, at changing times. */
  @Test
  void gapsDoNotBiasInstitution() {
    HourlySample gaps =
        BUILDING.sample(
            HourlyMethodsTest::institution,
            hour -> (hour.clock().getDayOfYear() * 24 + hour.clock().getHour()) % 17 != 0);
    ModelFit fit = InstitutionHourly.fit(gaps).orThrow();
    assertThat(fit.rows()).hasSize(gaps.size());
    // use is between 40 and 400
    assertAllBelow(0.1, fit);
  }

  @Test
  void hoursNeverSeenBlock() {
    HourlySample sample =
        BUILDING.sample(HourlyMethodsTest::plain, hour -> hour.hourOfWeek() / 2 != 5);
    Checked<ModelFit> towt = Towt.fit(sample);
    assertThat(towt.value()).isEmpty();
    assertThat(towt.findings().list())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.code()).isEqualTo(FitFinding.UNSEEN_HOURS.code());
              assertThat(finding.arguments()).containsEntry("hours", "1:10-12");
            });
    assertThat(CaltrackHourly.fit(sample).findings().list()).hasSize(12);
  }

  @Test
  void anHourOfTheClockNeverSeenBlocks() {
    HourlySample sample =
        BUILDING.sample(HourlyMethodsTest::plain, hour -> hour.clock().getHour() != 3);
    Checked<ModelFit> fit = InstitutionHourly.fit(sample);
    assertThat(fit.value()).isEmpty();
    assertThat(fit.findings().list())
        .singleElement()
        .satisfies(finding -> assertThat(finding.code()).isEqualTo(FitFinding.TOO_FEW.code()));
  }

  /**
   * The same week over and over with a temperature per hour of the week: no slope is determined.
   */
  @Test
  void openSlopesAreNamedAndPredictionsHold() {
    HourlySample year = BUILDING.sample(HourlyMethodsTest::plain);
    double[] celsius = new double[year.size()];
    for (int i = 0; i < celsius.length; i++) {
      celsius[i] = year.hourOfWeek()[i] / 10.0;
    }
    HourlySample sample =
        new HourlySample(
            year.zone(), year.start(), year.use(), celsius, year.drivers(), year.dailyDrivers());
    Checked<ModelFit> fit = Towt.fit(sample);
    assertThat(fit.findings().list())
        .singleElement()
        .satisfies(finding -> assertThat(finding.code()).isEqualTo(FitFinding.OPEN_SLOPES.code()));
    // what is determined: the mean use of every hour of the week
    double[] residuals = fit.orThrow().linear().residuals();
    double[] sums = new double[168];
    for (int i = 0; i < residuals.length; i++) {
      sums[sample.hourOfWeek()[i]] += residuals[i];
    }
    assertThat(sums).containsExactly(new double[168], within(1e-8));
  }
}
