package org.emcsettlement.baseline.judge;

/** How residuals go together with those before them. */
public final class Autocorrelation {

  private Autocorrelation() {}

  /**
   * The sample autocorrelation of a series that may have gaps: r_k = Σ(e_t − ē)(e_{t+k} − ē) /
   * Σ(e_t − ē)², the upper sum over the pairs that exist.
   *
   * @param residual the residuals
   * @param position their places in time, ascending, in steps of one
   * @param lags the largest lag
   * @return r_0 = 1 to r_lags; zeros beyond the first if residuals do not vary
   */
  public static double[] of(double[] residual, long[] position, int lags) {
    int n = residual.length;
    double mean = 0;
    for (double value : residual) {
      mean += value / n;
    }
    double squares = 0;
    for (double value : residual) {
      squares += (value - mean) * (value - mean);
    }
    double[] correlation = new double[lags + 1];
    correlation[0] = 1;
    for (int lag = 1; lag <= lags && squares > 0; lag++) {
      double products = 0;
      for (int i = 0, j = 0; i < n; i++) {
        while (j < n && position[j] < position[i] + lag) {
          j++;
        }
        if (j < n && position[j] == position[i] + lag) {
          products += (residual[i] - mean) * (residual[j] - mean);
        }
      }
      correlation[lag] = products / squares;
    }
    return correlation;
  }

  /**
   * Within so much of zero lie 95 of 100 autocorrelations of errors that do not follow each other.
   *
   * @param observations n
   * @return 1.96/√n
   */
  public static double band(int observations) {
    return 1.96 / Math.sqrt(observations);
  }
}
