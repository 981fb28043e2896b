package org.emcsettlement.baseline.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.emcsettlement.baseline.solve.ColumnRank.Clash;
import org.junit.jupiter.api.Test;

class ColumnRankTest {

  private static final double[] ONE = {1, 1, 1, 1, 1, 1};
  private static final double[] A = {19.3, 20.1, 18.7, 22.4, 25.0, 21.6};
  private static final double[] B = {0.1, 0.3, 0.2, 0.7, 0.4, 0.9};

  @Test
  void acceptsIndependentColumns() {
    assertThat(ColumnRank.clashes(new double[][] {ONE, A, B})).isEmpty();
    assertThat(ColumnRank.clashes(new double[][] {})).isEmpty();
  }

  @Test
  void namesADuplicate() {
    assertClash(new double[][] {ONE, A, B, A.clone()}, 3, 1);
  }

  @Test
  void namesAnAffineCopy() {
    assertClash(new double[][] {ONE, A, combination(0, 1.8, 32)}, 2, 0, 1);
  }

  @Test
  void namesASecondConstant() {
    assertClash(new double[][] {ONE, A, {7, 7, 7, 7, 7, 7}}, 2, 0);
  }

  @Test
  void namesASum() {
    assertClash(new double[][] {ONE, A, B, combination(1, 1, 0)}, 3, 1, 2);
  }

  @Test
  void namesAColumnOfZeros() {
    assertClash(new double[][] {ONE, new double[6], A}, 1);
  }

  @Test
  void namesMoreColumnsThanRows() {
    assertThat(ColumnRank.clashes(new double[][] {{1, 1}, {1, 2}, {4, 9}}))
        .containsExactly(new Clash(2, List.of(0, 1)));
  }

  @Test
  void namesEachOfSeveral() {
    assertThat(ColumnRank.clashes(new double[][] {ONE, ONE, A, A}))
        .containsExactly(new Clash(1, List.of(0)), new Clash(3, List.of(2)));
  }

  /** A difference in the eighth digit is information; one in the twelfth is not. */
  @Test
  void drawsTheLineAtItsTolerance() {
    double[] near = A.clone();
    near[0] *= 1 + 1e-8;
    assertThat(ColumnRank.clashes(new double[][] {ONE, A, near})).isEmpty();
    near[0] = A[0] * (1 + 1e-12);
    assertClash(new double[][] {ONE, A, near}, 2, 1);
  }

  @Test
  void namesWhatIsWrong() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ColumnRank.clashes(new double[][] {{1, 2}, {1}}))
        .withMessageContaining("columns[1] has 1 entries, must have 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ColumnRank.clashes(new double[][] {{1, Double.NaN}}))
        .withMessageContaining("columns[0][1] is NaN, must be finite");
  }

  /** {@code b·B + a·A + c}. */
  private static double[] combination(double b, double a, double c) {
    double[] column = new double[A.length];
    for (int i = 0; i < column.length; i++) {
      column[i] = b * B[i] + a * A[i] + c;
    }
    return column;
  }

  private static void assertClash(double[][] columns, int column, Integer... on) {
    assertThat(ColumnRank.clashes(columns)).containsExactly(new Clash(column, List.of(on)));
  }
}
