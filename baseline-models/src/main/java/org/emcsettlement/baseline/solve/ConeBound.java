package org.emcsettlement.baseline.solve;

import static org.emcsettlement.baseline.solve.Cones.O1;
import static org.emcsettlement.baseline.solve.Cones.O2;
import static org.emcsettlement.baseline.solve.Cones.P1;
import static org.emcsettlement.baseline.solve.Cones.P2;
import static org.emcsettlement.baseline.solve.Cones.SHAPE;

/**
 * A lower bound of the sum of squared errors of any break in a pair of blocks.
 *
 * <p>A fit with coefficients {@code z} on true columns has a residual at most {@code p'z} shorter
 * than on the columns of the cones. So its length is at least the minimum over the cones of {@code
 * √(r + (z − z*)'K(z − z*)) − p'z}, with {@code K} the Gram matrix of the four columns, {@code z*}
 * their free solution and {@code r} what it leaves. Without the cones that minimum is {@code √r·√(1
 * − p'K⁻¹p) − p'z*}, at {@code z* + K⁻¹p·√(r / (1 − p'K⁻¹p))}.
 *
 * <p>The function is convex. Where its free minimum violates conditions of the cones, one of these
 * must hold with equality at the constrained minimum, which puts one side on a ray or at its apex;
 * so the bound is the least over the violated ones, each solved in the same way.
 */
final class ConeBound {

  /** What is left of a cone once conditions hold with equality. */
  static final int FREE = 0;

  static final int CONE = 1;
  static final int INNER_RAY = 2;
  static final int OUTER_RAY = 3;
  static final int APEX = 4;

  private static final double ROUNDING = 1e-14;

  private final ConePair pair;

  /** The reduced problem: coupling, products with the residual, and costs. */
  private double c11;

  private double c12;
  private double c21;
  private double c22;
  private double a1;
  private double a2;
  private double b1;
  private double b2;
  private double p1;
  private double p2;
  private double q1;
  private double q2;

  /** Its solution. */
  private double x1;

  private double x2;
  private double y1;
  private double y2;

  ConeBound(ConePair pair) {
    this.pair = pair;
  }

  /** The bound of the loaded pair, or any value above the cut. */
  double of(double cut) {
    int shapeAbove = (int) pair.above.records()[pair.atAbove + SHAPE];
    return least(shapeBelow(), shapeAbove, cut);
  }

  /** The bound of the loaded cone below when there is no slope above. */
  double ofBelow(double cut) {
    return least(shapeBelow(), APEX, cut);
  }

  private int shapeBelow() {
    return (int) pair.below.records()[pair.atBelow + SHAPE];
  }

  private double least(int shapeBelow, int shapeAbove, double cut) {
    reduce(shapeBelow, shapeAbove);
    double free = solve();
    if (free > cut) {
      return free;
    }
    // the solution is overwritten on the way down
    int below = violated(shapeBelow, x1, x2, pair.below.records(), pair.atBelow);
    int above = violated(shapeAbove, y1, y2, pair.above.records(), pair.atAbove);
    if (below == 0 && above == 0) {
      return free;
    }
    double least = Double.POSITIVE_INFINITY;
    for (int shape = INNER_RAY; shape <= APEX; shape++) {
      if ((below & 1 << shape) != 0) {
        least = Math.min(least, least(shape, shapeAbove, cut));
      }
      if ((above & 1 << shape) != 0) {
        least = Math.min(least, least(shapeBelow, shape, cut));
      }
    }
    return Math.max(free, least);
  }

  /** The shapes, as bits, that follow from violated conditions. */
  private static int violated(int shape, double z1, double z2, double[] records, int at) {
    if (shape == INNER_RAY || shape == OUTER_RAY) {
      return z1 < 0 ? 1 << APEX : 0;
    }
    if (shape != CONE) {
      return 0;
    }
    // z = inner·(1, 0) + outer·(o1, o2) with o2 < 0
    double outer = z2 / records[at + O2];
    double inner = z1 - outer * records[at + O1];
    return (outer < 0 ? 1 << INNER_RAY : 0) | (inner < 0 ? 1 << OUTER_RAY : 0);
  }

