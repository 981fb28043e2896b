package org.emcsettlement.baseline.solve;

/**
 * The faces that two cells own together: the inside or the ray of one with the inside or the ray of
 * the other. Each is an ordinary least-squares problem in two, three or four columns, solved
 * through the Schur complement of the coupling, {@code I − C'C}.
 */
final class PairFaces {

  /** Below this, columns of the two sides count as dependent. */
  static final double SINGULAR = 1e-12;

  private final ConePair pair;

  PairFaces(ConePair pair) {
    this.pair = pair;
  }

  /** Offers the faces of two different cells. The solution inside both is the least of them. */
  void offer(Candidates found) {
    if (!offerInsideInside(found)) {
      offerRayInside(found);
      offerInsideRay(found);
      offerRayRay(found);
    }
  }

  private boolean offerInsideInside(Candidates found) {
    double s11 = 1 - pair.c11 * pair.c11 - pair.c21 * pair.c21;
    double s12 = -(pair.c11 * pair.c12 + pair.c21 * pair.c22);
    double s22 = 1 - pair.c12 * pair.c12 - pair.c22 * pair.c22;
    double det = s11 * s22 - s12 * s12;
    if (!(det > SINGULAR)) {
      return false;
    }
    double t1 = pair.b1 - pair.c11 * pair.a1 - pair.c21 * pair.a2;
    double t2 = pair.b2 - pair.c12 * pair.a1 - pair.c22 * pair.a2;
    double inverse = 1 / det;
    double y1 = (s22 * t1 - s12 * t2) * inverse;
    double y2 = (s11 * t2 - s12 * t1) * inverse;
    double x1 = pair.a1 - pair.c11 * y1 - pair.c12 * y2;
    double x2 = pair.a2 - pair.c21 * y1 - pair.c22 * y2;
    double gain = pair.a1 * pair.a1 + pair.a2 * pair.a2 + t1 * y1 + t2 * y2;
    return offer(gain, insideBelow(x1, x2), insideAbove(y1, y2), found);
  }

  private void offerRayInside(Candidates found) {
    double c1 = pair.c11;
    double c2 = pair.c12;
    double rest = 1 - c1 * c1 - c2 * c2;
    if (rest > SINGULAR) {
      double t1 = pair.b1 - c1 * pair.a1;
      double t2 = pair.b2 - c2 * pair.a1;
      double along = (c1 * t1 + c2 * t2) / rest;
      double y1 = t1 + c1 * along;
      double y2 = t2 + c2 * along;
      double x1 = pair.a1 - c1 * y1 - c2 * y2;
      double gain = pair.a1 * x1 + pair.b1 * y1 + pair.b2 * y2;
      offer(gain, rayBelow(x1), insideAbove(y1, y2), found);
    }
  }

  private void offerInsideRay(Candidates found) {
    double c1 = pair.c11;
    double c2 = pair.c21;
    double rest = 1 - c1 * c1 - c2 * c2;
    if (rest > SINGULAR) {
      double t1 = pair.a1 - c1 * pair.b1;
      double t2 = pair.a2 - c2 * pair.b1;
      double along = (c1 * t1 + c2 * t2) / rest;
      double x1 = t1 + c1 * along;
      double x2 = t2 + c2 * along;
      double y1 = pair.b1 - c1 * x1 - c2 * x2;
      double gain = pair.b1 * y1 + pair.a1 * x1 + pair.a2 * x2;
      offer(gain, insideBelow(x1, x2), rayAbove(y1), found);
    }
  }

  private void offerRayRay(Candidates found) {
    double c = pair.c11;
    double rest = 1 - c * c;
    if (rest > SINGULAR) {
      double y1 = (pair.b1 - c * pair.a1) / rest;
      double x1 = pair.a1 - c * y1;
      offer(pair.a1 * x1 + pair.b1 * y1, rayBelow(x1), rayAbove(y1), found);
    }
  }

  private double rayBelow(double x1) {
    return Cones.breakOnRay(pair.below.records(), pair.atBelow, x1);
  }

  private double rayAbove(double y1) {
    return Cones.breakOnRay(pair.above.records(), pair.atAbove, y1);
  }

  private double insideBelow(double x1, double x2) {
    return Cones.breakInside(pair.below.records(), pair.atBelow, x1, x2);
  }

  private double insideAbove(double y1, double y2) {
    return Cones.breakInside(pair.above.records(), pair.atAbove, y1, y2);
  }

  /** A NaN break is a solution outside its face. */
  private boolean offer(double gain, double nodeBelow, double nodeAbove, Candidates found) {
    if (Double.isNaN(nodeBelow) || Double.isNaN(nodeAbove)) {
      return false;
    }
    found.offer(pair.sse - gain, Side.BELOW.mirror(nodeBelow), Side.ABOVE.mirror(nodeAbove));
    return true;
  }
}
