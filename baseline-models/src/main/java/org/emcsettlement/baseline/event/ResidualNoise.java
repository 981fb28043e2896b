package org.emcsettlement.baseline.event;

import java.util.Arrays;
import org.emcsettlement.baseline.solve.LeastSquares;
import org.emcsettlement.baseline.solve.LinearFit;

/**
 * How the residuals of a building err without any event: independent daily noise of variance σ² and
 * a slow component of variance q·σ² whose correlation falls by φ a day, so that weeks differ more
 * than independent days would let them. Gaps in the days are bridged exactly.
 */
final class ResidualNoise {

  private static final double[] MEMORIES = {0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.975, 0.99};
  private static final double[] SHARES = {0, 0.05, 0.1, 0.2, 0.4, 0.8, 1.6, 4, 10, 100};

  private final double memory;
  private final double share;
  private final double[] decay;
  private final double[] gain;
  private final double[] scale;
  private final double logDeterminant;

  /** The noise of given days, ascending; memory φ between 0 and 1, share q not negative. */
  ResidualNoise(long[] day, double memory, double share) {
    this.memory = memory;
    this.share = share;
    int n = day.length;
    decay = new double[n];
    gain = new double[n];
    scale = new double[n];
    double variance = share;
    double logarithms = 0;
    for (int i = 0; i < n; i++) {
      decay[i] = i == 0 ? 0 : StrictMath.pow(memory, (double) (day[i] - day[i - 1]));
      // the variance of the slow component, known from the days before
      variance = decay[i] * decay[i] * (variance - share) + share;
      double total = variance + 1;
      gain[i] = variance / total;
      scale[i] = 1 / Math.sqrt(total);
      logarithms += StrictMath.log(total);
      variance -= gain[i] * variance;
    }
    logDeterminant = logarithms;
  }

  /**
   * The most likely noise around a linear model.
   *
   * @param day the days, ascending
   * @param value the residuals
   * @param columns the model, {@code columns[j][i]} on day {@code i}
   */
  static ResidualNoise fit(long[] day, double[] value, double[][] columns) {
    ResidualNoise best = new ResidualNoise(day, 0, 0);
    double least = best.deviance(value, columns);
    for (double share : Arrays.copyOfRange(SHARES, 1, SHARES.length)) {
      for (double memory : MEMORIES) {
        ResidualNoise noise = new ResidualNoise(day, memory, share);
        double deviance = noise.deviance(value, columns);
        if (deviance < least) {
          least = deviance;
          best = noise;
        }
      }
    }
    return best;
  }

  /** The same noise on other days. */
  ResidualNoise on(long[] days) {
    return new ResidualNoise(days, memory, share);
  }

  /** The variance of a long mean over that of as many independent days. */
  double inflation() {
    return (1 + share * (1 + memory) / (1 - memory)) / (1 + share);
  }

  private double deviance(double[] value, double[][] columns) {
    return value.length * StrictMath.log(fit(value, columns).sse()) + logDeterminant;
  }

  /** Generalised least squares: the fit of whitened values by whitened columns. */
  LinearFit fit(double[] value, double[][] columns) {
    double[][] white = new double[columns.length][];
    for (int j = 0; j < columns.length; j++) {
      white[j] = whitened(columns[j]);
    }
    double[] ones = new double[value.length];
    Arrays.fill(ones, 1);
    return LeastSquares.solve(white, whitened(value), ones);
  }

  /** What a column adds on each day that the days before do not tell, in units of σ. */
  double[] whitened(double[] column) {
    double[] white = new double[column.length];
    whiten(column, 0, white);
    return white;
  }

  /** Whitens a column that is zero before a row. */
  void whiten(double[] column, int from, double[] into) {
    double slow = 0;
    for (int i = from; i < column.length; i++) {
      slow *= decay[i];
      double news = column[i] - slow;
      into[i] = news * scale[i];
      slow += gain[i] * news;
    }
  }
}
