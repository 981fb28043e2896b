package org.emcsettlement.baseline.solve;

import static org.emcsettlement.baseline.solve.Cones.COUPLING;
import static org.emcsettlement.baseline.solve.Cones.R1;
import static org.emcsettlement.baseline.solve.Cones.R2;

/**
 * A cone of the side below together with a cone of the side above: two orthonormal pairs of
 * columns, their coupling {@code C} and their products {@code a}, {@code b} with the residual. One
 * object is loaded again and again; nothing is allocated.
 */
final class ConePair {

  /** Sum of squared errors without any hinge. */
  final double sse;

  final Cones below;
  final Cones above;

  int atBelow;
  int atAbove;
  double c11;
  double c12;
  double c21;
  double c22;
  double a1;
  double a2;
  double b1;
  double b2;

  private final double sign;

  /**
   * Pairs of cones of two sides.
   *
   * @param sign of the inner product of two coupling vectors: −1 when they are projections on the
   *     basis of columns that share no row, +1 when they are the projected columns themselves
   */
  ConePair(Cones below, Cones above, double sign, double sse) {
    this.below = below;
    this.above = above;
    this.sign = sign;
    this.sse = sse;
  }

  /** Loads the cones of two blocks. */
  void load(int firstBelow, int lastBelow, int firstAbove, int lastAbove) {
    atBelow = below.at(firstBelow, lastBelow);
    atAbove = above.at(firstAbove, lastAbove);
    double[] a = below.records();
    double[] b = above.records();
    couple(a, b, below.dimension());
    a1 = a[atBelow + R1];
    a2 = a[atBelow + R2];
    b1 = b[atAbove + R1];
    b2 = b[atAbove + R2];
  }

  /** Loads a cone below alone, coupled with nothing. */
  void loadBelow(int first, int last) {
    atBelow = below.at(first, last);
    a1 = below.records()[atBelow + R1];
    a2 = below.records()[atBelow + R2];
  }

  private void couple(double[] a, double[] b, int d) {
    int i = atBelow + COUPLING;
    int j = atAbove + COUPLING;
    double d11 = 0;
    double d12 = 0;
    double d21 = 0;
    double d22 = 0;
    for (int k = 0; k < d; k++) {
      double u1 = a[i + k];
      double u2 = a[i + d + k];
      double v1 = b[j + k];
      double v2 = b[j + d + k];
      d11 += u1 * v1;
      d12 += u1 * v2;
      d21 += u2 * v1;
      d22 += u2 * v2;
    }
    c11 = sign * d11;
    c12 = sign * d12;
    c21 = sign * d21;
    c22 = sign * d22;
  }
}
