package org.emcsettlement.baseline.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class SplitHingeProperties {

  private static final int ROWS = 60;

  private final double[] position = new double[ROWS];
  private final double[] value = new double[ROWS];
  private final boolean[] marked = new boolean[ROWS];
  private final double[][] others = new double[3][ROWS];

  private void draw(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < ROWS; i++) {
      position[i] = Math.round(random.nextGaussian() * 800) / 100.0;
      marked[i] = random.nextInt(3) == 0;
      others[0][i] = 1;
      others[1][i] = marked[i] ? 1 : 0;
      others[2][i] = random.nextGaussian();
      double slope = marked[i] ? 1 : 3;
      value[i] = slope * Math.max(0, 2 - position[i]) + others[2][i] + 2 * random.nextGaussian();
    }
  }

  /** The explained sum of squares is what two solutions by orthogonal decomposition differ by. */
  @Property(tries = 200)
  void explainsTheDifferenceOfTwoFits(
      @ForAll @LongRange(min = 0, max = 100_000) long seed,
      @ForAll @DoubleRange(min = -6, max = 6) double breakAt,
      @ForAll boolean above) {
    draw(seed);
    double[][] columns = Arrays.copyOf(others, 5);
    columns[3] = new double[ROWS];
    columns[4] = new double[ROWS];
    for (int i = 0; i < ROWS; i++) {
      double distance = above ? position[i] - breakAt : breakAt - position[i];
      columns[marked[i] ? 4 : 3][i] = Math.max(0, distance);
    }
    double[] weight = new double[ROWS];
    Arrays.fill(weight, 1);
    double without = LeastSquares.solve(others, value, weight).sse();
    double with =
        LeastSquares.solveChecked(columns, value, weight).map(LinearFit::sse).orElse(Double.NaN);
    double explained =
        new SplitHinge(position, marked, value, others, above).at(breakAt).explained();
    if (!Double.isNaN(with)) {
      assertThat(explained).isCloseTo(without - with, within(1e-8 * without));
    }
  }

  /** Both sides together explain what two solutions by orthogonal decomposition differ by. */
  @Property(tries = 200)
  void twoSidesExplainTheDifferenceOfTwoFits(
      @ForAll @LongRange(min = 0, max = 100_000) long seed,
      @ForAll @DoubleRange(min = -6, max = 0) double heating,
      @ForAll @DoubleRange(min = 0.5, max = 6) double cooling) {
    draw(seed);
    double[][] columns = Arrays.copyOf(others, 7);
    for (int j = others.length; j < columns.length; j++) {
      columns[j] = new double[ROWS];
    }
    for (int i = 0; i < ROWS; i++) {
      columns[marked[i] ? 4 : 3][i] = Math.max(0, heating - position[i]);
      columns[marked[i] ? 6 : 5][i] = Math.max(0, position[i] - cooling);
    }
    double[] weight = new double[ROWS];
    Arrays.fill(weight, 1);
    double without = LeastSquares.solve(others, value, weight).sse();
    double with =
        LeastSquares.solveChecked(columns, value, weight).map(LinearFit::sse).orElse(Double.NaN);
    SplitSide below = new SplitHinge(position, marked, value, others, false).at(heating);
    SplitSide above = new SplitHinge(position, marked, value, others, true).at(cooling);
    if (!Double.isNaN(with)) {
      assertThat(below.explainedWith(above)).isCloseTo(without - with, within(1e-8 * without));
      assertThat(above.explainedWith(below)).isCloseTo(without - with, within(1e-8 * without));
    }
  }

  /** The guard counts the rows beyond the break, and their distances. */
  @Property(tries = 100)
  void guardsTheSlopedSide(
      @ForAll @LongRange(min = 0, max = 100_000) long seed,
      @ForAll @DoubleRange(min = -20, max = 20) double breakAt,
      @ForAll boolean above,
      @ForAll @IntRange(min = 0, max = 20) int points) {
    draw(seed);
    int plain = 0;
    int special = 0;
    double degrees = 0;
    for (int i = 0; i < ROWS; i++) {
      double distance = above ? position[i] - breakAt : breakAt - position[i];
      if (distance > 0) {
        degrees += distance;
        plain += marked[i] ? 0 : 1;
        special += marked[i] ? 1 : 0;
      }
    }
    boolean allowed =
        new SplitHinge(position, marked, value, others, above)
            .allows(breakAt, new SideGuard(points, 20, 0));
    assertThat(allowed)
        .isEqualTo(plain + special >= points && degrees >= 20 && Math.min(plain, special) >= 2);
  }
}
