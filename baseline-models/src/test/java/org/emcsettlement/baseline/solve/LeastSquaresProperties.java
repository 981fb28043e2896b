package org.emcsettlement.baseline.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.math3.stat.regression.OLSMultipleLinearRegression;

class LeastSquaresProperties {

  /** Independent normal columns are well conditioned: only rounding separates two solutions. */
  private static final double ROUNDING = 1e-10;

  @Property(tries = 200)
  void agreesWithAnIndependentRegression(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int regressors) {
    Random random = new Random(seed);
    int rows = regressors + 3 + random.nextInt(30);
    double[][] x = new double[rows][regressors];
    double[] value = new double[rows];
    double[][] columns = columns(random, rows, regressors, x, value);

    LinearFit fit = LeastSquares.solve(columns, value, ones(rows));
    OLSMultipleLinearRegression other = new OLSMultipleLinearRegression();
    other.newSampleData(value, x);

    assertThat(fit.coefficients())
        .containsExactly(other.estimateRegressionParameters(), within(ROUNDING));
    assertThat(fit.residuals()).containsExactly(other.estimateResiduals(), within(ROUNDING));
    double[] errors = other.estimateRegressionParametersStandardErrors();
    double variance = fit.sse() / (rows - columns.length);
    for (int j = 0; j < errors.length; j++) {
      assertThat(fit.standardError(j, variance)).isCloseTo(errors[j], within(ROUNDING));
    }
  }

  @Property(tries = 200)
  void weightsAreRepeatedRows(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int regressors) {
    Random random = new Random(seed);
    int rows = regressors + 3 + random.nextInt(12);
    double[] value = new double[rows];
    double[][] columns = columns(random, rows, regressors, new double[rows][regressors], value);
    int[] times = random.ints(rows, 1, 4).toArray();

    LinearFit weighted =
        LeastSquares.solve(columns, value, Arrays.stream(times).asDoubleStream().toArray());
    double[][] repeated = new double[columns.length][];
    for (int j = 0; j < columns.length; j++) {
      repeated[j] = repeat(columns[j], times);
    }
    double[] longValue = repeat(value, times);
    LinearFit unweighted = LeastSquares.solve(repeated, longValue, ones(longValue.length));

    assertThat(weighted.coefficients())
        .containsExactly(unweighted.coefficients(), within(ROUNDING));
    assertThat(weighted.sse()).isCloseTo(unweighted.sse(), within(ROUNDING));
    for (int j = 0; j < columns.length; j++) {
      assertThat(weighted.inverseGram()[j])
          .containsExactly(unweighted.inverseGram()[j], within(ROUNDING));
    }
  }

  /** Powers of two only move exponents, so every digit must stay. */
  @Property(tries = 100)
  void scalesWithItsColumns(@ForAll long seed, @ForAll @IntRange(min = -40, max = 40) int power) {
    Random random = new Random(seed);
    int rows = 12;
    double[] value = new double[rows];
    double[][] columns = columns(random, rows, 2, new double[rows][2], value);
    LinearFit fit = LeastSquares.solve(columns, value, ones(rows));
    for (int i = 0; i < rows; i++) {
      columns[1][i] = Math.scalb(columns[1][i], power);
    }
    LinearFit scaled = LeastSquares.solve(columns, value, ones(rows));

    assertThat(scaled.coefficient(0)).isEqualTo(fit.coefficient(0));
    assertThat(scaled.coefficient(1)).isEqualTo(Math.scalb(fit.coefficient(1), -power));
    assertThat(scaled.sse()).isEqualTo(fit.sse());
  }

  /** A constant and normal columns; fills the row-wise copy and the values. */
  private static double[][] columns(
      Random random, int rows, int regressors, double[][] byRow, double[] value) {
    double[][] columns = new double[regressors + 1][rows];
    columns[0] = ones(rows);
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < regressors; j++) {
        byRow[i][j] = random.nextGaussian();
        columns[j + 1][i] = byRow[i][j];
      }
      value[i] = 5 + 3 * random.nextGaussian();
    }
    return columns;
  }

  private static double[] repeat(double[] values, int[] times) {
    double[] repeated = new double[Arrays.stream(times).sum()];
    int at = 0;
    for (int i = 0; i < values.length; i++) {
      Arrays.fill(repeated, at, at + times[i], values[i]);
      at += times[i];
    }
    return repeated;
  }

  private static double[] ones(int rows) {
    double[] ones = new double[rows];
    Arrays.fill(ones, 1);
    return ones;
  }
}
