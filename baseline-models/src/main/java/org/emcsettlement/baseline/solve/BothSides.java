package org.emcsettlement.baseline.solve;

import org.emcsettlement.baseline.solve.HingeRejection.Reason;

/** From cones of two sides to the best fit with two breaks, or the reason why there is none. */
final class BothSides {

  private final Projection projection;
  private final Winner winner;
  private final ConePair pair;
  private final int[] limit;
  private final int mostBounds;

  /** The cones of a pair, with limit and cap as in {@link TwoBreaks}. */
  BothSides(Projection projection, Winner winner, ConePair pair, int[] limit, int mostBounds) {
    this.projection = projection;
    this.winner = winner;
    this.pair = pair;
    this.limit = limit;
    this.mostBounds = mostBounds;
  }

  /**
   * The best fit.
   *
   * @param gate only a smaller sum of squared errors counts
   * @param exhaustive whether to try all pairs of cells
   */
  HingeOutcome best(double gate, boolean exhaustive) {
    double apex = apex();
    Candidates found = projection.candidates(apex).notAbove(gate);
    TwoBreaks search = new TwoBreaks(pair, limit, mostBounds, found);
    if (exhaustive) {
      search.enumerate();
    } else {
      search.branchAndBound();
    }
    if (found.size() == 0 && gate < apex) {
      return new HingeRejection(HingeForm.BOTH, Reason.GATE, gate, search.lowerBound());
    }
    return winner.among(found, projection.total());
  }

  /** The best with a single slope: the faces where one side is at its apex. */
  private double apex() {
    Candidates found = projection.candidates();
    new OneBreak(pair.below, Side.BELOW, pair.sse, found).run();
    new OneBreak(pair.above, Side.ABOVE, pair.sse, found).run();
    return found.best();
  }

  /** A gate is a number or infinite. */
  static void checkGate(double gate) {
    if (Double.isNaN(gate)) {
      throw new IllegalArgumentException("gate is NaN, must be a number or infinite");
    }
  }
}
