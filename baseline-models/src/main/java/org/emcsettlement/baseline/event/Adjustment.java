package org.emcsettlement.baseline.event;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.quantity.Rational;

/**
 * A non-routine event as a quantity: what it adds to the adjusted baseline, how surely, on what
 * evidence and with whose approval. Meter data stay as they are.
 */
public sealed interface Adjustment
    permits IndicatorRegression, SubMeter, EngineeringEstimate, FixedTable {

  /**
   * What every adjustment rests on.
   *
   * @param id its id, that of the event in {@code events.json}
   * @param days the days of the event
   * @param reason why use changed
   * @param evidence names or digests of the documents behind it
   * @param approver who approved it; absent while nobody has
   */
  record Basis(
      String id, Period days, String reason, List<String> evidence, Optional<String> approver) {

    /**
     * What an adjustment rests on.
     *
     * @param id its id, that of the event in {@code events.json}
     * @param days the days of the event
     * @param reason why use changed
     * @param evidence names or digests of the documents behind it
     * @param approver who approved it; absent while nobody has
     * @throws IllegalArgumentException if the event has no day
     */
    public Basis {
      evidence = List.copyOf(evidence);
      if (days.isEmpty()) {
        throw new IllegalArgumentException("days " + days + " of " + id + " must hold a day");
      }
    }
  }

  /** {@return what it rests on} */
  Basis basis();

  /**
   * The effect on the adjusted baseline.
   *
   * @param period the days that are settled
   * @return what is added for the days of the event in the period, negative if the baseline is
   *     lowered [canonical unit]
   */
  BigDecimal quantity(Period period);

  /**
   * The standard uncertainty of {@link #quantity}.
   *
   * @param period the days that are settled
   * @return one standard deviation, not negative [canonical unit]
   */
  BigDecimal standardUncertainty(Period period);

  /**
   * A quantity as a decimal of twelve significant digits, as many as a frozen baseline keeps of its
   * errors.
   *
   * @param value the exact quantity
   * @return the decimal, HALF_UP
   */
  static BigDecimal decimal(Rational value) {
    return value.toDecimal(new MathContext(12, RoundingMode.HALF_UP));
  }
}
