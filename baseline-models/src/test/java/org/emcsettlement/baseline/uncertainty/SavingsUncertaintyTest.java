package org.emcsettlement.baseline.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.emcsettlement.core.quantity.Rational;
import org.emcsettlement.core.series.Resolution;
import org.junit.jupiter.api.Test;

class SavingsUncertaintyTest {

  private static final int N = 365;
  private static final int P = 3;

  private final Random random = new Random(12);
  private final RealMatrix design = MatrixUtils.createRealMatrix(N, P);

  SavingsUncertaintyTest() {
    for (int i = 0; i < N; i++) {
      double t = 12 + 12 * Math.sin(i / 58.0) + 3 * random.nextGaussian();
      design.setRow(i, new double[] {1, Math.max(0, 12 - t), Math.max(0, t - 20)});
    }
  }

  private static BigDecimal decimal(double value) {
    return BigDecimal.valueOf(value);
  }

  private ErrorStructure errors(double variance, double rho, RealMatrix inverse) {
    List<List<BigDecimal>> gram = new ArrayList<>();
    for (double[] row : inverse.getData()) {
      gram.add(java.util.Arrays.stream(row).mapToObj(SavingsUncertaintyTest::decimal).toList());
    }
    return ErrorStructure.builder()
        .residualVariance(decimal(variance))
        .inverseGram(gram)
        .observations(N)
        .parameters(P)
        .autocorrelation(decimal(rho))
        .effectiveObservations(decimal(N * (1 - rho) / (1 + rho)))
        .cvRmse(decimal(0.08))
        .confidence(new BigDecimal("0.90"))
        .quantile(decimal(new TDistribution(N - P).inverseCumulativeProbability(0.95)))
        .daysPerObservation(BigDecimal.ONE)
        .build();
  }

  /**
   * The variance of Σ(prediction error) over future days is s²·(1ᵀ·X_f·C·X_fᵀ·1 + m), here with the
   * full matrix of the days by Commons Math instead of the sums that we use.
   */
  @Test
  void equalsThePredictionVarianceOfEveryDayByCommonsMath() {
    RealMatrix inverse = MatrixUtils.inverse(design.transpose().multiply(design));
    RealMatrix future = design.getSubMatrix(100, 191, 0, P - 1);
    int m = future.getRowDimension();
    RealMatrix covariance =
        future
            .multiply(inverse)
            .multiply(future.transpose())
            .add(MatrixUtils.createRealIdentityMatrix(m));
    RealVector ones = MatrixUtils.createRealVector(new double[m]).mapAdd(1);
    double variance = 441.0;
    double rho = 0.4;
    double t = new TDistribution(N - P).inverseCumulativeProbability(0.95);
    double expected =
        t * Math.sqrt(variance * ones.dotProduct(covariance.operate(ones)) * (1 + rho) / (1 - rho));

    List<Rational> sums = new ArrayList<>();
    for (int j = 0; j < P; j++) {
      Rational sum = Rational.ZERO;
      for (double entry : future.getColumn(j)) {
        sum = sum.plus(Rational.of(decimal(entry)));
      }
      sums.add(sum);
    }
    BigDecimal halfWidth =
        new SavingsUncertainty(errors(variance, rho, inverse)).regression(sums, m);
    assertThat(halfWidth.doubleValue()).isCloseTo(expected, within(1e-9 * expected));
  }

  /** t·1.26·CV·E·√((n/n′)(1 + 2/n′)/m) in plain floating point. */
  @Test
  void ashraeFractionalFormula() {
    RealMatrix inverse = MatrixUtils.inverse(design.transpose().multiply(design));
    double rho = 0.4;
    double effective = N * (1 - rho) / (1 + rho);
    double t = new TDistribution(N - P).inverseCumulativeProbability(0.95);
    double expected =
        t * 1.26 * 0.08 * 500_000 * Math.sqrt(N / effective * (1 + 2 / effective) / 92);
    assertThat(
            new SavingsUncertainty(errors(441, rho, inverse))
                .ashrae(Rational.of(500_000), 92)
                .doubleValue())
        .isCloseTo(expected, within(1e-9 * expected));
  }

