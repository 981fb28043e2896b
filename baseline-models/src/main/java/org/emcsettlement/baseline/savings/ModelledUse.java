package org.emcsettlement.baseline.savings;

import java.math.BigDecimal;
import org.emcsettlement.baseline.FrozenBaseline;
import org.emcsettlement.baseline.uncertainty.AshraeFactor;
import org.emcsettlement.baseline.uncertainty.ErrorStructure;
import org.emcsettlement.baseline.uncertainty.SavingsUncertainty;
import org.emcsettlement.core.quantity.Rational;

/**
 * What a model predicts under conditions, and how far a measured total may lie from it.
 *
 * @param model the model
 * @param conditions the regressor sums and days
 */
record ModelledUse(FrozenBaseline model, Conditions conditions) {

  /** Σ_j b_j·X_j [canonical unit], never clamped. */
  Rational use() {
    return model.predict(conditions.sums());
  }

  /** The half-width at the model's own confidence [canonical unit]. */
  BigDecimal halfWidth(ErrorStructure errors, IntervalMethod method) {
    SavingsUncertainty uncertainty = new SavingsUncertainty(errors);
    return switch (method) {
      case REGRESSION -> uncertainty.regression(conditions.sums(), conditions.days());
      case ASHRAE_14 -> uncertainty.ashrae(use(), conditions.days());
      case YEAR_TO_YEAR -> uncertainty.yearToYear(conditions.sums(), conditions.days(), use());
      case SUN_BALTAZAR ->
          uncertainty.ashrae(use(), conditions.days(), AshraeFactor.byMonths(model.resolution()));
    };
  }
}
