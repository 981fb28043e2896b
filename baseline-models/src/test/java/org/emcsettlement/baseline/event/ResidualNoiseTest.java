package org.emcsettlement.baseline.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.emcsettlement.baseline.solve.LinearFit;
import org.junit.jupiter.api.Test;

/** The filter against generalised least squares with the whole covariance matrix. */
class ResidualNoiseTest {

  private static final long[] DAYS = {0, 1, 2, 5, 6, 7, 8, 20, 21, 22, 24, 25};

  @Test
  void filteringIsGeneralisedLeastSquares() {
    double memory = 0.8;
    double share = 1.6;
    int n = DAYS.length;
    Random random = new Random(1);
    double[] value = random.doubles(n).toArray();
    double[][] columns = new double[2][n];
    RealMatrix x = new Array2DRowRealMatrix(n, 2);
    RealMatrix covariance = new Array2DRowRealMatrix(n, n);
    for (int i = 0; i < n; i++) {
      columns[0][i] = 1;
      columns[1][i] = i < 7 ? 0 : 1;
      x.setRow(i, new double[] {columns[0][i], columns[1][i]});
      for (int j = 0; j < n; j++) {
        double slow = share * Math.pow(memory, (double) Math.abs(DAYS[i] - DAYS[j]));
        covariance.setEntry(i, j, slow + (i == j ? 1 : 0));
      }
    }
    RealMatrix inverse = new LUDecomposition(covariance).getSolver().getInverse();
    RealMatrix gram =
        new LUDecomposition(x.transpose().multiply(inverse).multiply(x)).getSolver().getInverse();
    RealVector y = new ArrayRealVector(value);
    RealVector expected = gram.operate(x.transpose().operate(inverse.operate(y)));
    RealVector error = y.subtract(x.operate(expected));

    LinearFit fit = new ResidualNoise(DAYS, memory, share).fit(value, columns);

    for (int j = 0; j < 2; j++) {
      assertThat(fit.coefficient(j)).isCloseTo(expected.getEntry(j), within(1e-12));
      assertThat(fit.standardError(j, 1)).isCloseTo(Math.sqrt(gram.getEntry(j, j)), within(1e-12));
    }
    assertThat(fit.sse()).isCloseTo(error.dotProduct(inverse.operate(error)), within(1e-12));
  }
}
