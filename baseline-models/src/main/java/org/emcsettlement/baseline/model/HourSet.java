package org.emcsettlement.baseline.model;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hours of the week on the local clock. Text form: {@code *} for all, {@code -} for none, else
 * weekdays (1 = Monday) with half-open hours, joined by {@code +}: {@code 1-5:8-18+6:9-12,14-16}.
 */
public final class HourSet {

  /** The hours of a week. */
  public static final int HOURS = 168;

  private static final int DAY = 24;
  private static final Pattern GROUP =
      Pattern.compile("([1-7])(?:-([1-7]))?:(\\d{1,2}-\\d{1,2}(?:,\\d{1,2}-\\d{1,2})*)");

  private final BitSet hours;

  private HourSet(BitSet hours) {
    this.hours = hours;
  }

  /**
   * A set.
   *
   * @param hours hours of the week, 0 = Monday 00:00 to 01:00
   * @return the set
   */
  public static HourSet of(BitSet hours) {
    if (hours.length() > HOURS) {
      throw new IllegalArgumentException(
          "hour of week " + (hours.length() - 1) + " must be below " + HOURS);
    }
    return new HourSet((BitSet) hours.clone());
  }

  /** {@return all hours} */
  public static HourSet all() {
    BitSet all = new BitSet(HOURS);
    all.set(0, HOURS);
    return new HourSet(all);
  }

  /**
   * Reads the text form.
   *
   * @param text the text
   * @return the set
   * @throws IllegalArgumentException if the text has another form
   */
  public static HourSet parse(String text) {
    if (text.equals("*")) {
      return all();
    }
    BitSet hours = new BitSet(HOURS);
    if (!text.equals("-")) {
      for (String group : text.split("\\+", -1)) {
        add(group, text, hours);
      }
    }
    return new HourSet(hours);
  }

  private static void add(String group, String text, BitSet hours) {
    Matcher matcher = GROUP.matcher(group);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "hours \"" + text + "\" must be like 1-5:8-18+6:9-12, * or -");
    }
    int first = Integer.parseInt(matcher.group(1));
    int last = matcher.group(2) == null ? first : Integer.parseInt(matcher.group(2));
    for (int day = first; day <= last; day++) {
      for (String range : matcher.group(3).split(",", -1)) {
        int from = Integer.parseInt(range.substring(0, range.indexOf('-')));
        int until = Integer.parseInt(range.substring(range.indexOf('-') + 1));
        if (until > DAY || from >= until) {
          throw new IllegalArgumentException(
              "hours \"" + text + "\" must run from 0 to 24, the first below the second");
        }
        hours.set((day - 1) * DAY + from, (day - 1) * DAY + until);
      }
    }
  }

  /**
   * Whether an hour belongs to the set.
   *
   * @param hourOfWeek 0 = Monday 00:00 to 01:00
   * @return true if it does
   */
  public boolean contains(int hourOfWeek) {
    return hours.get(hourOfWeek);
  }

  /** {@return the number of its hours} */
  public int size() {
    return hours.cardinality();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof HourSet set && hours.equals(set.hours);
  }

  @Override
  public int hashCode() {
    return hours.hashCode();
  }

  /** The text form; weekdays that follow each other with the same hours share a group. */
  @Override
  public String toString() {
    if (hours.cardinality() == HOURS) {
      return "*";
    }
    List<String> groups = new ArrayList<>();
    for (int day = 0; day < HOURS / DAY; day++) {
      String ranges = ranges(day);
      int last = day;
      while (last + 1 < HOURS / DAY && ranges(last + 1).equals(ranges)) {
        last++;
      }
      if (!ranges.isEmpty()) {
        groups.add((day + 1) + (last > day ? "-" + (last + 1) : "") + ":" + ranges);
      }
      day = last;
    }
    return groups.isEmpty() ? "-" : String.join("+", groups);
  }

  private String ranges(int day) {
    List<String> ranges = new ArrayList<>();
    int start = day * DAY;
    int from = hours.nextSetBit(start);
    while (from >= 0 && from < start + DAY) {
      int until = Math.min(hours.nextClearBit(from), start + DAY);
      ranges.add((from - start) + "-" + (until - start));
      from = hours.nextSetBit(until);
    }
    return String.join(",", ranges);
  }
}
