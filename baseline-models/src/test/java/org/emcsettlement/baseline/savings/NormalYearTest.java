package org.emcsettlement.baseline.savings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.emcsettlement.baseline.FrozenBaseline;
import org.emcsettlement.baseline.uncertainty.ErrorStructure;
import org.emcsettlement.core.finding.Checked;
import org.emcsettlement.core.finding.Finding;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.quantity.Rational;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two years, the second one a leap year: Januaries of 5 and 25 °C, all other days 20 °C. */
class NormalYearTest {

  private static final Period HISTORY = Period.parse("2023-01-01/2025-01-01");

  private final Site site = new Site();

  @BeforeEach
  void twoYears() {
    for (LocalDate date : HISTORY.dates().toList()) {
      String january = date.getYear() == 2023 ? "5" : "25";
      site.temperature.put(date, new BigDecimal(date.getMonthValue() == 1 ? january : "20"));
    }
  }

  private static FrozenBaseline model(String... regressorsAndValues) {
    return model(Optional.empty(), regressorsAndValues);
  }

  private static FrozenBaseline model(Optional<ErrorStructure> errors, String... parts) {
    Map<String, String> coefficients = new LinkedHashMap<>();
    for (int i = 0; i < parts.length; i += 2) {
      coefficients.put(parts[i], parts[i + 1]);
    }
    return Site.model("m" + String.join("-", parts).hashCode(), errors, coefficients);
  }

  private static final FrozenBaseline DEGREES =
      model("DAYS", "1", "DEGREES_BELOW(15.00)", "1", "DEGREES_ABOVE(15.00)", "1");

  private NormalYear year() {
    return NormalYear.of(site.drivers(), HISTORY);
  }

  /**
   * January has (310 + 0)/2 = 155 K·d below 15 °C although its mean temperature is 15 °C; above,
   * the other 334 days add 5 K each. The leap day is no day of the normal year.
   */
  @Test
  void degreeDaysAreAveragedNotTemperatures() {
    Conditions conditions = year().conditions(DEGREES).orThrow();
    assertThat(conditions.days()).isEqualTo(365);
    assertThat(conditions.sums())
        .containsExactly(Rational.of(365), Rational.of(155), Rational.of(155 + 5 * 334));
  }

  @Test
  void oneYearIsTakenAsItIs() {
    Conditions conditions =
        NormalYear.of(site.drivers(), Period.parse("2024-01-01/2025-01-01"))
            .conditions(DEGREES)
            .orThrow();
    assertThat(conditions.sums())
        .containsExactly(Rational.of(365), Rational.ZERO, Rational.of(10 * 31 + 5 * 334));
  }

  /** Without the January of 2024 that of 2023 stands alone. */
  @Test
  void aMonthThatLacksMoreThanATenthIsLeftOutAndNamed() {
    for (int day = 1; day <= 4; day++) {
      site.temperature.remove(LocalDate.of(2024, 1, day));
    }
    Checked<Conditions> conditions = year().conditions(DEGREES);
    assertThat(conditions.orThrow().sums().get(1)).isEqualTo(Rational.of(310));
    assertThat(conditions.findings().list()).hasSize(1);
    Finding gap = conditions.findings().list().get(0);
    assertThat(gap.code()).isEqualTo("quantity.normal-year-gap");
    assertThat(gap.en()).contains("2024-01").doesNotContain("2023-01,");
  }

  /**
   * Of the January of 2023 (5 °C) 28 days are left: 280 K·d, taken as 280·31/28 = 310. The day that
   * follows a gap has no lagged temperature either; a first of January without its eve is no harm.
   */
  @Test
  void aTenthOfAMonthMayBeMissing() {
    for (int day = 1; day <= 3; day++) {
      site.temperature.remove(LocalDate.of(2023, 1, day));
    }
    Checked<Conditions> conditions = year().conditions(DEGREES);
    assertThat(conditions.orThrow().sums().get(1)).isEqualTo(Rational.of(155));
    assertThat(conditions.findings().list().get(0).code()).isEqualTo("quantity.normal-year-days");
    assertThat(conditions.findings().list().get(0).en()).startsWith("3 days");
    NormalYear cold = NormalYear.of(site.drivers(), Period.parse("2024-01-01/2025-01-01"));
    assertThat(cold.conditions(model("DEGREES_BELOW(21.00,0.30)", "1")).orThrow().sums().get(0))
        .isEqualTo(februaryAfterAWarmJanuary());
  }

