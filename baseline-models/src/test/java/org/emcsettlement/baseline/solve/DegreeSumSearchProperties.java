package org.emcsettlement.baseline.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.emcsettlement.baseline.solve.HingeRejection.Reason;

class DegreeSumSearchProperties {

  /** Exactness is claimed up to this fraction of the total sum of squares. */
  private static final double EXACT = 1e-9;

  @Property(tries = 200)
  void equalsDirectSolutionOfAllFacesWithOneBreak(
      @ForAll long seed, @ForAll @IntRange(min = 6, max = 14) int rows) {
    SampleProblem problem = SampleProblem.random(seed, rows, 6);
    DegreeSumSearch search = problem.search();
    assertSame(search.below(), FaceOracle.below(problem), problem);
    assertSame(search.above(), FaceOracle.above(problem), problem);
  }

  private static void assertSame(
      HingeOutcome outcome, OptionalDouble expected, SampleProblem problem) {
    double slack = EXACT * problem.total();
    if (outcome instanceof HingeRejection rejection) {
      assertThat(rejection.reason() == Reason.TOO_FEW_ROWS || expected.isEmpty())
          .as("%s, but faces give %s", rejection, expected)
          .isTrue();
    } else {
      assertThat(outcome.fit().orElseThrow().sse())
          .isCloseTo(expected.orElseThrow(), within(slack));
    }
  }

  @Property(tries = 100)
  void equalsDirectSolutionOfAllFacesWithTwoBreaks(
      @ForAll long seed, @ForAll @IntRange(min = 7, max = 9) int rows) {
    SampleProblem problem = SampleProblem.random(seed, rows, 3);
    HingeOutcome both = problem.search().both(Double.POSITIVE_INFINITY);
    OptionalDouble faces = FaceOracle.both(problem);
    double slack = EXACT * problem.total();
    if (both.fit().isPresent()) {
      assertThat(both.fit().get().sse()).isCloseTo(faces.orElseThrow(), within(slack));
    } else if (((HingeRejection) both).reason() == Reason.ZERO_SLOPE) {
      assertThat(faces.orElse(Double.POSITIVE_INFINITY))
          .isGreaterThanOrEqualTo(simpler(problem.search(), problem) - slack);
    } else {
      assertThat(((HingeRejection) both).reason()).isEqualTo(Reason.GUARDS);
      assertThat(faces).isEmpty();
    }
  }

  private static double simpler(DegreeSumSearch search, SampleProblem problem) {
    return Math.min(problem.fit().sse(), Math.min(sse(search.below()), sse(search.above())));
  }

  @Property(tries = 100)
  void branchAndBoundEqualsPlainEnumeration(
      @ForAll long seed, @ForAll @IntRange(min = 6, max = 14) int rows) {
    DegreeSumSearch search = SampleProblem.random(seed, rows, 12).search();
    HingeOutcome bounded = search.both(Double.POSITIVE_INFINITY);
    HingeOutcome all = search.bothExhaustive();
    if (all.fit().isPresent()) {
      HingeFit fit = bounded.fit().orElseThrow();
      assertThat(fit.sse()).isEqualTo(all.fit().get().sse());
      assertThat(fit.sides()).isEqualTo(all.fit().get().sides());
    } else {
      assertThat(bounded).isEqualTo(all);
    }
  }

  @Property(tries = 100)
  void gateHidesOnlyWhatDoesNotBeatIt(
      @ForAll long seed, @ForAll @IntRange(min = 8, max = 14) int rows) {
    DegreeSumSearch search = SampleProblem.random(seed, rows, 8).search();
    HingeOutcome all = search.both(Double.POSITIVE_INFINITY);
    if (all.fit().isEmpty() || all.fit().get().sse() == 0) {
      return;
    }
    double sse = all.fit().get().sse();
    assertThat(search.both(sse * (1 + 1e-6)).fit().orElseThrow().sse()).isEqualTo(sse);
    HingeRejection rejection = (HingeRejection) search.both(sse * (1 - 1e-6));
    assertThat(rejection.reason()).isEqualTo(Reason.GATE);
    assertThat(rejection.lowerBound()).isBetween(rejection.gate(), sse);
  }

  @Property(tries = 30)
  void isNotWorseThanAFineGrid(@ForAll long seed, @ForAll @IntRange(min = 8, max = 14) int rows) {
    SampleProblem problem = SampleProblem.random(seed, rows, 10);
    DegreeSumSearch search = problem.search();
    double best =
        Math.min(simpler(search, problem), sse(search.both(Double.POSITIVE_INFINITY)))
            - EXACT * problem.total();
    for (int i = 0; i <= 120; i++) {
      for (int j = i; j <= 120; j++) {
        double low = -10 + i * 0.4;
        double high = -10 + j * 0.4;
        if (problem.allowsBelow(low)
            && problem.allowsAbove(high)
            && !ColumnRank.clashes(design(problem, low, high)).isEmpty()) {
          continue;
        }
        if (problem.allowsBelow(low) && problem.allowsAbove(high)) {
          LinearFit fit = problem.fit(problem.below(low), problem.above(high));
          if (fit.coefficient(1) > 0 && fit.coefficient(2) > 0) {
            assertThat(best).as("breaks %s and %s", low, high).isLessThanOrEqualTo(fit.sse());
          }
        }
      }
    }
  }

  private static double[][] design(SampleProblem problem, double low, double high) {
    List<double[]> columns = new ArrayList<>();
    double[] ones = new double[problem.value().length];
    Arrays.fill(ones, 1);
    columns.add(ones);
    columns.add(problem.below(low));
    columns.add(problem.above(high));
    columns.addAll(List.of(problem.shifts()));
    return columns.toArray(double[][]::new);
  }

