package org.emcsettlement.baseline.solve;

/**
 * The one order in which rows are summed: by position, then by key, then as given. A stable merge
 * sort of indices, because sums that depend on the order of arrival would not repeat.
 */
final class CanonicalOrder {

  private final double[] position;
  private final long[] key;

  private CanonicalOrder(double[] position, long[] key) {
    this.position = position;
    this.key = key;
  }

  /** Indices of the rows in canonical order. */
  static int[] of(double[] position, long[] key) {
    int[] order = new int[position.length];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    new CanonicalOrder(position, key).sort(order, order.clone(), 0, order.length);
    return order;
  }

  /** Entries of an array in the given order. */
  static double[] pick(double[] values, int[] order) {
    double[] picked = new double[order.length];
    for (int i = 0; i < order.length; i++) {
      picked[i] = values[order[i]];
    }
    return picked;
  }

  /** Sorts {@code into[from, to)}; both arrays hold the same indices there. */
  private void sort(int[] into, int[] source, int from, int to) {
    if (to - from < 2) {
      return;
    }
    int middle = (from + to) >>> 1;
    sort(source, into, from, middle);
    sort(source, into, middle, to);
    int left = from;
    int right = middle;
    for (int i = from; i < to; i++) {
      boolean takeLeft = right == to || (left < middle && !isBefore(source[right], source[left]));
      into[i] = takeLeft ? source[left++] : source[right++];
    }
  }

  private boolean isBefore(int a, int b) {
    return position[a] < position[b] || (position[a] == position[b] && key[a] < key[b]);
  }
}
