package org.emcsettlement.core.period;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A term that changes over time: each value holds from its date until the next one, the last for
 * ever. Before the first date there is no value. Immutable if its values are.
 *
 * @param <T> the kind of value
 */
public final class Schedule<T> {

  private final NavigableMap<LocalDate, T> steps;

  private Schedule(NavigableMap<LocalDate, T> steps) {
    this.steps = steps;
  }

  /**
   * A schedule of dated values.
   *
   * @param <T> the kind of value
   * @param steps value by the first date it holds
   * @return the schedule
   */
  public static <T> Schedule<T> of(Map<LocalDate, ? extends T> steps) {
    return new Schedule<>(new TreeMap<>(steps));
  }

  /**
   * A schedule from rows.
   *
   * @param <R> the kind of row
   * @param <T> the kind of value
   * @param rows the rows in any order
   * @param from the first date of a row
   * @param value the value of a row
   * @return the schedule
   * @throws IllegalArgumentException if two rows have one date
   */
  public static <R, T> Schedule<T> of(
      Collection<R> rows, Function<R, LocalDate> from, Function<R, T> value) {
    NavigableMap<LocalDate, T> steps = new TreeMap<>();
    for (R row : rows) {
      if (steps.put(from.apply(row), value.apply(row)) != null) {
        throw new IllegalArgumentException("two values hold from " + from.apply(row));
      }
    }
    return new Schedule<>(steps);
  }

  /**
   * A value without change.
   *
   * @param <T> the kind of value
   * @param value holds on every date
   * @return the schedule
   */
  public static <T> Schedule<T> constant(T value) {
    return of(Map.of(LocalDate.MIN, value));
  }

  /**
   * The value on a date.
   *
   * @param date the date
   * @return the value in force, absent before the first step
   */
  public Optional<T> at(LocalDate date) {
    return Optional.ofNullable(steps.floorEntry(date)).map(Map.Entry::getValue);
  }

  /**
   * The dates strictly inside a period on which the value steps.
   *
   * @param period the period
   * @return the dates in order
   */
  public Collection<LocalDate> changesIn(Period period) {
    return period.isEmpty()
        ? List.of()
        : steps.subMap(period.start(), false, period.end(), false).keySet();
  }

  /**
   * The parts of a period by value.
   *
   * @param period the period
   * @return the adjacent parts in order with their values; days before the first step are left out
   */
  public Map<Period, T> over(Period period) {
    Map<Period, T> parts = new LinkedHashMap<>();
    for (Period part : period.splitAt(changesIn(period))) {
      at(part.start()).ifPresent(value -> parts.put(part, value));
    }
    return parts;
  }

  /** {@return the values by their first date, in date order} */
  public NavigableMap<LocalDate, T> steps() {
    return new TreeMap<>(steps);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Schedule<?> that && steps.equals(that.steps);
  }

  @Override
  public int hashCode() {
    return steps.hashCode();
  }

  @Override
  public String toString() {
    return steps.toString();
  }
}
