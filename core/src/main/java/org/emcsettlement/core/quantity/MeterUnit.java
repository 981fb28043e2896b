package org.emcsettlement.core.quantity;

import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A unit that meters count in, with its exact size in the base unit of its dimension. */
public enum MeterUnit {
  /** Watt hour, 3,600 J. */
  WH("Wh", Dimension.ENERGY, "3600"),
  /** Kilowatt hour (千瓦时, 度). */
  KWH("kWh", Dimension.ENERGY, "3600000"),
  /** Megawatt hour (兆瓦时). */
  MWH("MWh", Dimension.ENERGY, "3600000000"),
  /** Ten thousand kilowatt hours (万千瓦时), as in Chinese statistics. */
  TEN_MWH("10MWh", Dimension.ENERGY, "36000000000"),
  /** Megajoule (兆焦). */
  MJ("MJ", Dimension.ENERGY, "1000000"),
  /** Gigajoule (吉焦). */
  GJ("GJ", Dimension.ENERGY, "1000000000"),
  /** Gigacalorie (百万大卡), 4.1868 GJ (international steam table calorie, ISO 31-4). */
  GCAL("Gcal", Dimension.ENERGY, "4186800000"),
  /** Litre (升). */
  LITRE("L", Dimension.VOLUME, "0.001"),
  /** Cubic metre (立方米); for gas at the meter's reference conditions. */
  M3("m3", Dimension.VOLUME, "1"),
  /** Ten thousand cubic metres (万立方米). */
  TEN_THOUSAND_M3("10000m3", Dimension.VOLUME, "10000"),
  /** Kilogram (千克). */
  KG("kg", Dimension.MASS, "1"),
  /** Tonne (吨). */
  TONNE("t", Dimension.MASS, "1000");

  enum Dimension {
    ENERGY,
    VOLUME,
    MASS
  }

  private final String symbol;
  private final Dimension dimension;
  private final BigDecimal size;

  MeterUnit(String symbol, Dimension dimension, String size) {
    this.symbol = symbol;
    this.dimension = dimension;
    this.size = new BigDecimal(size);
  }

  /** {@return the symbol as files and statements write it} */
  @JsonValue
  public String symbol() {
    return symbol;
  }

  /**
   * Looks a unit up by its symbol, in any case; {@code m³} is {@code m3}.
   *
   * @param symbol the symbol
   * @return the unit, absent if unknown
   */
  public static Optional<MeterUnit> of(String symbol) {
    String plain = symbol.strip().replace('³', '3').toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(unit -> unit.symbol.toLowerCase(Locale.ROOT).equals(plain))
        .findFirst();
  }

  Dimension dimension() {
    return dimension;
  }

  Rational size() {
    return Rational.of(size);
  }

  @Override
  public String toString() {
    return symbol;
  }
}
