package org.emcsettlement.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.emcsettlement.baseline.model.Rejection;
import org.emcsettlement.core.csv.TextSource;
import org.emcsettlement.core.finding.Checked;
import org.emcsettlement.core.finding.Effect;
import org.emcsettlement.core.finding.Finding;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.period.WorkCalendar;
import org.emcsettlement.core.series.DailyDrivers;
import org.emcsettlement.core.series.Occupancy;
import org.emcsettlement.core.series.Resolution;
import org.junit.jupiter.api.Test;

/** What is rejected or reported, and in which words. */
class BaselineFitterTest {

  private static final Period YEAR = Period.of(LocalDate.of(2024, 1, 1), LocalDate.of(2025, 1, 1));

  private final KnownBuilding building = new KnownBuilding(4, YEAR);

  private double heated(LocalDate date) {
    return 900
        + 25 * KnownBuilding.positive(12 - building.temperature(date))
        + 20 * building.noise(date);
  }

  private static List<String> codes(Findings findings) {
    return findings.stream().map(Finding::code).toList();
  }

  private static BaselineFitter daily(String method) {
    return BaselineFitter.builder().resolution(Resolution.DAILY).method(method).build();
  }

  private Observations with(List<Driver> drivers, ToDoubleFunction<LocalDate> use) {
    return Observations.daily(building.use(use), building.drivers(), drivers, YEAR, List.of());
  }

  @Test
  void everyOtherFormHasItsReason() {
    Baseline baseline = BaselineFitter.daily().fit(building.daily(this::heated)).orThrow();
    assertThat(baseline.form()).isEqualTo("3PH");
    assertThat(baseline.rejected().stream().map(Rejection::form))
        .containsExactly("1P", "2P", "3PC", "4P", "5P");
    assertThat(baseline.rejected().get(0).reason()).matches("BIC [0-9.]+ is above [0-9.]+ of 3PH");
    assertThat(baseline.rejected().get(0).reasonZh()).matches("BIC [0-9.]+ 高于 3PH 的 [0-9.]+");
    assertThat(baseline.rejected())
        .allSatisfy(rejection -> assertThat(rejection.reason()).isNotBlank());
  }

  /** Use that falls with headcount contradicts a declared plus: no form can be chosen. */
  @Test
  void aWrongSignRejectsTheFormWithItsReason() {
    Driver people = new Driver("HEADCOUNT", Optional.of(1));
    Checked<Baseline> checked =
        BaselineFitter.daily()
            .fit(with(List.of(people), date -> heated(date) - 3 * building.headcount(date)));
    assertThat(checked.value()).isEmpty();
    Finding finding =
        checked.findings().stream()
            .filter(f -> f.effect() == Effect.BLOCK)
            .findFirst()
            .orElseThrow();
    assertThat(finding.code()).isEqualTo("fit.no-candidate");
    assertThat(finding.en())
        .contains("3PH: the coefficient of HEADCOUNT is -")
        .contains("its declared sign is +");
    assertThat(finding.zh()).contains("所有候选模型都被否决");
  }

  @Test
  void clashingDriversAreNamedAndLeftOut() {
    Checked<Baseline> checked =
        BaselineFitter.daily()
            .fit(with(List.of(Driver.of("HEADCOUNT"), Driver.of("HEADCOUNT")), this::heated));
    assertThat(checked.orThrow().observations().covariates()).hasSize(1);
    Finding clash =
        checked.findings().stream()
            .filter(finding -> finding.code().equals("fit.clashing-columns"))
            .findFirst()
            .orElseThrow();
    assertThat(clash.en())
        .isEqualTo(
            "Driver HEADCOUNT is a linear combination of HEADCOUNT; it was left out of the"
                + " model.");
  }

  /** What never changed cannot be told from the constant; that makes no baseline provisional. */
  @Test
  void aDriverWithoutVariationIsNamedAndLeftOut() {
    DailyDrivers always =
        new DailyDrivers(
            building.drivers().temperature(),
            Occupancy.read(
                    TextSource.of(
                        "occupancy.csv", "start,end,headcount\n2000-01-01,2050-01-01,412\n"),
                    new FindingCollector())
                .orElseThrow(),
            building.drivers().calendar());
    Observations observations =
        Observations.daily(
            building.use(this::heated), always, List.of(Driver.of("HEADCOUNT")), YEAR, List.of());
    Checked<Baseline> checked = BaselineFitter.daily().fit(observations);
    assertThat(checked.orThrow().observations().covariates()).isEmpty();
    Finding constant =
        checked.findings().stream()
            .filter(finding -> finding.code().equals("fit.constant-driver"))
            .findFirst()
            .orElseThrow();
    assertThat(constant.effect()).isEqualTo(Effect.NOTE);
    assertThat(constant.en()).startsWith("Driver HEADCOUNT is 412 throughout ");
    assertThat(checked.findings().stream().map(Finding::code))
        .doesNotContain("fit.clashing-columns");
  }

