package org.emcsettlement.baseline.solve;

/**
 * Least squares with shrunk columns, for several values that share their columns.
 *
 * <p>Free columns are not shrunk. The coefficient of a shrunk column is taken as a draw around
 * zero, which adds a precision to the diagonal of X'X: the column's {@code ratio} times one scale
 * for all. Ratios are given: as if so many rows had shown no effect. The scale is found from the
 * data by expectation and maximisation (Dempster, Laird and Rubin 1977): effects that stand out
 * from the error are believed, others are not, and without error nothing shrinks. Errors of
 * successive rows are correlated, and such rows tell less than their number; so error variances are
 * inflated by {@code (1 + ρ) / (1 − ρ)}, {@code ρ} being the correlation of successive residuals of
 * all values together, not less than zero.
 *
 * <p>Missing entries stand at their fitted values while the scale is found; the final solution of
 * each value rests on its present rows alone. The number and order of steps are fixed: equal
 * arguments give equal bits. The cost is linear in rows.
 */
public final class JointShrinkage {

  /** Steps of expectation and maximisation; predictions do not move beyond half of them. */
  private static final int STEPS = 16;

  /** Steps in which the correlation of residuals is measured. */
  private static final int CORRELATION_STEPS = 4;

  private static final double LEAST_SCALE = 1e-12;
  private static final double MOST_SCALE = 1e6;
  private static final double MOST_CORRELATION = 0.9;

  /** Shares of a sum of squares below this are rounding. */
  private static final double ROUNDING = 1e-14;

  /**
   * The solution.
   *
   * @param coefficients per value its coefficients in the order of the columns
   * @param scale what ratios were multiplied with
   * @param effectiveParameters the trace of the matrix that maps complete rows to fitted values
   */
  public record Fit(double[][] coefficients, double scale, double effectiveParameters) {}

  private final double[][] columns;
  private final double[] ratio;
  private final int free;
  private final double[][] values;
  private final boolean[][] present;
  private final boolean[] follows;
  private final double[][] gram;
  private final double[][] right;
  private final double[][] coefficients;
  private final int[] rows;
  private double scale = 1;

  private JointShrinkage(
      double[][] columns,
      double[] ratio,
      double[][] values,
      boolean[][] present,
      boolean[] follows) {
    this.columns = columns;
    this.ratio = ratio;
    this.present = present;
    this.follows = follows;
    int p = columns.length;
    int count = 0;
    gram = new double[p][p];
    for (int j = 0; j < p; j++) {
      count += ratio[j] == 0 ? 1 : 0;
      for (int k = 0; k <= j; k++) {
        gram[j][k] = Vectors.dot(columns[j], columns[k]);
        gram[k][j] = gram[j][k];
      }
    }
    free = count;
    rows = new int[values.length];
    this.values = new double[values.length][];
    right = new double[values.length][];
    coefficients = new double[values.length][];
    for (int v = 0; v < values.length; v++) {
      this.values[v] = meanWhereMissing(v, values[v]);
      right[v] = products(this.values[v]);
    }
  }

  private double[] meanWhereMissing(int v, double[] value) {
    double sum = 0;
    for (int i = 0; i < value.length; i++) {
      if (present[v][i]) {
        sum += value[i];
        rows[v]++;
      }
    }
    double[] filled = value.clone();
    for (int i = 0; i < value.length; i++) {
      if (!present[v][i]) {
        filled[i] = sum / rows[v];
      }
    }
    return filled;
  }

  private double[] products(double[] value) {
    double[] products = new double[columns.length];
    for (int j = 0; j < products.length; j++) {
      products[j] = Vectors.dot(columns[j], value);
    }
    return products;
  }

  /**
   * Solves.
   *
   * @param columns regressors, {@code columns[j][i]} in row {@code i}; the free ones independent
   * @param ratio per column how strongly it is shrunk, zero for a free column
   * @param values what is fitted, {@code values[v][i]} in row {@code i}, ignored where not present
   * @param present per value whether it is known in each row
   * @param follows per row whether its errors follow those of the row before; not in the first row
   * @return the solution
   * @throws IllegalArgumentException if lengths differ, an entry is not finite, a ratio is negative
   *     or a value is present in no more rows than there are free columns
   */
  public static Fit solve(
      double[][] columns,
      double[] ratio,
      double[][] values,
      boolean[][] present,
      boolean[] follows) {
    Arguments.columns("columns", columns, follows.length);
    Arguments.length("ratio", ratio.length, columns.length);
    for (double r : ratio) {
      Arguments.notNegative("ratio", r);
    }
    Arguments.columns("values", values, follows.length);
    JointShrinkage problem = new JointShrinkage(columns, ratio, values, present, follows);
    for (int v = 0; v < values.length; v++) {
      if (problem.rows[v] <= problem.free) {
        throw new IllegalArgumentException(
            "values["
                + v
                + "] is present in "
                + problem.rows[v]
                + " rows, must be in more than the "
                + problem.free
                + " free columns");
      }
    }
    return problem.solve();
  }

