package org.emcsettlement.baseline.savings;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.emcsettlement.baseline.FrozenBaseline;
import org.emcsettlement.baseline.judge.StudentsT;
import org.emcsettlement.baseline.uncertainty.ErrorStructure;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.core.quantity.Rational;

/** Laws of savings as quantities, with models and days of a seed. */
class SavingsProperties {

  private static final Period YEAR = Period.parse("2023-01-01/2024-01-01");
  private static final Period QUARTER = Period.parse("2023-01-01/2023-04-01");

  private static FrozenBaseline model(long seed) {
    return model(seed, "0.90");
  }

  /** A model whose t belongs to a confidence level; all else is of the seed alone. */
  private static FrozenBaseline model(long seed, String confidence) {
    Random random = new Random(seed);
    Map<String, String> coefficients = new LinkedHashMap<>();
    for (String regressor :
        List.of(
            "DAYS",
            "DEGREES_BELOW(16.00)",
            "DEGREES_ABOVE(22.50)",
            "HEADCOUNT_DAYS",
            "DAYTYPE(WORKDAY)")) {
      coefficients.put(regressor, BigDecimal.valueOf(random.nextInt(100_000), 3).toPlainString());
    }
    double t = StudentsT.quantile(new BigDecimal(confidence).doubleValue(), 22);
    ErrorStructure errors =
        ErrorStructure.builder()
            .from(
                Site.errors(
                    String.valueOf(1 + random.nextInt(900)), "0.01", "0.001", "0.002", "0", "0.03"))
            .quantile(BigDecimal.valueOf(t))
            .confidence(new BigDecimal(confidence))
            .build();
    return Site.model("m" + seed, Optional.of(errors), coefficients);
  }

  private static BigDecimal halfWidth(Savings savings, IntervalMethod method) {
    return savings.interval(method).orElseThrow().halfWidth();
  }

  @Property(tries = 50)
  void avoidedUseAddsUpOverDisjointPeriods(
      @ForAll @LongRange(min = 0, max = 1_000_000) long seed,
      @ForAll @IntRange(min = 1, max = 89) int cut) {
    Site site = Site.random(seed, QUARTER);
    LocalDate at = QUARTER.start().plusDays(cut);
    Savings whole = avoided(site, QUARTER, seed);
    Savings first = avoided(site, Period.of(QUARTER.start(), at), seed);
    Savings second = avoided(site, Period.of(at, QUARTER.end()), seed);
    assertThat(first.savings().plus(second.savings())).isEqualTo(whole.savings());
    assertThat(first.days() + second.days()).isEqualTo(whole.days());
  }

  private static Savings avoided(Site site, Period period, long seed) {
    return AvoidedUse.of(model(seed), site.drivers(), site.measured(), period).orThrow();
  }

  /** It does not matter on which side a day is missing; both sums are those of the other days. */
  @Property(tries = 50)
  void aDayMissingOnEitherSideChangesBothSumsAlike(
      @ForAll @LongRange(min = 0, max = 1_000_000) long seed,
      @ForAll @IntRange(min = 1, max = 88) int missing) {
    LocalDate date = QUARTER.start().plusDays(missing);
    Site without = Site.random(seed, QUARTER);
    without.use.remove(date);
    Site cold = Site.random(seed, QUARTER);
    cold.temperature.remove(date);
    Site empty = Site.random(seed, QUARTER);
    empty.headcount.remove(date);
    Savings noUse = avoided(without, QUARTER, seed);
    Savings noTemperature = avoided(cold, QUARTER, seed);
    Savings noHeadcount = avoided(empty, QUARTER, seed);
    Site whole = Site.random(seed, QUARTER);
    Savings before = avoided(whole, Period.of(QUARTER.start(), date), seed);
    Savings after = avoided(whole, Period.of(date.plusDays(1), QUARTER.end()), seed);
    assertThat(noUse.baselineUse()).isEqualTo(before.baselineUse().plus(after.baselineUse()));
    assertThat(noUse.reportingUse()).isEqualTo(before.reportingUse().plus(after.reportingUse()));
    for (Savings other : List.of(noTemperature, noHeadcount)) {
      assertThat(other.baselineUse()).isEqualTo(noUse.baselineUse());
      assertThat(other.reportingUse()).isEqualTo(noUse.reportingUse());
      assertThat(other.intervals()).isEqualTo(noUse.intervals());
      assertThat(other.days()).isEqualTo(QUARTER.days() - 1);
    }
  }

  /** 1 kWh = 0.0036 GJ = 0.001 MWh exactly; rows may come in any order. */
  @Property(tries = 30)
  void unitsAndOrderChangeNothing(@ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
    Site site = Site.random(seed, QUARTER);
    FrozenBaseline model =
        FrozenBaseline.builder().from(model(seed)).commodity(Commodity.HEAT).build();
    List<Savings> savings = new ArrayList<>();
    for (String[] unit : new String[][] {{"kwh", "1"}, {"gj", "0.0036"}, {"mwh", "0.001"}}) {
      MeasuredUse use =
          site.measured(Commodity.HEAT, unit[0], unit[1], site.shuffledDays(seed + savings.size()));
      savings.add(AvoidedUse.of(model, site.drivers(), use, QUARTER).orThrow());
    }
    assertThat(savings.get(1)).isEqualTo(savings.get(0));
    assertThat(savings.get(2)).isEqualTo(savings.get(0));
    Rational kilowattHours = avoided(site, QUARTER, seed).reportingUse();
    assertThat(savings.get(0).reportingUse())
        .isEqualTo(kilowattHours.times(Rational.parse("0.0036")));
  }

