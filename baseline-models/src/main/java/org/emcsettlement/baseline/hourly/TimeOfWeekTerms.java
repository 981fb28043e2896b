package org.emcsettlement.baseline.hourly;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.emcsettlement.baseline.model.Fahrenheit;
import org.emcsettlement.baseline.model.HourDegrees;
import org.emcsettlement.baseline.model.HourOfWeek;
import org.emcsettlement.baseline.model.HourSet;
import org.emcsettlement.baseline.model.Regressor;

/**
 * A fit of time of week and temperature as regressors with coefficients in °C: the hours of every
 * hour of the week that was seen, then the degree hours of each bin, occupied before unoccupied.
 */
final class TimeOfWeekTerms {

  private final List<Regressor> regressors = new ArrayList<>();
  private final List<Double> coefficients = new ArrayList<>();
  private final double perKelvin;
  private final double atZero;

  private TimeOfWeekTerms(double perKelvin, double atZero) {
    this.perKelvin = perKelvin;
    this.atZero = atZero;
  }

  /** {@return the terms of a fit on temperatures in °C} */
  static TimeOfWeekTerms celsius(TimeOfWeekFit fit) {
    return new TimeOfWeekTerms(1, 0).add(fit);
  }

  /** {@return the terms of a fit on temperatures in °F} */
  static TimeOfWeekTerms fahrenheit(TimeOfWeekFit fit) {
    return new TimeOfWeekTerms(Fahrenheit.PER_KELVIN, Fahrenheit.AT_ZERO_CELSIUS).add(fit);
  }

  List<Regressor> regressors() {
    return regressors;
  }

  List<Double> coefficients() {
    return coefficients;
  }

  private TimeOfWeekTerms add(TimeOfWeekFit fit) {
    boolean[] occupied = fit.occupied();
    BitSet[] hours = {new BitSet(), new BitSet()};
    for (int hour = 0; hour < HourRows.WEEK; hour++) {
      if (fit.seen(hour)) {
        TimeOfWeekFit.Mode mode = fit.mode(occupied[hour]);
        hours[occupied[hour] ? 0 : 1].set(hour);
        regressors.add(new HourOfWeek(hour));
        // the first bin of a scale with another zero moves the level
        coefficients.add(mode.fit().level(hour) + atZero * mode.fit().slope(0));
      }
    }
    addBins(fit.mode(true), HourSet.of(hours[0]));
    addBins(fit.mode(false), HourSet.of(hours[1]));
    return this;
  }

  private void addBins(TimeOfWeekFit.Mode mode, HourSet hours) {
    double[] knots = mode.bins().knots();
    for (int bin = 0; bin <= knots.length && hours.size() > 0; bin++) {
      Optional<BigDecimal> lower = bin == 0 ? Optional.empty() : Optional.of(knot(knots[bin - 1]));
      Optional<BigDecimal> upper =
          bin == knots.length ? Optional.empty() : Optional.of(knot(knots[bin]));
      regressors.add(new HourDegrees(lower, upper, hours));
      coefficients.add(perKelvin * mode.fit().slope(bin));
    }
  }

  private BigDecimal knot(double temperature) {
    return Hundredths.decimal((temperature - atZero) / perKelvin);
  }
}
