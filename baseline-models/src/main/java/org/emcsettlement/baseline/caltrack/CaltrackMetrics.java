package org.emcsettlement.baseline.caltrack;

import org.emcsettlement.baseline.judge.StudentsT;

/**
 * Statistics of a fit as the peer defines them: residuals are predicted − observed, and only slopes
 * count as parameters. NaN where a statistic is undefined.
 *
 * @param length n, rows
 * @param parameters c, explanatory variables
 * @param observedMean mean of |observed|
 * @param predictedMean mean of |predicted|
 * @param observedVariance population variance of observed
 * @param predictedVariance population variance of predicted
 * @param rSquared squared correlation of observed and predicted
 * @param rSquaredAdj 1 − (1 − R²)(n − 1)/(n − c − 1)
 * @param rmse √(Σe²/n)
 * @param rmseAdj √(Σe²/(n − c))
 * @param cvrmse rmse/mean
 * @param cvrmseAdj rmseAdj/mean
 * @param mapeNoZeros mean of |e/observed| over rows with use above zero
 * @param meterZeros rows without use above zero
 * @param nmae Σ|e|/Σobserved
 * @param nmbe Σe/Σobserved, positive where the model overrates use
 * @param autocorrResid correlation of each residual with that of the row before
 * @param nPrime n′ = n(1 − ρ)/(1 + ρ), not capped
 * @param degreesOfFreedom n′ − c rounded, halves to even
 * @param tStat two-sided quantile of Student's t at those degrees of freedom
 * @param cvrmseAutoCorrCorrection √((n − c)/(n′ − c))
 * @param approxFactorAutoCorrCorrection √(1 + 2/n′)
 * @param fsuBaseTerm product of the last three and cvrmseAdj
 */
public record CaltrackMetrics(
    int length,
    int parameters,
    double observedMean,
    double predictedMean,
    double observedVariance,
    double predictedVariance,
    double rSquared,
    double rSquaredAdj,
    double rmse,
    double rmseAdj,
    double cvrmse,
    double cvrmseAdj,
    double mapeNoZeros,
    int meterZeros,
    double nmae,
    double nmbe,
    double autocorrResid,
    double nPrime,
    double degreesOfFreedom,
    double tStat,
    double cvrmseAutoCorrCorrection,
    double approxFactorAutoCorrCorrection,
    double fsuBaseTerm) {

  /**
   * Judges predictions.
   *
   * @param observed observed use per row
   * @param predicted predicted use per row
   * @param parameters explanatory variables
   * @param confidence two-sided confidence level, between 0 and 1
   * @return the statistics
   */
  static CaltrackMetrics of(
      double[] observed, double[] predicted, int parameters, double confidence) {
    int n = observed.length;
    double[] residual = new double[n];
    double squares = 0;
    double absolute = 0;
    double bias = 0;
    double total = 0;
    double relative = 0;
    int positive = 0;
    for (int i = 0; i < n; i++) {
      residual[i] = predicted[i] - observed[i];
      squares += residual[i] * residual[i];
      absolute += Math.abs(residual[i]);
      bias += residual[i];
      total += observed[i];
      if (observed[i] > 0) {
        relative += Math.abs(residual[i]) / observed[i];
        positive++;
      }
    }
    double mean = meanAbsolute(observed);
    double correlation = correlation(observed, predicted, 0, 0, n);
    double rSquared = correlation * correlation;
    double rmseAdj = n > parameters ? Math.sqrt(squares / (n - parameters)) : Double.NaN;
    double rho = correlation(residual, residual, 0, 1, n - 1);
    double nPrime = n * (1 - rho) / (1 + rho);
    // halves to even, as the peer's language rounds
    double freedom = Double.isFinite(nPrime) ? Math.rint(nPrime - parameters) : Double.NaN;
    boolean hasBand = freedom >= 1 && nPrime != parameters;
    double t = hasBand ? StudentsT.quantile(confidence, (int) freedom) : Double.NaN;
    double correction = hasBand ? Math.sqrt((n - parameters) / (nPrime - parameters)) : Double.NaN;
    double factor = hasBand ? Math.sqrt(1 + 2 / nPrime) : Double.NaN;
    return new CaltrackMetrics(
        n,
        parameters,
        mean,
        meanAbsolute(predicted),
        covariance(observed, observed, 0, 0, n),
        covariance(predicted, predicted, 0, 0, n),
        rSquared,
        1 - (1 - rSquared) * (n - 1) / (n - parameters - 1),
        Math.sqrt(squares / n),
        rmseAdj,
        Math.sqrt(squares / n) / mean,
        rmseAdj / mean,
        relative / positive,
        n - positive,
        absolute / total,
        bias / total,
        rho,
        nPrime,
        freedom,
        t,
        correction,
        factor,
        t * (rmseAdj / mean) * correction * factor);
  }

  private static double meanAbsolute(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += Math.abs(value);
    }
    return sum / values.length;
  }

  /** The correlation of n values of each; NaN if either is constant. */
  private static double correlation(double[] a, double[] b, int fromA, int fromB, int n) {
    if (isConstant(a, fromA, n) || isConstant(b, fromB, n)) {
      return Double.NaN;
    }
    double varianceA = covariance(a, a, fromA, fromA, n);
    double varianceB = covariance(b, b, fromB, fromB, n);
    return covariance(a, b, fromA, fromB, n) / Math.sqrt(varianceA) / Math.sqrt(varianceB);
  }

  private static boolean isConstant(double[] values, int from, int n) {
    for (int i = 1; i < n; i++) {
      if (values[from + i] != values[from]) {
        return false;
      }
    }
    return true;
  }

  private static double covariance(double[] a, double[] b, int fromA, int fromB, int n) {
    double meanA = 0;
    double meanB = 0;
    for (int i = 0; i < n; i++) {
      meanA += a[fromA + i];
      meanB += b[fromB + i];
    }
    meanA /= n;
    meanB /= n;
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += (a[fromA + i] - meanA) * (b[fromB + i] - meanB);
    }
    return sum / n;
  }
}
