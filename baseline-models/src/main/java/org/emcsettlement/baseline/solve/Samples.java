package org.emcsettlement.baseline.solve;

import java.util.Arrays;

/**
 * Several positions per row, of which a row takes the mean distance beyond a break. They are kept
 * ascending within their row, and all together ascending with their row.
 */
final class Samples extends Positions {

  private final double[][] ofRow;
  private final double[] all;
  private final int[] rowOfAll;

  /** Samples of rows in canonical order. */
  Samples(double[][] rows) {
    double[] flat = Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
    long[] owner = new long[flat.length];
    int filled = 0;
    for (int p = 0; p < rows.length; p++) {
      Arrays.fill(owner, filled, filled + rows[p].length, p);
      filled += rows[p].length;
    }
    int[] order = CanonicalOrder.of(flat, owner);
    all = CanonicalOrder.pick(flat, order);
    rowOfAll = new int[flat.length];
    ofRow = new double[rows.length][];
    Arrays.setAll(ofRow, p -> new double[rows[p].length]);
    int[] size = new int[rows.length];
    for (int i = 0; i < order.length; i++) {
      int p = (int) owner[order[i]];
      rowOfAll[i] = p;
      ofRow[p][size[p]++] = all[i];
    }
  }

  int rows() {
    return ofRow.length;
  }

  /** The samples of one row, ascending. */
  double[] ofRow(int p) {
    return ofRow[p];
  }

  /** All samples, ascending. */
  double[] all() {
    return all;
  }

  /** The row of each sample in {@link #all}. */
  int[] rowOfAll() {
    return rowOfAll;
  }

  @Override
  double[] hinge(Side side, double breakAt) {
    double node = side.mirror(breakAt);
    double[] column = new double[rows()];
    for (int p = 0; p < column.length; p++) {
      double sum = 0;
      for (double x : ofRow[p]) {
        sum += Math.max(0, node - side.mirror(x));
      }
      column[p] = sum / ofRow[p].length;
    }
    return column;
  }

  @Override
  double[] mirrored(Side side) {
    return side.mirror(all);
  }

  @Override
  double[] shares(Side side) {
    double[] shares = new double[all.length];
    Arrays.setAll(shares, i -> 1.0 / ofRow[rowOfAll[i]].length);
    return side.inOrder(shares);
  }

  @Override
  double[] firstOfRows(Side side) {
    double[] first = new double[rows()];
    Arrays.setAll(first, p -> side.mirror(ofRow[p])[0]);
    Arrays.sort(first);
    return first;
  }
}