  /**
   * 500 days kept without covariance, s² = 30, n′ = n, t = 2, over 100 days: the level gives
   * 100²/500 = 20, the days 100, so 2·√(30·120) = 120.
   */
  @Test
  void withoutCovarianceTheLevelStandsIn() {
    ErrorStructure daily = level(500, "1");
    assertThat(new SavingsUncertainty(daily).regression(List.of(Rational.of(7)), 100))
        .isEqualByComparingTo("120");
    ErrorStructure bills = level(25, "20");
    assertThat(new SavingsUncertainty(bills).regression(List.of(Rational.of(7)), 100))
        .isEqualByComparingTo("120");
  }

  /** For a mean the covariance is 1/n: keeping it or not gives the same interval. */
  @Test
  void theLevelIsThatOfAMean() {
    ErrorStructure kept =
        ErrorStructure.builder()
            .from(level(400, "1"))
            .inverseGram(List.of(List.of(new BigDecimal("0.0025"))))
            .build();
    assertThat(new SavingsUncertainty(level(400, "1")).regression(List.of(), 31))
        .isEqualByComparingTo(
            new SavingsUncertainty(kept).regression(List.of(Rational.of(31)), 31));
  }

  private static ErrorStructure level(int observations, String days) {
    return ErrorStructure.builder()
        .residualVariance(new BigDecimal("30"))
        .inverseGram(List.of())
        .observations(observations)
        .parameters(2)
        .autocorrelation(BigDecimal.ZERO)
        .effectiveObservations(BigDecimal.valueOf(observations))
        .cvRmse(new BigDecimal("0.1"))
        .confidence(new BigDecimal("0.90"))
        .quantile(new BigDecimal("2"))
        .daysPerObservation(new BigDecimal(days))
        .build();
  }

  /** The factors of a year are printed in the reference: 1.30558 for bills, 1.39250 for days. */
  @Test
  void factorsByMonths() {
    assertThat(AshraeFactor.byMonths(Resolution.BILLING).over(365))
        .isEqualTo(Rational.parse("1.30558"));
    assertThat(AshraeFactor.byMonths(Resolution.DAILY).over(365))
        .isEqualTo(Rational.parse("1.3925"));
    assertThat(AshraeFactor.byMonths(Resolution.HOURLY).over(31)).isEqualTo(Rational.parse("1.26"));
    assertThat(AshraeFactor.original().over(31)).isEqualTo(Rational.parse("1.26"));
  }

  /** 2·1.3925·0.1·73,000·√((1 + 2/400)/365) = 20,330.5·√(1.005/365). */
  @Test
  void aVariantMultipliesTheFormula() {
    AshraeFactor daily = AshraeFactor.of("sun-baltazar-daily");
    SavingsUncertainty uncertainty = new SavingsUncertainty(level(400, "1"));
    assertThat(uncertainty.ashrae(Rational.of(73_000), 365, daily).doubleValue())
        .isCloseTo(20_330.5 * Math.sqrt(1.005 / 365), within(1e-6));
    assertThatThrownBy(() -> AshraeFactor.of("sun"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("sun-baltazar-billing");
  }

  @Test
  void rootsHaveTwelveDigits() {
    assertThat(SavingsUncertainty.root(Rational.of(2))).isEqualByComparingTo("1.41421356237");
    assertThat(SavingsUncertainty.root(Rational.of(new BigDecimal("1e-20"))))
        .isEqualByComparingTo("1e-10");
    assertThat(SavingsUncertainty.root(Rational.ZERO)).isEqualByComparingTo("0");
  }

  /**
   * Two independent errors: a deviation of δ·E beside that of regression, both times t. With a
   * perfect fit only the second is left.
   */
  @Test
  void changeFromYearToYearIsAnErrorOfItsOwn() {
    RealMatrix inverse = MatrixUtils.inverse(design.transpose().multiply(design));
    List<Rational> sums = List.of(Rational.of(365), Rational.of(900), Rational.of(200));
    Rational use = Rational.of(400_000);
    double t = new TDistribution(N - P).inverseCumulativeProbability(0.95);
    double delta = YearToYear.DEVIATION.doubleValue();
    SavingsUncertainty perfect = new SavingsUncertainty(errors(0, 0, inverse));
    assertThat(perfect.yearToYear(sums, 365, use).doubleValue())
        .isCloseTo(t * delta * 400_000, within(1e-6));
    SavingsUncertainty noisy = new SavingsUncertainty(errors(90_000, 0.3, inverse));
    double regression = noisy.regression(sums, 365).doubleValue();
    assertThat(noisy.yearToYear(sums, 365, use).doubleValue())
        .isCloseTo(Math.hypot(regression, t * delta * 400_000), within(1e-5));
  }
}
