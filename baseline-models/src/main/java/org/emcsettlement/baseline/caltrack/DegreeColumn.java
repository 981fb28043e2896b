package org.emcsettlement.baseline.caltrack;

/** Degree days of one balance point in every row, with their moments about the mean. */
final class DegreeColumn {

  final int balancePoint;
  final double[] value;
  final double mean;

  /** Degree days over all days, and the rows that have any: what admits a candidate. */
  final double total;

  final int nonZero;

  /** Weighted sum of squares about the mean. */
  final double square;

  /** Weighted sum of products with the deviations of use. */
  final double product;

  DegreeColumn(int balancePoint, double[] value, FitRows rows) {
    this.balancePoint = balancePoint;
    this.value = value;
    double sum = 0;
    int count = 0;
    for (int i = 0; i < value.length; i++) {
      sum += rows.weight[i] * value[i];
      count += value[i] > 0 ? 1 : 0;
    }
    total = sum;
    nonZero = count;
    mean = sum / rows.weights;
    double squares = 0;
    double products = 0;
    for (int i = 0; i < value.length; i++) {
      double weighted = rows.weight[i] * (value[i] - mean);
      squares += weighted * (value[i] - mean);
      products += weighted * rows.deviation[i];
    }
    square = squares;
    product = products;
  }

  boolean isAdmitted(CaltrackMethod method) {
    return total >= method.minimumTotal() && nonZero >= method.minimumNonZero();
  }

  /** Weighted sum of products with another column, both about their means. */
  double product(DegreeColumn other, FitRows rows) {
    double sum = 0;
    if (!rows.singleBlocks) {
      for (int i = 0; i < value.length; i++) {
        sum += rows.weight[i] * value[i] * other.value[i];
      }
    }
    return sum - rows.weights * mean * other.mean;
  }
}
