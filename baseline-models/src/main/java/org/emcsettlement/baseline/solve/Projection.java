package org.emcsettlement.baseline.solve;

import java.util.Arrays;
import java.util.Optional;

/**
 * The rows with constant and shift columns projected out: least squares on any further column needs
 * only the part of it that is orthogonal to them (Frisch and Waugh 1933). Everything is multiplied
 * by the square root of the weight.
 */
final class Projection {

  /** A residual this much shorter than the value is rounding: the value is explained exactly. */
  private static final double ROUNDING = 1e-14;

  /** Candidates this close to the best, as a fraction of the total, are solved again. */
  private static final double WINDOW = 1e-9;

  /** A gain below this fraction of the total is rounding error: the slope is zero. */
  private static final double LEAST_GAIN = 1e-12;

  private final Rows rows;
  private final OrthonormalBasis basis;
  private final double[] residual;
  private final double sse;
  private final double total;

  private Projection(Rows rows, OrthonormalBasis basis, double total) {
    this.rows = rows;
    this.basis = basis;
    residual = Vectors.times(rows.value(), rows.rootWeight());
    double length = Vectors.norm(residual);
    basis.remove(residual);
    basis.remove(residual);
    if (Vectors.norm(residual) <= ROUNDING * length) {
      Arrays.fill(residual, 0);
    }
    sse = Vectors.dot(residual, residual);
    this.total = total >= 0 ? total : sse;
  }

  /**
   * Projects out the constant and the shift columns of the rows.
   *
   * @throws IllegalArgumentException if these are linearly dependent
   */
  static Projection of(Rows rows) {
    double[][] shifts = rows.shifts();
    OrthonormalBasis basis = new OrthonormalBasis(1 + shifts.length);
    basis.grow(rows.rootWeight());
    double total = new Projection(rows, basis, -1).sse;
    for (int j = 0; j < shifts.length; j++) {
      if (!basis.grow(Vectors.times(shifts[j], rows.rootWeight()))) {
        throw new IllegalArgumentException(
            "shiftColumns["
                + j
                + "] is linearly dependent on the constant and the shift columns before it, must"
                + " be independent; use ColumnRank first");
      }
    }
    return new Projection(rows, basis, total);
  }

  /** Projects out one more column, unless it depends on those already out. */
  Optional<Projection> with(double[] column) {
    OrthonormalBasis grown = basis.copy();
    return grown.grow(Vectors.times(column, rows.rootWeight()))
        ? Optional.of(new Projection(rows, grown, total))
        : Optional.empty();
  }

  Rows rows() {
    return rows;
  }

  OrthonormalBasis basis() {
    return basis;
  }

  /** The part of the value that is orthogonal to the basis. */
  double[] residual() {
    return residual;
  }

  /** The weighted sum of squared errors without any further column. */
  double sse() {
    return sse;
  }

  /** The weighted total sum of squares about the mean. */
  double total() {
    return total;
  }

  /** Room for candidates that are better than no hinge at all. */
  Candidates candidates() {
    return candidates(sse);
  }

  /** Room for candidates that are better than some fit with fewer slopes. */
  Candidates candidates(double toBeat) {
    return new Candidates(toBeat - LEAST_GAIN * total, WINDOW * total);
  }

  /**
   * The basis vectors and, last, the residual, each entry times the square root of its weight:
   * summed over rows with any column, they give its products with basis and residual.
   */
  double[][] carried() {
    double[][] carried = new double[basis.size() + 1][];
    for (int k = 0; k < basis.size(); k++) {
      carried[k] = Vectors.times(basis.vector(k), rows.rootWeight());
    }
    carried[basis.size()] = Vectors.times(residual, rows.rootWeight());
    return carried;
  }
}
