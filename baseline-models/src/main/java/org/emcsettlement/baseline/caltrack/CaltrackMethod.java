package org.emcsettlement.baseline.caltrack;

import org.emcsettlement.core.csv.CsvRow;
import org.emcsettlement.core.csv.CsvTable;

/**
 * A CalTRACK method with its thresholds.
 *
 * @param name the stable name, {@code caltrack-daily} or {@code caltrack-billing}
 * @param weighted whether rows weigh as many days as they keep
 * @param cooling whether cooling candidates are tried; the text of the method leaves them out for
 *     fuels, the peer does so only when told
 * @param lowest the lowest balance point [°F]
 * @param highest the highest balance point [°F]
 * @param minimumNonZero rows that must have degree days
 * @param minimumTotal degree days that there must be over all days [°F·d]
 */
public record CaltrackMethod(
    String name,
    boolean weighted,
    boolean cooling,
    int lowest,
    int highest,
    int minimumNonZero,
    double minimumTotal) {

  /** {@return the method for daily data} */
  public static CaltrackMethod daily() {
    return of("caltrack-daily");
  }

  /** {@return the method for billing periods, monthly or bimonthly} */
  public static CaltrackMethod billing() {
    return of("caltrack-billing");
  }

  /**
   * A packaged method.
   *
   * @param name its stable name
   * @return the method
   * @throws IllegalArgumentException if there is none of that name
   */
  public static CaltrackMethod of(String name) {
    CsvRow row =
        CsvTable.resource(CaltrackMethod.class, "candidates.csv").rows().stream()
            .filter(candidate -> candidate.requiredText("method").orElseThrow().equals(name))
            .findFirst()
            .orElseThrow(
                () -> new IllegalArgumentException("method \"" + name + "\" is not CalTRACK's"));
    return new CaltrackMethod(
        name,
        Boolean.parseBoolean(row.requiredText("weighted").orElseThrow()),
        true,
        row.requiredDecimal("grid_from").orElseThrow().intValueExact(),
        row.requiredDecimal("grid_to").orElseThrow().intValueExact(),
        row.requiredDecimal("minimum_non_zero").orElseThrow().intValueExact(),
        row.requiredDecimal("minimum_total").orElseThrow().doubleValue());
  }

  /** {@return the same method without cooling candidates} */
  public CaltrackMethod withoutCooling() {
    return new CaltrackMethod(name, weighted, false, lowest, highest, minimumNonZero, minimumTotal);
  }
}
