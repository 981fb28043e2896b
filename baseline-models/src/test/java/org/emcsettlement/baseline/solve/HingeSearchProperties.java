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

class HingeSearchProperties {

  /** Exactness is claimed up to this fraction of the total sum of squares. */
  private static final double EXACT = 1e-9;

  /** Slack for solving the same faces in other arithmetic. */
  private static final double ROUNDING = 1e-10;

  @Property(tries = 300)
  void equalsDirectSolutionOfAllFacesWithOneBreak(
      @ForAll long seed, @ForAll @IntRange(min = 6, max = 24) int rows) {
    HingeProblem problem = HingeProblem.random(seed, rows);
    HingeSearch search = problem.search();
    double slack = EXACT * problem.total();
    assertSame(search.below(), FaceOracle.below(problem), slack);
    assertSame(search.above(), FaceOracle.above(problem), slack);
    assertSame(search.shared(), FaceOracle.shared(problem, problem.position()), slack);
  }

  private static void assertSame(HingeOutcome outcome, OptionalDouble expected, double slack) {
    if (outcome instanceof HingeRejection rejection) {
      assertThat(rejection.reason() == Reason.TOO_FEW_ROWS || expected.isEmpty())
          .as("%s, but faces give %s", rejection, expected)
          .isTrue();
    } else {
      assertThat(outcome.fit().orElseThrow().sse())
          .isCloseTo(expected.orElseThrow(), within(slack));
    }
  }

  @Property(tries = 120)
  void equalsDirectSolutionOfAllFacesWithTwoBreaks(
      @ForAll long seed, @ForAll @IntRange(min = 8, max = 14) int rows) {
    HingeProblem problem = HingeProblem.random(seed, rows);
    HingeOutcome both = problem.search().bothExhaustive();
    OptionalDouble faces = FaceOracle.both(problem);
    if (both instanceof HingeRejection rejection) {
      assertRejected(rejection, faces, problem);
    } else {
      double slack = EXACT * problem.total();
      assertThat(both.fit().orElseThrow().sse()).isCloseTo(faces.orElseThrow(), within(slack));
    }
  }

  /** With a slope of zero the optimum is a form with one slope, which is then as good as any. */
  private static void assertRejected(
      HingeRejection rejection, OptionalDouble faces, HingeProblem problem) {
    switch (rejection.reason()) {
      case TOO_FEW_ROWS ->
          assertThat(problem.value().length).isLessThanOrEqualTo(5 + problem.shifts().length);
      case GUARDS -> assertThat(faces).isEmpty();
      default -> {
        HingeSearch search = problem.search();
        double simpler =
            Math.min(search.constant().sse(), Math.min(sse(search.below()), sse(search.above())));
        assertThat(faces.orElse(Double.POSITIVE_INFINITY))
            .isGreaterThanOrEqualTo(simpler - EXACT * problem.total());
      }
    }
  }

  @Property(tries = 300)
  void branchAndBoundEqualsPlainEnumeration(
      @ForAll long seed, @ForAll @IntRange(min = 8, max = 120) int rows) {
    HingeSearch search = HingeProblem.random(seed, rows).search();
    HingeOutcome bounded = search.both(Double.POSITIVE_INFINITY);
    HingeOutcome all = search.bothExhaustive();
    assertThat(bounded.getClass()).isEqualTo(all.getClass());
    if (all.fit().isPresent()) {
      HingeFit expected = all.fit().get();
      HingeFit fit = bounded.fit().orElseThrow();
      assertThat(fit.sse()).isEqualTo(expected.sse());
      assertThat(fit.sides()).isEqualTo(expected.sides());
    } else {
      assertThat(bounded).isEqualTo(all);
    }
  }

  @Property(tries = 200)
  void gateHidesOnlyWhatDoesNotBeatIt(
      @ForAll long seed, @ForAll @IntRange(min = 20, max = 80) int rows) {
    HingeSearch search = HingeProblem.random(seed, rows).search();
    HingeOutcome all = search.both(Double.POSITIVE_INFINITY);
    if (all.fit().isEmpty()) {
      return;
    }
    double sse = all.fit().get().sse();
    HingeOutcome above = search.both(sse * (1 + 1e-6));
    assertThat(above.fit().orElseThrow().sse()).isEqualTo(sse);

    double gate = sse * (1 - 1e-6);
    HingeRejection below = (HingeRejection) search.both(gate);
    assertThat(below.reason()).isEqualTo(Reason.GATE);
    assertThat(below.gate()).isEqualTo(gate);
    assertThat(below.lowerBound()).isBetween(gate, sse);
  }

