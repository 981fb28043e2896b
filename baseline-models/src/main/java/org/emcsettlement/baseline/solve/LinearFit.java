package org.emcsettlement.baseline.solve;

import java.util.Arrays;

/**
 * The solution of a weighted linear least-squares problem, in the units of its columns. Immutable:
 * arrays are handed out as copies.
 */
public final class LinearFit {

  private final double[] coefficients;
  private final double[] residuals;
  private final double sse;
  private final double[][] inverseGram;

  /**
   * A solution; arrays are not copied.
   *
   * @param coefficients in the order of the columns
   * @param residuals value less fitted value, per row
   * @param sse the sum of weight times squared residual
   * @param inverseGram (X'WX)⁻¹, or no rows if it is not kept
   */
  public LinearFit(double[] coefficients, double[] residuals, double sse, double[][] inverseGram) {
    this.coefficients = coefficients;
    this.residuals = residuals;
    this.sse = sse;
    this.inverseGram = inverseGram;
  }

  /** {@return the coefficients, in the order of the columns} */
  public double[] coefficients() {
    return coefficients.clone();
  }

  /**
   * {@return one coefficient}
   *
   * @param column index of its column
   */
  public double coefficient(int column) {
    return coefficients[column];
  }

  /** {@return the number of columns} */
  public int columns() {
    return coefficients.length;
  }

  /** {@return the number of rows} */
  public int rows() {
    return residuals.length;
  }

  /** {@return value less fitted value, per row as given, not multiplied by weights} */
  public double[] residuals() {
    return residuals.clone();
  }

  /** {@return the sum of weight times squared residual} */
  public double sse() {
    return sse;
  }

  /**
   * {@return the matrix (X'WX)⁻¹, no rows if it is not kept} The variance of the coefficients is
   * this matrix times the residual variance, whose degrees of freedom are for the caller to count.
   */
  public double[][] inverseGram() {
    double[][] copy = new double[inverseGram.length][];
    for (int i = 0; i < copy.length; i++) {
      copy[i] = inverseGram[i].clone();
    }
    return copy;
  }

  /**
   * {@return the standard error of one coefficient, NaN if the inverse Gram matrix is not kept}
   *
   * @param column index of its column
   * @param residualVariance variance of a residual of weight one
   */
  public double standardError(int column, double residualVariance) {
    if (inverseGram.length == 0) {
      return Double.NaN;
    }
    return Math.sqrt(residualVariance * inverseGram[column][column]);
  }

  @Override
  public String toString() {
    return "LinearFit[coefficients=" + Arrays.toString(coefficients) + ", sse=" + sse + "]";
  }

  /** The same fit with residual {@code i} moved to place {@code place[i]}. */
  LinearFit withResidualsAt(int[] place) {
    double[] moved = new double[residuals.length];
    for (int i = 0; i < moved.length; i++) {
      moved[place[i]] = residuals[i];
    }
    return new LinearFit(coefficients, moved, sse, inverseGram);
  }
}
