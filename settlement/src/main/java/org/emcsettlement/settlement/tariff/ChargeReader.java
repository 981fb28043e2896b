package org.emcsettlement.settlement.tariff;

import java.util.Optional;
import org.emcsettlement.core.json.JsonElement;
import org.emcsettlement.core.json.JsonObject;
import org.emcsettlement.settlement.statement.Bilingual;

/** Reads charges by their kind. */
final class ChargeReader {

  private ChargeReader() {}

  /** The kinds of charges, as files name them. */
  enum Kind {
    /** One price for every unit. */
    FLAT,
    /** A price for each time band. */
    TIME_OF_USE,
    /** Prices by tier. */
    TIERED,
    /** A multiple of the price for what exceeds a quota. */
    OVER_QUOTA,
    /** A price for each kilowatt. */
    DEMAND,
    /** A signed rate on other charges. */
    POWER_FACTOR,
    /** An amount per month or day. */
    FIXED,
    /** An amount per area and heating season. */
    AREA,
    /** The least a bill comes to. */
    MINIMUM,
    /** Tax on top. */
    VAT
  }

  /** Reads a charge of any kind. */
  static Optional<Charge> read(JsonObject json, TariffUnit unit) {
    Optional<Kind> kind = json.constant("kind", Kind.class);
    if (kind.isEmpty()) {
      json.keys().forEach(json::has);
    }
    return kind.flatMap(k -> read(k, json, unit));
  }

  private static Optional<? extends Charge> read(Kind kind, JsonObject json, TariffUnit unit) {
    return switch (kind) {
      case FLAT -> FlatCharge.read(json, unit);
      case TIME_OF_USE -> TimeOfUseCharge.read(json, unit);
      case TIERED -> TieredCharge.read(json, unit);
      case OVER_QUOTA -> OverQuotaCharge.read(json, unit);
      case DEMAND -> DemandCharge.read(json, unit);
      case POWER_FACTOR -> PowerFactorCharge.read(json, unit);
      case FIXED -> FixedCharge.read(json, unit);
      case AREA -> AreaCharge.read(json, unit);
      case MINIMUM -> MinimumCharge.read(json, unit);
      case VAT -> VatCharge.read(json, unit);
    };
  }

  /** The label of a charge: its name as written, else that of its kind. */
  static Bilingual label(JsonObject json, String zh, String en) {
    return json.optional("name")
        .flatMap(JsonElement::text)
        .map(name -> new Bilingual(name, name))
        .orElse(new Bilingual(zh, en));
  }
}
