package org.emcsettlement.baseline.solve;

import java.util.Arrays;
import java.util.Optional;
import org.emcsettlement.baseline.solve.HingeRejection.Reason;

/**
 * Least-squares fits on rows that each cover several samples of position: the hinge of a row is the
 * mean over its samples of {@code (break − x)⁺} below, of {@code (x − break)⁺} above. Exact over
 * all real breaks, like {@link HingeSearch}, whose Javadoc holds for rows here what it says of
 * points there, with three differences.
 *
 * <ul>
 *   <li>Cells lie between neighbouring samples of all rows together.
 *   <li>The two sides may overlap within a row. Two breaks inside one cell cannot be told apart:
 *       every sample lies beyond one of them, so moving them away from each other, by distances in
 *       inverse ratio of their slopes, changes the constant only. They can be moved until one
 *       reaches an end of the cell; so pairs of different cells are enough.
 *   <li>The guard asks for rows with a hinge that is not zero, at least two, and for the sum of
 *       their mean distances; and always for two distinct samples beyond a break. Its flat points
 *       are not used: rows overlap both sides to different degrees, which identifies the level even
 *       when no row is flat.
 * </ul>
 *
 * <p>Immutable and thread-safe.
 */
public final class DegreeSumSearch {

  /** Bounds between two breaks before the rest is enumerated: a tenth of a large enumeration. */
  private static final int MOST_BOUNDS = 100_000;

  private final Samples samples;
  private final Projection projection;
  private final SideGuard guard;
  private final BreakRange rangeBelow;
  private final BreakRange rangeAbove;

  /**
   * Prepares a search.
   *
   * @param position the samples of each row, {@code position[i]} of any length but zero
   * @param value what is fitted, per row, in units per sample
   * @param weight weight per row, usually its number of samples
   * @param shiftColumns further columns, {@code shiftColumns[j][i]} in row {@code i}, without the
   *     constant
   * @param guard what the sloped sides must rest on; flat points are not used
   * @param tieBreak per row a unique key; rows are summed in its order
   * @throws IllegalArgumentException if lengths differ, a row has no sample, an entry is not
   *     finite, a weight is not greater than zero, there are not more rows than the constant and
   *     the shift columns, or these are linearly dependent (see {@link ColumnRank})
   */
  public DegreeSumSearch(
      double[][] position,
      double[] value,
      double[] weight,
      double[][] shiftColumns,
      SideGuard guard,
      long[] tieBreak) {
    this(prepare(position, value, weight, shiftColumns, tieBreak), guard);
  }

  private record Prepared(Samples samples, Projection projection) {}

  private DegreeSumSearch(Prepared prepared, SideGuard guard) {
    this(prepared.samples, prepared.projection, guard, BreakRange.ANY, BreakRange.ANY);
  }

  private DegreeSumSearch(
      Samples samples,
      Projection projection,
      SideGuard guard,
      BreakRange rangeBelow,
      BreakRange rangeAbove) {
    this.samples = samples;
    this.projection = projection;
    this.guard = guard;
    this.rangeBelow = rangeBelow;
    this.rangeAbove = rangeAbove;
  }

  private static Prepared prepare(
      double[][] position,
      double[] value,
      double[] weight,
      double[][] shiftColumns,
      long[] tieBreak) {
    Rows.check(value, weight, shiftColumns, tieBreak);
    Arguments.length("position", position.length, value.length);
    for (int i = 0; i < position.length; i++) {
      String name = "position[" + i + "]";
      if (position[i].length == 0) {
        throw new IllegalArgumentException(name + " is empty, must have at least one sample");
      }
      Arguments.finite(name, position[i]);
    }
    int[] order = CanonicalOrder.of(new double[value.length], tieBreak);
    double[][] ordered = new double[order.length][];
    for (int i = 0; i < order.length; i++) {
      ordered[i] = position[order[i]];
    }
    Rows rows = new Rows(value, weight, shiftColumns, order);
    return new Prepared(new Samples(ordered), Projection.of(rows));
  }

  /**
   * {@return the same search with breaks confined to ranges}
   *
   * @param below range of a break with a slope below it
   * @param above range of a break with a slope above it
   */
  public DegreeSumSearch within(BreakRange below, BreakRange above) {
    return new DegreeSumSearch(samples, projection, guard, below, above);
  }

  /** {@return the best fit with one break, sloped below it} */
  public HingeOutcome below() {
    return oneBreak(HingeForm.BELOW, Side.BELOW, rangeBelow);
  }

  /** {@return the best fit with one break, sloped above it} */
  public HingeOutcome above() {
    return oneBreak(HingeForm.ABOVE, Side.ABOVE, rangeAbove);
  }

  private HingeOutcome oneBreak(HingeForm form, Side side, BreakRange range) {
    Rows rows = projection.rows();
    if (!rows.suffice(form)) {
      return HingeRejection.of(form, Reason.TOO_FEW_ROWS);
    }
    Optional<BreakRange> allowed = allowed(side, range);
    if (allowed.isEmpty()) {
      return HingeRejection.of(form, Reason.GUARDS);
    }
    SampleGrid grid = new SampleGrid(samples, allowed.get());
    SampleCurve curve = new SampleCurve(grid, projection, side, allowed.get());
    Candidates found = projection.candidates();
    Cones cones = new Cones(curve, curve.cells());
    new OneBreak(cones, side, projection.sse(), found).run();
    return new Winner(form, rows, samples).among(found, projection.total());
  }

  /**
   * The best fit with two breaks: sloped below the first and above the second, which may be equal.
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
    if (!projection.rows().suffice(HingeForm.BOTH)) {
      return HingeRejection.of(HingeForm.BOTH, Reason.TOO_FEW_ROWS);
    }
    Optional<BreakRange> below = allowed(Side.BELOW, rangeBelow);
    Optional<BreakRange> above = allowed(Side.ABOVE, rangeAbove);
    if (below.isEmpty() || above.isEmpty() || below.get().low() > above.get().high()) {
      return HingeRejection.of(HingeForm.BOTH, Reason.GUARDS);
    }
    return both(below.get(), above.get(), gate, exhaustive);
  }

  private HingeOutcome both(BreakRange below, BreakRange above, double gate, boolean exhaustive) {
    SampleGrid grid = new SampleGrid(samples, below, above);
    SampleCurve curveBelow = new SampleCurve(grid, projection, Side.BELOW, below);
    SampleCurve curveAbove = new SampleCurve(grid, projection, Side.ABOVE, above);
    // nodes from the lowest break below to the highest above; cells are numbered towards each other
    int apart = grid.find(above.high()) - grid.find(below.low());
    int[] limit = new int[Math.min(curveBelow.cells(), apart + 1)];
    Arrays.setAll(limit, i -> Math.min(curveAbove.cells() - 1, apart - i));
    ConePair pair =
        new ConePair(
            new Cones(curveBelow, limit.length),
            new Cones(curveAbove, limit[0] + 1),
            1,
            projection.sse());
    Winner winner = new Winner(HingeForm.BOTH, projection.rows(), samples);
    return new BothSides(projection, winner, pair, limit, MOST_BOUNDS).best(gate, exhaustive);
  }

  /** What guard and range leave, within the samples. */
  private Optional<BreakRange> allowed(Side side, BreakRange range) {
    double lowest = samples.lowest(side, guard);
    double[] xi = samples.mirrored(side);
    double highest = xi[xi.length - 1];
    return lowest <= highest
        ? side.mirror(new BreakRange(lowest, highest)).intersection(range)
        : Optional.empty();
  }
}