  /** 1 February 2024 feels 0.7·20 + 0.3·25 = 21.5 °C, above 21; all other days of 20 °C give 1. */
  private static Rational februaryAfterAWarmJanuary() {
    return Rational.of(334 - 1);
  }

  @Test
  void everyCalendarMonthNeedsOneYear() {
    Checked<Conditions> half =
        NormalYear.of(site.drivers(), Period.parse("2023-01-01/2023-12-15")).conditions(DEGREES);
    assertThat(half.value()).isEmpty();
    assertThat(half.findings().stream().map(Finding::en))
        .anySatisfy(text -> assertThat(text).contains("month [12] with"));
  }

  /**
   * Two people in January 2022, four else: 62 + 4·334; working days as Monday to Friday had them.
   */
  @Test
  void covariatesAreCarriedByCalendarMonth() {
    Site before = new Site();
    Period period = Period.parse("2022-01-01/2023-01-01");
    for (LocalDate date : period.dates().toList()) {
      before.headcount.put(date, BigDecimal.valueOf(date.getMonthValue() == 1 ? 2 : 4));
    }
    FrozenBaseline model =
        model("DEGREES_BELOW(15.00)", "1", "HEADCOUNT_DAYS", "1", "DAYTYPE(WORKDAY)", "1");
    Checked<Conditions> without = year().conditions(model);
    assertThat(without.value()).isEmpty();
    Conditions carried =
        year().withCovariatesOf(before.drivers(), period).conditions(model).orThrow();
    assertThat(carried.sums())
        .containsExactly(Rational.of(155), Rational.of(62 + 4 * 334), Rational.of(260));
  }

  /** 310 K·d times 2 people in half of the history's Januaries; 5·334 K·d times 4 above. */
  @Test
  void aProductTakesTheMeanOfWhatIsCarried() {
    Site before = new Site();
    Period period = Period.parse("2022-01-01/2023-01-01");
    for (LocalDate date : period.dates().toList()) {
      before.headcount.put(date, BigDecimal.valueOf(date.getMonthValue() == 1 ? 2 : 4));
    }
    FrozenBaseline model =
        model(
            "HEADCOUNT_DAYS*DEGREES_BELOW(15.00)", "1", "DEGREES_ABOVE(15.00)*HEADCOUNT_DAYS", "1");
    Conditions carried =
        year().withCovariatesOf(before.drivers(), period).conditions(model).orThrow();
    assertThat(carried.sums())
        .containsExactly(Rational.of(155 * 2), Rational.of(155 * 2 + 4 * 5 * 334));
  }

  /** Days, seasons and weather are the year's own, so two months of covariates hurt nobody. */
  @Test
  void onlyCovariatesAreCarried() {
    NormalYear winter =
        year().withCovariatesOf(site.drivers(), Period.parse("2024-01-01/2024-03-01"));
    assertThat(
            winter
                .conditions(model("DAYS", "1", "DEGREES_BELOW(15.00)", "1", "MONTH(1)", "1"))
                .orThrow()
                .sums())
        .containsExactly(Rational.of(365), Rational.of(155), Rational.of(31));
    assertThat(winter.conditions(model("DAYTYPE(WORKDAY)", "1")).value()).isEmpty();
  }

  /** February 2024 has 21 working days of 29; 28 days of that kind are 21·28/29. */
  @Test
  void whatIsCarriedIsScaledToTheLengthOfTheMonth() {
    FrozenBaseline model = model("DAYTYPE(WORKDAY)", "1");
    Rational february =
        year()
            .withCovariatesOf(site.drivers(), Period.parse("2024-01-01/2025-01-01"))
            .conditions(model)
            .orThrow()
            .sums()
            .get(0);
    Rational others = Rational.of(262 - 21);
    assertThat(february).isEqualTo(others.plus(Rational.of(21 * 28, 29)));
  }

