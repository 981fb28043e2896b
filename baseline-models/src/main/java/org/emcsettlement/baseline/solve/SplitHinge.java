package org.emcsettlement.baseline.solve;

/**
 * A hinge with one slope on marked rows and another on the rest, beside given columns: what it
 * explains for any break, alone or with a hinge on the other side, at the cost of a few running
 * sums.
 */
public final class SplitHinge {

  private static final double SINGULAR = 1e-10;

  private final double[] position;
  private final int sign;
  private final int columns;

  /** Running sums over ascending positions, one table for plain and one for marked rows. */
  private final double[][][] sums;

  /**
   * Prepares the sums.
   *
   * @param position where each row lies
   * @param marked which rows have the second slope
   * @param value what is fitted, per row
   * @param others the given columns, the constant among them; dependent ones add nothing
   * @param above whether the slopes are above the break; below it otherwise
   * @throws IllegalArgumentException if lengths differ or an entry is not finite
   */
  public SplitHinge(
      double[] position, boolean[] marked, double[] value, double[][] others, boolean above) {
    Arguments.length("position", position.length, value.length);
    Arguments.length("marked", marked.length, value.length);
    Arguments.finite("position", position);
    Arguments.finite("value", value);
    Arguments.columns("others", others, value.length);
    sign = above ? -1 : 1;
    int n = value.length;
    double[] mirrored = position.clone();
    Vectors.scale(mirrored, sign);
    int[] order = CanonicalOrder.of(mirrored, new long[n]);
    this.position = CanonicalOrder.pick(mirrored, order);
    OrthonormalBasis basis = new OrthonormalBasis(others.length);
    for (double[] column : others) {
      basis.grow(column);
    }
    double[] residual = value.clone();
    basis.remove(residual);
    columns = basis.size() + 2;
    sums = new double[2][n + 1][2 * columns + 1];
    for (int i = 0; i < n; i++) {
      int row = order[i];
      double x = this.position[i];
      for (int m = 0; m < 2; m++) {
        double[] next = sums[m][i + 1];
        System.arraycopy(sums[m][i], 0, next, 0, next.length);
        if (marked[row] == (m == 1)) {
          next[0] += 1;
          next[1] += x;
          next[2] += residual[row];
          next[3] += residual[row] * x;
          for (int k = 0; k < basis.size(); k++) {
            next[4 + 2 * k] += basis.vector(k)[row];
            next[5 + 2 * k] += basis.vector(k)[row] * x;
          }
          next[2 * columns] += x * x;
        }
      }
    }
  }

  /** The number of rows strictly beyond a mirrored break. */
  private int beyond(double at) {
    int low = 0;
    int high = position.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (position[middle] < at) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /**
   * Whether a guard holds on the sloped side, for all rows together, with two rows of each kind.
   *
   * @param breakAt the break
   * @param guard what the side must rest on
   * @return true if it does
   */
  public boolean allows(double breakAt, SideGuard guard) {
    double at = sign * breakAt;
    int count = beyond(at);
    double[] plain = sums[0][count];
    double[] marked = sums[1][count];
    double degrees = at * (plain[0] + marked[0]) - plain[1] - marked[1];
    return count >= guard.pointsPerSlopedSide()
        && degrees >= guard.degreeSumPerSlopedSide()
        && Math.min(plain[0], marked[0]) >= 2;
  }

  /**
   * The two columns of the hinge at a break.
   *
   * @param breakAt the break
   * @return what of them the given columns do not explain
   */
  public SplitSide at(double breakAt) {
    double at = sign * breakAt;
    int count = beyond(at);
    double[] plain = sums[0][count];
    double[] marked = sums[1][count];
    int size = columns - 2;
    double[] ofPlain = new double[size];
    double[] ofMarked = new double[size];
    double squarePlain = square(plain, at);
    double squareMarked = square(marked, at);
    double ownPlain = squarePlain;
    double shared = 0;
    for (int k = 0; k < size; k++) {
      ofPlain[k] = at * plain[4 + 2 * k] - plain[5 + 2 * k];
      ofMarked[k] = at * marked[4 + 2 * k] - marked[5 + 2 * k];
      ownPlain -= ofPlain[k] * ofPlain[k];
      shared -= ofPlain[k] * ofMarked[k];
    }
    double towardsPlain = at * plain[2] - plain[3];
    double towardsMarked = at * marked[2] - marked[3];
    double lengthPlain = ownPlain > SINGULAR * squarePlain ? Math.sqrt(ownPlain) : 0;
    double inverse = lengthPlain > 0 ? 1 / lengthPlain : 0;
    Vectors.scale(ofPlain, inverse);
    towardsPlain *= inverse;
    shared *= inverse;
    double ownMarked = squareMarked - shared * shared;
    for (int k = 0; k < size; k++) {
      ownMarked -= ofMarked[k] * ofMarked[k];
      ofMarked[k] -= shared * ofPlain[k];
    }
    towardsMarked -= shared * towardsPlain;
    double other = ownMarked > SINGULAR * squareMarked ? 1 / Math.sqrt(ownMarked) : 0;
    Vectors.scale(ofMarked, other);
    return new SplitSide(ofPlain, ofMarked, towardsPlain, towardsMarked * other);
  }

  private double square(double[] sum, double at) {
    return at * at * sum[0] - 2 * at * sum[1] + sum[2 * columns];
  }
}