  @Property(tries = 60)
  void isNotWorseThanAFineGrid(@ForAll long seed, @ForAll @IntRange(min = 12, max = 40) int rows) {
    HingeProblem problem = HingeProblem.random(seed, rows);
    HingeSearch search = problem.search();
    double slack = EXACT * problem.total();
    double simplest = search.constant().sse() - slack;
    double below = Math.min(simplest, sse(search.below()) - slack);
    double above = Math.min(simplest, sse(search.above()) - slack);
    for (int k = 0; k <= 2000; k++) {
      double at = 30 * k / 2000.0;
      if (problem.allowsBelow(at) && problem.allowsFlat(at, Double.POSITIVE_INFINITY)) {
        assertThat(below).isLessThanOrEqualTo(positive(problem, problem.below(at)));
      }
      if (problem.allowsAbove(at) && problem.allowsFlat(Double.NEGATIVE_INFINITY, at)) {
        assertThat(above).isLessThanOrEqualTo(positive(problem, problem.above(at)));
      }
    }
    double both =
        Math.min(Math.min(below, above), sse(search.both(Double.POSITIVE_INFINITY)) - slack);
    for (int i = 0; i <= 120; i++) {
      for (int j = i; j <= 120; j++) {
        double low = i / 4.0;
        double high = j / 4.0;
        if (problem.allowsBelow(low)
            && problem.allowsAbove(high)
            && problem.allowsFlat(low, high)) {
          assertThat(both)
              .isLessThanOrEqualTo(positive(problem, problem.below(low), problem.above(high)));
        }
      }
    }
  }

  /** The sum of squared errors, infinite when a slope is not positive. */
  private static double positive(HingeProblem problem, double[]... hinges) {
    if (problem.value().length <= 1 + hinges.length + problem.shifts().length) {
      return Double.POSITIVE_INFINITY;
    }
    LinearFit fit = problem.fit(hinges);
    return IntStream.rangeClosed(1, hinges.length).allMatch(k -> fit.coefficient(k) > 0)
        ? fit.sse()
        : Double.POSITIVE_INFINITY;
  }

  @Property(tries = 100)
  void doesNotDependOnTheOrderOfRows(
      @ForAll long seed, @ForAll @IntRange(min = 8, max = 60) int rows) {
    HingeProblem problem = HingeProblem.random(seed, rows);
    List<Integer> shuffled = new ArrayList<>(IntStream.range(0, rows).boxed().toList());
    Collections.shuffle(shuffled, new Random(seed));
    int[] order = shuffled.stream().mapToInt(i -> i).toArray();

    List<HingeOutcome> given = forms(problem.search());
    List<HingeOutcome> moved = forms(problem.inOrder(order).search());
    for (int k = 0; k < given.size(); k++) {
      if (given.get(k).fit().isEmpty()) {
        assertThat(moved.get(k)).isEqualTo(given.get(k));
      } else {
        HingeFit one = given.get(k).fit().get();
        HingeFit other = moved.get(k).fit().orElseThrow();
        assertThat(other.sides()).isEqualTo(one.sides());
        assertThat(other.sse()).isEqualTo(one.sse());
        assertThat(other.linear().coefficients()).isEqualTo(one.linear().coefficients());
        assertThat(other.linear().residuals())
            .isEqualTo(CanonicalOrder.pick(one.linear().residuals(), order));
      }
    }
  }

  /** Sums of squares scale with the square of the unit of the value and with nothing else. */
  @Property(tries = 100)
  void doesNotDependOnUnits(@ForAll long seed, @ForAll @IntRange(min = 12, max = 60) int rows) {
    HingeProblem problem = HingeProblem.random(seed, rows);
    List<HingeOutcome> given = forms(problem.search());
    List<HingeOutcome> other = forms(problem.inUnits(1.8, 32, 1000 / 3.6, -5000).search());
    double square = 1000 / 3.6 * (1000 / 3.6);
    double slack = EXACT * problem.total();
    for (int k = 0; k < given.size(); k++) {
      double one = sse(given.get(k));
      assertThat(sse(other.get(k)) / square)
          .isCloseTo(one, within(Double.isInfinite(one) ? 0 : slack));
    }
  }

  @Property(tries = 100)
  void weightsAreRepeatedPoints(@ForAll long seed, @ForAll @IntRange(min = 8, max = 40) int rows) {
    HingeProblem random = HingeProblem.random(seed, rows);
    // other guards count points, which repetition changes
    HingeProblem problem =
        new HingeProblem(
            random.position(),
            random.value(),
            random.weight(),
            random.shifts(),
            SideGuard.NONE,
            random.key());
    int[] order =
        IntStream.range(0, rows)
            .flatMap(i -> IntStream.generate(() -> i).limit((long) problem.weight()[i]))
            .toArray();
    HingeProblem repeated = problem.inOrder(order);
    Arrays.fill(repeated.weight(), 1);

    List<HingeOutcome> weighted = forms(problem.search());
    List<HingeOutcome> plain = forms(repeated.search());
    double slack = EXACT * problem.total();
    for (int k = 0; k < weighted.size(); k++) {
      if (weighted.get(k) instanceof HingeRejection r && r.reason() == Reason.TOO_FEW_ROWS) {
        continue;
      }
      double one = sse(weighted.get(k));
      assertThat(sse(plain.get(k))).isCloseTo(one, within(Double.isInfinite(one) ? 0 : slack));
    }
  }

