package org.emcsettlement.settlement.contract;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.settlement.statement.FigureKey;

/**
 * The figures of one statement by key, commodity and segment start. A figure written again replaces
 * the one before, as adjustments do. Not thread-safe; the engine owns it.
 */
public final class FigureBook {

  /**
   * Where a figure stands.
   *
   * @param commodity the commodity, absent for the whole statement
   * @param segment the start of the segment, absent for the whole period
   */
  record Slot(Optional<Commodity> commodity, Optional<LocalDate> segment) {}

  private final Map<FigureKey<?>, Map<Slot, Object>> figures = new LinkedHashMap<>();

  /** An empty book. */
  public FigureBook() {}

  <T> void put(FigureKey<T> key, Slot slot, Object figure) {
    figures
        .computeIfAbsent(key, unused -> new LinkedHashMap<>())
        .put(slot, key.type().cast(figure));
  }

  <T> Optional<T> get(FigureKey<T> key, Slot slot) {
    Map<Slot, Object> slots = figures.get(key);
    return slots == null
        ? Optional.empty()
        : Optional.ofNullable(slots.get(slot)).map(key.type()::cast);
  }

  /**
   * All figures under a key, in the order they were written.
   *
   * @param <T> the kind of figure
   * @param key the key
   * @return the figures
   */
  public <T> List<T> all(FigureKey<T> key) {
    List<T> all = new ArrayList<>();
    figures
        .getOrDefault(key, Map.of())
        .values()
        .forEach(figure -> all.add(key.type().cast(figure)));
    return all;
  }

  /**
   * A figure of a commodity over the whole period.
   *
   * @param <T> the kind of figure
   * @param key its key
   * @param commodity the commodity
   * @return the figure, absent if nobody wrote it
   */
  public <T> Optional<T> get(FigureKey<T> key, Commodity commodity) {
    return get(key, new Slot(Optional.of(commodity), Optional.empty()));
  }

  /**
   * A figure of a commodity in a segment.
   *
   * @param <T> the kind of figure
   * @param key its key
   * @param commodity the commodity
   * @param segment the segment
   * @return the figure, absent if nobody wrote it
   */
  public <T> Optional<T> get(FigureKey<T> key, Commodity commodity, Segment segment) {
    return get(key, new Slot(Optional.of(commodity), Optional.of(segment.period().start())));
  }

  /**
   * Adds what a clause wrote.
   *
   * @param clause the clause
   * @param outcome its outcome
   * @throws IllegalStateException if the clause did not declare a figure that it wrote
   */
  public void add(Clause clause, Outcome outcome) {
    outcome.writeInto(this, clause);
  }
}
