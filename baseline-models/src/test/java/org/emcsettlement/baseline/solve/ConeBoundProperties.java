package org.emcsettlement.baseline.solve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/**
 * A bound must not exceed what some break in its blocks reaches. Values are made of two hinges with
 * breaks inside the blocks and next to no noise, so the truth itself is nearly a perfect fit, and
 * whatever a bound overlooks shows.
 */
class ConeBoundProperties {

  private static final double ROUNDING = 1e-9;

  @Property(tries = 400)
  void pointsStayBelowTheTruth(@ForAll long seed, @ForAll @IntRange(min = 20, max = 80) int rows) {
    Random random = new Random(seed);
    HingeProblem given = HingeProblem.random(seed, rows);
    Points points = new Points(Arrays.stream(given.position()).sorted().toArray());
    double[] xi = points.ascending();
    double low = xi[0] + random.nextDouble() * 0.45 * (xi[rows - 1] - xi[0]);
    double high = xi[rows - 1] - random.nextDouble() * 0.45 * (xi[rows - 1] - xi[0]);
    Projection projection =
        project(random, points.hinge(Side.BELOW, low), points.hinge(Side.ABOVE, high));

    PointCurve below = curve(points, projection, Side.BELOW);
    PointCurve above = curve(points, projection, Side.ABOVE);
    assertBoundsHold(projection, points, below, above, -1, low, high);
  }

  private static PointCurve curve(Points points, Projection projection, Side side) {
    return new PointCurve(
        points, projection, side, points.lowest(side, SideGuard.NONE), points.highest(side, 1));
  }

  @Property(tries = 400)
  void samplesStayBelowTheTruth(@ForAll long seed, @ForAll @IntRange(min = 8, max = 20) int rows) {
    Random random = new Random(seed);
    Samples samples = new Samples(SampleProblem.random(seed, rows, 12).position());
    BreakRange rangeBelow = range(samples, Side.BELOW);
    BreakRange rangeAbove = range(samples, Side.ABOVE);
    double one = inside(random, rangeBelow);
    double other = inside(random, rangeAbove);
    double low = Math.max(rangeBelow.low(), Math.min(one, other));
    double high = Math.min(rangeAbove.high(), Math.max(one, other));
    Projection projection =
        project(random, samples.hinge(Side.BELOW, low), samples.hinge(Side.ABOVE, high));

    SampleGrid grid = new SampleGrid(samples, rangeBelow, rangeAbove);
    SampleCurve below = new SampleCurve(grid, projection, Side.BELOW, rangeBelow);
    SampleCurve above = new SampleCurve(grid, projection, Side.ABOVE, rangeAbove);
    assertBoundsHold(projection, samples, below, above, 1, low, high);
  }

  private static BreakRange range(Samples samples, Side side) {
    double[] xi = samples.mirrored(side);
    return side.mirror(new BreakRange(samples.lowest(side, SideGuard.NONE), xi[xi.length - 1]));
  }

  private static double inside(Random random, BreakRange range) {
    return range.low() + random.nextDouble() * (range.high() - range.low());
  }

  private static Projection project(Random random, double[] below, double[] above) {
    double slopeBelow = 1 + random.nextInt(5);
    double slopeAbove = 1 + random.nextInt(5);
    double noise = random.nextBoolean() ? 0 : 0.01;
    int rows = below.length;
    double[] value = new double[rows];
    double[] weight = new double[rows];
    double[][] shifts = new double[random.nextInt(3)][rows];
    int[] order = new int[rows];
    for (int i = 0; i < rows; i++) {
      value[i] = 20 + slopeBelow * below[i] + slopeAbove * above[i] + noise * random.nextGaussian();
      weight[i] = 1 + random.nextInt(3);
      for (double[] shift : shifts) {
        shift[i] = random.nextGaussian();
      }
      order[i] = i;
    }
    return Projection.of(new Rows(value, weight, shifts, order));
  }

  /** Halves both sides around the truth, all the way down to single cells. */
  private static void assertBoundsHold(
      Projection projection,
      Positions positions,
      HingeCurve curveBelow,
      HingeCurve curveAbove,
      double sign,
      double low,
      double high) {
    if (!holds(curveBelow, low) || !holds(curveAbove, -high)) {
      return;
    }
    LinearFit truth =
        projection
            .rows()
            .solve(positions.hinge(Side.BELOW, low), positions.hinge(Side.ABOVE, high))
            .orElse(null);
    if (truth == null || truth.coefficient(1) <= 0 || truth.coefficient(2) <= 0) {
      return;
    }
    Cones below = new Cones(curveBelow, curveBelow.cells());
    Cones above = new Cones(curveAbove, curveAbove.cells());
    ConePair pair = new ConePair(below, above, sign, projection.sse());
    ConeBound bound = new ConeBound(pair);
    int i0 = 0;
    int i1 = below.count() - 1;
    int j0 = 0;
    int j1 = above.count() - 1;
    while (true) {
      // hinges of points must not share a row, or coupling through the basis alone is wrong
      if (sign > 0 || curveBelow.node(i1) <= -curveAbove.node(j1)) {
        pair.load(i0, i1, j0, j1);
        assertThat(bound.of(Double.POSITIVE_INFINITY))
            .as("cells %s..%s and %s..%s", i0, i1, j0, j1)
            .isLessThanOrEqualTo(truth.sse() * (1 + ROUNDING) + ROUNDING * projection.total());
      }
      if (i0 == i1 && j0 == j1) {
        return;
      }
      int i = (i0 + i1) >>> 1;
      int j = (j0 + j1) >>> 1;
      if (i1 - i0 >= j1 - j0) {
        i0 = low <= curveBelow.node(i) ? i0 : i + 1;
        i1 = low <= curveBelow.node(i) ? i : i1;
      } else {
        j0 = -high <= curveAbove.node(j) ? j0 : j + 1;
        j1 = -high <= curveAbove.node(j) ? j : j1;
      }
    }
  }

  private static boolean holds(HingeCurve curve, double node) {
    return curve.cells() > 0 && curve.node(0) <= node && node <= curve.node(curve.cells() - 1);
  }
}
