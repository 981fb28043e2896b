package org.emcsettlement.baseline.solve;

import java.util.Optional;

/**
 * Weighted linear least squares by Householder QR.
 *
 * <p>Rows are multiplied by the square root of their weight and columns divided by their length, so
 * the units of the columns do not enter the conditioning. One step of iterative refinement follows:
 * the residual is fitted once more and the solution corrected, which removes most of the rounding
 * error when the fit is close and does no harm otherwise. Operations run in one fixed order and use
 * only addition, multiplication, division and square roots, so equal arguments give equal bits on
 * every virtual machine.
 */
public final class LeastSquares {

  private LeastSquares() {}

  /**
   * Minimises the sum of {@code weight · (value − columns · b)²} over {@code b}.
   *
   * <p>There is no implied constant. Dependent columns are refused without naming them; {@link
   * ColumnRank} names them.
   *
   * @param columns regressors, {@code columns[j][i]} in row {@code i}
   * @param value what is fitted, per row
   * @param weight weight per row; ones for ordinary least squares
   * @return the solution in the units of the columns
   * @throws IllegalArgumentException if there is no column, lengths differ, an entry is not finite,
   *     a weight is not greater than zero, there are not more rows than columns, or a column is
   *     linearly dependent on earlier ones
   */
  public static LinearFit solve(double[][] columns, double[] value, double[] weight) {
    check(columns, value, weight);
    return solveChecked(columns, value, weight)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "columns are linearly dependent, must be independent; ColumnRank names the"
                        + " clash"));
  }

  /** Solves without looking at the arguments again; empty when columns are dependent. */
  static Optional<LinearFit> solveChecked(double[][] columns, double[] value, double[] weight) {
    double[] root = new double[weight.length];
    for (int i = 0; i < root.length; i++) {
      root[i] = Math.sqrt(weight[i]);
    }
    double[] length = new double[columns.length];
    double[][] scaled = new double[columns.length][];
    double[][] decomposed = new double[columns.length][];
    for (int j = 0; j < columns.length; j++) {
      scaled[j] = Vectors.times(columns[j], root);
      length[j] = Vectors.norm(scaled[j]);
      Vectors.scale(scaled[j], length[j] == 0 ? 0 : 1 / length[j]);
      decomposed[j] = scaled[j].clone();
    }
    HouseholderQr qr = new HouseholderQr(decomposed);
    if (qr.isSingular()) {
      return Optional.empty();
    }
    double[] solution = refined(qr, scaled, Vectors.times(value, root));
    for (int j = 0; j < solution.length; j++) {
      solution[j] /= length[j];
    }
    return Optional.of(inOriginalUnits(columns, value, weight, solution, qr.inverseGram(), length));
  }

  /** The solution, corrected once by that of its own residual. */
  private static double[] refined(HouseholderQr qr, double[][] scaled, double[] value) {
    double[] solution = new double[scaled.length];
    for (int step = 0; step < 2; step++) {
      double[] correction = qr.solve(value);
      for (int j = 0; j < solution.length; j++) {
        solution[j] += correction[j];
        Vectors.add(value, -correction[j], scaled[j]);
      }
    }
    return solution;
  }

  private static LinearFit inOriginalUnits(
      double[][] columns,
      double[] value,
      double[] weight,
      double[] solution,
      double[][] gram,
      double[] length) {
    double[] residual = value.clone();
    for (int j = 0; j < solution.length; j++) {
      Vectors.add(residual, -solution[j], columns[j]);
      for (int k = 0; k < solution.length; k++) {
        gram[j][k] /= length[j] * length[k];
      }
    }
    double sse = Vectors.dot(Vectors.times(residual, weight), residual);
    return new LinearFit(solution, residual, sse, gram);
  }

  private static void check(double[][] columns, double[] value, double[] weight) {
    int rows = value.length;
    Arguments.finite("value", value);
    Arguments.length("weight", weight.length, rows);
    Arguments.positive("weight", weight);
    if (columns.length == 0) {
      throw new IllegalArgumentException("columns is empty, must have at least one column");
    }
    if (rows <= columns.length) {
      throw new IllegalArgumentException(
          "value has " + rows + " rows, must have more than the " + columns.length + " columns");
    }
    Arguments.columns("columns", columns, rows);
  }
}
