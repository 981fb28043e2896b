package org.emcsettlement.baseline.model;

import java.util.List;
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
    static final List<CsvRow> ROWS = CsvTable.resource(GuardSet.class, "guards.csv").rows();
  }

  /**
   * A packaged set.
   *
   * @param name its stable name
   * @return the set
   * @throws IllegalArgumentException if there is none of that name
   */
  public static GuardSet of(String name) {
    return new GuardSet(name, guard(name, Resolution.DAILY), guard(name, Resolution.BILLING));
  }

  private static SideGuard guard(String name, Resolution resolution) {
    for (CsvRow row : Packaged.ROWS) {
      if (row.requiredText("set").orElseThrow().equals(name)
          && row.constant("resolution", Resolution.class).orElseThrow() == resolution) {
        return new SideGuard(
            row.requiredDecimal("points").orElseThrow().intValueExact(),
            row.requiredDecimal("degree_sum").orElseThrow().doubleValue(),
            row.requiredDecimal("flat").orElseThrow().intValueExact());
      }
    }
    throw new IllegalArgumentException("guard set \"" + name + "\" is unknown");
  }
}
