package org.emcsettlement.core.period;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.emcsettlement.core.csv.CsvRow;

/**
 * A public holiday that a rule places in every year; the resource {@code public-holidays.csv} says
 * how rules are written.
 */
record HolidayRule(String rule, Optional<Moved> moved, int from, int to) {

  /** Where a holiday on a Saturday or Sunday goes. */
  enum Moved {
    /** To the next weekday that is no holiday. */
    NEXT,
    /** From Saturday to Friday, from Sunday to Monday. */
    NEAREST
  }

  private static final Pattern EASTER = Pattern.compile("(ORTHODOX-)?EASTER([+-]\\d+)");
  private static final Pattern WEEKDAY = Pattern.compile("(\\d\\d)/(\\d|LAST)([A-Z]{3})");

  static HolidayRule of(CsvRow row) {
    return new HolidayRule(
        row.requiredText("rule").orElseThrow(),
        row.constant("moved", Moved.class),
        row.text("from").map(Integer::parseInt).orElse(Integer.MIN_VALUE),
        row.text("to").map(Integer::parseInt).orElse(Integer.MAX_VALUE));
  }

  /** The day in a year, before it is moved; absent if the rule has none there. */
  Optional<LocalDate> in(int year) {
    if (year < from || year > to) {
      return Optional.empty();
    }
    Matcher easter = EASTER.matcher(rule);
    if (easter.matches()) {
      LocalDate sunday = easter.group(1) == null ? easter(year) : orthodoxEaster(year);
      return Optional.of(sunday.plusDays(Integer.parseInt(easter.group(2))));
    }
    Matcher weekday = WEEKDAY.matcher(rule);
    if (weekday.matches()) {
      return Optional.of(weekday(year, weekday));
    }
    if (rule.length() == "YYYY-MM-DD".length()) {
      return Optional.of(LocalDate.parse(rule)).filter(date -> date.getYear() == year);
    }
    return Optional.of(MonthDay.parse("--" + rule).atYear(year));
  }

  private static LocalDate weekday(int year, Matcher weekday) {
    LocalDate first = LocalDate.of(year, Integer.parseInt(weekday.group(1)), 1);
    DayOfWeek day =
        Arrays.stream(DayOfWeek.values())
            .filter(known -> known.name().startsWith(weekday.group(3)))
            .findFirst()
            .orElseThrow();
    return first.with(
        weekday.group(2).equals("LAST")
            ? TemporalAdjusters.lastInMonth(day)
            : TemporalAdjusters.dayOfWeekInMonth(Integer.parseInt(weekday.group(2)), day));
  }

  /** The weekday on which a holiday is kept, given the holidays kept so far. */
  LocalDate kept(LocalDate date, Set<LocalDate> taken) {
    boolean saturday = date.getDayOfWeek() == DayOfWeek.SATURDAY;
    boolean sunday = date.getDayOfWeek() == DayOfWeek.SUNDAY;
    if (moved.isEmpty() || !(saturday || sunday)) {
      return date;
    }
    if (moved.get() == Moved.NEAREST) {
      return saturday ? date.minusDays(1) : date.plusDays(1);
    }
    LocalDate next = date;
    do {
      next = next.plusDays(1);
    } while (next.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0 || taken.contains(next));
    return next;
  }

  /** Easter Sunday of the Gregorian calendar, by the anonymous algorithm (Meeus, chapter 8). */
  private static LocalDate easter(int year) {
    int golden = year % 19;
    int century = year / 100;
    int rest = year % 100;
    int correction = century - century / 4 - (century - (century + 8) / 25 + 1) / 3;
    int epact = (19 * golden + correction + 15) % 30;
    int weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7;
    int late = (golden + 11 * epact + 22 * weekday) / 451;
    int days = epact + weekday - 7 * late + 114;
    return LocalDate.of(year, days / 31, days % 31 + 1);
  }

  /**
   * Easter Sunday of the Julian calendar (Meeus, chapter 8), in Gregorian dates of 1900 to 2099.
   */
  private static LocalDate orthodoxEaster(int year) {
    int moon = (19 * (year % 19) + 15) % 30;
    int weekday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7;
    int days = moon + weekday + 114;
    return LocalDate.of(year, days / 31, days % 31 + 1).plusDays(13);
  }
}