  private Fit solve() {
    double inflation = 1;
    for (int step = 0; step < STEPS && free < columns.length; step++) {
      Cholesky triangle = new Cholesky(shrunk(gram), 0);
      for (int v = 0; v < values.length; v++) {
        coefficients[v] = triangle.solve(right[v]);
      }
      double[] variance = variances();
      scale = scale(triangle.inverseDiagonal(), variance, inflation);
      if (step < CORRELATION_STEPS) {
        inflation = inflation(variance);
      }
      fillMissing();
    }
    Cholesky complete = new Cholesky(shrunk(gram), ROUNDING);
    for (int v = 0; v < values.length; v++) {
      coefficients[v] = onPresentRows(v, complete);
    }
    return new Fit(coefficients, scale, effectiveParameters(complete.inverseDiagonal()));
  }

  private double[][] shrunk(double[][] matrix) {
    double[][] shrunk = new double[matrix.length][];
    for (int j = 0; j < matrix.length; j++) {
      shrunk[j] = matrix[j].clone();
      shrunk[j][j] += ratio[j] * scale;
    }
    return shrunk;
  }

  /** Error variance per value: what fitted values and shrinkage leave, per degree of freedom. */
  private double[] variances() {
    double[] variance = new double[values.length];
    for (int v = 0; v < variance.length; v++) {
      double total = Vectors.dot(values[v], values[v]);
      double rest = total - Vectors.dot(coefficients[v], right[v]);
      variance[v] = Math.max(rest, ROUNDING * total) / (rows[v] - free);
    }
    return variance;
  }

  /** The scale at which the expected squares of shrunk coefficients are what ratios say. */
  private double scale(double[] inverseDiagonal, double[] variance, double inflation) {
    double squares = 0;
    int count = 0;
    for (int v = 0; v < values.length; v++) {
      for (int j = 0; variance[v] > 0 && j < columns.length; j++) {
        if (ratio[j] > 0) {
          double expected =
              coefficients[v][j] * coefficients[v][j] / (variance[v] * inflation)
                  + inverseDiagonal[j];
          squares += ratio[j] * expected;
          count++;
        }
      }
    }
    return squares > 0 ? Math.min(Math.max(count / squares, LEAST_SCALE), MOST_SCALE) : scale;
  }

  private double inflation(double[] variance) {
    double lagged = 0;
    double squares = 0;
    for (int v = 0; v < values.length; v++) {
      if (variance[v] > 0) {
        double[] residual = values[v].clone();
        for (int j = 0; j < columns.length; j++) {
          Vectors.add(residual, -coefficients[v][j], columns[j]);
        }
        for (int i = 0; i < residual.length; i++) {
          if (present[v][i]) {
            squares += residual[i] * residual[i] / variance[v];
            if (follows[i] && present[v][i - 1]) {
              lagged += residual[i] * residual[i - 1] / variance[v];
            }
          }
        }
      }
    }
    double rho = squares > 0 ? Math.min(Math.max(lagged / squares, 0), MOST_CORRELATION) : 0;
    return (1 + rho) / (1 - rho);
  }

  private void fillMissing() {
    for (int v = 0; v < values.length; v++) {
      if (rows[v] < follows.length) {
        for (int i = 0; i < follows.length; i++) {
          if (!present[v][i]) {
            double fitted = 0;
            for (int j = 0; j < columns.length; j++) {
              fitted += coefficients[v][j] * columns[j][i];
            }
            values[v][i] = fitted;
          }
        }
        right[v] = products(values[v]);
      }
    }
  }

  /** The solution without the rows in which the value is missing. */
  private double[] onPresentRows(int v, Cholesky complete) {
    if (rows[v] == follows.length) {
      return complete.solve(right[v]);
    }
    double[][] own = shrunk(gram);
    double[] ownRight = right[v].clone();
    for (int i = 0; i < follows.length; i++) {
      if (!present[v][i]) {
        for (int j = 0; j < columns.length; j++) {
          ownRight[j] -= columns[j][i] * values[v][i];
          for (int k = 0; k < columns.length; k++) {
            own[j][k] -= columns[j][i] * columns[k][i];
          }
        }
      }
    }
    return new Cholesky(own, ROUNDING).solve(ownRight);
  }

  private double effectiveParameters(double[] inverseDiagonal) {
    double effective = columns.length;
    for (int j = 0; j < columns.length; j++) {
      effective -= ratio[j] * scale * inverseDiagonal[j];
    }
    return effective;
  }
}