  private void reduce(int shapeBelow, int shapeAbove) {
    double[] below = pair.below.records();
    double[] above = pair.above.records();
    c11 = pair.c11;
    c12 = pair.c12;
    c21 = pair.c21;
    c22 = pair.c22;
    a1 = pair.a1;
    a2 = pair.a2;
    b1 = pair.b1;
    b2 = pair.b2;
    p1 = below[pair.atBelow + P1];
    p2 = below[pair.atBelow + P2];
    q1 = above[pair.atAbove + P1];
    q2 = above[pair.atAbove + P2];
    if (shapeBelow > CONE) {
      narrowBelow(shapeBelow, below[pair.atBelow + O1], below[pair.atBelow + O2]);
    }
    if (shapeAbove > CONE) {
      narrowAbove(shapeAbove, above[pair.atAbove + O1], above[pair.atAbove + O2]);
    }
  }

  /** Leaves one column of two, {@code w1·e1 + w2·e2}, or none. */
  private void narrowBelow(int shape, double o1, double o2) {
    double w1 = shape == INNER_RAY ? 1 : shape == OUTER_RAY ? o1 : 0;
    double w2 = shape == OUTER_RAY ? o2 : 0;
    c11 = w1 * c11 + w2 * c21;
    c12 = w1 * c12 + w2 * c22;
    a1 = w1 * a1 + w2 * a2;
    p1 = shape == APEX ? 0 : w1 * p1 + w2 * p2;
    c21 = 0;
    c22 = 0;
    a2 = 0;
    p2 = 0;
  }

  private void narrowAbove(int shape, double o1, double o2) {
    double w1 = shape == INNER_RAY ? 1 : shape == OUTER_RAY ? o1 : 0;
    double w2 = shape == OUTER_RAY ? o2 : 0;
    c11 = w1 * c11 + w2 * c12;
    c21 = w1 * c21 + w2 * c22;
    b1 = w1 * b1 + w2 * b2;
    q1 = shape == APEX ? 0 : w1 * q1 + w2 * q2;
    c12 = 0;
    c22 = 0;
    b2 = 0;
    q2 = 0;
  }

  /** Solves the reduced problem without conditions. */
  private double solve() {
    double s11 = 1 - c11 * c11 - c21 * c21;
    double s12 = -(c11 * c12 + c21 * c22);
    double s22 = 1 - c12 * c12 - c22 * c22;
    double det = s11 * s22 - s12 * s12;
    if (!(det > PairFaces.SINGULAR)) {
      return giveUp();
    }
    double inverse = 1 / det;
    double t1 = b1 - c11 * a1 - c21 * a2;
    double t2 = b2 - c12 * a1 - c22 * a2;
    double u1 = q1 - c11 * p1 - c21 * p2;
    double u2 = q2 - c12 * p1 - c22 * p2;
    y1 = (s22 * t1 - s12 * t2) * inverse;
    y2 = (s11 * t2 - s12 * t1) * inverse;
    double v1 = (s22 * u1 - s12 * u2) * inverse;
    double v2 = (s11 * u2 - s12 * u1) * inverse;
    // what rounding may have left of a perfect fit; it grows as the columns come close
    double noise = ROUNDING * pair.sse * inverse;
    double rest = pair.sse - (a1 * a1 + a2 * a2 + t1 * y1 + t2 * y2) - noise;
    double slack = 1 - (p1 * p1 + p2 * p2 + u1 * v1 + u2 * v2);
    if (!(slack > 0) || !(rest > 0)) {
      return giveUp();
    }
    double pz = p1 * a1 + p2 * a2 + u1 * y1 + u2 * y2;
    double length = Math.sqrt(rest * slack) - pz;
    double far = Math.sqrt(rest / slack);
    y1 += v1 * far;
    y2 += v2 * far;
    x1 = a1 + p1 * far - c11 * y1 - c12 * y2;
    x2 = a2 + p2 * far - c21 * y1 - c22 * y2;
    return length > 0 ? length * length : 0;
  }

  /** No bound but zero, and a solution that violates nothing. */
  private double giveUp() {
    x1 = Double.NaN;
    x2 = Double.NaN;
    y1 = Double.NaN;
    y2 = Double.NaN;
    return 0;
  }
}
