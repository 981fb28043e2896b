package org.emcsettlement.settlement.savings;

import java.math.BigDecimal;
import org.emcsettlement.core.period.DayCount;
import org.emcsettlement.core.period.DayFraction;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.settlement.trail.Calculator;
import org.emcsettlement.settlement.trail.Figure;

/** The part of a yearly or monthly figure that belongs to some of its days. */
public final class DayShare {

  private DayShare() {}

  /**
   * A part of a figure by days: multiplied first, divided last.
   *
   * @param calculator records the steps
   * @param name what the part means
   * @param whole the figure of the full period
   * @param part the days of the part
   * @param full the full period
   * @param dayCount how days are counted
   * @return whole × part ÷ full
   */
  public static Figure of(
      Calculator calculator,
      String name,
      Figure whole,
      Period part,
      Period full,
      DayCount dayCount) {
    if (part.equals(full) && dayCount == DayCount.ACT_ACTUAL_IN_PERIOD) {
      return whole;
    }
    Figure numerator;
    Figure denominator;
    if (dayCount == DayCount.ACT_ACTUAL_IN_PERIOD) {
      numerator = calculator.days("days", part);
      denominator = calculator.days("days-of-full-period", full);
    } else {
      DayFraction fraction = dayCount.fraction(part, full);
      numerator = calculator.parameter("days", BigDecimal.valueOf(fraction.numerator()), "");
      denominator =
          calculator.parameter(
              "days-of-full-period", BigDecimal.valueOf(fraction.denominator()), "");
    }
    Figure product = calculator.times("amount-times-days", whole.unit(), whole, numerator);
    return calculator.over(name, whole.unit(), product, denominator);
  }
}
