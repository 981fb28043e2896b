package org.emcsettlement.baseline.event;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.emcsettlement.baseline.solve.LeastSquares;
import org.emcsettlement.baseline.solve.LinearFit;

/**
 * How the residuals of a building err without any event: independent daily noise of variance σ² and
 * a slow component of variance q·σ² whose correlation falls by φ a day, so that weeks differ more
 * than independent days would let them. Gaps in the days are bridged exactly.
 */
final class ResidualNoise {

  private static final double[] MEMORIES = {0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.975, 0.99};
  private static final double[] SHARES = {0.05, 0.1, 0.2, 0.4, 0.8, 1.6, 4, 10, 100};

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
      decay[i] = i == 0 ? 0 : power(memory, day[i] - day[i - 1]);
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

  private static double power(double memory, long days) {
    return days == 1 ? memory : StrictMath.pow(memory, (double) days);
  }

  /** Independent days, and slow components from weak to strong and from days to months. */
  static List<ResidualNoise> grid(long[] day) {
    return grid(day, 1);
  }

  /** The same range with fewer memories and shares between its ends. */
  static List<ResidualNoise> coarseGrid(long[] day) {
    return grid(day, 3);
  }

  private static List<ResidualNoise> grid(long[] day, int step) {
    List<ResidualNoise> grid = new ArrayList<>(List.of(new ResidualNoise(day, 0, 0)));
    for (int i = SHARES.length - 1; i >= 0; i -= step) {
      for (int j = MEMORIES.length - 1; j >= 0; j -= step) {
        grid.add(new ResidualNoise(day, MEMORIES[j], SHARES[i]));
      }
    }
    return grid;
  }

  /**
   * The most likely noise of a grid around a linear model.
   *
   * @param value the residuals
   * @param columns the model, {@code columns[j][i]} on day {@code i}
   */
  static ResidualNoise mostLikely(List<ResidualNoise> grid, double[] value, double[][] columns) {
    return WhitenedModel.mostLikely(
            grid.stream().map(noise -> noise.around(value, columns)).toList())
        .noise();
  }

  /** The variance of a long mean over that of as many independent days. */
  double inflation() {
    return (1 + share * (1 + memory) / (1 - memory)) / (1 + share);
  }

  double logDeterminant() {
    return logDeterminant;
  }

  /** A linear model under this noise. */
  WhitenedModel around(double[] value, double[][] columns) {
    return WhitenedModel.of(this, value, columns);
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
    return whitened(column, 0);
  }

  /** Whitens a column that is zero before a row. */
  double[] whitened(double[] column, int from) {
    double[] white = new double[column.length];
    double slow = 0;
    for (int i = from; i < column.length; i++) {
      slow *= decay[i];
      double news = column[i] - slow;
      white[i] = news * scale[i];
      slow += gain[i] * news;
    }
    return white;
  }

  /** The transpose of {@link #whitened}: x·weighed(w) is whitened(x)·w for every column x. */
  double[] weighed(double[] white) {
    return weighed(white, 0);
  }

  /** The rows of the transpose from a given one on. */
  double[] weighed(double[] white, int from) {
    double[] weight = new double[white.length];
    double later = 0;
    for (int i = white.length - 1; i >= from; i--) {
      weight[i] = white[i] * scale[i] + gain[i] * later;
      later = (later - weight[i]) * decay[i];
    }
    return weight;
  }
}
