package org.emcsettlement.examples.emc;

import java.util.Optional;
import org.emcsettlement.baseline.savings.PredictionErrors;
import org.emcsettlement.baseline.savings.Savings;
import org.emcsettlement.baseline.savings.SavingsInterval;
import org.emcsettlement.core.quantity.Rational;

/**
 * The figures of one building.
 *
 * @param fitted the rows that were fitted
 * @param cvRmse CV(RMSE) of the fit on them, as a fraction
 * @param errors how far it is off in the reporting period
 * @param savings the avoided use, with intervals
 * @param interval the interval that is judged, absent if the model keeps no errors
 * @param truth what was truly saved [canonical unit]
 * @param fitMillis how long the fit took [ms]
 */
record CaseFigures(
    int fitted,
    double cvRmse,
    PredictionErrors errors,
    Savings savings,
    Optional<SavingsInterval> interval,
    Rational truth,
    double fitMillis) {

  /** Savings as a fraction of the adjusted baseline, NaN without one. */
  double savingsFraction() {
    return savings.fraction().map(Number::doubleValue).orElse(Double.NaN);
  }

  /** Whether the interval holds the truth, absent without one. */
  Optional<Boolean> holdsTruth() {
    return interval.map(
        around -> around.lower().compareTo(truth) <= 0 && around.upper().compareTo(truth) >= 0);
  }
}