  @Test
  void daysWithoutADriverAreLeftOutWithAFinding() {
    DailyDrivers nobody =
        new DailyDrivers(
            building.drivers().temperature(), Occupancy.none(), WorkCalendar.mainlandChina());
    Checked<Baseline> checked =
        BaselineFitter.daily()
            .fit(
                Observations.daily(
                    building.use(this::heated),
                    nobody,
                    List.of(Driver.of("HEADCOUNT")),
                    YEAR,
                    List.of()));
    assertThat(checked.value()).isEmpty();
    assertThat(codes(checked.findings()))
        .containsExactly("occupancy.gap", "fit.too-few-observations");
  }

  @Test
  void aNamedFormIsFittedAlone() {
    Baseline baseline = daily("2P").fit(building.daily(this::heated)).orThrow();
    assertThat(baseline.form()).isEqualTo("2P");
    assertThat(baseline.rejected()).isEmpty();
  }

  @Test
  void anUnknownMethodIsTheCallersMistake() {
    assertThatThrownBy(() -> daily("6P").fit(building.daily(this::heated)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("method \"6P\" is unknown for DAILY data; known: auto, 1P, 2P");
    assertThatThrownBy(() -> BaselineFitter.billing().fit(building.daily(this::heated)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("observations are DAILY, the fitter is for BILLING");
  }

  @Test
  void moreThanEightDriversAreTheCallersMistake() {
    List<Driver> nine = java.util.Collections.nCopies(9, Driver.of("HEADCOUNT"));
    assertThatThrownBy(() -> BaselineFitter.daily().fit(with(nine, this::heated)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("drivers 9 exceed the most, 8");
  }

  /** The slope on mean temperatures is biased, so the form serves comparison only. */
  @Test
  void meanTemperatureFormsHaveTheirOwnNameAndAreNeverFrozen() {
    Baseline baseline =
        BaselineFitter.builder()
            .resolution(Resolution.BILLING)
            .method("mean-temperature")
            .build()
            .fit(building.bills(this::heated))
            .orThrow();
    assertThat(baseline.method()).startsWith("mean-temperature-");
    assertThat(codes(baseline.findings())).contains("fit.mean-temperature");
    assertThatThrownBy(() -> baseline.freeze("b", Optional.empty()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("cannot be frozen");
  }

  @Test
  void tooLittleDataIsSaid() {
    KnownBuilding quarter =
        new KnownBuilding(4, Period.of(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 4, 1)));
    Baseline baseline =
        BaselineFitter.daily()
            .fit(
                quarter.daily(
                    date ->
                        900
                            + 25 * KnownBuilding.positive(12 - quarter.temperature(date))
                            + 20 * quarter.noise(date)))
            .orThrow();
    assertThat(codes(baseline.findings())).contains("fit.short-period", "fit.few-observations");
  }

  @Test
  void useThatNeverChangesIsSaid() {
    Baseline baseline = BaselineFitter.daily().fit(building.daily(date -> 500.0)).orThrow();
    assertThat(baseline.form()).isEqualTo("1P");
    assertThat(codes(baseline.findings())).contains("fit.constant-use");
  }

  @Test
  void autocorrelatedErrorsReduceTheEffectiveObservations() {
    double[] error = new double[1];
    Random random = new Random(3);
    Baseline baseline =
        BaselineFitter.daily()
            .fit(
                building.daily(
                    date -> {
                      error[0] = 0.8 * error[0] + 20 * random.nextGaussian();
                      return 900
                          + 25 * KnownBuilding.positive(12 - building.temperature(date))
                          + error[0];
                    }))
            .orThrow();
    assertThat(codes(baseline.findings())).contains("fit.autocorrelation");
    assertThat(baseline.statistics().effectiveObservations()).isBetween(20.0, 80.0);
  }

  @Test
  void aBuildingWithoutAStationIsItsMean() {
    DailyDrivers indoors =
        new DailyDrivers(Optional.empty(), Occupancy.none(), WorkCalendar.mainlandChina());
    Observations observations =
        Observations.daily(building.use(this::heated), indoors, List.of(), YEAR, List.of());
    Baseline baseline = BaselineFitter.daily().fit(observations).orThrow();
    assertThat(baseline.form()).isEqualTo("1P");
    FrozenBaseline frozen = baseline.freeze("b", Optional.of("station"));
    assertThat(frozen.station()).isEmpty();
    assertThat(frozen.validity()).isEmpty();
  }

  /** A mean residual of zero can be asked of least squares, not of weights that forgive. */
  @Test
  void theMethodNamesItsCriteria() {
    assertThat(BaselineFitter.daily().criteriaInForce().name()).isEqualTo("ashrae-14-daily");
    assertThat(
            BaselineFitter.builder()
                .from(BaselineFitter.daily())
                .method("institution-daily")
                .build()
                .criteriaInForce()
                .name())
        .isEqualTo("emc-forgiving-daily");
  }
}
