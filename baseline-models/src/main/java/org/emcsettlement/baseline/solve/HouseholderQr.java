package org.emcsettlement.baseline.solve;

import java.util.Arrays;
import org.apache.commons.math3.linear.AbstractRealMatrix;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.DecompositionSolver;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/** Householder QR of scaled columns; the only class that knows the linear algebra library. */
final class HouseholderQr {

  private final double[][] columns;
  private final DecompositionSolver solver;

  /** Decomposes columns of unit length, in place. */
  HouseholderQr(double[][] columns) {
    this.columns = columns;
    solver = new QRDecomposition(new ByColumns(columns), OrthonormalBasis.TOLERANCE).getSolver();
  }

  /** Whether some column depends on the ones before it; then there is nothing to solve. */
  boolean isSingular() {
    return !solver.isNonSingular();
  }

  double[] solve(double[] rightSide) {
    return solver.solve(new ArrayRealVector(rightSide, false)).toArray();
  }

  /** The inverse of {@code R'R}, from the inverse of the triangle {@code R}. */
  double[][] inverseGram() {
    int p = columns.length;
    double[][] inverse = inverseTriangle();
    double[][] gram = new double[p][p];
    for (int i = 0; i < p; i++) {
      for (int j = i; j < p; j++) {
        double sum = 0;
        for (int k = j; k < p; k++) {
          sum += inverse[i][k] * inverse[j][k];
        }
        gram[i][j] = sum;
        gram[j][i] = sum;
      }
    }
    return gram;
  }

  private double[][] inverseTriangle() {
    int p = columns.length;
    double[][] inverse = new double[p][p];
    for (int j = 0; j < p; j++) {
      inverse[j][j] = 1 / diagonal(j);
      for (int i = j - 1; i >= 0; i--) {
        double sum = 0;
        for (int k = i + 1; k <= j; k++) {
          sum += columns[k][i] * inverse[k][j];
        }
        inverse[i][j] = -sum * inverse[i][i];
      }
    }
    return inverse;
  }

  /**
   * Above its diagonal the decomposed matrix holds {@code R}, below it the Householder vectors. One
   * of these is {@code v = x − r·e}, with {@code r} the diagonal entry and {@code |x| = |r|}, so
   * {@code |v|² = −2·r·v₁} gives the entry back.
   */
  private double diagonal(int j) {
    double[] v = Arrays.copyOfRange(columns[j], j, columns[j].length);
    double square = Vectors.dot(v, v);
    return -square / (2 * columns[j][j]);
  }

  /** A matrix stored by columns. Its transpose gives the columns away to be worked on in place. */
  private static final class ByColumns extends AbstractRealMatrix {

    private final double[][] columns;

    ByColumns(double[][] columns) {
      this.columns = columns;
    }

    @Override
    public RealMatrix transpose() {
      return new Array2DRowRealMatrix(columns, false) {
        private static final long serialVersionUID = 1;

        @Override
        public double[][] getData() {
          return getDataRef();
        }
      };
    }

    @Override
    public int getRowDimension() {
      return columns[0].length;
    }

    @Override
    public int getColumnDimension() {
      return columns.length;
    }

    @Override
    public double getEntry(int row, int column) {
      return columns[column][row];
    }

    @Override
    public void setEntry(int row, int column, double value) {
      columns[column][row] = value;
    }

    @Override
    public RealMatrix createMatrix(int rows, int cols) {
      return new Array2DRowRealMatrix(rows, cols);
    }

    @Override
    public RealMatrix copy() {
      return new Array2DRowRealMatrix(columns).transpose();
    }
  }
}
