package org.emcsettlement.baseline.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
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

  @Test
  void rootsHaveTwelveDigits() {
    assertThat(SavingsUncertainty.root(Rational.of(2))).isEqualByComparingTo("1.41421356237");
    assertThat(SavingsUncertainty.root(Rational.of(new BigDecimal("1e-20"))))
        .isEqualByComparingTo("1e-10");
    assertThat(SavingsUncertainty.root(Rational.ZERO)).isEqualByComparingTo("0");
  }
}
