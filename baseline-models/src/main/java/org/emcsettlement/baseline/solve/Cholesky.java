package org.emcsettlement.baseline.solve;

import java.util.Optional;

/** The Cholesky triangle of a symmetric positive definite matrix. */
final class Cholesky {

  /** A pivot below this share of its diagonal means that the column is a combination of others. */
  private static final double SINGULAR = 1e-11;

  private final double[][] lower;

  private Cholesky(double[][] lower) {
    this.lower = lower;
  }

  /** Decomposes; empty when the matrix is not definite. Only its lower triangle is read. */
  static Optional<Cholesky> of(double[][] matrix) {
    int n = matrix.length;
    double[][] lower = new double[n][];
    for (int i = 0; i < n; i++) {
      double[] row = new double[i + 1];
      double own = matrix[i][i];
      for (int j = 0; j < i; j++) {
        double sum = matrix[i][j];
        double[] other = lower[j];
        for (int k = 0; k < j; k++) {
          sum -= row[k] * other[k];
        }
        row[j] = sum / other[j];
        own -= row[j] * row[j];
      }
      if (!(own > SINGULAR * matrix[i][i])) {
        return Optional.empty();
      }
      row[i] = Math.sqrt(own);
      lower[i] = row;
    }
    return Optional.of(new Cholesky(lower));
  }

  double logDeterminant() {
    double sum = 0;
    for (int i = 0; i < lower.length; i++) {
      sum += StrictMath.log(lower[i][i]);
    }
    return 2 * sum;
  }

  double[] solve(double[] right) {
    int n = lower.length;
    double[] x = right.clone();
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < i; k++) {
        x[i] -= lower[i][k] * x[k];
      }
      x[i] /= lower[i][i];
    }
    for (int i = n - 1; i >= 0; i--) {
      for (int k = i + 1; k < n; k++) {
        x[i] -= lower[k][i] * x[k];
      }
      x[i] /= lower[i][i];
    }
    return x;
  }

  double[][] inverse() {
    int n = lower.length;
    double[][] inverse = new double[n][];
    for (int j = 0; j < n; j++) {
      double[] unit = new double[n];
      unit[j] = 1;
      inverse[j] = solve(unit);
    }
    return inverse;
  }
}
