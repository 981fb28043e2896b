package org.emcsettlement.baseline.solve;

/**
 * What a search looks along: one position per row, or several of which a row takes the mean
 * distance beyond a break.
 */
abstract class Positions {

  /** Per row, in canonical order, its distance beyond the break; zero on the other side. */
  abstract double[] hinge(Side side, double breakAt);

  /** All positions, mirrored, ascending. */
  abstract double[] mirrored(Side side);

  /** For each of these, the share that it has in its row. */
  abstract double[] shares(Side side);

  /** The first position of each row, mirrored, ascending. */
  abstract double[] firstOfRows(Side side);

  /**
   * The lowest mirrored break whose sloped side satisfies the guard, infinite if there is none.
   *
   * <p>Both conditions, rows strictly beyond the break and the sum of their distances, hold for all
   * higher breaks too. Two rows and two distinct positions are needed in any case: beyond a single
   * one, slope and break act as one.
   */
  final double lowest(Side side, SideGuard guard) {
    double[] xi = mirrored(side);
    double[] first = firstOfRows(side);
    int needed = Math.max(2, guard.pointsPerSlopedSide());
    int distinct = 1;
    while (distinct < xi.length && xi[distinct] == xi[0]) {
      distinct++;
    }
    if (needed > first.length || distinct == xi.length) {
      return Double.POSITIVE_INFINITY;
    }
    // the least step that counts as strictly beyond
    double ulp = Math.ulp(Math.max(Math.abs(xi[0]), Math.abs(xi[xi.length - 1])));
    double low = Math.max(first[needed - 1], xi[distinct]) + ulp;
    double sum = guard.degreeSumPerSlopedSide();
    return sum == 0 ? low : Math.max(low, lowestForSum(side, sum, ulp));
  }

  /** The sum grows linearly from position to position: find the gap, then divide. */
  private double lowestForSum(Side side, double least, double ulp) {
    double[] xi = mirrored(side);
    double[] share = shares(side);
    double sum = 0;
    double slope = share[0];
    int i = 0;
    while (i + 1 < xi.length && sum + slope * (xi[i + 1] - xi[i]) < least) {
      sum += slope * (xi[i + 1] - xi[i]);
      i++;
      slope += share[i];
    }
    double node = xi[i] + (least - sum) / slope;
    // then step over the rounding error: the sum never falls as the break moves on
    for (double step = ulp; degreeSum(side, node) < least; step *= 2) {
      node += step;
    }
    return node;
  }

  private double degreeSum(Side side, double node) {
    double sum = 0;
    for (double distance : hinge(side, side.mirror(node))) {
      sum += distance;
    }
    return sum;
  }
}
