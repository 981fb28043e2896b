package org.emcsettlement.baseline.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.emcsettlement.baseline.solve.HingeRejection.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DegreeSumSearchTest {

  private static final double ANY = Double.POSITIVE_INFINITY;

  /** Twelve rows of thirty samples over one wave, at two decimals. */
  private static final double[][] YEAR = year();

  private static double[][] year() {
    Random random = new Random(7);
    double[][] rows = new double[12][30];
    for (int i = 0; i < 12; i++) {
      for (int k = 0; k < 30; k++) {
        double wave = 12 - 13 * StrictMath.cos(2 * Math.PI * (30 * i + k) / 360);
        rows[i][k] = Math.rint(100 * (wave + 3 * random.nextGaussian())) / 100;
      }
    }
    return rows;
  }

  @ParameterizedTest
  @CsvSource({"12", "12.345", "3.999"})
  void recoversABreakBelow(double breakAt) {
    double[] value = values(YEAR, breakAt, 2, 0, 0);
    HingeFit fit = (HingeFit) search(YEAR, value).below();
    assertSide(fit.below().orElseThrow(), breakAt, 2);
    assertThat(fit.linear().coefficient(0)).isCloseTo(5, within(1e-9));
  }

  @ParameterizedTest
  @CsvSource({"20", "17.123"})
  void recoversABreakAbove(double breakAt) {
    HingeFit fit = (HingeFit) search(YEAR, values(YEAR, 0, 0, breakAt, 3)).above();
    assertSide(fit.above().orElseThrow(), breakAt, 3);
  }

  @ParameterizedTest
  @CsvSource({"10, 20", "10.123, 19.877", "14, 14.5"})
  void recoversTwoBreaks(double low, double high) {
    HingeFit fit = (HingeFit) search(YEAR, values(YEAR, low, 2, high, 3)).both(ANY);
    assertSide(fit.below().orElseThrow(), low, 2);
    assertSide(fit.above().orElseThrow(), high, 3);
    assertThat(fit.linear().coefficient(0)).isCloseTo(5, within(1e-7));
    assertThat(fit.flatPoints()).isZero();
  }

  /** Between neighbouring samples only the constant tells one pair of breaks from another. */
  @ParameterizedTest
  @CsvSource({"14.2012, 14.2034", "15.13, 15.13"})
  void recoversTwoBreaksInOneCellUpToTheConstant(double low, double high) {
    HingeFit fit = (HingeFit) search(YEAR, values(YEAR, low, 2, high, 3)).both(ANY);
    assertThat(fit.sse()).isCloseTo(0, within(1e-18));
    assertThat(fit.below().orElseThrow().slope()).isCloseTo(2, within(1e-8));
    assertThat(fit.above().orElseThrow().slope()).isCloseTo(3, within(1e-8));
    assertInOneCell(fit);
  }

  /** Values made with the breaks in the wrong order: no pair in order is better, equal or not. */
  @ParameterizedTest
  @CsvSource({"15.6, 12.1", "15.6, 15.5", "14, 13.9"})
  void findsTheBestOrderedBreaksForValuesOfUnorderedOnes(double low, double high) {
    SampleProblem problem = problem(YEAR, values(YEAR, low, 2, high, 3));
    double best = ((HingeFit) problem.search().both(ANY)).sse();
    for (double below = 10; below <= 18; below += 0.125) {
      for (double above = below; above <= 18; above += 0.125) {
        assertThat(best)
            .isLessThanOrEqualTo(problem.fit(problem.below(below), problem.above(above)).sse());
      }
    }
  }

  private static void assertInOneCell(HingeFit fit) {
    double low = fit.below().orElseThrow().breakAt();
    double high = fit.above().orElseThrow().breakAt();
    assertThat(low).isLessThanOrEqualTo(high);
    assertThat(Arrays.stream(YEAR).flatMapToDouble(Arrays::stream))
        .noneMatch(x -> low + 1e-9 < x && x < high - 1e-9);
  }

  /** From values at the mean positions alone the break below would be found too low. */
  @Test
  void usesSamplesAndNotTheirMean() {
    double[] value = values(YEAR, 12, 2, 0, 0);
    double[][] means =
        Arrays.stream(YEAR)
            .map(row -> new double[] {Arrays.stream(row).average().orElseThrow()})
            .toArray(double[][]::new);
    HingeFit fit = (HingeFit) search(means, value).below();
    assertThat(fit.sse()).isGreaterThan(0.1);
    assertThat(((HingeFit) search(YEAR, value).below()).sse()).isCloseTo(0, within(1e-18));
  }

  @Test
  void asksForRowsAndDegreeSums() {
    double[] value = values(YEAR, -6, 4, 0, 0);
    SideGuard guard = new SideGuard(5, 10, 0);
    HingeFit fit =
        (HingeFit)
            new DegreeSumSearch(YEAR, value, ones(12), new double[0][], guard, keys()).below();
    HingeSide side = fit.below().orElseThrow();
    assertThat(side.points()).isGreaterThanOrEqualTo(5);
    assertThat(side.degreeSum()).isGreaterThanOrEqualTo(10);
    assertThat(side.breakAt()).isGreaterThan(-6);
  }

  @Test
  void rejectsWhatItsSamplesCannotShow() {
    double[][] one = new double[12][];
    Arrays.fill(one, new double[] {4, 4});
    assertReason(search(one, values(YEAR, 12, 2, 0, 0)).below(), Reason.GUARDS);
    assertReason(search(one, values(YEAR, 12, 2, 0, 0)).both(ANY), Reason.GUARDS);
    assertReason(search(YEAR, values(YEAR, 0, 0, 15, 3)).below(), Reason.ZERO_SLOPE);
    assertReason(search(YEAR, new double[12]).both(ANY), Reason.ZERO_SLOPE);
    double[][] short4 = Arrays.copyOf(YEAR, 4);
    assertReason(search(short4, values(short4, 12, 2, 20, 1)).both(ANY), Reason.TOO_FEW_ROWS);
    assertReason(
        search(Arrays.copyOf(YEAR, 3), new double[] {1, 3, 2}).above(), Reason.TOO_FEW_ROWS);
  }

  @Test
  void confinesBreaksToRanges() {
    DegreeSumSearch search =
        search(YEAR, values(YEAR, 10, 2, 20, 3))
            .within(new BreakRange(11.5, 13), new BreakRange(21, 22));
    HingeFit fit = (HingeFit) search.both(ANY);
    assertThat(fit.below().orElseThrow().breakAt()).isEqualTo(11.5);
    assertThat(fit.above().orElseThrow().breakAt()).isEqualTo(21);
    assertReason(
        search(YEAR, values(YEAR, 10, 2, 20, 3))
            .within(new BreakRange(15, 16), new BreakRange(11, 12))
            .both(ANY),
        Reason.GUARDS);
  }

  @Test
  void namesWhatIsWrong() {
    double[][] withEmpty = YEAR.clone();
    withEmpty[3] = new double[0];
    assertThatIllegalArgumentException()
        .isThrownBy(() -> search(withEmpty, new double[12]))
        .withMessageContaining("position[3] is empty, must have at least one sample");
    withEmpty[3] = new double[] {1, Double.NaN};
    assertThatIllegalArgumentException()
        .isThrownBy(() -> search(withEmpty, new double[12]))
        .withMessageContaining("position[3][1] is NaN, must be finite");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> search(YEAR, new double[11]))
        .withMessageContaining("must have 11");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> search(YEAR, values(YEAR, 10, 2, 20, 3)).both(Double.NaN))
        .withMessageContaining("gate is NaN");
  }

  private static void assertReason(HingeOutcome outcome, Reason reason) {
    assertThat(outcome).isInstanceOf(HingeRejection.class);
    assertThat(((HingeRejection) outcome).reason()).isEqualTo(reason);
  }

  /** Breaks between close samples amplify rounding: the level of the rows is near 30. */
  private static void assertSide(HingeSide side, double breakAt, double slope) {
    assertThat(side.breakAt()).isCloseTo(breakAt, within(1e-8));
    assertThat(side.slope()).isCloseTo(slope, within(1e-8));
  }

  /** {@code 5 + below·mean (low − x)⁺ + above·mean (x − high)⁺}. */
  private static double[] values(
      double[][] rows, double low, double below, double high, double above) {
    SampleProblem columns = problem(rows, new double[rows.length]);
    double[] value = new double[rows.length];
    Arrays.setAll(value, i -> 5 + below * columns.below(low)[i] + above * columns.above(high)[i]);
    return value;
  }

  private static SampleProblem problem(double[][] rows, double[] value) {
    return new SampleProblem(rows, value, ones(rows.length), new double[0][], SideGuard.NONE);
  }

  private static DegreeSumSearch search(double[][] rows, double[] value) {
    return new DegreeSumSearch(
        rows,
        value,
        ones(value.length),
        new double[0][],
        SideGuard.NONE,
        HingeProblem.keys(value.length));
  }

  private static double[] ones(int rows) {
    double[] ones = new double[rows];
    Arrays.fill(ones, 1);
    return ones;
  }

  private static long[] keys() {
    return HingeProblem.keys(12);
  }
}
