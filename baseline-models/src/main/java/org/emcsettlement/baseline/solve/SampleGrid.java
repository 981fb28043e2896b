package org.emcsettlement.baseline.solve;

import java.util.Arrays;

/**
 * All nodes of a search on samples, ascending: the distinct positions and the ends of the allowed
 * ranges. For each node it keeps, per row, how many samples lie below and their mean distance; from
 * these the columns of either side follow in a few operations per row.
 */
final class SampleGrid {

  private final Samples samples;
  private final int rows;
  private final double[] share;
  private final double[] node;

  /** Node after node, one entry per row. */
  private final int[] countBelow;

  private final double[] hingeBelow;

  private final double[] hingeAbove;
  private int size;

  /** A grid over all distinct positions of the samples and the ends of the ranges. */
  SampleGrid(Samples samples, BreakRange... ranges) {
    this.samples = samples;
    rows = samples.rows();
    share = new double[rows];
    for (int p = 0; p < rows; p++) {
      share[p] = 1.0 / samples.ofRow(p).length;
    }
    double[] all = samples.all();
    node = new double[all.length + 2 * ranges.length];
    countBelow = new int[(node.length + 1) * rows];
    fill(all, cuts(ranges));
    hingeBelow = new double[size * rows];
    hingeAbove = new double[size * rows];
    addUpHinges();
  }

  private static double[] cuts(BreakRange[] ranges) {
    double[] cuts = new double[2 * ranges.length];
    for (int i = 0; i < ranges.length; i++) {
      cuts[2 * i] = ranges[i].low();
      cuts[2 * i + 1] = ranges[i].high();
    }
    Arrays.sort(cuts);
    return cuts;
  }

  /** Merges samples and cuts; the last record of counts holds all samples. */
  private void fill(double[] all, double[] cuts) {
    int[] count = new int[rows];
    int cut = 0;
    for (int i = 0; i < all.length; i++) {
      while (cut < cuts.length && cuts[cut] <= all[i]) {
        add(cuts[cut++], count);
      }
      add(all[i], count);
      count[samples.rowOfAll()[i]]++;
    }
    while (cut < cuts.length) {
      add(cuts[cut++], count);
    }
    System.arraycopy(count, 0, countBelow, size * rows, rows);
  }

  private void add(double x, int[] count) {
    if (size == 0 || x > node[size - 1]) {
      System.arraycopy(count, 0, countBelow, size * rows, rows);
      node[size++] = x;
    }
  }

  /** From node to node every mean distance grows by the share beyond: nothing cancels. */
  private void addUpHinges() {
    for (int g = 1; g < size; g++) {
      double way = node[g] - node[g - 1];
      int at = g * rows;
      int before = at - rows;
      for (int p = 0; p < rows; p++) {
        hingeBelow[at + p] = hingeBelow[before + p] + way * shareBelow(at + p, p);
      }
    }
    for (int g = size - 2; g >= 0; g--) {
      double way = node[g + 1] - node[g];
      int at = g * rows;
      int before = at + rows;
      for (int p = 0; p < rows; p++) {
        hingeAbove[at + p] = hingeAbove[before + p] + way * (1 - shareBelow(before + p, p));
      }
    }
  }

  private double shareBelow(int at, int p) {
    return countBelow[at] * share[p];
  }

  int rows() {
    return rows;
  }

  double node(int g) {
    return node[g];
  }

  /** The number of the node at exactly this position. */
  int find(double x) {
    return Arrays.binarySearch(node, 0, size, x);
  }

  /** Writes the hinge column of the side with its break at a node. */
  void hinge(Side side, int g, double[] column) {
    double[] hinge = side == Side.BELOW ? hingeBelow : hingeAbove;
    System.arraycopy(hinge, g * rows, column, 0, rows);
  }

  /** Writes the share of each row strictly beyond a node. */
  void step(Side side, int g, double[] column) {
    int at = g * rows;
    for (int p = 0; p < rows; p++) {
      column[p] = side == Side.BELOW ? shareBelow(at + p, p) : 1 - shareBelow(at + rows + p, p);
    }
  }

  /**
   * Writes half of how far, at most, a hinge column with its break between two nodes hangs below
   * its chord: half the mean of {@code (x − low)(high − x) / (high − low)} over the samples
   * between.
   */
  void sag(int low, int high, double[] column) {
    double from = node[low];
    double to = node[high];
    double scale = 1 / (2 * (to - from));
    for (int p = 0; p < rows; p++) {
      double[] row = samples.ofRow(p);
      int end = countBelow[high * rows + p];
      double sum = 0;
      for (int k = countBelow[low * rows + p]; k < end; k++) {
        sum += (row[k] - from) * (to - row[k]);
      }
      column[p] = sum * scale * share[p];
    }
  }
}
