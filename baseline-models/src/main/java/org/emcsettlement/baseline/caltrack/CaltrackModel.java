package org.emcsettlement.baseline.caltrack;

import java.util.Optional;
import org.emcsettlement.baseline.model.Fahrenheit;

/**
 * A fitted usage-per-day model.
 *
 * @param type what use depends on
 * @param intercept base use [use/d]
 * @param heating heating degree days and their slope
 * @param cooling cooling degree days and their slope
 * @param adjustedR2 adjusted R² of the (weighted) fit, slopes alone counted as parameters; 0 for
 *     the constant
 */
public record CaltrackModel(
    CaltrackType type,
    double intercept,
    Optional<Slope> heating,
    Optional<Slope> cooling,
    double adjustedR2) {

  /**
   * A balance point and what a degree day costs.
   *
   * @param balancePoint balance point [°F]
   * @param perDegree use per degree day [use/(°F·d)]
   */
  public record Slope(int balancePoint, double perDegree) {

    /** {@return the balance point [°C], unrounded} */
    public double celsius() {
      return Fahrenheit.celsius(balancePoint);
    }

    /** {@return use per degree day [use/(K·d)]} */
    public double perKelvin() {
      return perDegree * Fahrenheit.PER_KELVIN;
    }
  }

  /** Heating use per day for mean temperatures of blocks [°F]. */
  double heatingPerDay(double[] means) {
    return heating
        .map(slope -> slope.perDegree() * FitRows.below(means, slope.balancePoint()))
        .orElse(0.0);
  }

  /** Cooling use per day for mean temperatures of blocks [°F]. */
  double coolingPerDay(double[] means) {
    return cooling
        .map(slope -> slope.perDegree() * FitRows.above(means, slope.balancePoint()))
        .orElse(0.0);
  }

  double usePerDay(double[] means) {
    return intercept + heatingPerDay(means) + coolingPerDay(means);
  }
}
