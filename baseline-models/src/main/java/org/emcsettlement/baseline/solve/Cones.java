package org.emcsettlement.baseline.solve;

import java.util.Arrays;

/**
 * The cones of one side, one per cell and one per block of cells, each described when first asked
 * for. Blocks are those of repeated halving, so a block of more than one cell is known by the place
 * where it is halved.
 *
 * <p>A cone is spanned by a hinge column {@code h} and a step column {@code v}. They are stored
 * orthonormal: {@code h = l11·e1}, {@code v = l21·e1 + l22·e2}. Of {@code e1} and {@code e2} a
 * record keeps their products with the residual ({@code r1, r2}) and their coupling vectors; inner
 * products with the columns of the other side are all that a search asks for.
 *
 * <p>The columns of a block are only near its span: a hinge column with slope {@code b} lies within
 * {@code b·radius} of it. Written for coefficients {@code z} of {@code e1, e2} that distance is
 * {@code p1·z1 + p2·z2}; it is zero for a single cell.
 */
final class Cones {

  /** Offsets in a record; the coupling vectors of e1 and then e2 follow. */
  static final int R1 = 0;

  static final int R2 = 1;
  static final int P1 = 2;
  static final int P2 = 3;
  static final int L11 = 4;
  static final int L21 = 5;
  static final int L22 = 6;
  static final int NODE = 7;
  static final int WIDTH = 8;
  static final int O1 = 9;
  static final int O2 = 10;
  static final int SHAPE = 11;
  static final int COUPLING = 12;

  /** A squared length below this fraction of what was projected is rounding error. */
  private static final double DEPENDENT = 1e-12;

  private final HingeCurve curve;
  private final int count;
  private final int dimension;
  private final int stride;
  private final int[] place;
  private final Cone cone;
  private double[] records;
  private int used;
  private boolean allCells;

  /**
   * Cones of the first cells of a curve. One object serves one such range, since a block is known
   * by where the halving of the range cuts it.
   */
  Cones(HingeCurve curve, int count) {
    this.curve = curve;
    this.count = count;
    place = new int[2 * count];
    Arrays.fill(place, -1);
    dimension = curve.dimension();
    stride = COUPLING + 2 * dimension;
    cone = new Cone(dimension);
    records = new double[0];
  }

  /** The cones of all single cells; from then on reading them changes nothing. */
  static Cones ofCells(HingeCurve curve) {
    Cones cones = new Cones(curve, curve.cells());
    for (int cell = 0; cell < curve.cells(); cell++) {
      cones.at(cell, cell);
    }
    cones.allCells = true;
    return cones;
  }

  /** A copy of the first cells, to which blocks can be added. */
  Cones copy(int first) {
    Cones copy = new Cones(curve, first);
    System.arraycopy(place, 0, copy.place, 0, first);
    copy.records = Arrays.copyOf(records, used + 64 * stride);
    copy.used = used;
    copy.allCells = allCells;
    return copy;
  }

  /** The number of cells. */
  int count() {
    return count;
  }

  int dimension() {
    return dimension;
  }

  /** Whether the cones of all single cells are described. */
  boolean hasAllCells() {
    return allCells;
  }

  /** All records; to be asked for again after {@link #at}, which may move them. */
  double[] records() {
    return records;
  }

  /** Where the record of a block starts. */
  int at(int first, int last) {
    int name = first == last ? first : count + ((first + last) >>> 1);
    if (place[name] < 0) {
      if (used == records.length) {
        records = Arrays.copyOf(records, Math.max(2 * used, 64 * stride));
      }
      curve.describe(first, last, cone);
      store(cone, used);
      storeEnds(used, first, last);
      place[name] = used;
      used += stride;
    }
    return place[name];
  }

  /** Stores the cone with its columns made orthonormal. */
  private void store(Cone cone, int at) {
    if (cone.hh <= DEPENDENT * cone.hingeSquare) {
      storeWithoutHinge(cone, at);
      return;
    }
    double l11 = Math.sqrt(cone.hh);
    double unit = 1 / l11;
    double l21 = cone.hv * unit;
    double rest = cone.vv - l21 * l21;
    double l22 = rest <= DEPENDENT * cone.stepSquare ? 0 : Math.sqrt(rest);
    double unit2 = l22 == 0 ? 0 : 1 / l22;
    double r1 = cone.hinge[dimension] * unit;
    records[at + L11] = l11;
    records[at + L21] = l21;
    records[at + L22] = l22;
    records[at + R1] = r1;
    records[at + R2] = (cone.step[dimension] - l21 * r1) * unit2;
    // with dependent columns nothing limits the slope, so the distance has no limit either
    records[at + P1] = l22 == 0 && cone.radius > 0 ? Double.POSITIVE_INFINITY : cone.radius * unit;
    records[at + P2] = -cone.radius * unit * l21 * unit2;
    int e1 = at + COUPLING;
    int e2 = e1 + dimension;
    for (int k = 0; k < dimension; k++) {
      double e = cone.hinge[k] * unit;
      records[e1 + k] = e;
      records[e2 + k] = (cone.step[k] - l21 * e) * unit2;
    }
  }

  /** Node and length of a block, and the direction of the ray at its outer end. */
  private void storeEnds(int at, int first, int last) {
    double length = curve.node(last) - curve.node(first) + curve.width(first);
    double l11 = records[at + L11];
    double o1 = l11 - length * records[at + L21];
    double o2 = -length * records[at + L22];
    double norm = Math.sqrt(o1 * o1 + o2 * o2);
    records[at + NODE] = l11 == 0 ? Double.NaN : curve.node(last);
    records[at + WIDTH] = length;
    if (l11 == 0 || norm < DEPENDENT * l11) {
      records[at + SHAPE] = ConeBound.FREE;
    } else {
      records[at + SHAPE] = o2 < 0 ? ConeBound.CONE : ConeBound.INNER_RAY;
      records[at + O1] = o1 / norm;
      records[at + O2] = o2 / norm;
    }
  }

  /** The hinge itself is projected away: no face can be solved, the step alone still bounds. */
  private void storeWithoutHinge(Cone cone, int at) {
    double unit = cone.vv <= DEPENDENT * cone.stepSquare ? 0 : 1 / Math.sqrt(cone.vv);
    Arrays.fill(records, at, at + stride, 0);
    records[at + R1] = cone.step[dimension] * unit;
    records[at + P1] = cone.radius > 0 ? Double.POSITIVE_INFINITY : 0;
    for (int k = 0; k < dimension; k++) {
      records[at + COUPLING + k] = cone.step[k] * unit;
    }
  }

  /** The break of the ray of a cell; NaN when the ray would need a slope that is not positive. */
  static double breakOnRay(double[] records, int at, double z1) {
    return z1 > 0 ? records[at + NODE] : Double.NaN;
  }

  /**
   * The break inside a cell that coefficients {@code z} of {@code e1, e2} stand for; NaN when they
   * lie outside the cone. With {@code d = −z2/l22} and {@code slope = (z1 + l21·d)/l11} the break
   * is {@code s = d/slope} below the node.
   */
  static double breakInside(double[] records, int at, double z1, double z2) {
    double d = -z2 * records[at + L11];
    double slope = z1 * records[at + L22] - z2 * records[at + L21];
    return d > 0 && d < slope * records[at + WIDTH] ? records[at + NODE] - d / slope : Double.NaN;
  }
}
