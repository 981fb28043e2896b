package org.emcsettlement.core.period;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The short names of periods: {@code 2025-07} a month, {@code 2025-Q3} a quarter, {@code 2025-H2} a
 * half-year, {@code 2025} a calendar year, {@code Y1} a contract year, else {@code start/end}.
 */
public final class PeriodKey {

  private static final Pattern MONTHS =
      Pattern.compile("(\\d{4})(?:-(?:(Q)([1-4])|(H)([12])|(\\d{2})))?");
  private static final Pattern CONTRACT_YEAR = Pattern.compile("Y([1-9]\\d{0,2})");

  private PeriodKey() {}

  /**
   * The period that a key names.
   *
   * @param key the key
   * @param years the contract's years, for {@code Y1}
   * @return the period
   * @throws IllegalArgumentException if the key has none of the forms
   */
  public static Period parse(String key, ContractYears years) {
    Matcher contractYear = CONTRACT_YEAR.matcher(key);
    if (contractYear.matches()) {
      return years.year(Integer.parseInt(contractYear.group(1)));
    }
    try {
      Matcher months = MONTHS.matcher(key);
      return months.matches() ? calendar(months) : Period.parse(key);
    } catch (DateTimeException | IllegalArgumentException unparsable) {
      throw new IllegalArgumentException(
          "period \"" + key + "\" is none of 2025-07, 2025-Q3, 2025-H2, 2025, Y1, start/end",
          unparsable);
    }
  }

  private static Period calendar(Matcher key) {
    int year = Integer.parseInt(key.group(1));
    if (key.group(2) != null) {
      return months(year, 3 * Integer.parseInt(key.group(3)) - 2, 3);
    } else if (key.group(4) != null) {
      return months(year, 6 * Integer.parseInt(key.group(5)) - 5, 6);
    } else if (key.group(6) != null) {
      return months(year, Integer.parseInt(key.group(6)), 1);
    }
    return months(year, 1, 12);
  }

  private static Period months(int year, int month, int count) {
    LocalDate first = YearMonth.of(year, month).atDay(1);
    return new Period(first, first.plusMonths(count));
  }

  /**
   * The key of a period.
   *
   * @param period the period
   * @return its calendar name, or {@code start/end} if it is no calendar month, quarter, half or
   *     year
   */
  public static String of(Period period) {
    return calendarName(period).orElseGet(period::toString);
  }

  private static Optional<String> calendarName(Period period) {
    LocalDate start = period.start();
    int month = start.getMonthValue();
    for (int count : new int[] {1, 3, 6, 12}) {
      if (start.getDayOfMonth() == 1
          && (month - 1) % count == 0
          && start.plusMonths(count).equals(period.end())) {
        return Optional.of(
            switch (count) {
              case 1 -> YearMonth.from(start).toString();
              case 3 -> start.getYear() + "-Q" + (month + 2) / 3;
              case 6 -> start.getYear() + "-H" + (month + 5) / 6;
              default -> String.valueOf(start.getYear());
            });
      }
    }
    return Optional.empty();
  }
}
