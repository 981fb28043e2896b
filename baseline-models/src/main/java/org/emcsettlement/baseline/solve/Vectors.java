package org.emcsettlement.baseline.solve;

/**
 * The few vector loops that everything here is made of. Sums run in one fixed order with four
 * partial sums, so they are fast and still repeat to the last bit.
 */
final class Vectors {

  private Vectors() {}

  static double dot(double[] a, double[] b) {
    return dot(a, b, 0);
  }

  /** The inner product of {@code a} with as many entries of {@code b}, from the given one on. */
  static double dot(double[] a, double[] b, int from) {
    int n = a.length;
    int whole = n & ~3;
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    for (int i = 0; i < whole; i += 4) {
      s0 += a[i] * b[from + i];
      s1 += a[i + 1] * b[from + i + 1];
      s2 += a[i + 2] * b[from + i + 2];
      s3 += a[i + 3] * b[from + i + 3];
    }
    for (int i = whole; i < n; i++) {
      s0 += a[i] * b[from + i];
    }
    return (s0 + s1) + (s2 + s3);
  }

  static double norm(double[] a) {
    return Math.sqrt(dot(a, a));
  }

  /** Adds {@code factor} times {@code b} to the first entries of {@code a}. */
  static void add(double[] a, double factor, double[] b) {
    for (int i = 0; i < b.length; i++) {
      a[i] += factor * b[i];
    }
  }

  static double[] times(double[] a, double[] b) {
    double[] product = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      product[i] = a[i] * b[i];
    }
    return product;
  }

  static void scale(double[] a, double factor) {
    for (int i = 0; i < a.length; i++) {
      a[i] *= factor;
    }
  }
}