  @Test
  void gapsInWhatIsCarriedAreSaid() {
    Site before = new Site();
    Period period = Period.parse("2022-01-01/2023-01-01");
    period.dates().forEach(date -> before.headcount.put(date, BigDecimal.TEN));
    before.headcount.remove(LocalDate.of(2022, 6, 6));
    FrozenBaseline model = model("HEADCOUNT_DAYS", "1");
    NormalYear year = year().withCovariatesOf(before.drivers(), period);
    assertThat(year.conditions(model).orThrow().sums()).containsExactly(Rational.of(3650));
    assertThat(year.conditions(model).findings().list().get(0).code())
        .isEqualTo("quantity.covariate-gap");
    before.headcount.keySet().removeIf(date -> date.getMonthValue() == 6);
    Checked<Conditions> refused =
        year().withCovariatesOf(before.drivers(), period).conditions(model);
    assertThat(refused.value()).isEmpty();
    assertThat(refused.findings().list().get(0).en()).contains("[6]").contains("HEADCOUNT_DAYS");
  }

  /** Two years of history lie before the date: yet a normal year has none of the earlier level. */
  @Test
  void aNormalYearStandsAfterTheBaseline() {
    FrozenBaseline stepped = model(Optional.empty(), "DAYS", "100", "BEFORE(2099-01-01)", "30");
    FrozenBaseline level = model(Optional.empty(), "DAYS", "100");
    assertThat(year().conditions(stepped).orThrow().sums())
        .containsExactly(year().conditions(level).orThrow().sums().get(0), Rational.ZERO);
  }

  /**
   * (100 − 80)·365 + (10 − 6)·155 = 7920. Half-widths without covariance: 2·√(s²·(365²/25 + 365)),
   * 365²/25 + 365 = 5694; with s² 9 and 16 together 2·√(25·5694) = 10·√5694.
   */
  @Test
  void normalisedSavingsAreTheDifferenceOfTwoModels() {
    FrozenBaseline baseline =
        model(Optional.of(Site.errors("9")), "DAYS", "100", "DEGREES_BELOW(15.00)", "10");
    FrozenBaseline reporting =
        model(Optional.of(Site.errors("16")), "DAYS", "80", "DEGREES_BELOW(15.00)", "6");
    Savings savings = NormalisedSavings.of(baseline, reporting, year()).orThrow();
    assertThat(savings.savings()).isEqualTo(Rational.of(7920));
    assertThat(savings.baselineUse()).isEqualTo(Rational.of(36_500 + 1_550));
    assertThat(savings.reportingUse()).isEqualTo(Rational.of(29_200 + 930));
    assertThat(savings.days()).isEqualTo(365);
    assertThat(savings.interval(IntervalMethod.REGRESSION).orElseThrow().halfWidth().doubleValue())
        .isCloseTo(10 * Math.sqrt(5694), org.assertj.core.api.Assertions.within(1e-6));
  }

  /** After the second step a wing was added and the model fitted again: 20·365 + 30·365. */
  @Test
  void aChainAddsItsSteps() {
    Optional<ErrorStructure> known = Optional.of(Site.errors("9"));
    FrozenBaseline first = model(known, "DAYS", "100");
    FrozenBaseline second = model(known, "DAYS", "80");
    FrozenBaseline withWing = model(known, "DAYS", "140");
    FrozenBaseline last = model(known, "DAYS", "110");
    Savings chained =
        NormalisedSavings.chained(
                List.of(
                    new NormalisedSavings.Step(first, second),
                    new NormalisedSavings.Step(withWing, last)),
                year())
            .orThrow();
    assertThat(chained.savings()).isEqualTo(Rational.of(50 * 365));
    assertThat(chained.baselineUse()).isEqualTo(Rational.of(36_500));
    // four independent models: twice the half-width of one, 2·2·√(9·5694)
    assertThat(chained.interval(IntervalMethod.REGRESSION).orElseThrow().halfWidth().doubleValue())
        .isCloseTo(12 * Math.sqrt(5694), org.assertj.core.api.Assertions.within(1e-6));
    assertThatThrownBy(() -> NormalisedSavings.chained(List.of(), year()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void intervalsOfTwoConfidenceLevelsAreNotCombined() {
    ErrorStructure other =
        ErrorStructure.builder().from(Site.errors("9")).confidence(new BigDecimal("0.95")).build();
    FrozenBaseline baseline = model(Optional.of(Site.errors("9")), "DAYS", "100");
    FrozenBaseline reporting = model(Optional.of(other), "DAYS", "80");
    assertThatThrownBy(() -> NormalisedSavings.of(baseline, reporting, year()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0.90")
        .hasMessageContaining("0.95");
  }
}
