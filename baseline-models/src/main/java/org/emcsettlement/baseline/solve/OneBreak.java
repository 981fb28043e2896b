package org.emcsettlement.baseline.solve;

import static org.emcsettlement.baseline.solve.Cones.R1;
import static org.emcsettlement.baseline.solve.Cones.R2;

/**
 * The faces of one side alone: per cell the ray of its node and the inside of its cone.
 *
 * <p>On a face the minimum is an ordinary least-squares solution with one column or two; on an
 * orthonormal pair it lowers the sum of squared errors by {@code r1²} or {@code r1² + r2²}.
 */
final class OneBreak {

  private final Cones cones;
  private final Side side;
  private final double sse;
  private final Candidates found;
  private final boolean anySign;
  private final ConePair pair;
  private final ConeBound bound;

  /**
   * A search for a positive slope.
   *
   * @param sse sum of squared errors without the hinge
   */
  OneBreak(Cones cones, Side side, double sse, Candidates found) {
    this(cones, side, sse, found, false);
  }

  private OneBreak(Cones cones, Side side, double sse, Candidates found, boolean anySign) {
    this.cones = cones;
    this.side = side;
    this.sse = sse;
    this.found = found;
    this.anySign = anySign;
    pair = new ConePair(cones, cones, 0, sse);
    bound = new ConeBound(pair);
  }

  /** The same search for a slope of any sign: the cone becomes a double cone. */
  OneBreak withAnySign() {
    return new OneBreak(cones, side, sse, found, true);
  }

  /**
   * Looks at all cells but those in blocks that cannot matter. Cells that are described already are
   * cheaper to look at than to bound.
   */
  void run() {
    if (cones.hasAllCells()) {
      for (int cell = 0; cell < cones.count(); cell++) {
        tryCell(cell);
      }
    } else {
      visit(0, cones.count() - 1, 0);
    }
  }

  private void visit(int first, int last, double bound) {
    if (bound > found.cut()) {
      return;
    }
    if (first == last) {
      tryCell(first);
      return;
    }
    int middle = (first + last) >>> 1;
    double outer = bound(first, middle);
    double inner = bound(middle + 1, last);
    if (outer <= inner) {
      visit(first, middle, outer);
      visit(middle + 1, last, inner);
    } else {
      visit(middle + 1, last, inner);
      visit(first, middle, outer);
    }
  }

  private double bound(int first, int last) {
    pair.loadBelow(first, last);
    return bound.ofBelow(found.cut());
  }

  private void tryCell(int cell) {
    int at = cones.at(cell, cell);
    double[] records = cones.records();
    double r1 = records[at + R1];
    double r2 = records[at + R2];
    if (sse - (r1 * r1 + r2 * r2) <= found.cut()) {
      offer(r1 * r1, Cones.breakOnRay(records, at, anySign ? Math.abs(r1) : r1));
      offer(r1 * r1 + r2 * r2, Cones.breakInside(records, at, r1, r2));
      if (anySign) {
        offer(r1 * r1 + r2 * r2, Cones.breakInside(records, at, -r1, -r2));
      }
    }
  }

  /** A NaN break is a solution outside its face. */
  private void offer(double gain, double node) {
    if (!Double.isNaN(node)) {
      found.offer(sse - gain, side.mirror(node), side.mirror(node));
    }
  }
}
