package org.emcsettlement.baseline.solve;

import java.util.ArrayList;
import java.util.List;

/**
 * Weighted least squares with a level per group and slopes common to all groups.
 *
 * <p>The levels are absorbed: centring every column within its groups leaves a problem in the
 * slopes alone, and the level of a group is its mean value less its mean columns times the slopes.
 * The cost is linear in rows and does not depend on the number of groups, and no column per group
 * is made.
 *
 * <p>Columns are taken in their declared order. One whose part not explained by groups and earlier
 * columns is below one millionth of its length counts as dependent. Dependent columns leave a
 * family of solutions; the one with the smallest sum of squares of levels and slopes is returned,
 * which is what a pseudo-inverse of the full design gives.
 */
public final class GroupedLeastSquares {

  /** Square of the share of a column that must be its own. */
  private static final double OWN_SHARE = 1e-12;

  /** A part of a dependent column smaller than this does not name the column it comes from. */
  private static final double NEGLIGIBLE_SHARE = 1e-6;

  private final double[][] mean;
  private final double[] valueMean;
  private final boolean[] seen;
  private final double[][] centred;
  private final double[] centredValue;
  private final double[][] gram;

  private GroupedLeastSquares(
      int groups, int[] group, double[][] columns, double[] value, double[] weight) {
    double[] total = new double[groups];
    double[] root = new double[weight.length];
    for (int i = 0; i < weight.length; i++) {
      total[group[i]] += weight[i];
      root[i] = Math.sqrt(weight[i]);
    }
    seen = new boolean[groups];
    for (int g = 0; g < groups; g++) {
      seen[g] = total[g] > 0;
    }
    mean = new double[columns.length][];
    centred = new double[columns.length][];
    for (int j = 0; j < columns.length; j++) {
      mean[j] = means(columns[j], group, weight, total);
      centred[j] = centre(columns[j], mean[j], group, root);
    }
    valueMean = means(value, group, weight, total);
    centredValue = centre(value, valueMean, group, root);
    gram = new double[columns.length][columns.length];
    for (int j = 0; j < columns.length; j++) {
      for (int k = 0; k <= j; k++) {
        gram[j][k] = Vectors.dot(centred[j], centred[k]);
        gram[k][j] = gram[j][k];
      }
      if (gram[j][j] <= OWN_SHARE * OWN_SHARE * length(columns[j], weight)) {
        gram[j][j] = 0;
      }
    }
  }

  /**
   * Minimises the sum of {@code weight · (value − level of its group − columns · slopes)²}.
   *
   * @param groups number of groups
   * @param group group of each row, from 0
   * @param columns regressors, {@code columns[j][i]} in row {@code i}; there may be none
   * @param value what is fitted, per row
   * @param weight weight per row
   * @return levels and slopes
   * @throws IllegalArgumentException if lengths differ, an entry is not finite, a weight is not
   *     greater than zero or a group is out of range
   */
  public static GroupedFit solve(
      int groups, int[] group, double[][] columns, double[] value, double[] weight) {
    Arguments.finite("value", value);
    Arguments.length("group", group.length, value.length);
    Arguments.length("weight", weight.length, value.length);
    Arguments.positive("weight", weight);
    Arguments.columns("columns", columns, value.length);
    for (int i = 0; i < group.length; i++) {
      if (group[i] < 0 || group[i] >= groups) {
        throw new IllegalArgumentException(
            "group[" + i + "] is " + group[i] + ", must be from 0 to " + (groups - 1));
      }
    }
    return new GroupedLeastSquares(groups, group, columns, value, weight).solve();
  }

