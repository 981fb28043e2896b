package org.emcsettlement.baseline.savings;

import org.emcsettlement.baseline.FrozenBaseline;
import org.emcsettlement.core.finding.Checked;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.series.DailyDrivers;

/**
 * Avoided use: {@code Σ [ŷ_base(x_rep) − y_rep]}, the baseline under the conditions of the
 * reporting period less what was used in it. Non-routine adjustments are not part of it. Against a
 * model of {@code institution-water}, days on which the meter was at fault count on neither side;
 * lost water stays in what was used.
 */
public final class AvoidedUse {

  private AvoidedUse() {}

  /**
   * Compares a reporting period with its adjusted baseline.
   *
   * @param baseline the model of the baseline period
   * @param drivers what drove use in the reporting period
   * @param use what was used in it
   * @param reportingPeriod the period
   * @return the savings with everything found; absent if no day can be counted
   * @throws IllegalArgumentException if model and use are of different commodities
   */
  public static Checked<Savings> of(
      FrozenBaseline baseline, DailyDrivers drivers, MeasuredUse use, Period reportingPeriod) {
    return MatchedUse.compare(
        baseline,
        drivers,
        use,
        reportingPeriod,
        WaterReviewed::faults,
        (both, findings) ->
            both.savings(
                SavingsQuantity.AVOIDED,
                reportingPeriod,
                both.modelled().use(),
                both.measured(),
                findings));
  }
}
