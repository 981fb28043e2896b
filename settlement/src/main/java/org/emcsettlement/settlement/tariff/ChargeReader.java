package org.emcsettlement.settlement.tariff;

import java.util.Optional;
import java.util.function.BiFunction;
import org.emcsettlement.core.json.JsonElement;
import org.emcsettlement.core.json.JsonObject;
import org.emcsettlement.settlement.statement.Bilingual;

/** Reads charges by their kind. */
final class ChargeReader {

  private ChargeReader() {}

  /** The kinds of charges, as files name them. */
  enum Kind {
    /** One price for every unit. */
    FLAT(FlatCharge::read),
    /** A price for each time band. */
    TIME_OF_USE(TimeOfUseCharge::read),
    /** Prices by tier. */
    TIERED(TieredCharge::read),
    /** A multiple of the price for what exceeds a quota. */
    OVER_QUOTA(OverQuotaCharge::read),
    /** A price for each kilowatt. */
    DEMAND(DemandCharge::read),
    /** A signed rate on other charges. */
    POWER_FACTOR(PowerFactorCharge::read),
    /** An amount per month or day. */
    FIXED(FixedCharge::read),
    /** An amount per area and heating season. */
    AREA(AreaCharge::read),
    /** The least a bill comes to. */
    MINIMUM(MinimumCharge::read),
    /** Tax on top. */
    VAT(VatCharge::read);

    private final BiFunction<JsonObject, TariffUnit, ? extends Optional<? extends Charge>> reader;

    Kind(BiFunction<JsonObject, TariffUnit, ? extends Optional<? extends Charge>> reader) {
      this.reader = reader;
    }
  }

  /** Reads a charge of any kind. */
  static Optional<Charge> read(JsonObject json, TariffUnit unit) {
    Optional<Kind> kind = json.constant("kind", Kind.class);
    if (kind.isEmpty()) {
      json.keys().forEach(json::has);
    }
    return kind.flatMap(k -> k.reader.apply(json, unit));
  }

  /** The label of a charge: its name as written, else that of its kind. */
  static Bilingual label(JsonObject json, String zh, String en) {
    return json.optional("name")
        .flatMap(JsonElement::text)
        .map(name -> new Bilingual(name, name))
        .orElse(new Bilingual(zh, en));
  }
}
