package org.emcsettlement.baseline.solve;

import java.util.Arrays;

/**
 * Weighted least squares on a {@link ShrunkDesign} from sums of products, for any choice of its
 * columns: sums are taken once, so trying a choice costs a small triangular decomposition. Levels
 * of groups are absorbed, they only subtract from the sums of the columns.
 *
 * <p>Solutions are corrected by those of their own residuals, which wins back the digits that sums
 * of products lose. One fixed order of operations: equal arguments give equal bits.
 */
public final class ShrunkGram {

  /** What a perfect fit leaves, as a part of the total sum of squares; below it all is rounding. */
  private static final double PERFECT = 1e-12;

  /** A column whose remainder is at most this share of its diagonal is dependent. */
  private static final double OWN_SHARE = 1e-11;

  private static final int CORRECTIONS = 3;

  private final ShrunkDesign design;
  private final double[] value;
  private final double[] weight;
  private final double[] length;
  private final double[][] gram;
  private final double[][] cross;
  private final double[] groupWeight;
  private final double[] right;
  private final double[] groupRight;
  private final double total;

  /**
   * Takes the sums.
   *
   * @param design the columns
   * @param value what is fitted, per row
   * @param weight weight per row
   * @throws IllegalArgumentException if lengths differ, an entry is not finite, or a weight is not
   *     above zero
   */
  public ShrunkGram(ShrunkDesign design, double[] value, double[] weight) {
    Arguments.length("value", value.length, design.rows());
    Arguments.finite("value", value);
    Arguments.length("weight", weight.length, design.rows());
    Arguments.positive("weight", weight);
    this.design = design;
    this.value = value;
    this.weight = weight;
    int p = design.columns().length;
    length = new double[p];
    gram = new double[p][p];
    cross = new double[p][];
    for (int j = 0; j < p; j++) {
      double[] weighted = Vectors.times(design.columns()[j], weight);
      length[j] = Math.sqrt(Vectors.dot(weighted, design.columns()[j]));
      length[j] = length[j] == 0 ? 1 : length[j];
      Vectors.scale(weighted, 1 / length[j]);
      for (int k = 0; k <= j; k++) {
        gram[j][k] = Vectors.dot(weighted, design.columns()[k]) / length[k];
      }
      cross[j] = byGroup(weighted);
    }
    groupWeight = byGroup(weight);
    double mean = Vectors.dot(weight, value) / Arrays.stream(weight).sum();
    double[] centred = value.clone();
    for (int i = 0; i < centred.length; i++) {
      centred[i] -= mean;
    }
    double[] weighted = Vectors.times(centred, weight);
    total = Vectors.dot(weighted, centred);
    right = products(weighted);
    groupRight = byGroup(weighted);
  }

  private double[] byGroup(double[] entries) {
    double[] sums = new double[design.groups()];
    for (int i = 0; sums.length > 0 && i < entries.length; i++) {
      if (design.group()[i] >= 0) {
        sums[design.group()[i]] += entries[i];
      }
    }
    return sums;
  }

  private double[] products(double[] weighted) {
    double[] products = new double[length.length];
    for (int j = 0; j < products.length; j++) {
      products[j] = Vectors.dot(design.columns()[j], weighted) / length[j];
    }
    return products;
  }

