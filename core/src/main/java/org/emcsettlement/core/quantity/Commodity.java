package org.emcsettlement.core.quantity;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.emcsettlement.core.finding.Named;

/**
 * What is metered and paid for, each with one canonical unit into which every reading is converted
 * exactly at the door.
 */
public enum Commodity implements Named {
  /** Electricity [kWh]. */
  ELECTRICITY("electricity", "电", "electricity", MeterUnit.KWH),
  /** Natural gas [m³]. */
  NATURAL_GAS("natural-gas", "天然气", "natural gas", MeterUnit.M3),
  /** Purchased heat [GJ]. */
  HEAT("heat", "热力", "heat", MeterUnit.GJ),
  /** Mains water and own wells [m³]. */
  WATER("water", "自来水", "water", MeterUnit.M3),
  /** Reclaimed water [m³]. */
  RECLAIMED_WATER("reclaimed-water", "再生水", "reclaimed water", MeterUnit.M3),
  /** Raw coal [kg]. */
  RAW_COAL("raw-coal", "原煤", "raw coal", MeterUnit.KG),
  /** Petrol [kg]. */
  PETROL("petrol", "汽油", "petrol", MeterUnit.KG),
  /** Diesel [kg]. */
  DIESEL("diesel", "柴油", "diesel", MeterUnit.KG),
  /** Liquefied petroleum gas [kg]. */
  LPG("lpg", "液化石油气", "LPG", MeterUnit.KG);

  private final String id;
  private final String zh;
  private final String en;
  private final MeterUnit unit;

  Commodity(String id, String zh, String en, MeterUnit unit) {
    this.id = id;
    this.zh = zh;
    this.en = en;
    this.unit = unit;
  }

  @JsonValue
  @Override
  public String id() {
    return id;
  }

  @Override
  public String zh() {
    return zh;
  }

  @Override
  public String en() {
    return en;
  }

  /** {@return the canonical unit} */
  public MeterUnit unit() {
    return unit;
  }

  /**
   * Looks a commodity up.
   *
   * @param id its stable id
   * @return the commodity
   * @throws IllegalArgumentException if there is none of that id
   */
  @JsonCreator
  public static Commodity of(String id) {
    return find(id)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "commodity \"" + id + "\" is unknown; known: " + ids()));
  }

  /**
   * Looks a commodity up.
   *
   * @param id its stable id
   * @return the commodity, absent if there is none of that id
   */
  public static Optional<Commodity> find(String id) {
    return Arrays.stream(values()).filter(commodity -> commodity.id.equals(id)).findFirst();
  }

  /** {@return the stable ids of all commodities} */
  public static List<String> ids() {
    return Arrays.stream(values()).map(Commodity::id).toList();
  }

  /**
   * The exact factor from a unit to the canonical one.
   *
   * @param from the unit of a meter or a price
   * @return canonical units per given unit; absent if the unit measures something else or the
   *     factor does not terminate as a decimal (GJ to kWh)
   */
  public Optional<BigDecimal> factorFrom(MeterUnit from) {
    // a tonne of water is billed as a cubic metre
    if (isWater() && from.dimension() == MeterUnit.Dimension.MASS) {
      return from.size().dividedBy(MeterUnit.TONNE.size()).toDecimal();
    }
    return from.dimension() == unit.dimension()
        ? from.size().dividedBy(unit.size()).toDecimal()
        : Optional.empty();
  }

  /**
   * {@return whether this is fresh or reclaimed water, which is never converted to standard coal}
   */
  public boolean isWater() {
    return this == WATER || this == RECLAIMED_WATER;
  }

  /** {@return the units that convert exactly} */
  public List<MeterUnit> acceptedUnits() {
    return Arrays.stream(MeterUnit.values()).filter(from -> factorFrom(from).isPresent()).toList();
  }
}