  private GroupedFit solve() {
    Cholesky triangle = new Cholesky(gram, OWN_SHARE);
    double[] slopes = triangle.solve(products(centredValue));
    double[] rest = centredValue.clone();
    subtract(slopes, rest);
    // the residual fitted once more removes most of the rounding error
    double[] correction = triangle.solve(products(rest));
    Vectors.add(slopes, 1, correction);
    subtract(correction, rest);
    double withinGroups = Vectors.dot(centredValue, centredValue);
    List<ColumnRank.Clash> clashes = new ArrayList<>();
    List<double[]> free = new ArrayList<>();
    for (int column : triangle.dependent()) {
      double[] direction = triangle.nullDirection(column);
      clashes.add(new ColumnRank.Clash(column, sources(direction, column)));
      free.add(direction);
    }
    shorten(slopes, free);
    return new GroupedFit(
        levels(slopes), seen, slopes, withinGroups, Vectors.dot(rest, rest), clashes);
  }

  private void subtract(double[] slopes, double[] rest) {
    for (int j = 0; j < slopes.length; j++) {
      Vectors.add(rest, -slopes[j], centred[j]);
    }
  }

  /** Moves the slopes along the free directions to where levels and slopes are smallest. */
  private void shorten(double[] slopes, List<double[]> free) {
    if (free.isEmpty()) {
      return;
    }
    double[][] moved = new double[free.size()][];
    double[] start = joined(levels(slopes), slopes, 1);
    for (int k = 0; k < moved.length; k++) {
      moved[k] = joined(times(mean, free.get(k)), free.get(k), -1);
    }
    double[][] normal = new double[moved.length][moved.length];
    double[] right = new double[moved.length];
    for (int k = 0; k < moved.length; k++) {
      for (int l = 0; l < moved.length; l++) {
        normal[k][l] = Vectors.dot(moved[k], moved[l]);
      }
      right[k] = Vectors.dot(moved[k], start);
    }
    double[] step = new Cholesky(normal, 0).solve(right);
    for (int k = 0; k < moved.length; k++) {
      Vectors.add(slopes, step[k], free.get(k));
    }
  }

  private double[] levels(double[] slopes) {
    double[] levels = valueMean.clone();
    for (int j = 0; j < slopes.length; j++) {
      Vectors.add(levels, -slopes[j], mean[j]);
    }
    return levels;
  }

  private double[] products(double[] rows) {
    double[] products = new double[centred.length];
    for (int j = 0; j < products.length; j++) {
      products[j] = Vectors.dot(centred[j], rows);
    }
    return products;
  }

  private static List<Integer> sources(double[] direction, int column) {
    List<Integer> sources = new ArrayList<>();
    for (int j = 0; j < column; j++) {
      if (Math.abs(direction[j]) > NEGLIGIBLE_SHARE) {
        sources.add(j);
      }
    }
    return sources;
  }

  private double[] times(double[][] columns, double[] factor) {
    double[] sum = new double[seen.length];
    for (int j = 0; j < factor.length; j++) {
      Vectors.add(sum, factor[j], columns[j]);
    }
    return sum;
  }

  private static double[] joined(double[] head, double[] tail, int sign) {
    double[] joined = new double[head.length + tail.length];
    System.arraycopy(head, 0, joined, 0, head.length);
    for (int j = 0; j < tail.length; j++) {
      joined[head.length + j] = sign * tail[j];
    }
    return joined;
  }

  private static double[] means(double[] rows, int[] group, double[] weight, double[] total) {
    double[] mean = new double[total.length];
    for (int i = 0; i < rows.length; i++) {
      mean[group[i]] += weight[i] * rows[i];
    }
    for (int g = 0; g < mean.length; g++) {
      mean[g] = total[g] > 0 ? mean[g] / total[g] : 0;
    }
    return mean;
  }

  private static double[] centre(double[] rows, double[] mean, int[] group, double[] root) {
    double[] centred = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      centred[i] = (rows[i] - mean[group[i]]) * root[i];
    }
    return centred;
  }

  private static double length(double[] column, double[] weight) {
    double length = 0;
    for (int i = 0; i < column.length; i++) {
      length += weight[i] * column[i] * column[i];
    }
    return length;
  }
}
