package org.emcsettlement.baseline;

import java.util.OptionalDouble;
import org.emcsettlement.core.period.Period;

/**
 * What was used in some days and what the model says.
 *
 * @param period the days: one, or those of a billing period
 * @param observed use per day [canonical unit/d]; of hourly data the sum of the hours that count
 * @param fitted what the model says of the same hours or days [canonical unit/d]
 * @param celsius mean outdoor temperature [°C], absent without a station
 */
public record FittedRow(Period period, double observed, double fitted, OptionalDouble celsius) {

  /** {@return observed less fitted use per day} */
  public double residual() {
    return observed - fitted;
  }
}
