package org.emcsettlement.baseline.solve;

import java.util.Arrays;
import java.util.List;
import org.emcsettlement.baseline.solve.HingeRejection.Reason;

/**
 * Least-squares fits of a value along one position with up to two breaks, each the exact minimum
 * over all real breaks that the guard allows.
 *
 * <p>Why exact: between two neighbouring positions a hinge column is linear in slope and slope
 * times break, so a form is a convex quadratic on a cone per side ({@link HingeForm#SHARED}: a
 * double cone). Its minimum lies in the relative interior of exactly one face: per side the inside
 * of the cell, the ray at one of its ends, or the apex, which is the form without that side. On a
 * face the minimum is an ordinary least-squares solution. So the faces are enumerated, solutions
 * outside their face dropped, and the best one kept; for two breaks every pair of faces counts, and
 * branch and bound only skips those that provably cannot win. Derivation: change-point-search.
 *
 * <p>The shift columns move the level only; the constant is always the first coefficient. Rows are
 * put in canonical order (position, then tie break) before any sum, so the order in which they are
 * given changes nothing, to the last bit. Fits within 1e-9 of the total sum of squares of the best
 * are solved again by {@link LeastSquares} in original units; the least sum of squared errors wins,
 * equal ones by the lower break below, then the lower break above. A slope that lowers the sum of
 * squared errors by less than 1e-12 of the total counts as zero.
 *
 * <p>Immutable and thread-safe.
 */
public final class HingeSearch {

  /** Bounds between two breaks before the rest is enumerated; caps the cost on flat data. */
  private static final int MOST_BOUNDS = 4000;

  private final Points points;
  private final Rows rows;
  private final Projection projection;
  private final SideGuard guard;
  private final BreakRange rangeBelow;
  private final BreakRange rangeAbove;
  private final PointCurve curveBelow;
  private final PointCurve curveAbove;
  private final Cones cellsBelow;
  private final Cones cellsAbove;

  /**
   * Prepares a search.
   *
   * @param position where each row lies
   * @param value what is fitted, per row
   * @param weight weight per row; ones for ordinary least squares
   * @param shiftColumns further columns, {@code shiftColumns[j][i]} in row {@code i}, without the
   *     constant
   * @param guard what the sloped sides and the flat part must rest on
   * @param tieBreak per row a key that orders rows of equal position; unique keys make the result
   *     independent of the order of rows
   * @throws IllegalArgumentException if lengths differ, an entry is not finite, a weight is not
   *     greater than zero, there are not more rows than the constant and the shift columns, or
   *     these are linearly dependent (see {@link ColumnRank})
   */
  public HingeSearch(
      double[] position,
      double[] value,
      double[] weight,
      double[][] shiftColumns,
      SideGuard guard,
      long[] tieBreak) {
    this(prepare(position, value, weight, shiftColumns, tieBreak), guard);
  }

  private record Prepared(Points points, Projection projection) {}

  private HingeSearch(Prepared prepared, SideGuard guard) {
    this(prepared.points, prepared.projection, guard, BreakRange.ANY, BreakRange.ANY);
  }

  private HingeSearch(
      Points points,
      Projection projection,
      SideGuard guard,
      BreakRange rangeBelow,
      BreakRange rangeAbove) {
    this.points = points;
    this.projection = projection;
    this.guard = guard;
    this.rangeBelow = rangeBelow;
    this.rangeAbove = rangeAbove;
    rows = projection.rows();
    curveBelow = oneSided(Side.BELOW, rangeBelow);
    curveAbove = oneSided(Side.ABOVE, rangeAbove);
    cellsBelow = Cones.ofCells(curveBelow);
    cellsAbove = Cones.ofCells(curveAbove);
  }

  private static Prepared prepare(
      double[] position,
      double[] value,
      double[] weight,
      double[][] shiftColumns,
      long[] tieBreak) {
    Rows.check(value, weight, shiftColumns, tieBreak);
    Arguments.length("position", position.length, value.length);
    Arguments.finite("position", position);
    int[] order = CanonicalOrder.of(position, tieBreak);
    Rows rows = new Rows(value, weight, shiftColumns, order);
    return new Prepared(new Points(CanonicalOrder.pick(position, order)), Projection.of(rows));
  }

  /**
   * {@return the same search with breaks confined to ranges} A break of {@link HingeForm#SHARED}
   * must lie in both.
   *
   * @param below range of a break with a slope below it
   * @param above range of a break with a slope above it
   */
  public HingeSearch within(BreakRange below, BreakRange above) {
    return new HingeSearch(points, projection, guard, below, above);
  }

  /** {@return the fit of the constant and the shift columns} */
  public HingeFit constant() {
    // the columns are independent, or there would be no projection
    LinearFit linear = rows.solve().orElseThrow();
    return new HingeFit(HingeForm.CONSTANT, List.of(), rows.count(), linear);
  }

