package org.emcsettlement.baseline.institution;

import java.math.BigDecimal;
import java.util.Arrays;
import org.emcsettlement.baseline.model.DailySample;
import org.emcsettlement.baseline.model.Lag;
import org.emcsettlement.baseline.solve.GroupedFit;
import org.emcsettlement.baseline.solve.GroupedLeastSquares;

/**
 * How much of the day before a building still feels. Weights from 0 to 0.50 are tried, tenths and
 * then the halves beside the best, on a broken line in T* with its breaks at the quartiles of T,
 * beside day types: it follows any change-point form closely enough to tell the weights apart. A
 * weight is taken only if it beats none by the price of a parameter, {@code ln n}.
 */
final class LagChoice {

  private static final int COARSE_PERCENT = 10;
  private static final int STEP_PERCENT = 5;
  private static final int MOST_PERCENT = 50;
  private static final int PIECES = 4;

  /** What a perfect fit leaves, as a part of the sum of squares; below it all is rounding. */
  private static final double PERFECT = 1e-12;

  private LagChoice() {}

  static Lag of(DailySample sample) {
    if (!sample.hasTemperature()) {
      return Lag.NONE;
    }
    // all weights on the same days
    DayRows common = DayRows.of(sample, lag(STEP_PERCENT));
    if (common.size() < sample.size() / 2 || common.size() == 0) {
      return Lag.NONE;
    }
    int[] dayType = new DayTypeTerms(common).groups();
    int[] ascending = common.with(Lag.NONE).celsius();
    Arrays.sort(ascending);
    int[] knots = new int[PIECES - 1];
    for (int k = 0; k < knots.length; k++) {
      knots[k] = ascending[(k + 1) * ascending.length / PIECES];
    }
    double none = criterion(common, lag(0), dayType, knots);
    double best = none;
    int chosen = 0;
    for (int percent = COARSE_PERCENT; percent <= MOST_PERCENT; percent += COARSE_PERCENT) {
      double criterion = criterion(common, lag(percent), dayType, knots);
      if (criterion < best) {
        best = criterion;
        chosen = percent;
      }
    }
    int coarse = chosen;
    for (int percent : new int[] {coarse - STEP_PERCENT, coarse + STEP_PERCENT}) {
      if (percent > 0 && percent < MOST_PERCENT) {
        double criterion = criterion(common, lag(percent), dayType, knots);
        if (criterion < best) {
          best = criterion;
          chosen = percent;
        }
      }
    }
    return best < none - StrictMath.log(common.size()) ? lag(chosen) : Lag.NONE;
  }

  private static Lag lag(int percent) {
    return new Lag(BigDecimal.valueOf(percent, 2));
  }

  /** The Bayesian information criterion but for what all weights have in common. */
  private static double criterion(DayRows common, Lag lag, int[] dayType, int[] knots) {
    DayRows rows = common.with(lag);
    double[][] columns = new double[1 + knots.length][];
    columns[0] = rows.temperature();
    for (int k = 0; k < knots.length; k++) {
      columns[k + 1] = TemperatureResponse.beyond(rows, knots[k], 1);
    }
    GroupedFit fit =
        GroupedLeastSquares.solve(
            DayTypeTerms.GROUPS, dayType, columns, rows.use(), HuberWeights.equal(rows.size()));
    if (!fit.clashes().isEmpty()) {
      return Double.POSITIVE_INFINITY;
    }
    double rest = Math.max(fit.sse(), PERFECT * fit.withinGroups());
    return rest > 0 ? rows.size() * StrictMath.log(rest / rows.size()) : 0;
  }
}
