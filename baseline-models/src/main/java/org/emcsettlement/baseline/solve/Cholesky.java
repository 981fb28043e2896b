package org.emcsettlement.baseline.solve;

import java.util.ArrayList;
import java.util.List;

/**
 * The Cholesky triangle of a symmetric matrix without negative eigenvalues, in declared order.
 * Columns that depend on earlier ones are left out: their solution is zero.
 */
final class Cholesky {

  private final double[][] matrix;
  private final double[][] triangle;
  private final boolean[] kept;

  /**
   * Decomposes.
   *
   * @param matrix the matrix; it is read, not changed
   * @param ownShare a column whose remaining diagonal is at most this share of its diagonal is
   *     dependent
   */
  Cholesky(double[][] matrix, double ownShare) {
    this.matrix = matrix;
    int n = matrix.length;
    triangle = new double[n][n];
    kept = new boolean[n];
    for (int j = 0; j < n; j++) {
      double own = matrix[j][j];
      for (int k = 0; k < j; k++) {
        if (kept[k]) {
          double sum = matrix[j][k];
          for (int l = 0; l < k; l++) {
            sum -= triangle[j][l] * triangle[k][l];
          }
          triangle[j][k] = sum / triangle[k][k];
          own -= triangle[j][k] * triangle[j][k];
        }
      }
      kept[j] = matrix[j][j] > 0 && own > ownShare * matrix[j][j];
      if (kept[j]) {
        triangle[j][j] = Math.sqrt(own);
      } else {
        triangle[j] = new double[n];
      }
    }
  }

  /** {@return whether no column depends on earlier ones} */
  boolean isDefinite() {
    return dependent().isEmpty();
  }

  /** {@return the columns that depend on earlier ones, ascending} */
  List<Integer> dependent() {
    List<Integer> dependent = new ArrayList<>();
    for (int j = 0; j < kept.length; j++) {
      if (!kept[j]) {
        dependent.add(j);
      }
    }
    return dependent;
  }

  /** Solves for a right-hand side; zero in dependent columns. */
  double[] solve(double[] right) {
    int n = kept.length;
    double[] x = new double[n];
    for (int j = 0; j < n; j++) {
      if (kept[j]) {
        double sum = right[j];
        for (int k = 0; k < j; k++) {
          sum -= triangle[j][k] * x[k];
        }
        x[j] = sum / triangle[j][j];
      }
    }
    for (int j = n - 1; j >= 0; j--) {
      if (kept[j]) {
        double sum = x[j];
        for (int k = j + 1; k < n; k++) {
          sum -= triangle[k][j] * x[k];
        }
        x[j] = sum / triangle[j][j];
      }
    }
    return x;
  }

  /** A direction that the matrix maps to zero: one in the dependent column. */
  double[] nullDirection(int column) {
    double[] direction = solve(matrix[column]);
    for (int j = 0; j < direction.length; j++) {
      direction[j] = -direction[j];
    }
    direction[column] = 1;
    return direction;
  }

  /** {@return the logarithm of the determinant of a definite matrix} */
  double logDeterminant() {
    double sum = 0;
    for (int j = 0; j < triangle.length; j++) {
      sum += StrictMath.log(triangle[j][j]);
    }
    return 2 * sum;
  }

  /** {@return the inverse; zero in dependent rows and columns} */
  double[][] inverse() {
    double[][] inverse = new double[kept.length][];
    for (int j = 0; j < inverse.length; j++) {
      double[] unit = new double[inverse.length];
      unit[j] = kept[j] ? 1 : 0;
      inverse[j] = solve(unit);
    }
    return inverse;
  }

  /** {@return the diagonal of the inverse; zero in dependent columns} */
  double[] inverseDiagonal() {
    int n = kept.length;
    double[] diagonal = new double[n];
    double[] column = new double[n];
    for (int j = 0; j < n; j++) {
      if (kept[j]) {
        // the j-th column of the inverse triangle
        column[j] = 1 / triangle[j][j];
        double sum = column[j] * column[j];
        for (int i = j + 1; i < n; i++) {
          column[i] = 0;
          if (kept[i]) {
            double product = 0;
            for (int k = j; k < i; k++) {
              product -= triangle[i][k] * column[k];
            }
            column[i] = product / triangle[i][i];
            sum += column[i] * column[i];
          }
        }
        diagonal[j] = sum;
      }
    }
    return diagonal;
  }
}
