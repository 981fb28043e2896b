package org.emcsettlement.baseline.model;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.emcsettlement.core.period.WorkCalendar;

/** Kinds of days by the week and the work calendar. */
public enum DayType {
  /** A working day, also a Saturday or Sunday worked in exchange. */
  WORKDAY("工作日", "working days"),
  /** A day that is not worked. */
  RESTDAY("休息日", "days of rest"),
  /** A Monday to Friday that is not worked. */
  HOLIDAY("节假日", "holidays from Monday to Friday"),
  /** A Saturday or Sunday that is worked in exchange (调休). */
  SWAPPED("调休上班日", "worked Saturdays and Sundays"),
  /** Every Monday, worked or not. */
  MONDAY("周一", "Mondays"),
  /** Every Tuesday. */
  TUESDAY("周二", "Tuesdays"),
  /** Every Wednesday. */
  WEDNESDAY("周三", "Wednesdays"),
  /** Every Thursday. */
  THURSDAY("周四", "Thursdays"),
  /** Every Friday. */
  FRIDAY("周五", "Fridays"),
  /** Every Saturday. */
  SATURDAY("周六", "Saturdays"),
  /** Every Sunday. */
  SUNDAY("周日", "Sundays");

  private final String zh;
  private final String en;

  DayType(String zh, String en) {
    this.zh = zh;
    this.en = en;
  }

  /**
   * A day type by its name.
   *
   * @param name e.g. WORKDAY
   * @return the type
   * @throws IllegalArgumentException if there is none of that name
   */
  public static DayType of(String name) {
    return Arrays.stream(values())
        .filter(type -> type.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "day type \""
                        + name
                        + "\" is none of "
                        + Arrays.stream(values())
                            .map(Enum::name)
                            .collect(Collectors.joining(", "))));
  }

  /**
   * The type of a weekday.
   *
   * @param day the weekday
   * @return its type
   */
  public static DayType of(DayOfWeek day) {
    return of(day.name());
  }

  /**
   * Whether a day is of this type.
   *
   * @param date the day
   * @param calendar the working days
   * @return true if it is
   */
  public boolean includes(LocalDate date, WorkCalendar calendar) {
    boolean weekend = date.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
    return switch (this) {
      case WORKDAY -> calendar.isWorkingDay(date);
      case RESTDAY -> !calendar.isWorkingDay(date);
      case HOLIDAY -> !weekend && !calendar.isWorkingDay(date);
      case SWAPPED -> weekend && calendar.isWorkingDay(date);
      default -> date.getDayOfWeek().name().equals(name());
    };
  }

  /** {@return the name for readers of Chinese} */
  public String zh() {
    return zh;
  }

  /** {@return the name for readers of English} */
  public String en() {
    return en;
  }
}
