package org.emcsettlement.baseline.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.emcsettlement.baseline.solve.HingeRejection.Reason;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HingeSearchTest {

  private static final double ANY = Double.POSITIVE_INFINITY;

  /** Positions −10, −9, …, 35. */
  private static final double[] WHOLE = IntStream.rangeClosed(-10, 35).asDoubleStream().toArray();

  /** Values without noise: what made them is found again to rounding. */
  @Nested
  class Recovers {

    @ParameterizedTest
    @CsvSource({"10", "10.37", "10.5", "10.999"})
    void aBreakBelow(double breakAt) {
      HingeFit fit = fit(exact(x -> 7 + 2.5 * Math.max(0, breakAt - x)).below());
      assertSide(fit.below().orElseThrow(), breakAt, 2.5);
      assertThat(fit.above()).isEmpty();
      assertThat(fit.linear().coefficient(0)).isCloseTo(7, within(1e-12));
      assertThat(fit.sse()).isCloseTo(0, within(1e-20));
      assertThat(fit.parameters()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({"20", "20.37", "20.999"})
    void aBreakAbove(double breakAt) {
      HingeFit fit = fit(exact(x -> 7 + 0.3 * Math.max(0, x - breakAt)).above());
      assertSide(fit.above().orElseThrow(), breakAt, 0.3);
      assertThat(fit.below()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2, 3", "-2, 3", "2, -3", "-2, -3", "0, 3"})
    void aSharedBreak(double slopeBelow, double slopeAbove) {
      HingeFit fit =
          fit(
              exact(
                      x ->
                          7
                              + slopeBelow * Math.max(0, 14.3 - x)
                              + slopeAbove * Math.max(0, x - 14.3))
                  .shared());
      assertSide(fit.below().orElseThrow(), 14.3, slopeBelow);
      assertSide(fit.above().orElseThrow(), 14.3, slopeAbove);
      assertThat(fit.linear().coefficient(0)).isCloseTo(7, within(1e-11));
      assertThat(fit.parameters()).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource({"10, 20", "10.37, 20", "10, 20.61", "10.37, 20.61", "14.2, 15.7"})
    void twoBreaks(double low, double high) {
      HingeFit fit =
          fit(exact(x -> 7 + 2 * Math.max(0, low - x) + 3 * Math.max(0, x - high)).both(ANY));
      assertSide(fit.below().orElseThrow(), low, 2);
      assertSide(fit.above().orElseThrow(), high, 3);
      assertThat(fit.parameters()).isEqualTo(5);
    }

    @Test
    void aLineAndItsLevelShift() {
      double[] shift = Arrays.stream(WHOLE).map(x -> x % 3 == 0 ? 1 : 0).toArray();
      double[] value = new double[WHOLE.length];
      Arrays.setAll(value, i -> 4 - 0.5 * WHOLE[i] + 11 * shift[i]);
      HingeFit fit = fit(search(WHOLE, value, new double[][] {shift}, SideGuard.NONE).line());
      assertThat(fit.linear().coefficients())
          .containsExactly(new double[] {4, -0.5, 11}, within(1e-12));
      assertThat(fit.sides()).isEmpty();
    }

    private HingeSearch exact(DoubleUnaryOperator value) {
      return HingeSearchTest.search(WHOLE, value, SideGuard.NONE);
    }

    private void assertSide(HingeSide side, double breakAt, double slope) {
      assertThat(side.breakAt()).isCloseTo(breakAt, within(1e-9));
      assertThat(side.slope()).isCloseTo(slope, within(1e-9));
    }
  }

  @Nested
  class Rejects {

    @Test
    void twoDistinctPositions() {
      HingeSearch search =
          search(new double[] {5, 5, 5, 9, 9, 9}, x -> 3 * x, new SideGuard(1, 0, 1));
      assertReason(search.below(), Reason.GUARDS);
      assertReason(search.above(), Reason.GUARDS);
      assertReason(search.shared(), Reason.GUARDS);
      assertReason(search.both(ANY), Reason.GUARDS);
      assertThat(fit(search.line()).linear().coefficient(1)).isCloseTo(3, within(1e-12));
    }

    @Test
    void onePosition() {
      HingeSearch search = search(new double[] {5, 5, 5, 5, 5, 5, 5}, x -> x, SideGuard.NONE);
      assertReason(search.line(), Reason.COLLINEAR);
      assertReason(search.shared(), Reason.COLLINEAR);
      assertReason(search.below(), Reason.GUARDS);
      assertThat(search.constant().linear().coefficient(0)).isCloseTo(5, within(1e-14));
    }

    /** All points above 18: below it nothing is left to slope. */
    @Test
    void pointsOnOneSideOfTheRange() {
      double[] high = DoubleStream.iterate(18, x -> x + 0.5).limit(30).toArray();
      HingeSearch search =
          search(high, x -> 2 * x, new SideGuard(3, 5, 3))
              .within(new BreakRange(0, 17), new BreakRange(20, 25));
      assertReason(search.below(), Reason.GUARDS);
      assertReason(search.both(ANY), Reason.GUARDS);
      assertThat(search.above().fit()).isPresent();
    }

    @Test
    void slopesOfTheWrongSign() {
      HingeSearch rising = search(WHOLE, x -> Math.max(0, x - 12.5), new SideGuard(5, 5, 5));
      assertReason(rising.below(), Reason.ZERO_SLOPE);
      assertReason(rising.both(ANY), Reason.ZERO_SLOPE);
      HingeSearch falling = search(WHOLE, x -> -Math.max(0, x - 12.5), new SideGuard(5, 5, 5));
      assertReason(falling.above(), Reason.ZERO_SLOPE);
    }

    @Test
    void valuesThatAreConstant() {
      HingeSearch flat = search(WHOLE, x -> 0.1 + 1e6, new SideGuard(3, 5, 3));
      assertReason(flat.below(), Reason.ZERO_SLOPE);
      assertReason(flat.above(), Reason.ZERO_SLOPE);
      assertReason(flat.shared(), Reason.ZERO_SLOPE);
      assertReason(flat.both(ANY), Reason.ZERO_SLOPE);
      assertReason(flat.bothExhaustive(), Reason.ZERO_SLOPE);
    }

    @Test
    void aLineThatNeedsNoBreak() {
      assertReason(
          search(WHOLE, x -> 3 + 0.7 * x, new SideGuard(3, 5, 3)).shared(), Reason.ZERO_SLOPE);
    }

    /** Coefficients and breaks leave no degree of freedom at n = P; one is left at n = P + 1. */
    @Test
    void asManyRowsAsParameters() {
      double[] five = {0, 3, 10, 17, 20};
      double[] six = {0, 3, 10, 11, 17, 20};
      DoubleUnaryOperator value = x -> Math.max(0, 5 - x) + Math.max(0, x - 15);
      assertReason(search(five, value, SideGuard.NONE).both(ANY), Reason.TOO_FEW_ROWS);
      assertThat(fit(search(six, value, SideGuard.NONE).both(ANY)).sse())
          .isCloseTo(0, within(1e-20));
      assertReason(
          search(new double[] {1, 2, 3}, x -> x * x, SideGuard.NONE).below(), Reason.TOO_FEW_ROWS);
      assertReason(
          search(new double[] {1, 2}, x -> x * x, SideGuard.NONE).line(), Reason.TOO_FEW_ROWS);
    }

    @Test
    void breaksThatTheirRangesKeepFromSharing() {
      HingeSearch search =
          search(WHOLE, x -> Math.abs(x - 12), SideGuard.NONE)
              .within(new BreakRange(0, 10), new BreakRange(11, 20));
      assertReason(search.shared(), Reason.GUARDS);
    }

    private void assertReason(HingeOutcome outcome, Reason reason) {
      assertThat(outcome).isInstanceOf(HingeRejection.class);
      assertThat(((HingeRejection) outcome).reason()).isEqualTo(reason);
      assertThat(outcome.fit()).isEmpty();
    }
  }

  @Nested
  class Guards {

    /** Ten points below 0 are −10..−1; the eleventh would need a break above 0. */
    @Test
    void countPointsStrictlyBeyond() {
      DoubleUnaryOperator steep = x -> Math.max(0, -4.5 - x);
      HingeSide side =
          fit(search(WHOLE, steep, new SideGuard(11, 0, 1)).below()).below().orElseThrow();
      assertThat(side.points()).isEqualTo(11);
      assertThat(side.breakAt()).isCloseTo(0, within(1e-13)).isGreaterThan(0);
    }

    /** Breaks at k + s leave (k + 11)(k + 10)/2 + (k + 11)·s: 20 is reached at −5 + 5/6. */
    @Test
    void trimTheCellInWhichTheSumIsReached() {
      DoubleUnaryOperator steep = x -> Math.max(0, -7.5 - x);
      HingeSide side =
          fit(search(WHOLE, steep, new SideGuard(1, 20, 1)).below()).below().orElseThrow();
      assertThat(side.breakAt()).isCloseTo(-5 + 5 / 6.0, within(1e-13));
      assertThat(side.degreeSum()).isGreaterThanOrEqualTo(20).isCloseTo(20, within(1e-12));
    }

    @Test
    void keepPointsFlat() {
      DoubleUnaryOperator late = x -> Math.max(0, 33.5 - x);
      HingeFit fit = fit(search(WHOLE, late, new SideGuard(1, 0, 10)).below());
      assertThat(fit.flatPoints()).isEqualTo(10);
      assertThat(fit.below().orElseThrow().breakAt()).isEqualTo(26);
    }

    @Test
    void keepPointsFlatBetweenTwoBreaks() {
      DoubleUnaryOperator close = x -> Math.max(0, 12 - x) + Math.max(0, x - 14);
      HingeFit fit = fit(search(WHOLE, close, new SideGuard(5, 10, 8)).both(ANY));
      assertThat(fit.flatPoints()).isEqualTo(8);
    }

    @Test
    void areChecked() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new SideGuard(-1, 0, 0))
          .withMessageContaining("pointsPerSlopedSide is -1, must be");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new SideGuard(1, Double.NaN, 0))
          .withMessageContaining("degreeSumPerSlopedSide is NaN, must be");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new BreakRange(3, 2))
          .withMessageContaining("break range [3.0, 2.0] must have low <= high");
    }
  }

  @Nested
  class Stands {

    /** One wild point moves the optimum, not the claim: no grid point is better. */
    @Test
    void outliers() {
      double[] value = Arrays.stream(WHOLE).map(x -> 2 * Math.max(0, 12 - x)).toArray();
      value[3] = 1e4;
      value[40] = -1e4;
      HingeProblem problem = HingeProblem.of(WHOLE, value, new SideGuard(5, 10, 5));
      double best = fit(problem.search().below()).sse();
      for (double at = -5; at <= 31; at += 1 / 64.0) {
        if (problem.allowsBelow(at) && problem.allowsFlat(at, ANY)) {
          assertThat(best).isLessThanOrEqualTo(problem.fit(problem.below(at)).sse() * (1 + 1e-12));
        }
      }
    }

    @Test
    void noGateThatIsNoNumber() {
      HingeSearch search = search(WHOLE, Math::abs, SideGuard.NONE);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> search.both(Double.NaN))
          .withMessage("gate is NaN, must be a number or infinite");
    }
  }

  @Nested
  class Checks {

    private final double[] one = {1, 1, 1, 1, 1, 1};
    private final double[] x = {0, 1, 2, 3, 4, 5};
    private final long[] key = {0, 1, 2, 3, 4, 5};

    @Test
    void shiftColumnsForDependence() {
      double[] weekend = {0, 1, 0, 1, 0, 1};
      assertRefused(
          new double[][] {weekend, weekend}, "shiftColumns[1] is linearly dependent", "ColumnRank");
      assertRefused(new double[][] {one}, "shiftColumns[0] is linearly dependent", "ColumnRank");
    }

    @Test
    void lengthsAndNumbers() {
      assertRefused(new double[][] {{1, 2}}, "shiftColumns[0] has 2 entries, must have 6");
      assertRefused(
          new double[][] {{1, 2, 3, 4, Double.NaN, 6}},
          "shiftColumns[0][4] is NaN, must be finite");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> build(new double[5], x, one, new double[0][]))
          .withMessageContaining("position has 5 entries, must have 6");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> build(x, x, new double[] {1, 1, 1, 1, 1, -2}, new double[0][]))
          .withMessageContaining("weight[5] is -2.0, must be greater than zero");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> build(x, x, one, new double[5][6]))
          .withMessageContaining("value has 6 rows, must have more than the constant and 5 shift");
      assertThatIllegalArgumentException()
          .isThrownBy(
              () -> new HingeSearch(x, x, one, new double[0][], SideGuard.NONE, new long[] {1, 2}))
          .withMessageContaining("tieBreak has 2 entries, must have 6");
    }

    private void assertRefused(double[][] shifts, String... parts) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> build(x, x, one, shifts))
          .withMessageContainingAll(parts);
    }

    private void build(double[] position, double[] value, double[] weight, double[][] shifts) {
      HingeSearch search = new HingeSearch(position, value, weight, shifts, SideGuard.NONE, key);
      assertThat(search).isNotNull();
    }
  }

  private static HingeFit fit(HingeOutcome outcome) {
    assertThat(outcome).isInstanceOf(HingeFit.class);
    return (HingeFit) outcome;
  }

  private static HingeSearch search(double[] position, DoubleUnaryOperator value, SideGuard guard) {
    return search(position, Arrays.stream(position).map(value).toArray(), new double[0][], guard);
  }

  private static HingeSearch search(
      double[] position, double[] value, double[][] shifts, SideGuard guard) {
    double[] ones = new double[value.length];
    Arrays.fill(ones, 1);
    return new HingeSearch(position, value, ones, shifts, guard, HingeProblem.keys(value.length));
  }
}
