package org.emcsettlement.baseline.model;

import static java.util.Objects.requireNonNull;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.emcsettlement.baseline.solve.SideGuard;
import org.emcsettlement.core.csv.CsvRow;
import org.emcsettlement.core.csv.CsvTable;
import org.emcsettlement.core.series.Resolution;

/**
 * A named set of guards: what the sides of a change-point fit must rest on.
 *
 * @param name the stable name
 * @param daily the guard for daily data
 * @param billing the guard for billing periods
 */
public record GuardSet(String name, SideGuard daily, SideGuard billing) {

  /** The guards used unless others are named. */
  public static final String DEFAULT = "emc-default";

  /** The table, read when first asked for. */
  private static final class Packaged {
    static final Map<String, GuardSet> SETS = read();
  }

  private static Map<String, GuardSet> read() {
    Map<String, Map<Resolution, SideGuard>> guards = new LinkedHashMap<>();
    for (CsvRow row : CsvTable.resource(GuardSet.class, "guards.csv").rows()) {
      guards
          .computeIfAbsent(
              row.requiredText("set").orElseThrow(), name -> new EnumMap<>(Resolution.class))
          .put(
              row.constant("resolution", Resolution.class).orElseThrow(),
              new SideGuard(
                  row.requiredDecimal("points").orElseThrow().intValueExact(),
                  row.requiredDecimal("degree_sum").orElseThrow().doubleValue(),
                  row.requiredDecimal("flat").orElseThrow().intValueExact()));
    }
    Map<String, GuardSet> sets = new LinkedHashMap<>();
    guards.forEach(
        (name, sides) ->
            sets.put(
                name,
                new GuardSet(
                    name,
                    requireNonNull(sides.get(Resolution.DAILY)),
                    requireNonNull(sides.get(Resolution.BILLING)))));
    return sets;
  }

  /**
   * A packaged set.
   *
   * @param name its stable name
   * @return the set
   * @throws IllegalArgumentException if there is none of that name
   */
  public static GuardSet of(String name) {
    GuardSet set = Packaged.SETS.get(name);
    if (set == null) {
      throw new IllegalArgumentException(
          "guard set \"" + name + "\" is unknown; known: " + Packaged.SETS.keySet());
    }
    return set;
  }
}
