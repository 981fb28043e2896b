package org.emcsettlement.baseline.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

class JointShrinkageProperties {

  private static final int ROWS = 200;
  private static final int EFFECTS = 20;

  private static final class Problem {
    final double[][] columns = new double[1 + EFFECTS][ROWS];
    final double[] ratio = new double[1 + EFFECTS];
    final double[][] values = new double[6][ROWS];
    final boolean[][] present = new boolean[6][ROWS];
    final boolean[] follows = new boolean[ROWS];

    /**
     * A constant and a level per group of ten rows, with effects and errors of given deviations.
     */
    Problem(Random random, double effect, double error) {
      Arrays.fill(columns[0], 1);
      for (int i = 0; i < ROWS; i++) {
        columns[1 + i % EFFECTS][i] = 1;
        follows[i] = i > 0;
      }
      Arrays.fill(ratio, 1, ratio.length, 4);
      for (int v = 0; v < values.length; v++) {
        double[] effects =
            random.doubles(EFFECTS, -1, 1).map(e -> effect * Math.sqrt(3) * e).toArray();
        Arrays.fill(present[v], true);
        for (int i = 0; i < ROWS; i++) {
          values[v][i] = 50 * (v + 1) + effects[i % EFFECTS] + error * random.nextGaussian();
        }
      }
    }

    JointShrinkage.Fit solve() {
      return JointShrinkage.solve(columns, ratio, values, present, follows);
    }
  }

  @Property(tries = 50)
  void withoutErrorNothingShrinks(@ForAll long seed) {
    Problem problem = new Problem(new Random(seed), 3, 0);
    problem.present[2][7] = false;
    problem.values[2][7] = 1e9;
    JointShrinkage.Fit fit = problem.solve();
    for (int v = 0; v < problem.values.length; v++) {
      for (int i = 0; i < ROWS; i++) {
        if (problem.present[v][i]) {
          assertThat(fitted(fit, problem, v, i)).isCloseTo(problem.values[v][i], within(1e-6));
        }
      }
    }
  }

  /**
   * Effects of variance 1 under errors of variance 8: a precision of 8, so a scale of 2; in the
   * geometric mean of draws, since one draw scatters by a third.
   */
  @Property(tries = 5)
  void findsTheScale(@ForAll long seed) {
    Random random = new Random(seed);
    double logarithms = 0;
    for (int draw = 0; draw < 40; draw++) {
      logarithms += Math.log(new Problem(random, 1, Math.sqrt(8)).solve().scale());
    }
    assertThat(Math.exp(logarithms / 40)).isBetween(1.5, 2.7);
  }

  @Property(tries = 20)
  void whatIsNotThereIsShrunk(@ForAll long seed) {
    Problem problem = new Problem(new Random(seed), 0, 1);
    assertThat(problem.solve().scale()).isGreaterThan(2);
  }

  /**
   * At the scale that was found, coefficients are those of the ridge regression of present rows.
   */
  @Property(tries = 50)
  void isARidgeRegression(@ForAll long seed) {
    Random random = new Random(seed);
    Problem problem = new Problem(random, 2, 1);
    for (int i = 0; i < ROWS; i++) {
      problem.present[1][i] = random.nextInt(5) > 0;
    }
    JointShrinkage.Fit fit = problem.solve();
    for (int v = 0; v < 2; v++) {
      double[] expected = ridge(problem, v, fit.scale());
      assertThat(fit.coefficients()[v]).containsExactly(expected, within(1e-7));
    }
  }

  private static double[] ridge(Problem problem, int v, double scale) {
    int rows = 0;
    for (boolean p : problem.present[v]) {
      rows += p ? 1 : 0;
    }
    double[][] design = new double[rows][];
    double[] value = new double[rows];
    for (int i = 0, to = 0; i < ROWS; i++) {
      if (problem.present[v][i]) {
        design[to] = row(problem, i);
        value[to++] = problem.values[v][i];
      }
    }
    RealMatrix x = new Array2DRowRealMatrix(design);
    RealMatrix gram = x.transpose().multiply(x);
    for (int j = 0; j < problem.ratio.length; j++) {
      gram.addToEntry(j, j, problem.ratio[j] * scale);
    }
    return new CholeskyDecomposition(gram, 1e-9, 1e-14)
        .getSolver()
        .solve(x.transpose().operate(new ArrayRealVector(value)))
        .toArray();
  }

  private static double[] row(Problem problem, int i) {
    return Arrays.stream(problem.columns).mapToDouble(column -> column[i]).toArray();
  }

  private static double fitted(JointShrinkage.Fit fit, Problem problem, int v, int i) {
    double[] row = row(problem, i);
    double sum = 0;
    for (int j = 0; j < row.length; j++) {
      sum += row[j] * fit.coefficients()[v][j];
    }
    return sum;
  }

  /** Powers of two only move exponents. */
  @Property(tries = 20)
  void scalesWithItsValues(@ForAll long seed) {
    Problem problem = new Problem(new Random(seed), 1, 1);
    JointShrinkage.Fit once = problem.solve();
    for (double[] value : problem.values) {
      Arrays.setAll(value, i -> 8 * value[i]);
    }
    JointShrinkage.Fit eightfold = problem.solve();
    assertThat(eightfold.scale()).isEqualTo(once.scale());
    assertThat(eightfold.coefficients()[3][5]).isEqualTo(8 * once.coefficients()[3][5]);
  }
}