  @Property(tries = 200)
  void winnersKeepWhatTheyPromise(
      @ForAll long seed, @ForAll @IntRange(min = 8, max = 60) int rows) {
    HingeProblem problem = HingeProblem.random(seed, rows);
    HingeSearch search = problem.search();
    for (HingeOutcome outcome : forms(search)) {
      outcome.fit().ifPresent(fit -> assertKeepsPromises(fit, problem));
    }
  }

  private static void assertKeepsPromises(HingeFit fit, HingeProblem problem) {
    SideGuard guard = problem.guard();
    for (HingeSide side : fit.sides()) {
      assertThat(side.points()).isGreaterThanOrEqualTo(guard.pointsPerSlopedSide());
      assertThat(side.degreeSum()).isGreaterThanOrEqualTo(guard.degreeSumPerSlopedSide());
      if (fit.form() != HingeForm.SHARED) {
        assertThat(side.slope()).isPositive();
        assertThat(fit.flatPoints()).isGreaterThanOrEqualTo(Math.max(1, guard.flatPoints()));
      }
    }
    fit.below().ifPresent(side -> assertSide(side, problem.below(side.breakAt())));
    fit.above().ifPresent(side -> assertSide(side, problem.above(side.breakAt())));
    if (fit.form() == HingeForm.BOTH) {
      assertThat(fit.sides().get(0).breakAt()).isLessThanOrEqualTo(fit.sides().get(1).breakAt());
    }
  }

  private static void assertSide(HingeSide side, double[] hinge) {
    assertThat(side.points()).isEqualTo((int) Arrays.stream(hinge).filter(h -> h > 0).count());
    assertThat(side.degreeSum())
        .isCloseTo(Arrays.stream(hinge).sum(), within(ROUNDING * (1 + side.degreeSum())));
  }

  @Property(tries = 100)
  void staysWithinTheAllowedRange(
      @ForAll long seed,
      @ForAll @IntRange(min = 12, max = 40) int rows,
      @ForAll @IntRange(min = 5, max = 14) int low,
      @ForAll @IntRange(min = 15, max = 25) int high) {
    HingeProblem problem = HingeProblem.random(seed, rows);
    BreakRange below = new BreakRange(low - 2.5, low);
    BreakRange above = new BreakRange(high, high + 2.5);
    HingeSearch free = problem.search();
    HingeSearch confined = free.within(below, above);
    for (HingeOutcome outcome : forms(confined)) {
      HingeFit fit = outcome.fit().orElse(null);
      if (fit != null && fit.form() != HingeForm.SHARED) {
        fit.below().ifPresent(s -> assertThat(s.breakAt()).isBetween(below.low(), below.high()));
        fit.above().ifPresent(s -> assertThat(s.breakAt()).isBetween(above.low(), above.high()));
      }
    }
    double slack = EXACT * problem.total();
    assertThat(sse(confined.below())).isGreaterThanOrEqualTo(sse(free.below()) - slack);
    assertThat(sse(confined.above())).isGreaterThanOrEqualTo(sse(free.above()) - slack);
  }

  /** Values symmetric about 12.5 fit equally well with mirrored breaks. */
  @Property(tries = 50)
  void decidesTiesByTheLowerBreak(@ForAll long seed) {
    Random random = new Random(seed);
    double[] position = IntStream.rangeClosed(0, 25).asDoubleStream().toArray();
    double[] value = new double[26];
    for (int i = 0; i < 13; i++) {
      value[i] = random.nextGaussian();
      value[25 - i] = value[i];
    }
    HingeFit lower =
        HingeProblem.of(position, value, new SideGuard(3, 0, 1))
            .search()
            .shared()
            .fit()
            .orElseThrow();
    HingeFit other =
        HingeProblem.of(position, value, new SideGuard(3, 0, 1))
            .search()
            .within(BreakRange.ANY, new BreakRange(12.5, 25))
            .shared()
            .fit()
            .orElseThrow();
    assertThat(lower.sides().get(0).breakAt()).isLessThanOrEqualTo(12.5 + ROUNDING);
    assertThat(other.sides().get(0).breakAt() + lower.sides().get(0).breakAt())
        .isCloseTo(25, within(ROUNDING));
    assertThat(other.sse()).isCloseTo(lower.sse(), within(ROUNDING));
  }

  private static List<HingeOutcome> forms(HingeSearch search) {
    return List.of(
        search.constant(),
        search.line(),
        search.below(),
        search.above(),
        search.shared(),
        search.both(Double.POSITIVE_INFINITY));
  }

  private static double sse(HingeOutcome outcome) {
    return outcome.fit().map(HingeFit::sse).orElse(Double.POSITIVE_INFINITY);
  }
}
