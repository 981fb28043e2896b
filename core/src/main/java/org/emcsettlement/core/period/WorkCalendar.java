package org.emcsettlement.core.period;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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

  /** The years for which holidays by rule are worked out. */
  private static final int FIRST_YEAR = 1990;

  private static final int LAST_YEAR = 2060;

  private final String name;
  private final Map<LocalDate, Boolean> exceptions;
  private final Set<Integer> years;

  private WorkCalendar(String name, Map<LocalDate, Boolean> exceptions, Set<Integer> years) {
    this.name = name;
    this.exceptions = exceptions;
    this.years = years;
  }

  /** {@return the stable names of all calendars} */
  public static Set<String> names() {
    Set<String> names = new LinkedHashSet<>(List.of(MAINLAND_CHINA, MONDAY_TO_FRIDAY));
    names.addAll(Packaged.BY_RULE.keySet());
    return names;
  }

  /**
   * A calendar by its stable name.
   *
   * @param name {@link #MAINLAND_CHINA}, {@link #MONDAY_TO_FRIDAY}, or one of those by rule: {@code
   *     no-public-holidays} (Norway), {@code gb-bank-holidays} (England and Wales), {@code
   *     gr-public-holidays}, {@code us-federal-holidays}
   * @return the calendar
   * @throws IllegalArgumentException if there is none of that name
   */
  public static WorkCalendar of(String name) {
    if (name.equals(MAINLAND_CHINA)) {
      return mainlandChina();
    }
    if (name.equals(MONDAY_TO_FRIDAY)) {
      return new WorkCalendar(name, Map.of(), Set.of());
    }
    WorkCalendar byRule = Packaged.BY_RULE.get(name);
    if (byRule == null) {
      throw new IllegalArgumentException(
          "work calendar \"" + name + "\" is unknown; known: " + String.join(", ", names()));
    }
    return byRule;
  }

  /**
   * The calendar of a country by the time zone of a building, where none is agreed.
   *
   * @param zone the zone
   * @return that of mainland China, Norway, England and Wales, Greece or the United States; else
   *     Monday to Friday
   */
  public static WorkCalendar ofZone(ZoneId zone) {
    return of(
        switch (zone.getId()) {
          case "Asia/Shanghai", "Asia/Chongqing", "Asia/Harbin", "Asia/Urumqi", "PRC" ->
              MAINLAND_CHINA;
          case "Europe/Oslo" -> "no-public-holidays";
          case "Europe/London", "GB" -> "gb-bank-holidays";
          case "Europe/Athens" -> "gr-public-holidays";
          case "America/New_York",
              "America/Chicago",
              "America/Denver",
              "America/Phoenix",
              "America/Los_Angeles" ->
              "us-federal-holidays";
          default -> MONDAY_TO_FRIDAY;
        });
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
    static final Map<String, WorkCalendar> BY_RULE = byRule();
  }

  private static Map<String, WorkCalendar> byRule() {
    Map<String, List<HolidayRule>> rules = new LinkedHashMap<>();
    for (CsvRow row : CsvTable.resource(WorkCalendar.class, "public-holidays.csv").rows()) {
      rules
          .computeIfAbsent(row.requiredText("calendar").orElseThrow(), name -> new ArrayList<>())
          .add(HolidayRule.of(row));
    }
    Map<String, WorkCalendar> calendars = new LinkedHashMap<>();
    rules.forEach(
        (name, list) -> calendars.put(name, new WorkCalendar(name, holidays(list), Set.of())));
    return calendars;
  }

  private static Map<LocalDate, Boolean> holidays(List<HolidayRule> rules) {
    Map<LocalDate, Boolean> holidays = new HashMap<>();
    for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
      Map<LocalDate, HolidayRule> dated = new TreeMap<>();
      for (HolidayRule rule : rules) {
        rule.in(year).ifPresent(date -> dated.put(date, rule));
      }
      // a holiday that is moved makes room for those that keep their day
      Set<LocalDate> taken = new HashSet<>(dated.keySet());
      dated.forEach(
          (date, rule) -> {
            LocalDate kept = rule.kept(date, taken);
            taken.add(kept);
            holidays.put(kept, false);
          });
    }
    return Map.copyOf(holidays);
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
