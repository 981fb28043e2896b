package org.emcsettlement.baseline.solve;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.emcsettlement.baseline.solve.HingeRejection.Reason;

/**
 * Solves candidates carefully, in original units, and names the best.
 *
 * <p>Sums of squared errors that differ by less than their own rounding error are equal; then the
 * lower break below wins, then the lower break above.
 */
final class Winner {

  /** Rounding error of a sum of squared errors, relative to itself. */
  private static final double RELATIVE = 1e-12;

  /** Rounding error of a sum of squared errors near zero, relative to the total. */
  private static final double OF_TOTAL = 1e-24;

  private final HingeForm form;
  private final Rows rows;
  private final Positions positions;

  Winner(HingeForm form, Rows rows, Positions positions) {
    this.form = form;
    this.rows = rows;
    this.positions = positions;
  }

  /** The best candidate; a rejection when there is none or none has proper slopes. */
  HingeOutcome among(Candidates found, double total) {
    List<HingeFit> fits = new ArrayList<>();
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < found.size(); i++) {
      at(found.below(i), found.above(i)).filter(this::hasProperSlopes).ifPresent(fits::add);
    }
    for (HingeFit fit : fits) {
      least = Math.min(least, fit.sse());
    }
    double equal = least + RELATIVE * least + OF_TOTAL * total;
    return fits.stream()
        .filter(fit -> fit.sse() <= equal)
        .min(Winner::byBreaks)
        .map(HingeOutcome.class::cast)
        .orElse(HingeRejection.of(form, Reason.ZERO_SLOPE));
  }

  private boolean hasProperSlopes(HingeFit fit) {
    return form == HingeForm.SHARED || fit.sides().stream().allMatch(side -> side.slope() > 0);
  }

  private static int byBreaks(HingeFit a, HingeFit b) {
    int order = 0;
    for (int k = 0; k < a.sides().size() && order == 0; k++) {
      order = Double.compare(a.sides().get(k).breakAt(), b.sides().get(k).breakAt());
    }
    return order;
  }

  private Optional<HingeFit> at(double below, double above) {
    double[][] hinges = new double[form.slopes()][];
    double[] breaks = new double[hinges.length];
    for (int k = 0; k < hinges.length; k++) {
      boolean isBelow = k == 0 && form != HingeForm.ABOVE;
      breaks[k] = isBelow ? below : above;
      hinges[k] = positions.hinge(isBelow ? Side.BELOW : Side.ABOVE, breaks[k]);
    }
    return rows.solve(hinges).map(linear -> fit(breaks, hinges, linear));
  }

  private HingeFit fit(double[] breaks, double[][] hinges, LinearFit linear) {
    List<HingeSide> sides = new ArrayList<>();
    for (int k = 0; k < hinges.length; k++) {
      sides.add(side(breaks[k], linear.coefficient(1 + k), hinges[k]));
    }
    return new HingeFit(form, sides, untouched(hinges), linear);
  }

  private static HingeSide side(double breakAt, double slope, double[] hinge) {
    int points = 0;
    double sum = 0;
    for (double distance : hinge) {
      points += distance > 0 ? 1 : 0;
      sum += distance;
    }
    return new HingeSide(breakAt, slope, points, sum);
  }

  private static int untouched(double[][] hinges) {
    int count = 0;
    for (int i = 0; i < hinges[0].length; i++) {
      boolean flat = true;
      for (double[] hinge : hinges) {
        flat &= hinge[i] == 0;
      }
      count += flat ? 1 : 0;
    }
    return count;
  }
}