  /**
   * How badly a choice of columns explains the value: minus twice the logarithm of the marginal
   * likelihood, in which shrunk coefficients are integrated out and free ones cost {@code ln n}
   * each, as in the Bayesian information criterion, which this is when nothing is shrunk.
   *
   * @param chosen the columns to use, the constant among them
   * @param levels whether the groups have levels
   * @return the criterion, less is better; positive infinity if the chosen columns are dependent
   */
  public double criterion(boolean[] chosen, boolean levels) {
    int[] columns = indices(chosen);
    Cholesky full = new Cholesky(reduced(columns, levels), OWN_SHARE);
    int[] free = Arrays.stream(columns).filter(j -> design.precision()[j] == 0).toArray();
    Cholesky unshrunk = new Cholesky(submatrix(free), OWN_SHARE);
    if (!full.isDefinite() || !unshrunk.isDefinite()) {
      return Double.POSITIVE_INFINITY;
    }
    double[] reducedRight = reduced(columns, levels, right, groupRight);
    double rest = total - Vectors.dot(reducedRight, full.solve(reducedRight));
    double volume = full.logDeterminant() - unshrunk.logDeterminant();
    for (int j : columns) {
      if (design.precision()[j] > 0) {
        volume -= StrictMath.log(scaledPrecision(j));
      }
    }
    if (levels) {
      for (int g = 0; g < groupWeight.length; g++) {
        rest -= groupRight[g] * groupRight[g] / groupTotal(g);
        volume += StrictMath.log(groupTotal(g) / design.groupPrecision());
      }
    }
    int n = value.length;
    double left = Math.max(rest, PERFECT * total);
    double logLeft = left > 0 ? StrictMath.log(left / n) : 0;
    return n * logLeft + volume + free.length * StrictMath.log(n);
  }

  /**
   * What a fit leaves unexplained.
   *
   * @param sse its weighted sum of squared residuals
   * @return the sum as a part of the total; zero if it is no more than what rounding leaves of a
   *     perfect fit
   */
  public double unexplained(double sse) {
    return sse <= PERFECT * total ? 0 : sse / total;
  }

  /**
   * Solves for a choice of columns.
   *
   * @param chosen the columns to use
   * @param levels whether the groups have levels
   * @return the coefficients of the chosen columns in order, then of the groups that have rows; the
   *     inverse is that of X'WX plus the precisions
   * @throws IllegalArgumentException if the chosen columns are dependent
   */
  public LinearFit solve(boolean[] chosen, boolean levels) {
    int[] columns = indices(chosen);
    Cholesky triangle = new Cholesky(reduced(columns, levels), OWN_SHARE);
    if (!triangle.isDefinite()) {
      throw new IllegalArgumentException("chosen columns are dependent");
    }
    double[] coefficients = new double[columns.length];
    double[] level = new double[design.groups()];
    double[] residual = value.clone();
    for (int step = 0; step < CORRECTIONS; step++) {
      correct(triangle, columns, levels, residual, coefficients, level);
    }
    double sse = Vectors.dot(Vectors.times(residual, weight), residual);
    return inOriginalUnits(triangle, columns, levels, coefficients, level, residual, sse);
  }

  /** Solves for the residual, moves the solution by it and updates the residual. */
  private void correct(
      Cholesky triangle,
      int[] columns,
      boolean levels,
      double[] residual,
      double[] coefficients,
      double[] level) {
    double[] weighted = Vectors.times(residual, weight);
    double[] own = products(weighted);
    double[] byLevel = byGroup(weighted);
    for (int j = 0; j < columns.length; j++) {
      own[columns[j]] -= scaledPrecision(columns[j]) * coefficients[j];
    }
    for (int g = 0; g < level.length; g++) {
      byLevel[g] -= design.groupPrecision() * level[g];
    }
    double[] step = triangle.solve(reduced(columns, levels, own, byLevel));
    double[] levelStep = new double[level.length];
    for (int g = 0; levels && g < level.length; g++) {
      double explained = 0;
      for (int j = 0; j < columns.length; j++) {
        explained += cross[columns[j]][g] * step[j];
      }
      levelStep[g] = (byLevel[g] - explained) / groupTotal(g);
      level[g] += levelStep[g];
    }
    for (int j = 0; j < columns.length; j++) {
      coefficients[j] += step[j];
      Vectors.add(residual, -step[j] / length[columns[j]], design.columns()[columns[j]]);
    }
    for (int i = 0; i < residual.length; i++) {
      if (design.group()[i] >= 0) {
        residual[i] -= levelStep[design.group()[i]];
      }
    }
  }