  /** {@return the fit that is linear in the position} */
  public HingeOutcome line() {
    if (!rows.suffice(HingeForm.LINE)) {
      return HingeRejection.of(HingeForm.LINE, Reason.TOO_FEW_ROWS);
    }
    return rows.solve(points.ascending())
        .map(linear -> new HingeFit(HingeForm.LINE, List.of(), 0, linear))
        .map(HingeOutcome.class::cast)
        .orElse(HingeRejection.of(HingeForm.LINE, Reason.COLLINEAR));
  }

  /** {@return the best fit with one break, sloped below and flat above it} */
  public HingeOutcome below() {
    return oneBreak(HingeForm.BELOW, Side.BELOW, cellsBelow);
  }

  /** {@return the best fit with one break, flat below and sloped above it} */
  public HingeOutcome above() {
    return oneBreak(HingeForm.ABOVE, Side.ABOVE, cellsAbove);
  }

  private HingeOutcome oneBreak(HingeForm form, Side side, Cones cells) {
    if (!rows.suffice(form)) {
      return HingeRejection.of(form, Reason.TOO_FEW_ROWS);
    }
    if (cells.count() == 0) {
      return HingeRejection.of(form, Reason.GUARDS);
    }
    Candidates found = projection.candidates();
    new OneBreak(cells, side, projection.sse(), found).run();
    return new Winner(form, rows, points).among(found, projection.total());
  }

  /** {@return the best fit with one break and a slope of any sign on either side of it} */
  public HingeOutcome shared() {
    if (!rows.suffice(HingeForm.SHARED)) {
      return HingeRejection.of(HingeForm.SHARED, Reason.TOO_FEW_ROWS);
    }
    return projection
        .with(points.ascending())
        .map(this::shared)
        .orElse(HingeRejection.of(HingeForm.SHARED, Reason.COLLINEAR));
  }

  /** With the line projected out, {@code (x − τ)⁺ = (τ − x)⁺ + x − τ} leaves one hinge. */
  private HingeOutcome shared(Projection line) {
    double low = Math.max(rangeBelow.low(), rangeAbove.low());
    double high = Math.min(rangeBelow.high(), rangeAbove.high());
    low = Math.max(low, points.lowest(Side.BELOW, guard));
    high = Math.min(high, -points.lowest(Side.ABOVE, guard));
    Cones cells = Cones.ofCells(new PointCurve(points, line, Side.BELOW, low, high));
    if (cells.count() == 0) {
      return HingeRejection.of(HingeForm.SHARED, Reason.GUARDS);
    }
    Candidates found = line.candidates();
    new OneBreak(cells, Side.BELOW, line.sse(), found).withAnySign().run();
    return new Winner(HingeForm.SHARED, rows, points).among(found, projection.total());
  }

  /**
   * The best fit with two breaks: sloped below the first, flat between, sloped above the second.
   *
   * @param gate only a smaller weighted sum of squared errors is of interest; positive infinity for
   *     any. A low gate makes the search fast
   * @return the fit, or a rejection
   * @throws IllegalArgumentException if the gate is NaN
   */
  public HingeOutcome both(double gate) {
    BothSides.checkGate(gate);
    return both(gate, false);
  }

  /**
   * {@return the same as {@link #both} without a gate, by plain enumeration of all pairs of cells}
   * Slower, and simple enough to check the other by.
   */
  public HingeOutcome bothExhaustive() {
    return both(Double.POSITIVE_INFINITY, true);
  }

  private HingeOutcome both(double gate, boolean exhaustive) {
    if (!rows.suffice(HingeForm.BOTH)) {
      return HingeRejection.of(HingeForm.BOTH, Reason.TOO_FEW_ROWS);
    }
    int[] limit = partners();
    if (limit.length == 0) {
      return HingeRejection.of(HingeForm.BOTH, Reason.GUARDS);
    }
    Cones below = cellsBelow.copy(limit.length);
    Cones above = cellsAbove.copy(limit[0] + 1);
    // hinges that share no row couple through their projections alone
    ConePair pair = new ConePair(below, above, -1, projection.sse());
    Winner winner = new Winner(HingeForm.BOTH, rows, points);
    return new BothSides(projection, winner, pair, limit, MOST_BOUNDS).best(gate, exhaustive);
  }

  /** Per cell below that has any partner, the last cell above that leaves enough flat points. */
  private int[] partners() {
    int free = rows.count() - flatPoints();
    int[] limit = new int[curveBelow.cells()];
    int last = curveAbove.cells() - 1;
    int used = 0;
    while (used < limit.length) {
      while (last >= 0 && curveBelow.beyond(used) + curveAbove.beyond(last) > free) {
        last--;
      }
      if (last < 0) {
        break;
      }
      limit[used++] = last;
    }
    return Arrays.copyOf(limit, used);
  }

  private PointCurve oneSided(Side side, BreakRange range) {
    BreakRange mirrored = side.mirror(range);
    double low = Math.max(mirrored.low(), points.lowest(side, guard));
    double high = Math.min(mirrored.high(), points.highest(side, flatPoints()));
    return new PointCurve(points, projection, side, low, high);
  }

  /** One flat point is needed even if the guard asks for none: it carries the level. */
  private int flatPoints() {
    return Math.max(1, guard.flatPoints());
  }
}
