package org.emcsettlement.core.period;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.emcsettlement.core.csv.CsvRow;
import org.emcsettlement.core.csv.CsvTable;

/**
 * Which days are working days: Monday to Friday, changed by holidays and by Saturdays and Sundays
 * that are worked in exchange (调休).
 */
public final class WorkCalendar {

  /** Monday to Friday, no holidays. */
  public static final String MONDAY_TO_FRIDAY = "monday-to-friday";

  /** The State Council's yearly arrangement for mainland China. */
  public static final String MAINLAND_CHINA = "cn-state-council";

  private final String name;
  private final Map<LocalDate, Boolean> exceptions;
  private final Set<Integer> years;

  private WorkCalendar(String name, Map<LocalDate, Boolean> exceptions, Set<Integer> years) {
    this.name = name;
    this.exceptions = exceptions;
    this.years = years;
  }

  /**
   * A calendar by its stable name.
   *
   * @param name {@link #MAINLAND_CHINA} or {@link #MONDAY_TO_FRIDAY}
   * @return the calendar
   * @throws IllegalArgumentException if there is none of that name
   */
  public static WorkCalendar of(String name) {
    return switch (name) {
      case MAINLAND_CHINA -> mainlandChina();
      case MONDAY_TO_FRIDAY -> new WorkCalendar(name, Map.of(), Set.of());
      default ->
          throw new IllegalArgumentException(
              "work calendar \""
                  + name
                  + "\" is unknown; known: "
                  + MAINLAND_CHINA
                  + ", "
                  + MONDAY_TO_FRIDAY);
    };
  }

  /**
   * The State Council's holidays and swapped working days of mainland China, 2019 to 2026; source
   * and notice stand in the resource {@code mainland-china-holidays.csv}.
   *
   * @return the calendar
   */
  public static WorkCalendar mainlandChina() {
    return Packaged.MAINLAND_CHINA;
  }

  /** The table, read when first asked for. */
  private static final class Packaged {
    static final WorkCalendar MAINLAND_CHINA = read();
  }

  private static WorkCalendar read() {
    Map<LocalDate, Boolean> exceptions = new HashMap<>();
    Set<Integer> years = new HashSet<>();
    for (CsvRow row : CsvTable.resource(WorkCalendar.class, "mainland-china-holidays.csv").rows()) {
      LocalDate date = row.requiredDate("date").orElseThrow();
      exceptions.put(date, row.requiredText("kind").orElseThrow().equals("work"));
      years.add(Integer.parseInt(row.requiredText("year").orElseThrow()));
    }
    return new WorkCalendar(MAINLAND_CHINA, Map.copyOf(exceptions), Set.copyOf(years));
  }

  /** {@return the stable name} */
  public String name() {
    return name;
  }

  /**
   * Whether a day is worked.
   *
   * @param date the day
   * @return true on working days
   */
  public boolean isWorkingDay(LocalDate date) {
    Boolean exception = exceptions.get(date);
    if (exception != null) {
      return exception;
    }
    return date.getDayOfWeek() != DayOfWeek.SATURDAY && date.getDayOfWeek() != DayOfWeek.SUNDAY;
  }

  /**
   * The number of working days.
   *
   * @param period the period
   * @return its working days [d]
   */
  public int workingDays(Period period) {
    return (int) period.dates().filter(this::isWorkingDay).count();
  }

  /**
   * The years of a period for which the calendar has no arrangement, so that plain weeks count.
   *
   * @param period the period
   * @return the years in order; none for a calendar without holidays
   */
  public Collection<Integer> unknownYears(Period period) {
    Set<Integer> unknown = new TreeSet<>();
    if (!years.isEmpty()) {
      period.dates().map(LocalDate::getYear).filter(y -> !years.contains(y)).forEach(unknown::add);
    }
    return unknown;
  }
}
