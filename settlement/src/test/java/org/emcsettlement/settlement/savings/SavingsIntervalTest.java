package org.emcsettlement.settlement.savings;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.emcsettlement.baseline.uncertainty.ErrorStructure;
import org.emcsettlement.baseline.uncertainty.SavingsUncertainty;
import org.emcsettlement.core.money.RoundingProfile;
import org.emcsettlement.core.quantity.Rational;
import org.emcsettlement.settlement.statement.Interval;
import org.emcsettlement.settlement.trail.Calculator;
import org.emcsettlement.settlement.trail.Figure;
import org.emcsettlement.settlement.trail.Recorder;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

/** The intervals with a trail are those of the uncertainty package without one. */
class SavingsIntervalTest {

  private static final ErrorStructure ERRORS =
      ErrorStructure.builder()
          .residualVariance(new BigDecimal("4210.37"))
          .inverseGram(
              List.of(
                  List.of(new BigDecimal("0.0081"), new BigDecimal("-0.00052")),
                  List.of(new BigDecimal("-0.00052"), new BigDecimal("0.000117"))))
          .observations(365)
          .parameters(3)
          .autocorrelation(new BigDecimal("0.41"))
          .effectiveObservations(new BigDecimal("152.73"))
          .cvRmse(new BigDecimal("0.0731"))
          .confidence(new BigDecimal("0.90"))
          .quantile(new BigDecimal("1.64909"))
          .daysPerObservation(BigDecimal.ONE)
          .build();

  private final Calculator calculator =
      new Recorder(CurrencyUnit.of("CNY"), RoundingProfile.HALF_UP).calculator("use");
  private final SavingsInterval interval =
      new SavingsInterval(calculator, ERRORS, "kWh", Optional.empty());

  private Figure fact(String value) {
    return calculator.fact("x", new BigDecimal(value), "", "test");
  }

  @Test
  void regression() {
    Interval found =
        interval
            .regression(fact("8200"), List.of(fact("31"), fact("418.27")), fact("31"))
            .interval();
    BigDecimal expected =
        new SavingsUncertainty(ERRORS)
            .regression(List.of(Rational.of(31), Rational.of(new BigDecimal("418.27"))), 31);
    assertThat(found.halfWidth()).isEqualByComparingTo(expected);
    assertThat(found.lower()).isEqualTo(Rational.of(new BigDecimal("8200").subtract(expected)));
    assertThat(found.upper()).isEqualTo(Rational.of(new BigDecimal("8200").add(expected)));
    assertThat(found.method()).isEqualTo("REGRESSION");
  }

  @Test
  void ashrae() {
    Interval found = interval.ashrae(fact("8200"), fact("-61000.5"), fact("31")).interval();
    assertThat(found.halfWidth())
        .isEqualByComparingTo(
            new SavingsUncertainty(ERRORS).ashrae(Rational.of(new BigDecimal("-61000.5")), 31));
    assertThat(found.method()).isEqualTo("ASHRAE_14");
  }

  @Test
  void withoutCovarianceTheLevelStandsIn() {
    ErrorStructure kept = ErrorStructure.builder().from(ERRORS).inverseGram(List.of()).build();
    Interval found =
        new SavingsInterval(calculator, kept, "kWh", Optional.empty())
            .regression(fact("8200"), List.of(fact("31"), fact("418.27")), fact("31"))
            .interval();
    assertThat(found.halfWidth())
        .isEqualByComparingTo(new SavingsUncertainty(kept).regression(List.of(), 31));
  }

  /** s² = 4, XᵀCX = 0, D = 16, n = n′: U_r = 3·√64 = 24; u = 6, so U_a = 18 and U = 30. */
  @Test
  void adjustmentsAddByRootSumOfSquares() {
    ErrorStructure plain =
        ErrorStructure.builder()
            .from(ERRORS)
            .residualVariance(new BigDecimal("4"))
            .inverseGram(List.of(List.of(BigDecimal.ZERO)))
            .effectiveObservations(new BigDecimal("365"))
            .quantile(new BigDecimal("3"))
            .build();
    Interval found =
        new SavingsInterval(calculator, plain, "kWh", Optional.of(fact("36")))
            .regression(fact("100"), List.of(fact("16")), fact("16"))
            .interval();
    assertThat(found.halfWidth()).isEqualByComparingTo("30");
    assertThat(found.adjustmentHalfWidth().orElseThrow()).isEqualByComparingTo("18");
    assertThat(found.lower()).isEqualTo(Rational.of(70));
    assertThat(found.upper()).isEqualTo(Rational.of(130));
  }
}
