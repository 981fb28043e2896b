package org.emcsettlement.baseline.savings;

import org.emcsettlement.baseline.FrozenBaseline;
import org.emcsettlement.core.finding.Checked;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.series.DailyDrivers;

/**
 * Backcast savings: {@code Σ [y_base − ŷ_rep(x_base)]}, what was used in the baseline period less
 * what the model of the reporting period says would have been used in it. Against a model of {@code
 * institution-water}, days on which the meter was at fault or water was lost count on neither side.
 */
public final class Backcast {

  private Backcast() {}

  /**
   * Compares a baseline period with the model of the reporting period.
   *
   * @param reporting the model of the reporting period
   * @param drivers what drove use in the baseline period
   * @param use what was used in it
   * @param baselinePeriod the period
   * @return the savings with everything found; absent if no day can be counted
   * @throws IllegalArgumentException if model and use are of different commodities
   */
  public static Checked<Savings> of(
      FrozenBaseline reporting, DailyDrivers drivers, MeasuredUse use, Period baselinePeriod) {
    return MatchedUse.compare(
        reporting,
        drivers,
        use,
        baselinePeriod,
        WaterReviewed::faultsAndLosses,
        (both, findings) ->
            both.savings(
                SavingsQuantity.BACKCAST,
                baselinePeriod,
                both.measured(),
                both.modelled().use(),
                findings));
  }
}