  private LinearFit inOriginalUnits(
      Cholesky triangle,
      int[] columns,
      boolean levels,
      double[] coefficients,
      double[] level,
      double[] residual,
      double sse) {
    int q = columns.length;
    int[] seen = levels ? groupsWithRows() : new int[0];
    double[][] own = triangle.inverse();
    double[][] inverse = new double[q + seen.length][q + seen.length];
    double[] all = Arrays.copyOf(coefficients, q + seen.length);
    for (int j = 0; j < q; j++) {
      all[j] /= length[columns[j]];
      for (int k = 0; k < q; k++) {
        inverse[j][k] = own[j][k] / (length[columns[j]] * length[columns[k]]);
      }
    }
    for (int s = 0; s < seen.length; s++) {
      int g = seen[s];
      all[q + s] = level[g];
      double[] carried = new double[q];
      for (int j = 0; j < q; j++) {
        for (int k = 0; k < q; k++) {
          carried[j] -= own[j][k] * cross[columns[k]][g];
        }
        carried[j] /= groupTotal(g);
        inverse[j][q + s] = carried[j] / length[columns[j]];
        inverse[q + s][j] = inverse[j][q + s];
      }
      for (int t = 0; t <= s; t++) {
        double sum = t == s ? 1 : 0;
        for (int j = 0; j < q; j++) {
          sum -= carried[j] * cross[columns[j]][seen[t]];
        }
        inverse[q + s][q + t] = sum / groupTotal(seen[t]);
        inverse[q + t][q + s] = inverse[q + s][q + t];
      }
    }
    return new LinearFit(all, residual, sse, inverse);
  }

  /** {@return the groups that have rows, ascending} */
  public int[] groupsWithRows() {
    int[] seen = new int[design.groups()];
    int count = 0;
    for (int g = 0; g < seen.length; g++) {
      if (groupWeight[g] > 0) {
        seen[count++] = g;
      }
    }
    return Arrays.copyOf(seen, count);
  }

  private static int[] indices(boolean[] chosen) {
    int[] indices = new int[chosen.length];
    int count = 0;
    for (int j = 0; j < chosen.length; j++) {
      if (chosen[j]) {
        indices[count++] = j;
      }
    }
    return Arrays.copyOf(indices, count);
  }

  private double scaledPrecision(int column) {
    return design.precision()[column] / (length[column] * length[column]);
  }

  private double groupTotal(int group) {
    return groupWeight[group] + design.groupPrecision();
  }

  private double[][] submatrix(int[] columns) {
    double[][] matrix = new double[columns.length][columns.length];
    for (int j = 0; j < columns.length; j++) {
      for (int k = 0; k <= j; k++) {
        matrix[j][k] = gram[columns[j]][columns[k]];
      }
    }
    return matrix;
  }

  /** The sums of the columns plus their precisions, less what the levels take. */
  private double[][] reduced(int[] columns, boolean levels) {
    double[][] matrix = submatrix(columns);
    for (int j = 0; j < columns.length; j++) {
      matrix[j][j] += scaledPrecision(columns[j]);
      for (int k = 0; levels && k <= j; k++) {
        for (int g = 0; g < groupWeight.length; g++) {
          matrix[j][k] -= cross[columns[j]][g] * cross[columns[k]][g] / groupTotal(g);
        }
      }
    }
    return matrix;
  }

  private double[] reduced(int[] columns, boolean levels, double[] own, double[] byLevel) {
    double[] reduced = new double[columns.length];
    for (int j = 0; j < columns.length; j++) {
      reduced[j] = own[columns[j]];
      for (int g = 0; levels && g < groupWeight.length; g++) {
        reduced[j] -= cross[columns[j]][g] * byLevel[g] / groupTotal(g);
      }
    }
    return reduced;
  }
}
