package org.emcsettlement.settlement.contract;

import java.util.List;

/** The kinds of risk that a responsibility matrix may name. */
public final class RiskKinds {

  /** Weather. */
  public static final String WEATHER = "weather";

  /** Headcount and visitors. */
  public static final String OCCUPANCY = "occupancy";

  /** Operating hours. */
  public static final String OPERATING_HOURS = "operating-hours";

  /** Floor area. */
  public static final String FLOOR_AREA = "floor-area";

  /** Equipment added, removed or changed by the institution. */
  public static final String EQUIPMENT = "equipment";

  /** Energy and water prices. */
  public static final String ENERGY_PRICE = "energy-price";

  /** All kinds. */
  public static final List<String> ALL =
      List.of(
          WEATHER,
          OCCUPANCY,
          OPERATING_HOURS,
          FLOOR_AREA,
          EQUIPMENT,
          ENERGY_PRICE,
          "plug-load",
          "equipment-performance",
          "maintenance",
          "measurement-error",
          "data-loss",
          "law-change",
          "force-majeure",
          "leak",
          "other");

  private RiskKinds() {}

  /**
   * The risk behind a driver.
   *
   * @param driver the driver, e.g. HEADCOUNT or HDD(18)
   * @return the kind of risk
   */
  public static String of(String driver) {
    if (driver.startsWith("HDD") || driver.startsWith("CDD") || driver.equals("TEMPERATURE")) {
      return WEATHER;
    }
    return switch (driver) {
      case "HEADCOUNT", "VISITORS" -> OCCUPANCY;
      case "OPERATING_HOURS" -> OPERATING_HOURS;
      case Boundary.FLOOR_AREA -> FLOOR_AREA;
      default -> "other";
    };
  }
}
