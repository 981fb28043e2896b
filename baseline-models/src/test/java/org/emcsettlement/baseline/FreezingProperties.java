package org.emcsettlement.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.apache.commons.math3.stat.regression.OLSMultipleLinearRegression;
import org.emcsettlement.core.csv.TextSource;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.quantity.Rational;

/** Laws of frozen baselines: close to the fit, linear in days, the same after writing. */
class FreezingProperties {

  private static final Period YEAR = Period.of(LocalDate.of(2023, 7, 1), LocalDate.of(2024, 7, 1));

  private static KnownBuilding building(long seed) {
    return new KnownBuilding(seed, YEAR);
  }

  private static Observations observations(KnownBuilding building, long seed) {
    Random random = new Random(seed + 5);
    double below = 40 * random.nextDouble();
    double above = 40 * random.nextDouble();
    double deviation = 80 * random.nextDouble();
    return building.daily(
        date ->
            800
                + below * KnownBuilding.positive(11.3 - building.temperature(date))
                + above * KnownBuilding.positive(building.temperature(date) - 21.7)
                + 1.5 * building.headcount(date)
                + 120 * building.workday(date)
                + deviation * building.noise(date),
        "HEADCOUNT",
        "WORKDAY");
  }

  private static List<Rational> sums(
      FrozenBaseline baseline, KnownBuilding building, List<LocalDate> days) {
    return baseline.regressors().stream()
        .map(regressor -> Rational.of(regressor.over(building.drivers(), days).orElseThrow()))
        .toList();
  }

  private static BigDecimal halfUnit(BigDecimal coefficient) {
    return BigDecimal.ONE.movePointLeft(coefficient.scale()).divide(BigDecimal.valueOf(2));
  }

  /**
   * |frozen − refitted| ≤ Σ_j ½·10^(−d_j)·|X_j| for the sums X over any days, with the refit by
   * Commons Math at the rounded change points; its own rounding is allowed for with 1e-12 of the
   * terms.
   */
  @Property(tries = 40)
  void roundingCoefficientsCostsNoMoreThanHalfTheirLastDigit(
      @ForAll @LongRange(min = 0, max = 1_000_000) long seed,
      @ForAll @IntRange(min = 1, max = 366) int length) {
    KnownBuilding building = building(seed);
    Observations observations = observations(building, seed);
    FrozenBaseline frozen =
        BaselineFitter.daily().fit(observations).orThrow().freeze("b", Optional.of("s"));
    double[] refitted = refit(frozen, building, observations);
    List<LocalDate> days = YEAR.dates().limit(length).toList();
    List<Rational> sums = sums(frozen, building, days);
    double exact = 0;
    double allowed = 0;
    for (int j = 0; j < refitted.length; j++) {
      double sum = sums.get(j).toDouble();
      exact += refitted[j] * sum;
      allowed +=
          halfUnit(frozen.coefficients().get(j).value()).doubleValue() * Math.abs(sum)
              + 1e-12 * Math.abs(refitted[j] * sum);
    }
    assertThat(Math.abs(frozen.predict(sums).toDouble() - exact)).isLessThanOrEqualTo(allowed);
  }

  private static double[] refit(
      FrozenBaseline frozen, KnownBuilding building, Observations observations) {
    List<LocalDate> days = YEAR.dates().toList();
    double[] value = new double[days.size()];
    double[][] rows = new double[days.size()][];
    for (int i = 0; i < value.length; i++) {
      List<Rational> sums = sums(frozen, building, days.subList(i, i + 1));
      value[i] = observations.rows().get(i).usePerDay();
      rows[i] = sums.stream().skip(1).mapToDouble(Rational::toDouble).toArray();
    }
    OLSMultipleLinearRegression peer = new OLSMultipleLinearRegression();
    peer.newSampleData(value, rows);
    return peer.estimateRegressionParameters();
  }

  /** The baseline of a period is exactly the sum of the baselines of its parts. */
  @Property(tries = 20)
  void predictionsAddUpExactly(
      @ForAll @LongRange(min = 0, max = 1_000_000) long seed,
      @ForAll @IntRange(min = 1, max = 365) int cut) {
    KnownBuilding building = building(seed);
    FrozenBaseline frozen =
        BaselineFitter.daily()
            .fit(observations(building, seed))
            .orThrow()
            .freeze("b", Optional.of("s"));
    List<LocalDate> days = YEAR.dates().toList();
    Rational whole = frozen.predict(sums(frozen, building, days));
    Rational parts =
        frozen
            .predict(sums(frozen, building, days.subList(0, cut)))
            .plus(frozen.predict(sums(frozen, building, days.subList(cut, days.size()))));
    assertThat(parts).isEqualTo(whole);
    List<Rational> conditions = new ArrayList<>();
    for (int j = 0; j < frozen.coefficients().size(); j++) {
      Rational sum = Rational.ZERO;
      for (MonthConditions month : frozen.conditions()) {
        sum = sum.plus(Rational.of(month.sums().get(j)));
      }
      conditions.add(sum);
    }
    assertThat(frozen.predict(conditions)).isEqualTo(whole);
  }

  @Property(tries = 20)
  void writingAndReadingKeepsTheIdentity(@ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
    KnownBuilding building = building(seed);
    FrozenBaseline frozen =
        BaselineFitter.daily()
            .fit(observations(building, seed))
            .orThrow()
            .freeze("main", Optional.of("s"));
    FindingCollector findings = new FindingCollector();
    FrozenBaseline read =
        FrozenBaselineFile.read(
                TextSource.of("baselines/main.json", FrozenBaselineFile.write(frozen)), findings)
            .orElseThrow();
    assertThat(findings.findings()).isEmpty();
    assertThat(read).isEqualTo(frozen);
    assertThat(read.digest()).isEqualTo(frozen.digest());
  }
}
