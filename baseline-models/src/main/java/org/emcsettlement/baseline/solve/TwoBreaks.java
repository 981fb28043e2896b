package org.emcsettlement.baseline.solve;

/**
 * The search over pairs of cells, one of each side.
 *
 * <p>Branch and bound: a pair of blocks is discarded when its {@link ConeBound} says that nothing
 * in it can matter, else its longer block is halved, the more promising half first. After too many
 * bounds the rest is enumerated, which caps the cost on data where bounds discard little.
 * Enumeration alone gives the same result.
 */
final class TwoBreaks {

  /** The first incumbents come from this many cells of either side. */
  private static final int COARSE = 12;

  /** So few pairs are sooner tried than bounded. */
  private static final int FEW = 256;

  private final int[] limit;
  private final int mostBounds;
  private final Cones below;
  private final Cones above;
  private final ConePair pair;
  private final PairFaces faces;
  private final ConeBound coneBound;
  private final Candidates found;
  private int bounds;
  private double lowerBound = Double.POSITIVE_INFINITY;

  /**
   * A search over all cells of both sides.
   *
   * @param limit per cell below, the last cell above that it may be combined with; not increasing,
   *     as cells above are numbered downwards
   * @param mostBounds after so many bounds the rest is enumerated
   */
  TwoBreaks(ConePair pair, int[] limit, int mostBounds, Candidates found) {
    this.pair = pair;
    below = pair.below;
    above = pair.above;
    faces = new PairFaces(pair);
    coneBound = new ConeBound(pair);
    this.limit = limit;
    this.mostBounds = mostBounds;
    this.found = found;
  }

  /** What no discarded pair can be better than. */
  double lowerBound() {
    return lowerBound;
  }

  void branchAndBound() {
    if ((long) below.count() * above.count() <= FEW) {
      enumerate();
      return;
    }
    tryCoarseSet();
    visit(0, below.count() - 1, 0, above.count() - 1, 0);
  }

  void enumerate() {
    enumerate(0, below.count() - 1, 0, above.count() - 1);
  }

  private void tryCoarseSet() {
    for (int a = 0; a < COARSE; a++) {
      int i = (2 * a + 1) * below.count() / (2 * COARSE);
      for (int b = 0; b < COARSE; b++) {
        int j = (2 * b + 1) * above.count() / (2 * COARSE);
        if (j <= limit[i]) {
          tryPair(i, j);
        }
      }
    }
  }

  private void visit(int i0, int i1, int j0, int j1, double bound) {
    if (bound > found.cut()) {
      lowerBound = Math.min(lowerBound, bound);
    } else if (i0 == i1 && j0 == j1) {
      tryPair(i0, j0);
    } else if (bounds >= mostBounds) {
      enumerate(i0, i1, j0, j1);
    } else {
      halve(i0, i1, j0, j1, bound);
    }
  }

  /** Halves the side with more cells and visits the more promising half first. */
  private void halve(int i0, int i1, int j0, int j1, double bound) {
    boolean halvesBelow = i1 - i0 >= j1 - j0;
    int i = halvesBelow ? (i0 + i1) >>> 1 : i1;
    int j = halvesBelow ? j1 : (j0 + j1) >>> 1;
    int nextI = halvesBelow ? i + 1 : i0;
    int nextJ = halvesBelow ? j0 : j + 1;
    double outer = bound(i0, i, j0, j, bound);
    double inner = bound(nextI, i1, nextJ, j1, bound);
    if (outer <= inner) {
      visit(i0, i, j0, j, outer);
      visit(nextI, i1, nextJ, j1, inner);
    } else {
      visit(nextI, i1, nextJ, j1, inner);
      visit(i0, i, j0, j, outer);
    }
  }

  /** Infinite when no pair of the blocks is allowed; the parent's when only some are. */
  private double bound(int i0, int i1, int j0, int j1, double parent) {
    if (j0 > limit[i0]) {
      return Double.POSITIVE_INFINITY;
    }
    if (j1 > limit[i1]) {
      return parent;
    }
    bounds++;
    pair.load(i0, i1, j0, j1);
    return Math.max(parent, coneBound.of(found.cut()));
  }

  private void enumerate(int i0, int i1, int j0, int j1) {
    for (int i = i0; i <= i1; i++) {
      int last = Math.min(j1, limit[i]);
      for (int j = j0; j <= last; j++) {
        tryPair(i, j);
      }
    }
  }

  private void tryPair(int i, int j) {
    pair.load(i, i, j, j);
    faces.offer(found);
    lowerBound = Math.min(lowerBound, found.best());
  }
}
