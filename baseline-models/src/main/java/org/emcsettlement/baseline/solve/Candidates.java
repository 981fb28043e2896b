package org.emcsettlement.baseline.solve;

/**
 * The best breaks found so far and those as good up to rounding, at most {@value #CAPACITY} of
 * them. They are told apart later, by a careful solution of each.
 */
final class Candidates {

  private static final int CAPACITY = 16;

  private final double limit;
  private final double window;
  private final double[] sse = new double[CAPACITY];
  private final double[] below = new double[CAPACITY];
  private final double[] above = new double[CAPACITY];
  private int size;
  private double best;

  /**
   * Candidates that must be better than a limit.
   *
   * @param limit a candidate's sum of squared errors must be smaller
   * @param window candidates this close to the best are kept
   */
  Candidates(double limit, double window) {
    this.limit = limit;
    this.window = window;
    best = limit;
  }

  /** The same room with a limit at most as high as the gate. */
  Candidates notAbove(double gate) {
    return new Candidates(Math.min(limit, gate), window);
  }

  /** Nothing whose sum of squared errors is certainly above this can matter any more. */
  double cut() {
    return Math.min(limit, best + window);
  }

  int size() {
    return size;
  }

  /** The least sum of squared errors so far; the limit when there is no candidate. */
  double best() {
    return best;
  }

  double below(int i) {
    return below[i];
  }

  double above(int i) {
    return above[i];
  }

  void offer(double candidateSse, double breakBelow, double breakAbove) {
    if (!(candidateSse < limit) || candidateSse > best + window) {
      return;
    }
    if (candidateSse < best) {
      best = candidateSse;
      dropWorseThan(best + window);
    }
    int slot = size;
    if (size < CAPACITY) {
      size++;
    } else {
      slot = worst();
      if (sse[slot] <= candidateSse) {
        return;
      }
    }
    sse[slot] = candidateSse;
    below[slot] = breakBelow;
    above[slot] = breakAbove;
  }

  private void dropWorseThan(double bound) {
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (sse[i] <= bound) {
        sse[kept] = sse[i];
        below[kept] = below[i];
        above[kept] = above[i];
        kept++;
      }
    }
    size = kept;
  }

  private int worst() {
    int worst = 0;
    for (int i = 1; i < size; i++) {
      if (sse[i] > sse[worst]) {
        worst = i;
      }
    }
    return worst;
  }
}
