package org.emcsettlement.examples.benchmarks;

import org.apache.commons.math3.stat.regression.OLSMultipleLinearRegression;

/** What the field does: ordinary least squares at every pair of whole degrees. */
final class GridSearch {

  private static final int LOW = 5;
  private static final int HIGH = 28;

  private final double[] temperature;
  private final double[] use;

  private GridSearch(double[] temperature, double[] use) {
    this.temperature = temperature;
    this.use = use;
  }

  static GridSearch of(double[] temperature, double[] use) {
    return new GridSearch(temperature, use);
  }

  /** The smallest sum of squared errors over heating points up to cooling points. */
  double smallestError() {
    double smallest = Double.POSITIVE_INFINITY;
    OLSMultipleLinearRegression regression = new OLSMultipleLinearRegression();
    for (int heating = LOW; heating <= HIGH; heating++) {
      for (int cooling = heating; cooling <= HIGH; cooling++) {
        double[][] x = new double[use.length][];
        for (int i = 0; i < x.length; i++) {
          x[i] =
              new double[] {
                Math.max(0, heating - temperature[i]), Math.max(0, temperature[i] - cooling)
              };
        }
        regression.newSampleData(use, x);
        smallest = Math.min(smallest, regression.calculateResidualSumOfSquares());
      }
    }
    return smallest;
  }
}
