package org.emcsettlement.baseline.institution;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.emcsettlement.baseline.model.Form;
import org.emcsettlement.baseline.model.Rejection;
import org.emcsettlement.baseline.solve.HingeFit;
import org.emcsettlement.baseline.solve.HingeForm;
import org.emcsettlement.baseline.solve.HingeOutcome;
import org.emcsettlement.baseline.solve.HingeRejection;
import org.emcsettlement.baseline.solve.HingeSearch;
import org.emcsettlement.baseline.solve.HingeSide;
import org.emcsettlement.baseline.solve.SideGuard;

/**
 * The response to temperature by exact search, with levels of day types and drivers beside it:
 * every form at its global optimum over all change points that the guard allows, chosen by the
 * Bayesian information criterion.
 */
final class ChangePointChoice {

  private static final int DIGITS = 6;

  /** A sum of squares below this part of the total is a perfect fit. */
  private static final double PERFECT = 1e-12;

  /**
   * What a line must do better than by the price of its parameters. No building answers to every
   * temperature alike, so a change point beyond which use is flat forecasts better.
   */
  private static final double STRONG = 6;

  private final DayRows rows;
  private final double[][] shifts;
  private final SideGuard guard;
  private final double total;
  private final List<Rejection> rejected = new ArrayList<>();
  private final HingeFit best;

  /**
   * Prepares.
   *
   * @param rows the days
   * @param shifts columns that shift the level
   * @param guard what change points must rest on
   */
  ChangePointChoice(DayRows rows, double[][] shifts, SideGuard guard) {
    this.rows = rows;
    this.shifts = shifts;
    this.guard = guard;
    double mean = Arrays.stream(rows.use()).sum() / rows.size();
    total = Arrays.stream(rows.use()).map(use -> (use - mean) * (use - mean)).sum();
    best = search();
  }

  private HingeFit search() {
    double[] weight = new double[rows.size()];
    Arrays.fill(weight, 1);
    long[] keys = rows.dates().stream().mapToLong(date -> date.toEpochDay()).toArray();
    HingeSearch search =
        new HingeSearch(rows.temperature(), rows.use(), weight, shifts, guard, keys);
    HingeFit chosen = search.constant();
    List<HingeOutcome> outcomes = new ArrayList<>(List.of(chosen));
    if (rows.sample().hasTemperature()) {
      outcomes.addAll(List.of(search.line(), search.below(), search.above()));
      chosen = best(outcomes, chosen);
      outcomes.add(search.both(gate(chosen)));
      chosen = best(outcomes, chosen);
    }
    explain(outcomes, chosen);
    return chosen;
  }

  /** The response of the best form. */
  TemperatureResponse response() {
    return new TemperatureResponse(
        best.form() == HingeForm.LINE,
        best.below().map(HingeSide::breakAt),
        best.above().map(HingeSide::breakAt));
  }

  /** Why the other forms were not chosen. */
  List<Rejection> rejected() {
    return rejected;
  }

  private HingeFit best(List<HingeOutcome> outcomes, HingeFit first) {
    HingeFit least = first;
    for (HingeOutcome outcome : outcomes) {
      Optional<HingeFit> fit = outcome.fit();
      if (fit.isPresent() && criterion(fit.get()) < criterion(least)) {
        least = fit.get();
      }
    }
    return least;
  }

  private double criterion(HingeFit fit) {
    int n = rows.size();
    double rest = Math.max(fit.sse(), PERFECT * total);
    double price =
        fit.parameters() * StrictMath.log(n) + (fit.form() == HingeForm.LINE ? STRONG : 0);
    return (rest > 0 ? n * StrictMath.log(rest / n) : 0) + price;
  }

  /** The largest sum of squares at which two change points would still be chosen. */
  private double gate(HingeFit simpler) {
    int n = rows.size();
    int more = shifts.length + 5 - simpler.parameters();
    return Math.max(simpler.sse(), PERFECT * total) * StrictMath.exp(-more * StrictMath.log(n) / n);
  }

  private void explain(List<HingeOutcome> outcomes, HingeFit least) {
    for (HingeOutcome outcome : outcomes) {
      if (outcome.form() != least.form()) {
        String code = code(outcome.form());
        String chosen = code(least.form());
        if (outcome instanceof HingeRejection) {
          rejected.add(
              new Rejection(
                  code,
                  "no fit within the guards that could be chosen over " + chosen,
                  "在约束内没有优于 " + chosen + " 的拟合"));
        } else {
          String own = shown(criterion(outcome.fit().orElseThrow()));
          String lowest = shown(criterion(least));
          rejected.add(
              new Rejection(
                  code,
                  "BIC " + own + " is not below " + lowest + " of " + chosen,
                  "BIC " + own + " 不低于 " + chosen + " 的 " + lowest));
        }
      }
    }
  }

  private static String code(HingeForm form) {
    return switch (form) {
      case CONSTANT -> Form.ONE_P.code();
      case LINE -> Form.TWO_P.code();
      case BELOW -> Form.THREE_PH.code();
      case ABOVE -> Form.THREE_PC.code();
      case SHARED -> Form.FOUR_P.code();
      case BOTH -> Form.FIVE_P.code();
    };
  }

  static String shown(double number) {
    return new BigDecimal(number).round(new MathContext(DIGITS)).toPlainString();
  }
}
