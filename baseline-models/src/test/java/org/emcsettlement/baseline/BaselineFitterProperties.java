package org.emcsettlement.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import org.emcsettlement.baseline.model.Rejection;
import org.emcsettlement.core.period.Period;

/** Laws of fitting: a known truth is found, and how the data are written down does not matter. */
class BaselineFitterProperties {

  private static final Period YEAR = Period.of(LocalDate.of(2024, 1, 1), LocalDate.of(2025, 1, 1));
  private static final Period TWO_YEARS =
      Period.of(LocalDate.of(2023, 1, 1), LocalDate.of(2025, 1, 1));

  private static Baseline fit(BaselineFitter fitter, Observations observations) {
    return fitter.fit(observations).orThrow();
  }

  private static void assertEstimate(Baseline baseline, int index, double truth) {
    assertThat(baseline.estimates().get(index).value())
        .isCloseTo(truth, within(1e-6 * (1 + Math.abs(truth))));
  }

  @Property(tries = 30)
  void aTwoSidedDailyTruthIsRecovered(
      @ForAll @LongRange(min = 0, max = 1_000_000) long seed,
      @ForAll @DoubleRange(min = 5, max = 14) double heating,
      @ForAll @DoubleRange(min = 18, max = 24) double cooling,
      @ForAll @DoubleRange(min = 1, max = 90) double below,
      @ForAll @DoubleRange(min = 1, max = 90) double above,
      @ForAll @DoubleRange(min = -2, max = 5) double perPerson) {
    KnownBuilding building = new KnownBuilding(seed, YEAR);
    Baseline baseline =
        fit(
            BaselineFitter.daily(),
            building.daily(
                date ->
                    1000
                        + below * KnownBuilding.positive(heating - building.temperature(date))
                        + above * KnownBuilding.positive(building.temperature(date) - cooling)
                        + perPerson * building.headcount(date),
                "HEADCOUNT"));
    assertThat(baseline.form()).isEqualTo("5P");
    assertThat(baseline.heatingChangePoint().orElseThrow()).isCloseTo(heating, within(1e-5));
    assertThat(baseline.coolingChangePoint().orElseThrow()).isCloseTo(cooling, within(1e-5));
    assertEstimate(baseline, 0, 1000);
    assertEstimate(baseline, 1, below);
    assertEstimate(baseline, 2, above);
    assertEstimate(baseline, 3, perPerson);
  }

  @Property(tries = 30)
  void degreeDayBasesOfBillsAreRecovered(
      @ForAll @LongRange(min = 0, max = 1_000_000) long seed,
      @ForAll @DoubleRange(min = 6, max = 14) double heating,
      @ForAll @DoubleRange(min = 18, max = 24) double cooling,
      @ForAll @DoubleRange(min = 1, max = 90) double below,
      @ForAll @DoubleRange(min = 1, max = 90) double above) {
    KnownBuilding building = new KnownBuilding(seed, TWO_YEARS);
    Baseline baseline =
        fit(
            BaselineFitter.billing(),
            building.bills(
                date ->
                    400
                        + below * KnownBuilding.positive(heating - building.temperature(date))
                        + above * KnownBuilding.positive(building.temperature(date) - cooling)));
    assertThat(baseline.form()).isEqualTo("HDD_CDD");
    assertThat(baseline.heatingChangePoint().orElseThrow()).isCloseTo(heating, within(1e-4));
    assertThat(baseline.coolingChangePoint().orElseThrow()).isCloseTo(cooling, within(1e-4));
    assertThat(baseline.estimates().get(0).value()).isCloseTo(400, within(1e-2));
  }

  private static ToDoubleFunction<LocalDate> noisy(KnownBuilding building, long seed) {
    Random random = new Random(seed + 1);
    double heating = 8 + 6 * random.nextDouble();
    double below = 30 * random.nextDouble();
    double cooling = 18 + 5 * random.nextDouble();
    double above = random.nextBoolean() ? 40 * random.nextDouble() : 0;
    double deviation = 5 + 60 * random.nextDouble();
    return date ->
        2000
            + below * KnownBuilding.positive(heating - building.temperature(date))
            + above * KnownBuilding.positive(building.temperature(date) - cooling)
            + deviation * building.noise(date);
  }

  /** The bound that spares the search of two-sided forms never changes what is chosen. */
  @Property(tries = 40)
  void searchingEverythingChoosesTheSame(@ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
    KnownBuilding building = new KnownBuilding(seed, YEAR);
    for (boolean daily : new boolean[] {true, false}) {
      Observations observations =
          daily ? building.daily(noisy(building, seed)) : building.bills(noisy(building, seed));
      BaselineFitter fitter = daily ? BaselineFitter.daily() : BaselineFitter.billing();
      BaselineFitter exhaustive =
          BaselineFitter.builder().resolution(observations.resolution()).exhaustive(true).build();
      Baseline quick = fit(fitter, observations);
      Baseline thorough = fit(exhaustive, observations);
      assertThat(quick.form()).isEqualTo(thorough.form());
      assertThat(quick.coefficients()).isEqualTo(thorough.coefficients());
      assertThat(quick.rejected().stream().map(Rejection::form))
          .containsExactlyElementsOf(thorough.rejected().stream().map(Rejection::form).toList());
    }
  }

  /** Canonical quantities are exact, so a meter in MWh gives the same bits as one in kWh. */
  @Property(tries = 20)
  void theUnitOfTheMeterDoesNotMatter(@ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
    KnownBuilding building = new KnownBuilding(seed, YEAR);
    ToDoubleFunction<LocalDate> use =
        date -> Math.rint(noisy(building, seed).applyAsDouble(date) * 1000) / 1000;
    Baseline kilowattHours = fit(BaselineFitter.daily(), building.daily(use));
    Baseline megawattHours = fit(BaselineFitter.daily(), building.inUnit("mwh", 1000).daily(use));
    assertThat(megawattHours.coefficients()).isEqualTo(kilowattHours.coefficients());
    assertThat(megawattHours.statisticsByName()).isEqualTo(kilowattHours.statisticsByName());
  }

  /** The declared sign holds in whatever is chosen. */
  @Property(tries = 40)
  void aDeclaredSignIsKept(
      @ForAll @LongRange(min = 0, max = 1_000_000) long seed,
      @ForAll @DoubleRange(min = -1, max = 1) double perPerson) {
    KnownBuilding building = new KnownBuilding(seed, YEAR);
    Observations free =
        building.daily(
            date ->
                noisy(building, seed).applyAsDouble(date) + perPerson * building.headcount(date));
    Observations signed =
        Observations.daily(
            building.use(
                date ->
                    noisy(building, seed).applyAsDouble(date)
                        + perPerson * building.headcount(date)),
            building.drivers(),
            List.of(new Driver("HEADCOUNT", java.util.Optional.of(1))),
            free.period(),
            List.of());
    BaselineFitter.daily()
        .fit(signed)
        .value()
        .ifPresent(
            baseline -> {
              List<Estimate> estimates = baseline.estimates();
              assertThat(estimates.get(estimates.size() - 1).value()).isNotNegative();
            });
  }
}