  /**
   * With one sample per row the hinges are those of points; only the guard of flat points differs.
   */
  @Property(tries = 100)
  void singleSamplesArePoints(@ForAll long seed, @ForAll @IntRange(min = 8, max = 30) int rows) {
    HingeProblem points = HingeProblem.random(seed, rows);
    double[][] samples =
        IntStream.range(0, rows)
            .mapToObj(i -> new double[] {points.position()[i]})
            .toArray(double[][]::new);
    SampleProblem problem =
        new SampleProblem(
            samples, points.value(), points.weight(), points.shifts(), points.guard());
    double slack = EXACT * problem.total();
    assertThat(sse(problem.search().below()))
        .isLessThanOrEqualTo(sse(points.search().below()) + slack);
    assertThat(sse(problem.search().above()))
        .isLessThanOrEqualTo(sse(points.search().above()) + slack);
  }

  @Property(tries = 60)
  void doesNotDependOnTheOrderOfRowsAndSamples(
      @ForAll long seed, @ForAll @IntRange(min = 8, max = 14) int rows) {
    SampleProblem problem = SampleProblem.random(seed, rows, 8);
    Random random = new Random(seed);
    List<Integer> shuffled = new ArrayList<>(IntStream.range(0, rows).boxed().toList());
    Collections.shuffle(shuffled, random);
    int[] order = shuffled.stream().mapToInt(i -> i).toArray();
    double[][] position = new double[rows][];
    for (int i = 0; i < rows; i++) {
      List<Double> row =
          new ArrayList<>(Arrays.stream(problem.position()[order[i]]).boxed().toList());
      Collections.shuffle(row, random);
      position[i] = row.stream().mapToDouble(x -> x).toArray();
    }
    double[][] shifts = problem.shifts().clone();
    Arrays.setAll(shifts, j -> CanonicalOrder.pick(shifts[j], order));
    DegreeSumSearch moved =
        new DegreeSumSearch(
            position,
            CanonicalOrder.pick(problem.value(), order),
            CanonicalOrder.pick(problem.weight(), order),
            shifts,
            problem.guard(),
            Arrays.stream(order).mapToLong(i -> 1000 + i).toArray());
    DegreeSumSearch given = problem.search();
    assertIdentical(moved.below(), given.below(), order);
    assertIdentical(moved.above(), given.above(), order);
    assertIdentical(
        moved.both(Double.POSITIVE_INFINITY), given.both(Double.POSITIVE_INFINITY), order);
  }

  private static void assertIdentical(HingeOutcome moved, HingeOutcome given, int[] order) {
    if (given.fit().isEmpty()) {
      assertThat(moved).isEqualTo(given);
      return;
    }
    HingeFit one = given.fit().get();
    HingeFit other = moved.fit().orElseThrow();
    assertThat(other.sides()).isEqualTo(one.sides());
    assertThat(other.linear().coefficients()).isEqualTo(one.linear().coefficients());
    assertThat(other.linear().residuals())
        .isEqualTo(CanonicalOrder.pick(one.linear().residuals(), order));
  }

  @Property(tries = 60)
  void doesNotDependOnUnits(@ForAll long seed, @ForAll @IntRange(min = 8, max = 14) int rows) {
    SampleProblem problem = SampleProblem.random(seed, rows, 8);
    double[][] position = problem.position().clone();
    Arrays.setAll(position, i -> Arrays.stream(position[i]).map(x -> 1.8 * x + 32).toArray());
    SideGuard guard = problem.guard();
    SampleProblem other =
        new SampleProblem(
            position,
            Arrays.stream(problem.value()).map(y -> y / 3.6 - 7).toArray(),
            problem.weight(),
            problem.shifts(),
            new SideGuard(guard.pointsPerSlopedSide(), guard.degreeSumPerSlopedSide() * 1.8, 0));
    double slack = EXACT * problem.total();
    assertSameSse(other.search().below(), problem.search().below(), slack);
    assertSameSse(other.search().above(), problem.search().above(), slack);
    assertSameSse(
        other.search().both(Double.POSITIVE_INFINITY),
        problem.search().both(Double.POSITIVE_INFINITY),
        slack);
  }

  private static void assertSameSse(HingeOutcome scaled, HingeOutcome given, double slack) {
    double one = sse(given);
    assertThat(sse(scaled) * 3.6 * 3.6).isCloseTo(one, within(Double.isInfinite(one) ? 0 : slack));
  }

  @Property(tries = 100)
  void winnersKeepWhatTheyPromise(
      @ForAll long seed, @ForAll @IntRange(min = 7, max = 14) int rows) {
    SampleProblem problem = SampleProblem.random(seed, rows, 8);
    DegreeSumSearch search = problem.search();
    for (HingeOutcome outcome :
        List.of(search.below(), search.above(), search.both(Double.POSITIVE_INFINITY))) {
      for (HingeSide side : outcome.fit().map(HingeFit::sides).orElse(List.of())) {
        assertThat(side.slope()).isPositive();
        assertThat(side.points())
            .isGreaterThanOrEqualTo(Math.max(2, problem.guard().pointsPerSlopedSide()));
        assertThat(side.degreeSum())
            .isGreaterThanOrEqualTo(problem.guard().degreeSumPerSlopedSide());
      }
      outcome
          .fit()
          .filter(fit -> fit.form() == HingeForm.BOTH)
          .ifPresent(
              fit ->
                  assertThat(fit.sides().get(0).breakAt())
                      .isLessThanOrEqualTo(fit.sides().get(1).breakAt()));
    }
  }

  private static double sse(HingeOutcome outcome) {
    return outcome.fit().map(HingeFit::sse).orElse(Double.POSITIVE_INFINITY);
  }
}
