package org.emcsettlement.baseline.hourly;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.emcsettlement.baseline.model.Lag;
import org.emcsettlement.baseline.solve.HingeFit;
import org.emcsettlement.baseline.solve.HingeForm;
import org.emcsettlement.baseline.solve.HingeOutcome;
import org.emcsettlement.baseline.solve.HingeSearch;
import org.emcsettlement.baseline.solve.HingeSide;
import org.emcsettlement.baseline.solve.SideGuard;

/**
 * Below which mean temperature a building heats, above which it cools, and how much of the day
 * before it still feels.
 *
 * @param lag weight of the day before
 * @param heating heating change point, absent without heating [°C]
 * @param cooling cooling change point, absent without cooling [°C]
 */
record ChangePoints(Lag lag, OptionalDouble heating, OptionalDouble cooling) {

  /** No response to temperature. */
  static final ChangePoints NONE =
      new ChangePoints(Lag.NONE, OptionalDouble.empty(), OptionalDouble.empty());

  private static final List<Lag> LAGS =
      List.of(Lag.NONE, new Lag(new BigDecimal("0.25")), new Lag(new BigDecimal("0.50")));

  private static final List<HingeForm> FORMS =
      List.of(HingeForm.BELOW, HingeForm.ABOVE, HingeForm.BOTH);

  /** A sloped side holds ten days and 20 K·d. */
  private static final SideGuard GUARD = new SideGuard(10, 20, 0);

  private static final int LEAST_DAYS = 20;

  /** Sums of squares below this share of the total are rounding. */
  private static final double ROUNDING = 1e-20;

  /**
   * Chooses lag and form by BIC, change points by exact search. Equal values go to the smaller lag
   * and the simpler form.
   *
   * @param today daily mean temperatures [hundredths of °C]
   * @param before those of the day before
   * @param use mean use per day
   * @return the change points; none with too few days
   */
  static ChangePoints of(int[] today, int[] before, double[] use) {
    if (use.length < LEAST_DAYS) {
      return NONE;
    }
    double mean = Arrays.stream(use).sum() / use.length;
    double total = 0;
    for (double value : use) {
      total += (value - mean) * (value - mean);
    }
    ChangePoints best = NONE;
    double least = bic(total, total, use.length, 1);
    for (Lag lag : LAGS) {
      HingeSearch search = search(lag, today, before, use);
      for (HingeForm form : FORMS) {
        Optional<HingeFit> fit = search(search, form, least, use.length);
        if (fit.isPresent()) {
          double value = bic(fit.get().sse(), total, use.length, fit.get().parameters());
          if (value < least) {
            least = value;
            best = new ChangePoints(lag, at(fit.get().below()), at(fit.get().above()));
          }
        }
      }
    }
    return best;
  }

  private static HingeSearch search(Lag lag, int[] today, int[] before, double[] use) {
    double[] position = new double[use.length];
    double[] weight = new double[use.length];
    Arrays.fill(weight, 1);
    for (int i = 0; i < position.length; i++) {
      position[i] = lag.hundredths(today[i], before[i]) / 100.0;
    }
    long[] row = IntStream.range(0, use.length).asLongStream().toArray();
    return new HingeSearch(position, use, weight, new double[0][], GUARD, row);
  }

  private static Optional<HingeFit> search(
      HingeSearch search, HingeForm form, double least, int rows) {
    HingeOutcome outcome =
        switch (form) {
          case BELOW -> search.below();
          case ABOVE -> search.above();
          default -> search.both(errorAt(least, rows));
        };
    return outcome.fit();
  }

  /** The sum of squares at which two breaks reach a BIC: only a smaller one is of interest. */
  private static double errorAt(double bic, int rows) {
    int parameters = 1 + HingeForm.BOTH.slopes() + HingeForm.BOTH.breaks();
    return rows * StrictMath.exp((bic - parameters * StrictMath.log(rows)) / rows);
  }

  private static double bic(double sse, double total, int rows, int parameters) {
    double floored = Math.max(sse, ROUNDING * total);
    return floored > 0
        ? rows * StrictMath.log(floored / rows) + parameters * StrictMath.log(rows)
        : parameters;
  }

  private static OptionalDouble at(Optional<HingeSide> side) {
    return side.map(s -> OptionalDouble.of(s.breakAt())).orElse(OptionalDouble.empty());
  }
}
