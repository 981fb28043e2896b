package org.emcsettlement.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.LongRange;
import org.emcsettlement.baseline.LawBuilding.Hour;
import org.emcsettlement.baseline.judge.FitFinding;
import org.emcsettlement.baseline.model.Regressor;
import org.emcsettlement.baseline.uncertainty.SavingsUncertainty;
import org.emcsettlement.core.csv.TextSource;
import org.emcsettlement.core.finding.Checked;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.quantity.Rational;
import org.emcsettlement.core.series.DailyDrivers;
import org.emcsettlement.core.series.Resolution;

/**
 * What holds for every model, whatever its method. A class per method extends this one; figures
 * travel the way they do in a settlement: files, fit, freeze, regressor sums.
 */
abstract class ModelLaws {

  private static final double ROUNDING = 1e-6;

  private final String method;
  private final Resolution resolution;

  ModelLaws(String method, Resolution resolution) {
    this.method = method;
    this.resolution = resolution;
  }

  /** The adjusted baseline of the reporting period with its half-width [GJ]. */
  record Prediction(FrozenBaseline frozen, double use, double halfWidth) {}

  private BaselineFitter fitter() {
    return BaselineFitter.builder().resolution(resolution).method(method).build();
  }

  Prediction predict(LawBuilding building, ToDoubleFunction<Hour> use) {
    Observations observations = building.observations(use, resolution, LawBuilding.BASELINE);
    FrozenBaseline frozen =
        fitter().fit(observations).orThrow().freeze("baseline", Optional.of("weather"));
    return predict(frozen, building.drivers());
  }

  private static Prediction predict(FrozenBaseline frozen, DailyDrivers drivers) {
    return over(frozen, drivers, LawBuilding.REPORTING);
  }

  private static Prediction over(FrozenBaseline frozen, DailyDrivers drivers, Period period) {
    List<LocalDate> days = period.dates().toList();
    List<Rational> sums = new java.util.ArrayList<>();
    for (Regressor regressor : frozen.regressors()) {
      sums.add(Rational.of(regressor.over(drivers, days).orElseThrow()));
    }
    BigDecimal halfWidth =
        new SavingsUncertainty(frozen.errors().orElseThrow()).regression(sums, days.size());
    return new Prediction(frozen, frozen.predict(sums).toDouble(), halfWidth.doubleValue());
  }

  /** Linear in temperature, so that every form can hold it. */
  static double truth(Hour hour) {
    return 90 - 4 * hour.celsius();
  }

  static ToDoubleFunction<Hour> noisy(double deviation) {
    return hour -> truth(hour) + deviation * hour.noise();
  }

  @Property(tries = 3, shrinking = ShrinkingMode.OFF)
  void aPerfectlyLinearTruthIsRecovered(@ForAll @LongRange(min = 0, max = 99_999) long seed) {
    LawBuilding building = new LawBuilding(seed);
    double expected = building.total(ModelLaws::truth, LawBuilding.REPORTING);
    Prediction prediction = predict(building, ModelLaws::truth);
    assertThat(prediction.use()).isCloseTo(expected, within(1e-4 * expected));
    assertThat(prediction.halfWidth()).isLessThan(1e-3 * expected);
  }

  @Property(tries = 3, shrinking = ShrinkingMode.OFF)
  void scalingUseScalesPredictionsAndIntervals(
      @ForAll @LongRange(min = 0, max = 99_999) long seed) {
    LawBuilding building = new LawBuilding(seed);
    Prediction once = predict(building, noisy(20));
    Prediction eightfold = predict(building, hour -> 8 * noisy(20).applyAsDouble(hour));
    assertSame(eightfold.use(), 8 * once.use());
    assertSame(eightfold.halfWidth(), 8 * once.halfWidth());
  }

  @Property(tries = 3, shrinking = ShrinkingMode.OFF)
  void unitsOfUseDoNotMatter(@ForAll @LongRange(min = 0, max = 99_999) long seed) {
    Prediction kilowattHours = predict(new LawBuilding(seed), noisy(20));
    Prediction gigajoules = predict(new LawBuilding(seed).inGigajoule(), noisy(20));
    assertThat(gigajoules.frozen().coefficients()).isEqualTo(kilowattHours.frozen().coefficients());
    assertThat(gigajoules.frozen().errors()).isEqualTo(kilowattHours.frozen().errors());
  }

