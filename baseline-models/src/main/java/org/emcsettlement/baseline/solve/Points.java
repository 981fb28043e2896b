package org.emcsettlement.baseline.solve;

import java.util.Arrays;

/** One position per row. */
final class Points extends Positions {

  private final double[] position;

  /** Points in canonical order, which is ascending. */
  Points(double[] ascending) {
    position = ascending;
  }

  double[] ascending() {
    return position;
  }

  /** The highest mirrored break that leaves so many flat points. */
  double highest(Side side, int flatPoints) {
    int firstFlat = position.length - flatPoints;
    return firstFlat < 0 ? Double.NEGATIVE_INFINITY : mirrored(side)[firstFlat];
  }

  @Override
  double[] hinge(Side side, double breakAt) {
    double node = side.mirror(breakAt);
    double[] column = new double[position.length];
    for (int i = 0; i < column.length; i++) {
      column[i] = Math.max(0, node - side.mirror(position[i]));
    }
    return column;
  }

  @Override
  double[] mirrored(Side side) {
    return side.mirror(position);
  }

  @Override
  double[] shares(Side side) {
    double[] ones = new double[position.length];
    Arrays.fill(ones, 1);
    return ones;
  }

  @Override
  double[] firstOfRows(Side side) {
    return mirrored(side);
  }
}
