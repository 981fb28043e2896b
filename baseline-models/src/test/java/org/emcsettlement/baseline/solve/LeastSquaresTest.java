package org.emcsettlement.baseline.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LeastSquaresTest {

  private static final double[] ONES = {1, 1, 1, 1};
  private static final double[] X = {0, 1, 2, 3};

  /** y = 1, 3, 2, 4 on x = 0..3: slope Sxy/Sxx = 4/5, constant 5/2 − 4/5·3/2 = 13/10. */
  @Test
  void solvesByHand() {
    LinearFit fit = LeastSquares.solve(new double[][] {ONES, X}, new double[] {1, 3, 2, 4}, ONES);

    assertThat(fit.coefficient(0)).isCloseTo(1.3, within(1e-15));
    assertThat(fit.coefficient(1)).isCloseTo(0.8, within(1e-15));
    assertThat(fit.residuals()).containsExactly(new double[] {-.3, .9, -.9, .3}, within(1e-15));
    // 0.09 + 0.81 + 0.81 + 0.09
    assertThat(fit.sse()).isCloseTo(1.8, within(1e-15));
    // (X'X)⁻¹ = [14, −6; −6, 4] / 20
    assertThat(fit.inverseGram()[0]).containsExactly(new double[] {0.7, -0.3}, within(1e-15));
    assertThat(fit.inverseGram()[1]).containsExactly(new double[] {-0.3, 0.2}, within(1e-15));
    assertThat(fit.standardError(1, 0.9)).isCloseTo(Math.sqrt(0.18), within(1e-15));
    assertThat(fit.rows()).isEqualTo(4);
    assertThat(fit.columns()).isEqualTo(2);
  }

  /** Weighted mean of 2 and 8 with weights 3 and 1: 3.5; 3·1.5² + 4.5² = 27. */
  @Test
  void weighsRows() {
    double[][] constant = {{1, 1}};
    LinearFit fit = LeastSquares.solve(constant, new double[] {2, 8}, new double[] {3, 1});

    assertThat(fit.coefficient(0)).isCloseTo(3.5, within(1e-15));
    assertThat(fit.residuals()).containsExactly(new double[] {-1.5, 4.5}, within(1e-15));
    assertThat(fit.sse()).isCloseTo(27, within(1e-13));
    assertThat(fit.inverseGram()[0][0]).isCloseTo(0.25, within(1e-16));
  }

  @Test
  void handsOutCopies() {
    LinearFit fit = LeastSquares.solve(new double[][] {ONES}, X, ONES);
    fit.coefficients()[0] = 99;
    fit.residuals()[0] = 99;
    fit.inverseGram()[0][0] = 99;

    assertThat(fit.coefficient(0)).isEqualTo(1.5);
    assertThat(fit.residuals()[0]).isEqualTo(-1.5);
    assertThat(fit.inverseGram()[0][0]).isEqualTo(0.25);
  }

  @Test
  void namesWhatIsWrong() {
    double[][] constant = {ONES};
    assertRefused(new double[][] {}, X, ONES, "columns is empty");
    assertRefused(new double[][] {{1, 1}}, X, ONES, "columns[0] has 2 entries, must have 4");
    assertRefused(constant, X, new double[] {1, 1}, "weight has 2 entries, must have 4");
    assertRefused(constant, X, new double[] {1, 1, 0, 1}, "weight[2] is 0.0, must be greater");
    assertRefused(constant, new double[] {0, 1, Double.NaN, 3}, ONES, "value[2] is NaN, must be");
    assertRefused(
        new double[][] {{1, 1, 1, Double.POSITIVE_INFINITY}}, X, ONES, "columns[0][3] is Infinity");
    assertRefused(
        new double[][] {{1, 1}, {0, 1}},
        new double[] {1, 2},
        new double[] {1, 1},
        "value has 2 rows, must have more than the 2 columns");
  }

  /** The default of the library underneath accepts these and returns meaningless coefficients. */
  @Test
  void refusesAnAffineCopy() {
    double[] copy = {3, 5.5, 8, 10.5};
    assertRefused(new double[][] {ONES, X, copy}, X, ONES, "linearly dependent");
    assertRefused(new double[][] {ONES, {0, 0, 0, 0}}, X, ONES, "linearly dependent");
  }

  private static void assertRefused(
      double[][] columns, double[] value, double[] weight, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LeastSquares.solve(columns, value, weight))
        .withMessageContaining(message);
  }
}