  /** Degrees Fahrenheit are kept to a millionth of a degree Celsius. */
  @Property(tries = 3, shrinking = ShrinkingMode.OFF)
  void thermometersDoNotMatter(@ForAll @LongRange(min = 0, max = 99_999) long seed) {
    Prediction celsius = predict(new LawBuilding(seed), noisy(20));
    Prediction fahrenheit = predict(new LawBuilding(seed).inFahrenheit(), noisy(20));
    assertThat(fahrenheit.use()).isCloseTo(celsius.use(), within(2e-5 * celsius.use()));
    assertThat(fahrenheit.halfWidth())
        .isCloseTo(celsius.halfWidth(), within(2e-3 * celsius.halfWidth()));
  }

  @Property(tries = 3, shrinking = ShrinkingMode.OFF)
  void orderOfRowsDoesNotMatter(@ForAll @LongRange(min = 0, max = 99_999) long seed) {
    Prediction ordered = predict(new LawBuilding(seed), noisy(20));
    Prediction shuffled = predict(new LawBuilding(seed).shuffled(), noisy(20));
    assertThat(shuffled.frozen()).isEqualTo(ordered.frozen());
  }

  @Property(tries = 3, shrinking = ShrinkingMode.OFF)
  void aConstantAddedToUseIsAddedToPredictions(
      @ForAll @LongRange(min = 0, max = 99_999) long seed) {
    LawBuilding building = new LawBuilding(seed);
    Prediction before = predict(building, noisy(20));
    Prediction after = predict(building, hour -> noisy(20).applyAsDouble(hour) + 50);
    double added = building.total(hour -> 50, LawBuilding.REPORTING);
    assertThat(after.use()).isCloseTo(before.use() + added, within(ROUNDING * after.use()));
    assertThat(after.halfWidth()).isCloseTo(before.halfWidth(), within(1e-4 * before.halfWidth()));
  }

  @Property(tries = 2, shrinking = ShrinkingMode.OFF)
  void moreNoiseWidensTheInterval(@ForAll @LongRange(min = 0, max = 99_999) long seed) {
    LawBuilding building = new LawBuilding(seed);
    double little = predict(building, noisy(5)).halfWidth();
    double more = predict(building, noisy(20)).halfWidth();
    assertThat(more).isGreaterThan(little);
  }

  @Property(tries = 2, shrinking = ShrinkingMode.OFF)
  void aColderYearNeedsMoreHeat(@ForAll @LongRange(min = 0, max = 99_999) long seed) {
    LawBuilding building = new LawBuilding(seed);
    FrozenBaseline frozen = predict(building, noisy(10)).frozen();
    // 30 days of January and 30 of May
    double cold = over(frozen, building.drivers(), Period.parse("2024-01-01/2024-01-31")).use();
    double mild = over(frozen, building.drivers(), Period.parse("2024-05-01/2024-05-31")).use();
    assertThat(cold).isGreaterThan(mild);
  }

  @Property(tries = 2, shrinking = ShrinkingMode.OFF)
  void aWrittenBaselinePredictsTheSame(@ForAll @LongRange(min = 0, max = 99_999) long seed) {
    LawBuilding building = new LawBuilding(seed);
    Prediction prediction = predict(building, noisy(20));
    FrozenBaseline read =
        FrozenBaselineFile.read(
                TextSource.of("b.json", FrozenBaselineFile.write(prediction.frozen())),
                new FindingCollector())
            .orElseThrow();
    assertThat(read).isEqualTo(prediction.frozen());
    assertThat(read.digest()).isEqualTo(prediction.frozen().digest());
  }

  @Property(tries = 2, shrinking = ShrinkingMode.OFF)
  void aDuplicateDriverIsNamedNotFitted(@ForAll @LongRange(min = 0, max = 99_999) long seed) {
    LawBuilding building = new LawBuilding(seed).withDuplicateDriver();
    Observations observations =
        building.observations(
            noisy(20), resolution, LawBuilding.BASELINE, DailyDrivers.WORKDAY, "OPEN");
    Checked<Baseline> fit = fitter().fit(observations);
    assertThat(fit.findings().stream())
        .anySatisfy(
            finding -> {
              assertThat(finding.code()).isEqualTo(FitFinding.CLASHING_COLUMNS.code());
              assertThat(finding.en()).contains("OPEN").contains("WORKDAY");
            });
    assertThat(fit.orThrow().estimates())
        .noneMatch(estimate -> estimate.regressor().toString().contains("OPEN"));
  }

  private static void assertSame(double actual, double expected) {
    assertThat(actual).isCloseTo(expected, within(ROUNDING * Math.abs(expected)));
  }
}
