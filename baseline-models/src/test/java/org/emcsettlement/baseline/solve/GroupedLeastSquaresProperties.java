package org.emcsettlement.baseline.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.linear.SingularValueDecomposition;

/** Against the pseudo-inverse of the full design, a column per group and all. */
class GroupedLeastSquaresProperties {

  private static final double ROUNDING = 1e-8;
  private static final int GROUPS = 6;

  @Property(tries = 200)
  void agreesWithThePseudoInverse(
      @ForAll long seed, @ForAll @IntRange(min = 0, max = 4) int columnCount) {
    Problem problem = new Problem(new Random(seed), 40, columnCount);
    problem.assertMinimumNorm();
  }

  /** A column that is another one, one that is constant in every group, one of zeros. */
  @Property(tries = 200)
  void agreesWhereColumnsSayNothing(@ForAll long seed) {
    Random random = new Random(seed);
    Problem problem = new Problem(random, 40, 5);
    for (int i = 0; i < problem.value.length; i++) {
      problem.columns[1][i] = 2 * problem.columns[0][i] + problem.group[i];
      problem.columns[3][i] = 10 + problem.group[i];
      problem.columns[4][i] = 0;
    }
    GroupedFit fit = problem.assertMinimumNorm();
    assertThat(fit.clashes()).extracting(ColumnRank.Clash::column).containsExactly(1, 3, 4);
    assertThat(fit.clashes().get(0).on()).containsExactly(0);
    assertThat(fit.clashes().get(1).on()).isEmpty();
  }

  /** One row per group leaves every slope open; a new row has the shortest solution's value. */
  @Property(tries = 100)
  void agreesWithOneRowPerGroup(@ForAll long seed) {
    Problem problem = new Problem(new Random(seed), GROUPS, 2);
    for (int g = 0; g < GROUPS; g++) {
      problem.group[g] = g;
    }
    GroupedFit fit = problem.assertMinimumNorm();
    assertThat(fit.clashes()).hasSize(2);
  }

  /** Arrays of one problem and its solution by singular values. */
  private static final class Problem {
    final int[] group;
    final double[][] columns;
    final double[] value;
    final double[] weight;

    Problem(Random random, int rows, int columnCount) {
      group = random.ints(rows, 0, GROUPS - 1).toArray();
      columns = new double[columnCount][];
      for (int j = 0; j < columnCount; j++) {
        columns[j] = random.doubles(rows, -5, 20).toArray();
      }
      value = random.doubles(rows, 0, 100).toArray();
      weight = random.ints(rows, 1, 3).mapToDouble(w -> w / 2.0).toArray();
    }

    GroupedFit assertMinimumNorm() {
      GroupedFit fit = GroupedLeastSquares.solve(GROUPS, group, columns, value, weight);
      double[][] design = new double[value.length][GROUPS + columns.length];
      double[] right = new double[value.length];
      for (int i = 0; i < right.length; i++) {
        double root = Math.sqrt(weight[i]);
        design[i][group[i]] = root;
        for (int j = 0; j < columns.length; j++) {
          design[i][GROUPS + j] = root * columns[j][i];
        }
        right[i] = root * value[i];
      }
      RealVector expected =
          new SingularValueDecomposition(new Array2DRowRealMatrix(design))
              .getSolver()
              .solve(new ArrayRealVector(right));
      for (int g = 0; g < GROUPS; g++) {
        assertThat(fit.level(g)).isCloseTo(expected.getEntry(g), within(ROUNDING));
      }
      for (int j = 0; j < columns.length; j++) {
        assertThat(fit.slope(j)).isCloseTo(expected.getEntry(GROUPS + j), within(ROUNDING));
      }
      double rest =
          new Array2DRowRealMatrix(design)
              .operate(expected)
              .getDistance(new ArrayRealVector(right));
      assertThat(fit.sse()).isCloseTo(rest * rest, within(ROUNDING * right.length));
      GroupedFit levels = GroupedLeastSquares.solve(GROUPS, group, new double[0][], value, weight);
      assertThat(fit.withinGroups()).isEqualTo(levels.sse());
      return fit;
    }
  }
}
