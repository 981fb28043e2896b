package org.emcsettlement.baseline.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;

class ShrunkGramProperties {

  private static final int ROWS = 40;
  private static final int GROUPS = 4;
  private static final double GROUP_PRECISION = 3;
  private static final double[] PRECISION = {0, 0, 5, 20};
  private static final boolean[] ALL = {true, true, true, true};

  private final double[][] columns = new double[4][ROWS];
  private final double[] value = new double[ROWS];
  private final double[] weight = new double[ROWS];
  private final int[] group = new int[ROWS];

  private ShrunkGram draw(long seed, boolean weighted) {
    Random random = new Random(seed);
    for (int i = 0; i < ROWS; i++) {
      columns[0][i] = 1;
      columns[1][i] = 30 * random.nextDouble();
      columns[2][i] = random.nextGaussian();
      columns[3][i] = i < 15 ? 1 : 0;
      // every group has a row; −1 is a row of no group
      group[i] = i < GROUPS ? i : random.nextInt(GROUPS + 1) - 1;
      weight[i] = weighted ? 0.2 + random.nextDouble() : 1;
      value[i] = 1000 + 3 * columns[1][i] + 5 * group[i] + 10 * random.nextGaussian();
    }
    return new ShrunkGram(
        new ShrunkDesign(columns, PRECISION, group, GROUPS, GROUP_PRECISION), value, weight);
  }

  /** One column per group, as if levels were ordinary columns. */
  private double[][] spelledOut() {
    double[][] all = Arrays.copyOf(columns, columns.length + GROUPS);
    for (int g = 0; g < GROUPS; g++) {
      all[columns.length + g] = new double[ROWS];
      for (int i = 0; i < ROWS; i++) {
        all[columns.length + g][i] = group[i] == g ? 1 : 0;
      }
    }
    return all;
  }

  private static double[] precisions() {
    double[] all = Arrays.copyOf(PRECISION, PRECISION.length + GROUPS);
    Arrays.fill(all, PRECISION.length, all.length, GROUP_PRECISION);
    return all;
  }

  @Property(tries = 100)
  void absorbedLevelsAreColumns(@ForAll @LongRange(min = 0, max = 100_000) long seed) {
    ShrunkGram gram = draw(seed, true);
    LinearFit direct = ShrunkLeastSquares.solve(spelledOut(), value, weight, precisions());
    LinearFit fit = gram.solve(ALL, true);
    assertThat(gram.groupsWithRows()).hasSize(GROUPS);
    for (int j = 0; j < direct.columns(); j++) {
      assertThat(fit.coefficient(j)).isCloseTo(direct.coefficient(j), within(1e-8));
      for (int k = 0; k < direct.columns(); k++) {
        assertThat(fit.inverseGram()[j][k]).isCloseTo(direct.inverseGram()[j][k], within(1e-10));
      }
    }
    assertThat(fit.sse()).isCloseTo(direct.sse(), within(1e-8 * direct.sse()));
  }

  /**
   * The same criterion from the covariance of the values: with V = I + Σ z z'/precision over shrunk
   * columns, n ln(q/n) + ln|V| + ln|X'V⁻¹X| − ln|X'X| + p ln n, q the generalised sum of squares.
   */
  @Property(tries = 50)
  void theCriterionIsTheMarginalLikelihood(
      @ForAll @LongRange(min = 0, max = 100_000) long seed, @ForAll boolean levels) {
    ShrunkGram gram = draw(seed, false);
    boolean[] chosen = {true, true, true, false};
    RealMatrix covariance = MatrixUtils.createRealIdentityMatrix(ROWS);
    double[][] all = spelledOut();
    double[] precision = precisions();
    for (int j = 2; j < all.length; j++) {
      if (j == 2 || (levels && j >= PRECISION.length)) {
        RealMatrix column = MatrixUtils.createColumnRealMatrix(all[j]);
        covariance =
            covariance.add(column.multiply(column.transpose()).scalarMultiply(1 / precision[j]));
      }
    }
    RealMatrix inverse = new LUDecomposition(covariance).getSolver().getInverse();
    RealMatrix free = new Array2DRowRealMatrix(new double[][] {columns[0], columns[1]}).transpose();
    RealMatrix y = MatrixUtils.createColumnRealMatrix(value);
    RealMatrix information = free.transpose().multiply(inverse).multiply(free);
    RealMatrix estimate =
        new LUDecomposition(information)
            .getSolver()
            .solve(free.transpose().multiply(inverse).multiply(y));
    RealMatrix residual = y.subtract(free.multiply(estimate));
    double squares = residual.transpose().multiply(inverse).multiply(residual).getEntry(0, 0);
    double expected =
        ROWS * Math.log(squares / ROWS)
            + logDeterminant(covariance)
            + logDeterminant(information)
            - logDeterminant(free.transpose().multiply(free))
            + 2 * Math.log(ROWS);
    assertThat(gram.criterion(chosen, levels)).isCloseTo(expected, within(1e-6));
  }

  private static double logDeterminant(RealMatrix matrix) {
    return Math.log(new LUDecomposition(matrix).getDeterminant());
  }

  @Property(tries = 20)
  void dependentColumnsCannotBeChosen(@ForAll @LongRange(min = 0, max = 100_000) long seed) {
    draw(seed, false);
    columns[1] = columns[0].clone();
    ShrunkGram gram =
        new ShrunkGram(
            new ShrunkDesign(columns, PRECISION, group, GROUPS, GROUP_PRECISION), value, weight);
    assertThat(gram.criterion(ALL, true)).isInfinite();
  }
}
