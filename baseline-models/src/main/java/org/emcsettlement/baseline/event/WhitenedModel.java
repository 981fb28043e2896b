package org.emcsettlement.baseline.event;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Residuals and a linear model of them, whitened by a noise: what the model leaves over and how
 * likely that is.
 */
final class WhitenedModel {

  /** Of a column, what is left of its squares beside others when it is one of their sums. */
  private static final double NOTHING = 1e-10;

  /** Squares below this fraction of all are rounding errors. */
  private static final double ROUNDING = 1e-18;

  private final ResidualNoise noise;
  private final List<double[]> basis;
  private final double[] rest;
  private final double sse;
  private final double floor;

  private WhitenedModel(ResidualNoise noise, List<double[]> basis, double[] rest, double floor) {
    this.noise = noise;
    this.basis = basis;
    this.rest = rest;
    this.sse = dot(rest, rest);
    this.floor = floor;
  }

  /**
   * Fits a model by orthogonal columns.
   *
   * @param value the residuals
   * @param columns the model, {@code columns[j][i]} on day {@code i}
   */
  static WhitenedModel of(ResidualNoise noise, double[] value, double[][] columns) {
    double floor = Math.max(ROUNDING * dot(value, value), Double.MIN_NORMAL);
    WhitenedModel model = new WhitenedModel(noise, List.of(), noise.whitened(value), floor);
    for (double[] column : columns) {
      model = model.with(column);
    }
    return model;
  }

  /** The model with one more column; one that depends on those before it adds nothing. */
  WhitenedModel with(double[] column) {
    double[] white = noise.whitened(column);
    double whole = dot(white, white);
    basis.forEach(unit -> remove(white, unit));
    double left = dot(white, white);
    if (left <= NOTHING * whole) {
      return this;
    }
    double length = Math.sqrt(left);
    for (int i = 0; i < white.length; i++) {
      white[i] /= length;
    }
    double[] remaining = rest.clone();
    remove(remaining, white);
    List<double[]> more = new ArrayList<>(basis);
    more.add(white);
    return new WhitenedModel(noise, more, remaining, floor);
  }

  /** The most likely of models. */
  static WhitenedModel mostLikely(List<WhitenedModel> models) {
    return models.stream().min(Comparator.comparingDouble(WhitenedModel::deviance)).orElseThrow();
  }

  /** Minus twice the logarithm of the likelihood, the variance of the noise being at its best. */
  double deviance() {
    return devianceWithout(0);
  }

  /** The deviance of a model that explains so many squares more. */
  double devianceWithout(double squares) {
    return rest.length * StrictMath.log(Math.max(sse - squares, floor)) + noise.logDeterminant();
  }

  /** What the model leaves over, to be multiplied by further columns. */
  double[] rest() {
    return noise.weighed(rest);
  }

  /** Orthonormal directions that the model explains, to be multiplied by further columns. */
  List<double[]> directions() {
    return basis.stream().map(noise::weighed).toList();
  }

  ResidualNoise noise() {
    return noise;
  }

  /** The number of independent columns. */
  int columns() {
    return basis.size();
  }

  /** The number of independent days that the variance of a long mean is known from. */
  double freedom() {
    return rest.length / noise.inflation() - basis.size();
  }

  private static void remove(double[] column, double[] unit) {
    double share = dot(column, unit);
    for (int i = 0; i < column.length; i++) {
      column[i] -= share * unit[i];
    }
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
