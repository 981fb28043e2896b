package org.emcsettlement.settlement.report.page;

import org.emcsettlement.core.period.Period;

/** How units and dates are written on a page. */
public final class Notation {

  private Notation() {}

  /**
   * A unit as people write it.
   *
   * @param unit its symbol
   * @return the symbol with raised and lowered figures, and what is counted in Chinese
   */
  public static String unit(String unit) {
    return unit.replace("m3", "m³")
        .replace("m2", "m²")
        .replace("tCO2", "tCO₂")
        .replace("person", "人")
        .replace("bed-day", "床日");
  }

  /**
   * The days of a period.
   *
   * @param period the period
   * @return its first and last day, both included
   */
  public static String days(Period period) {
    return period.isEmpty()
        ? period.start().toString()
        : period.start() + " – " + period.end().minusDays(1);
  }
}
