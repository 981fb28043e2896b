package org.emcsettlement.baseline.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Random;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.apache.commons.math3.stat.regression.OLSMultipleLinearRegression;
import org.junit.jupiter.api.Test;

/** Statistics beside those of Commons Math. */
class FitStatisticsTest {

  private static final int N = 60;

  private final double[] value = new double[N];
  private final double[][] regressors = new double[N][2];
  private final OLSMultipleLinearRegression peer = new OLSMultipleLinearRegression();

  FitStatisticsTest() {
    Random random = new Random(8);
    for (int i = 0; i < N; i++) {
      regressors[i] = new double[] {random.nextDouble(), random.nextGaussian()};
      value[i] = 50 + 4 * regressors[i][0] - 2 * regressors[i][1] + random.nextGaussian();
    }
    peer.newSampleData(value, regressors);
  }

  private static LocalDate[] everyDay() {
    return LocalDate.of(2024, 1, 1)
        .datesUntil(LocalDate.of(2024, 1, 1).plusDays(N))
        .toArray(LocalDate[]::new);
  }

  private FitStatistics statistics(LocalDate[] start, int parameters) {
    double[] weight = new double[N];
    Arrays.fill(weight, 1);
    int[] days = new int[N];
    Arrays.fill(days, 1);
    return FitStatistics.of(
        value,
        weight,
        peer.estimateResiduals(),
        peer.calculateResidualSumOfSquares(),
        parameters,
        start,
        days);
  }

  @Test
  void agreesWithCommonsMath() {
    FitStatistics statistics = statistics(everyDay(), 3);
    assertThat(statistics.r2()).isCloseTo(peer.calculateRSquared(), within(1e-12));
    assertThat(statistics.adjustedR2()).isCloseTo(peer.calculateAdjustedRSquared(), within(1e-12));
    double mean = Arrays.stream(value).average().orElseThrow();
    assertThat(statistics.cvRmse())
        .isCloseTo(peer.estimateRegressionStandardError() / mean, within(1e-12));
    assertThat(statistics.residualVariance())
        .isCloseTo(peer.estimateErrorVariance(), within(1e-12));
    assertThat(statistics.nmbe()).isCloseTo(0, within(1e-12));
  }

  @Test
  void autocorrelationIsThePearsonCorrelationOfNeighbours() {
    double[] residual = peer.estimateResiduals();
    double expected =
        new PearsonsCorrelation()
            .correlation(
                Arrays.copyOfRange(residual, 0, N - 1), Arrays.copyOfRange(residual, 1, N));
    FitStatistics statistics = statistics(everyDay(), 3);
    assertThat(statistics.lag1Autocorrelation()).isCloseTo(expected, within(1e-12));
    assertThat(statistics.effectiveObservations())
        .isCloseTo(Math.min(N, N * (1 - expected) / (1 + expected)), within(1e-9));
  }

  /** A gap makes no neighbours: with every second day only, there is no pair at all. */
  @Test
  void daysOnBothSidesOfAGapAreNoNeighbours() {
    LocalDate[] sparse = everyDay();
    for (int i = 0; i < N; i++) {
      sparse[i] = LocalDate.of(2024, 1, 1).plusDays(2L * i);
    }
    FitStatistics statistics = statistics(sparse, 3);
    assertThat(statistics.lag1Autocorrelation()).isZero();
    assertThat(statistics.effectiveObservations()).isEqualTo(N);
  }

  /** t tables: two-sided 90 % and 95 % quantiles at 10 and 354 degrees of freedom. */
  @Test
  void quantilesAreThoseOfStudentsT() {
    assertThat(StudentsT.quantile(0.90, 10)).isCloseTo(1.8124611, within(1e-7));
    assertThat(StudentsT.quantile(0.95, 10)).isCloseTo(2.2281389, within(1e-7));
    assertThat(StudentsT.twoSidedP(2.2281389, 10)).isCloseTo(0.05, within(1e-8));
    assertThat(StudentsT.twoSidedP(-2.2281389, 10)).isCloseTo(0.05, within(1e-8));
  }
}
