package org.emcsettlement.baseline.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class GroupedLeastSquaresTest {

  private static final double[] ONES = {1, 1, 1, 1};

  @Test
  void levelsAndSlopeOfALine() {
    // 3 + 2 x in group 0, 10 + 2 x in group 2
    GroupedFit fit =
        GroupedLeastSquares.solve(
            3,
            new int[] {0, 2, 0, 2},
            new double[][] {{1, 1, 2, 5}},
            new double[] {5, 12, 7, 20},
            ONES);
    assertThat(fit.level(0)).isEqualTo(3);
    assertThat(fit.level(2)).isEqualTo(10);
    assertThat(fit.slopes()).containsExactly(2);
    assertThat(fit.clashes()).isEmpty();
    assertThat(fit.seen(1)).isFalse();
    assertThat(fit.level(1)).isZero();
  }

  @Test
  void weightsAreRepeatedRows() {
    // the mean of 1, 1, 1 and 5
    GroupedFit fit =
        GroupedLeastSquares.solve(
            1, new int[2], new double[0][], new double[] {1, 5}, new double[] {3, 1});
    assertThat(fit.level(0)).isEqualTo(2);
  }

  @Test
  void namesWhatIsWrong() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> GroupedLeastSquares.solve(2, new int[] {0, 1, 2, 0}, new double[0][], ONES, ONES))
        .withMessage("group[2] is 2, must be from 0 to 1");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                GroupedLeastSquares.solve(
                    1, new int[4], new double[][] {{1, 2, Double.NaN, 4}}, ONES, ONES))
        .withMessage("columns[0][2] is NaN, must be finite");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                GroupedLeastSquares.solve(
                    1, new int[4], new double[0][], ONES, new double[] {1, 0, 1, 1}))
        .withMessage("weight[1] is 0.0, must be greater than zero");
  }
}
