package org.emcsettlement.core.period;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A half-open interval of local dates, {@code [start, end)}; empty if both are equal. Text form is
 * ISO 8601 {@code start/end}. A clause "until 10 March inclusive" ends on 11 March.
 *
 * @param start the first date
 * @param end the date after the last one
 */
public record Period(LocalDate start, LocalDate end) implements Comparable<Period> {

  /**
   * A period.
   *
   * @param start the first date
   * @param end the date after the last one
   * @throws IllegalArgumentException if the end lies before the start
   */
  public Period {
    if (end.isBefore(start)) {
      throw new IllegalArgumentException("period end " + end + " lies before its start " + start);
    }
  }

  /**
   * A period by its bounds.
   *
   * @param start the first date
   * @param end the date after the last one
   * @return the period
   * @throws IllegalArgumentException if the end lies before the start
   */
  public static Period of(LocalDate start, LocalDate end) {
    return new Period(start, end);
  }

  /**
   * A calendar month.
   *
   * @param date any date in it
   * @return the whole month
   */
  public static Period monthOf(LocalDate date) {
    LocalDate first = date.withDayOfMonth(1);
    return new Period(first, first.plusMonths(1));
  }

  /**
   * Reads {@code start/end}.
   *
   * @param text two ISO dates with a slash between
   * @return the period
   * @throws IllegalArgumentException if the text has another form or the end lies before the start
   */
  @JsonCreator
  public static Period parse(String text) {
    int slash = text.indexOf('/');
    try {
      if (slash > 0) {
        return new Period(
            LocalDate.parse(text.substring(0, slash)), LocalDate.parse(text.substring(slash + 1)));
      }
    } catch (DateTimeParseException notDates) {
      throw new IllegalArgumentException("period \"" + text + "\" is not start/end", notDates);
    }
    throw new IllegalArgumentException("period \"" + text + "\" is not start/end");
  }

  /** {@return the number of days} */
  public int days() {
    return Math.toIntExact(ChronoUnit.DAYS.between(start, end));
  }

  /** {@return whether it holds no day} */
  public boolean isEmpty() {
    return start.equals(end);
  }

  /**
   * Whether a date lies inside.
   *
   * @param date the date
   * @return true if {@code start <= date < end}
   */
  public boolean contains(LocalDate date) {
    return !date.isBefore(start) && date.isBefore(end);
  }

  /**
   * Whether another period lies wholly inside.
   *
   * @param other the other
   * @return true if no day of it lies outside
   */
  public boolean encloses(Period other) {
    return !other.start.isBefore(start) && !other.end.isAfter(end);
  }

  /**
   * The common days with another period.
   *
   * @param other the other
   * @return the overlap, absent if no day is common
   */
  public Optional<Period> overlap(Period other) {
    LocalDate from = start.isAfter(other.start) ? start : other.start;
    LocalDate to = end.isBefore(other.end) ? end : other.end;
    return from.isBefore(to) ? Optional.of(new Period(from, to)) : Optional.empty();
  }

  /**
   * The number of common days with another period.
   *
   * @param other the other
   * @return the days of the overlap [d]
   */
  public int daysIn(Period other) {
    return overlap(other).map(Period::days).orElse(0);
  }

  /**
   * Splits this period at dates.
   *
   * @param dates in any order; those not strictly inside are passed over
   * @return adjacent parts in order, together this period
   */
  public List<Period> splitAt(Collection<LocalDate> dates) {
    TreeSet<LocalDate> bounds = new TreeSet<>(dates);
    bounds.removeIf(date -> !date.isAfter(start) || !date.isBefore(end));
    bounds.add(end);
    Stream.Builder<Period> parts = Stream.builder();
    LocalDate from = start;
    for (LocalDate to : bounds) {
      parts.add(new Period(from, to));
      from = to;
    }
    return parts.build().toList();
  }

  /** {@return the calendar months that the period touches, cut to the period} */
  public List<Period> months() {
    Stream<LocalDate> firsts =
        Stream.iterate(
            start.withDayOfMonth(1).plusMonths(1), d -> d.isBefore(end), d -> d.plusMonths(1));
    return isEmpty() ? List.of() : splitAt(firsts.toList());
  }

  /** {@return every date in order} */
  public Stream<LocalDate> dates() {
    return start.datesUntil(end);
  }

  @Override
  public int compareTo(Period other) {
    int byStart = start.compareTo(other.start);
    return byStart != 0 ? byStart : end.compareTo(other.end);
  }

  @JsonValue
  @Override
  public String toString() {
    return start + "/" + end;
  }
}