  @Property(tries = 30)
  void moreConfidenceIsAWiderInterval(
      @ForAll @LongRange(min = 0, max = 1_000_000) long seed,
      @ForAll @IntRange(min = 50, max = 98) int percent) {
    Site site = Site.random(seed, QUARTER);
    Savings less =
        AvoidedUse.of(model(seed, "0." + percent), site.drivers(), site.measured(), QUARTER)
            .orThrow();
    Savings more =
        AvoidedUse.of(model(seed, "0." + (percent + 1)), site.drivers(), site.measured(), QUARTER)
            .orThrow();
    for (IntervalMethod method : IntervalMethod.values()) {
      assertThat(halfWidth(more, method)).isGreaterThan(halfWidth(less, method));
    }
  }

  private static NormalYear year(long seed) {
    return NormalYear.of(Site.random(seed, YEAR).drivers(), YEAR);
  }

  @Property(tries = 20)
  void aModelSavesNothingAgainstItself(@ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
    Savings savings = NormalisedSavings.of(model(seed), model(seed), year(seed)).orThrow();
    assertThat(savings.savings()).isEqualTo(Rational.ZERO);
    assertThat(savings.baselineUse()).isEqualTo(savings.reportingUse());
    for (IntervalMethod method : IntervalMethod.values()) {
      assertThat(halfWidth(savings, method)).isEqualByComparingTo(BigDecimal.ZERO);
    }
  }

  /** Savings and their error depend on the ends alone, whatever models lie between. */
  @Property(tries = 20)
  void aChainTelescopes(
      @ForAll @LongRange(min = 0, max = 1_000_000) long seed,
      @ForAll @IntRange(min = 1, max = 5) int steps) {
    List<NormalisedSavings.Step> chain = new ArrayList<>();
    for (int k = 0; k < steps; k++) {
      chain.add(new NormalisedSavings.Step(model(seed + k), model(seed + k + 1)));
    }
    NormalYear year = year(seed);
    Savings chained = NormalisedSavings.chained(chain, year).orThrow();
    Savings direct = NormalisedSavings.of(model(seed), model(seed + steps), year).orThrow();
    assertThat(chained.savings()).isEqualTo(direct.savings());
    assertThat(chained.baselineUse()).isEqualTo(direct.baselineUse());
    assertThat(chained.reportingUse()).isEqualTo(direct.reportingUse());
    assertThat(chained.intervals()).isEqualTo(direct.intervals());
  }

  /** Turning the comparison round turns the sign and keeps the width. */
  @Property(tries = 20)
  void normalisedSavingsAreAntisymmetric(@ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
    NormalYear year = year(seed);
    Savings there = NormalisedSavings.of(model(seed), model(seed + 1), year).orThrow();
    Savings back = NormalisedSavings.of(model(seed + 1), model(seed), year).orThrow();
    assertThat(back.savings()).isEqualTo(there.savings().negated());
    assertThat(halfWidth(back, IntervalMethod.REGRESSION))
        .isEqualByComparingTo(halfWidth(there, IntervalMethod.REGRESSION));
  }

  /** The average of two histories is the mean of the normal years of each. */
  @Property(tries = 20)
  void aNormalYearIsTheMeanOfItsYears(@ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
    Period both = Period.parse("2023-01-01/2025-01-01");
    Site site = Site.random(seed, both);
    List<Rational> mean =
        NormalYear.of(site.drivers(), both).conditions(model(seed)).orThrow().sums();
    List<Rational> first =
        NormalYear.of(site.drivers(), YEAR).conditions(model(seed)).orThrow().sums();
    List<Rational> second =
        NormalYear.of(site.drivers(), Period.parse("2024-01-01/2025-01-01"))
            .conditions(model(seed))
            .orThrow()
            .sums();
    for (int j = 0; j < mean.size(); j++) {
      assertThat(mean.get(j).times(Rational.of(2))).isEqualTo(first.get(j).plus(second.get(j)));
    }
  }

  /** FSU = √ΣU²/ΣS, whatever the order of the sites; alone, a site is itself. */
  @Property(tries = 20)
  void aPortfolioAddsSavingsAndSquaresOfErrors(
      @ForAll @LongRange(min = 0, max = 1_000_000) long seed,
      @ForAll @IntRange(min = 1, max = 5) int count) {
    List<Savings> sites = new ArrayList<>();
    Rational sum = Rational.ZERO;
    double squares = 0;
    for (int i = 0; i < count; i++) {
      Savings site = avoided(Site.random(seed + i, QUARTER), QUARTER, seed + i);
      sites.add(site);
      sum = sum.plus(site.savings());
      squares += Math.pow(halfWidth(site, IntervalMethod.REGRESSION).doubleValue(), 2);
    }
    PortfolioSavings portfolio = PortfolioSavings.of(sites);
    assertThat(portfolio.savings()).isEqualTo(sum);
    assertThat(portfolio.sites()).isEqualTo(count);
    SavingsInterval interval = portfolio.intervals().get(0);
    assertThat(interval.method()).isEqualTo(IntervalMethod.REGRESSION);
    assertThat(interval.fractionalUncertainty().orElseThrow().doubleValue())
        .isCloseTo(
            Math.sqrt(squares) / Math.abs(sum.toDouble()),
            org.assertj.core.api.Assertions.withinPercentage(1e-7));
    Collections.shuffle(sites, new Random(seed));
    assertThat(PortfolioSavings.of(sites)).isEqualTo(portfolio);
    if (count == 1) {
      assertThat(portfolio.intervals()).isEqualTo(sites.get(0).intervals());
    }
  }
}
