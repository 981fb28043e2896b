package org.emcsettlement.baseline.institution;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.emcsettlement.baseline.model.DailySample;
import org.emcsettlement.baseline.model.Lag;
import org.emcsettlement.baseline.solve.ShrunkDesign;
import org.emcsettlement.baseline.solve.ShrunkGram;

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
    List<double[]> levels = new ArrayList<>();
    double[] one = new double[common.size()];
    Arrays.fill(one, 1);
    levels.add(one);
    new DayTypeTerms(common).terms().forEach(term -> levels.add(term.values()));
    int[] ascending = common.with(Lag.NONE).celsius();
    Arrays.sort(ascending);
    int[] knots = new int[PIECES - 1];
    for (int k = 0; k < knots.length; k++) {
      knots[k] = ascending[(k + 1) * ascending.length / PIECES];
    }
    double none = criterion(common, lag(0), levels, knots);
    double best = none;
    int chosen = 0;
    for (int percent = COARSE_PERCENT; percent <= MOST_PERCENT; percent += COARSE_PERCENT) {
      double criterion = criterion(common, lag(percent), levels, knots);
      if (criterion < best) {
        best = criterion;
        chosen = percent;
      }
    }
    int coarse = chosen;
    for (int percent : new int[] {coarse - STEP_PERCENT, coarse + STEP_PERCENT}) {
      if (percent > 0 && percent < MOST_PERCENT) {
        double criterion = criterion(common, lag(percent), levels, knots);
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

  private static double criterion(DayRows common, Lag lag, List<double[]> levels, int[] knots) {
    DayRows rows = common.with(lag);
    List<double[]> columns = new ArrayList<>(levels);
    columns.add(rows.temperature());
    for (int knot : knots) {
      columns.add(TemperatureResponse.beyond(rows, knot, 1));
    }
    boolean[] all = new boolean[columns.size()];
    Arrays.fill(all, true);
    int[] ungrouped = new int[rows.size()];
    Arrays.fill(ungrouped, -1);
    ShrunkDesign design =
        new ShrunkDesign(
            columns.toArray(double[][]::new), new double[columns.size()], ungrouped, 0, 1);
    double[] weight = new double[rows.size()];
    Arrays.fill(weight, 1);
    return new ShrunkGram(design, rows.use(), weight).criterion(all, false);
  }
}
