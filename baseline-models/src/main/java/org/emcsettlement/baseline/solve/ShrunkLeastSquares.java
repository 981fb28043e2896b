package org.emcsettlement.baseline.solve;

import java.util.Arrays;

/**
 * Weighted least squares whose coefficients are drawn towards zero by prior precisions: minimises
 * {@code Σ weight·(value − columns·b)² + Σ precision_j·b_j²}. The prior enters as one more row per
 * shrunk column, so the orthogonal solution of {@link LeastSquares} is kept.
 */
public final class ShrunkLeastSquares {

  private ShrunkLeastSquares() {}

  /**
   * Solves.
   *
   * @param columns regressors, {@code columns[j][i]} in row {@code i}
   * @param value what is fitted, per row
   * @param weight weight per row
   * @param precision prior precision per column; zeros for plain least squares
   * @return coefficients; residuals and their weighted sum of squares over the given rows; the
   *     inverse of X'WX + diag(precision)
   * @throws IllegalArgumentException as {@link LeastSquares#solve}, or if a precision is negative
   */
  public static LinearFit solve(
      double[][] columns, double[] value, double[] weight, double[] precision) {
    int shrunk = 0;
    for (double entry : precision) {
      if (!(entry >= 0)) {
        throw new IllegalArgumentException("precision has " + entry + ", must not be negative");
      }
      shrunk += entry > 0 ? 1 : 0;
    }
    if (shrunk == 0) {
      return LeastSquares.solve(columns, value, weight);
    }
    int rows = value.length;
    double[] longValue = Arrays.copyOf(value, rows + shrunk);
    double[] longWeight = Arrays.copyOf(weight, rows + shrunk);
    double[][] longColumns = new double[columns.length][];
    for (int j = 0, row = rows; j < columns.length; j++) {
      longColumns[j] = Arrays.copyOf(columns[j], rows + shrunk);
      if (precision[j] > 0) {
        longWeight[row] = precision[j];
        longColumns[j][row++] = 1;
      }
    }
    LinearFit all = LeastSquares.solve(longColumns, longValue, longWeight);
    double[] residual = Arrays.copyOf(all.residuals(), rows);
    double sse = Vectors.dot(Vectors.times(residual, weight), residual);
    return new LinearFit(all.coefficients(), residual, sse, all.inverseGram());
  }
}
