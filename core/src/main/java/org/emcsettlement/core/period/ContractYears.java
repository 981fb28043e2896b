package org.emcsettlement.core.period;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * The years and months of a contract, counted from its anchor date.
 *
 * <p>Contract year n is [anchor + (n−1) years, anchor + n years). Every boundary is computed from
 * the anchor with end-of-month clamping, never by stepping from the boundary before
 * (settlement-methods, section 1).
 *
 * @param anchor the first day of contract year 1
 */
public record ContractYears(LocalDate anchor) {

  /**
   * A contract year.
   *
   * @param number from 1
   * @return its days
   */
  public Period year(int number) {
    return new Period(anchor.plusYears(number - 1L), anchor.plusYears(number));
  }

  /**
   * The number of the contract year that holds a date.
   *
   * @param date the date; dates before the anchor give 0 or less
   * @return the year's number
   */
  public int numberOf(LocalDate date) {
    int guess = (int) ChronoUnit.YEARS.between(anchor, date) + 1;
    while (date.isBefore(year(guess).start())) {
      guess--;
    }
    while (!date.isBefore(year(guess).end())) {
      guess++;
    }
    return guess;
  }

  /**
   * The contract year that holds a date.
   *
   * @param date the date
   * @return its days
   */
  public Period yearOf(LocalDate date) {
    return year(numberOf(date));
  }

  /**
   * Several contract months in a row.
   *
   * @param first index of the first month, from 0 at the anchor
   * @param count how many months
   * @return [anchor + first months, anchor + (first + count) months)
   */
  public Period months(int first, int count) {
    return new Period(anchor.plusMonths(first), anchor.plusMonths((long) first + count));
  }
}
