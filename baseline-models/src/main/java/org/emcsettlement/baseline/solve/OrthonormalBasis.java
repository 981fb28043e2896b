package org.emcsettlement.baseline.solve;

import java.util.Arrays;

/**
 * Orthonormal columns grown one at a time by Gram–Schmidt. Each column is projected twice, which
 * keeps the basis orthogonal to working precision however close the columns are (Giraud, Langou and
 * Rozložník 2005, "twice is enough").
 */
final class OrthonormalBasis {

  /** A column whose independent part is shorter than this fraction of it counts as dependent. */
  static final double TOLERANCE = 1e-10;

  private double[][] vectors;
  private int size;

  OrthonormalBasis(int capacity) {
    vectors = new double[capacity][];
  }

  /** A copy with room for one more column; the vectors themselves are shared. */
  OrthonormalBasis copy() {
    OrthonormalBasis copy = new OrthonormalBasis(0);
    copy.vectors = Arrays.copyOf(vectors, size + 1);
    copy.size = size;
    return copy;
  }

  int size() {
    return size;
  }

  double[] vector(int k) {
    return vectors[k];
  }

  /** Adds the independent part of the column, or returns false when there is none. */
  boolean grow(double[] column) {
    double length = Vectors.norm(column);
    if (length == 0) {
      return false;
    }
    double[] rest = column.clone();
    remove(rest);
    remove(rest);
    double left = Vectors.norm(rest);
    if (left <= TOLERANCE * length) {
      return false;
    }
    Vectors.scale(rest, 1 / left);
    vectors[size++] = rest;
    return true;
  }

  /** Subtracts from the column, in place, its projection on the basis. */
  void remove(double[] column) {
    for (int k = 0; k < size; k++) {
      Vectors.add(column, -Vectors.dot(vectors[k], column), vectors[k]);
    }
  }
}
