package org.emcsettlement.baseline.caltrack;

/** The complete rows of a sample as a regression sees them: use per day, weights, temperatures. */
final class FitRows {

  final int size;
  final double[] usePerDay;
  final double[] weight;
  final double[][] means;
  final double mean;
  final double weights;

  /** Use per day less its mean. */
  final double[] deviation;

  /** Weighted sum of squared deviations. */
  final double squares;

  /** Whether every row is one block, so that no row has both heating and cooling degree days. */
  final boolean singleBlocks;

  FitRows(CaltrackSample sample, boolean weighted) {
    int[] rows = sample.completeRows();
    size = rows.length;
    usePerDay = new double[size];
    weight = new double[size];
    means = new double[size][];
    boolean single = true;
    double sum = 0;
    double total = 0;
    for (int i = 0; i < size; i++) {
      usePerDay[i] = sample.use(rows[i]) / sample.days(rows[i]);
      means[i] = sample.means(rows[i]);
      weight[i] = weighted ? means[i].length : 1;
      single &= means[i].length == 1;
      sum += weight[i] * usePerDay[i];
      total += weight[i];
    }
    singleBlocks = single;
    weights = total;
    mean = sum / total;
    deviation = new double[size];
    double sumOfSquares = 0;
    for (int i = 0; i < size; i++) {
      deviation[i] = usePerDay[i] - mean;
      sumOfSquares += weight[i] * deviation[i] * deviation[i];
    }
    squares = sumOfSquares;
  }

  /** Whether use differs from row to row by more than its rounding. */
  boolean varies() {
    double rounding = Math.ulp(mean) * size;
    return squares > weights * rounding * rounding;
  }

  double adjustedR2(double sse, int slopes) {
    return 1 - sse / squares * (size - 1) / (size - slopes - 1);
  }

  /** Mean degrees below a temperature [°F], per row. */
  double[] below(double temperature) {
    double[] column = new double[size];
    for (int i = 0; i < size; i++) {
      column[i] = below(means[i], temperature);
    }
    return column;
  }

  /** Mean degrees above a temperature [°F], per row. */
  double[] above(double temperature) {
    double[] column = new double[size];
    for (int i = 0; i < size; i++) {
      column[i] = above(means[i], temperature);
    }
    return column;
  }

  static double below(double[] means, double temperature) {
    double sum = 0;
    for (double mean : means) {
      sum += Math.max(temperature - mean, 0);
    }
    return sum / means.length;
  }

  static double above(double[] means, double temperature) {
    double sum = 0;
    for (double mean : means) {
      sum += Math.max(mean - temperature, 0);
    }
    return sum / means.length;
  }
}
