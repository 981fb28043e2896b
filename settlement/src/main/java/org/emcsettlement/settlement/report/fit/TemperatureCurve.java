package org.emcsettlement.settlement.report.fit;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import org.emcsettlement.baseline.Estimate;
import org.emcsettlement.baseline.model.DayType;
import org.emcsettlement.baseline.model.DayTypeDays;
import org.emcsettlement.baseline.model.Days;
import org.emcsettlement.baseline.model.DegreesAbove;
import org.emcsettlement.baseline.model.DegreesBelow;
import org.emcsettlement.baseline.model.Regressor;
import org.emcsettlement.baseline.model.RegressorProduct;
import org.emcsettlement.baseline.model.TemperatureDays;

/**
 * The use of a day as a function of its mean temperature, where the model is one: nothing but
 * temperature, change points and working days in it. A piecewise line, one for working days and
 * another for days of rest.
 */
final class TemperatureCurve {

  private final List<Estimate> estimates;

  private TemperatureCurve(List<Estimate> estimates) {
    this.estimates = estimates;
  }

  /** The curve, absent if use depends on something else too. */
  static Optional<TemperatureCurve> of(List<Estimate> estimates) {
    boolean drawable =
        estimates.stream()
            .allMatch(
                estimate ->
                    value(estimate.regressor(), 0, true).isPresent()
                        && factorsOfTemperature(estimate.regressor()) < 2);
    return drawable ? Optional.of(new TemperatureCurve(estimates)) : Optional.empty();
  }

  private static int factorsOfTemperature(Regressor regressor) {
    if (regressor instanceof RegressorProduct product) {
      return factorsOfTemperature(product.left()) + factorsOfTemperature(product.right());
    }
    return regressor.drivers().isEmpty() ? 0 : 1;
  }

  private static OptionalDouble value(Regressor regressor, double celsius, boolean working) {
    if (regressor instanceof Days) {
      return OptionalDouble.of(1);
    }
    if (regressor instanceof TemperatureDays line && line.lag().isNone()) {
      return OptionalDouble.of(celsius);
    }
    if (regressor instanceof DegreesBelow below && below.lag().isNone()) {
      return OptionalDouble.of(Math.max(0, below.changePoint().doubleValue() - celsius));
    }
    if (regressor instanceof DegreesAbove above && above.lag().isNone()) {
      return OptionalDouble.of(Math.max(0, celsius - above.changePoint().doubleValue()));
    }
    if (regressor instanceof DayTypeDays days && days.type() == DayType.WORKDAY) {
      return OptionalDouble.of(working ? 1 : 0);
    }
    if (regressor instanceof DayTypeDays days && days.type() == DayType.RESTDAY) {
      return OptionalDouble.of(working ? 0 : 1);
    }
    if (regressor instanceof RegressorProduct product) {
      OptionalDouble left = value(product.left(), celsius, working);
      OptionalDouble right = value(product.right(), celsius, working);
      return left.isPresent() && right.isPresent()
          ? OptionalDouble.of(left.getAsDouble() * right.getAsDouble())
          : OptionalDouble.empty();
    }
    return OptionalDouble.empty();
  }

  /** The use of a day [canonical unit/d]. */
  double at(double celsius, boolean working) {
    double use = 0;
    for (Estimate estimate : estimates) {
      use += estimate.value() * value(estimate.regressor(), celsius, working).orElseThrow();
    }
    return use;
  }

  /** Whether working days have a line of their own. */
  boolean tellsDaysApart() {
    return estimates.stream().anyMatch(estimate -> tellsDaysApart(estimate.regressor()));
  }

  private static boolean tellsDaysApart(Regressor regressor) {
    return regressor instanceof DayTypeDays
        || (regressor instanceof RegressorProduct product
            && (tellsDaysApart(product.left()) || tellsDaysApart(product.right())));
  }

  /** The change points [°C], ascending. */
  List<Double> changePoints() {
    TreeSet<Double> points = new TreeSet<>();
    estimates.forEach(estimate -> collect(estimate.regressor(), points));
    return List.copyOf(points);
  }

  private static void collect(Regressor regressor, Set<Double> points) {
    if (regressor instanceof DegreesBelow below) {
      points.add(below.changePoint().doubleValue());
    } else if (regressor instanceof DegreesAbove above) {
      points.add(above.changePoint().doubleValue());
    } else if (regressor instanceof RegressorProduct product) {
      collect(product.left(), points);
      collect(product.right(), points);
    }
  }

  /** The temperatures between which the curve is straight [°C]. */
  List<Double> knots(double from, double to) {
    TreeSet<Double> knots = new TreeSet<>(changePoints());
    knots.removeIf(knot -> knot <= from || knot >= to);
    knots.add(from);
    knots.add(to);
    return List.copyOf(knots);
  }
}
