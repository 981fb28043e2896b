package org.emcsettlement.baseline.judge;

import java.time.LocalDate;

/**
 * How well a model fits, with P = linear coefficients + free change points counted in every
 * statistic alike.
 *
 * @param observations n
 * @param parameters P
 * @param sse Σ w·e², weighted sum of squared errors [use per day squared]
 * @param sst Σ w·(y − ȳ)² about the weighted mean
 * @param mean ȳ, the weighted mean use per day
 * @param r2 1 − SSE/SST; 0 if use does not vary
 * @param adjustedR2 1 − (1 − R²)(n − 1)/(n − P)
 * @param cvRmse √(SSE/(n − P))/ȳ on weights scaled to mean 1, as a fraction
 * @param nmbe Σ e/((n − P)·ȳ) with e = observed − fitted, as a fraction
 * @param lag1Autocorrelation ρ, Pearson correlation of errors of consecutive periods; 0 without
 *     pairs
 * @param effectiveObservations n′ = n(1 − ρ)/(1 + ρ), between 1 and n
 */
public record FitStatistics(
    int observations,
    int parameters,
    double sse,
    double sst,
    double mean,
    double r2,
    double adjustedR2,
    double cvRmse,
    double nmbe,
    double lag1Autocorrelation,
    double effectiveObservations) {

  /**
   * Judges a fit.
   *
   * @param value observed use per day
   * @param weight weights
   * @param residual observed − fitted, per row
   * @param sse the weighted sum of squared errors
   * @param parameters P, fewer than rows
   * @param start the first day of each row, ascending
   * @param days the days of each row
   * @return the statistics
   */
  public static FitStatistics of(
      double[] value,
      double[] weight,
      double[] residual,
      double sse,
      int parameters,
      LocalDate[] start,
      int[] days) {
    long[] from = new long[start.length];
    long[] until = new long[start.length];
    for (int i = 0; i < from.length; i++) {
      from[i] = start[i].toEpochDay();
      until[i] = from[i] + days[i];
    }
    return of(value, weight, residual, sse, parameters, from, until);
  }

  /**
   * Judges a fit whose rows are intervals in any unit of time.
   *
   * @param value observed use, per row
   * @param weight weights
   * @param residual observed − fitted, per row
   * @param sse the weighted sum of squared errors
   * @param parameters P, fewer than rows
   * @param start the start of each row, ascending
   * @param end the end of each row; a row whose start is the end of the one before follows it
   * @return the statistics
   */
  public static FitStatistics of(
      double[] value,
      double[] weight,
      double[] residual,
      double sse,
      int parameters,
      long[] start,
      long[] end) {
    int n = value.length;
    double weights = 0;
    double weighted = 0;
    for (int i = 0; i < n; i++) {
      weights += weight[i];
      weighted += weight[i] * value[i];
    }
    double mean = weighted / weights;
    double sst = 0;
    double bias = 0;
    for (int i = 0; i < n; i++) {
      double deviation = value[i] - mean;
      sst += weight[i] * deviation * deviation;
      bias += weight[i] * residual[i];
    }
    double perWeight = n / weights;
    int freedom = n - parameters;
    double r2 = sst > 0 ? 1 - sse / sst : 0;
    double rho = lag1(residual, start, end);
    double effective = Math.max(1, Math.min(n, n * (1 - rho) / (1 + rho)));
    return new FitStatistics(
        n,
        parameters,
        sse,
        sst,
        mean,
        r2,
        1 - (1 - r2) * (n - 1) / freedom,
        Math.sqrt(sse * perWeight / freedom) / mean,
        bias * perWeight / (freedom * mean),
        rho,
        effective);
  }

  /** The correlation of neighbours in time; a gap between two rows breaks the pair. */
  private static double lag1(double[] residual, long[] start, long[] end) {
    int pairs = 0;
    double sumBefore = 0;
    double sumAfter = 0;
    for (int i = 1; i < residual.length; i++) {
      if (start[i] == end[i - 1]) {
        pairs++;
        sumBefore += residual[i - 1];
        sumAfter += residual[i];
      }
    }
    if (pairs < 3) {
      return 0;
    }
    double meanBefore = sumBefore / pairs;
    double meanAfter = sumAfter / pairs;
    double product = 0;
    double squareBefore = 0;
    double squareAfter = 0;
    for (int i = 1; i < residual.length; i++) {
      if (start[i] == end[i - 1]) {
        double before = residual[i - 1] - meanBefore;
        double after = residual[i] - meanAfter;
        product += before * after;
        squareBefore += before * before;
        squareAfter += after * after;
      }
    }
    double scale = Math.sqrt(squareBefore) * Math.sqrt(squareAfter);
    return scale > 0 ? product / scale : 0;
  }

  /** {@return s² = SSE/(n − P), the residual variance of weight one} */
  public double residualVariance() {
    return sse / (observations - parameters);
  }
}
