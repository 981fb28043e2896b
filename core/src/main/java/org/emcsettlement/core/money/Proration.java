package org.emcsettlement.core.money;

import java.util.List;
import org.emcsettlement.core.period.DayCount;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.quantity.Rational;
import org.joda.money.Money;

/**
 * The part of an amount that belongs to a part of its period, by cumulative rounding: the amount
 * earned up to the end of the part, rounded, less the amount earned up to its start, rounded. Parts
 * that follow each other always add up (settlement-methods, 5.14).
 *
 * @param from the exact fraction earned up to the start of the part
 * @param to the exact fraction earned up to its end
 */
public record Proration(Rational from, Rational to) {

  /**
   * By days.
   *
   * @param part the part
   * @param full the period the whole amount is stated for
   * @param dayCount how days are counted
   * @return the fractions up to the start and up to the end of the part
   * @throws IllegalArgumentException if the part leaves the full period
   */
  public static Proration byDays(Period part, Period full, DayCount dayCount) {
    return new Proration(
        Rational.of(dayCount.fraction(Period.of(full.start(), part.start()), full)),
        Rational.of(dayCount.fraction(Period.of(full.start(), part.end()), full)));
  }

  /**
   * By a table of ratios.
   *
   * @param ratios one per instalment, in order
   * @param instalment the instalment, from 0
   * @return the cumulative ratios before and after it
   * @throws IndexOutOfBoundsException if there is no such instalment
   */
  public static Proration byRatios(List<Rational> ratios, int instalment) {
    Rational before = ratios.subList(0, instalment).stream().reduce(Rational.ZERO, Rational::plus);
    return new Proration(before, before.plus(ratios.get(instalment)));
  }

  /**
   * The part's amount by cumulative rounding.
   *
   * @param whole the whole amount
   * @param rounding the rounding profile
   * @return {@code round(whole × to) − round(whole × from)}
   */
  public Money of(Money whole, RoundingProfile rounding) {
    return rounded(whole, to, rounding).minus(rounded(whole, from, rounding));
  }

  /**
   * The part's amount rounded alone; parts need not add up to the whole.
   *
   * @param whole the whole amount
   * @param rounding the rounding profile
   * @return {@code round(whole × (to − from))}
   */
  public Money alone(Money whole, RoundingProfile rounding) {
    return rounded(whole, to.minus(from), rounding);
  }

  private static Money rounded(Money whole, Rational fraction, RoundingProfile rounding) {
    return rounding.round(Rational.of(whole.getAmount()).times(fraction), whole.getCurrencyUnit());
  }
}
