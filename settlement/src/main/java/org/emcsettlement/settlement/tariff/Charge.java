package org.emcsettlement.settlement.tariff;

import java.util.Optional;
import java.util.function.BiFunction;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.finding.Place;
import org.emcsettlement.core.json.JsonObject;
import org.emcsettlement.settlement.statement.Bilingual;
import org.emcsettlement.settlement.trail.Figure;

/**
 * One charge of a utility tariff. The set is closed; every kind adds its lines to a bill and says
 * at which step (settlement-methods, 5.6).
 */
public sealed interface Charge
    permits FlatCharge,
        TimeOfUseCharge,
        TieredCharge,
        OverQuotaCharge,
        DemandCharge,
        PowerFactorCharge,
        FixedCharge,
        AreaCharge,
        MinimumCharge,
        VatCharge {

  /** The steps of a bill in their order. */
  enum Step {
    /** Quantities at their prices, by time band where there are bands. */
    ENERGY,
    /** Tiers and over-quota bands. */
    TIERS,
    /** Demand. */
    DEMAND,
    /** Power factor. */
    POWER_FACTOR,
    /** What is paid without any use. */
    FIXED,
    /** The least a bill comes to. */
    MINIMUM,
    /** The utility's tax. */
    TAX
  }

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

  /** {@return the id, unique in its version} */
  String id();

  /** {@return what bills call it} */
  Bilingual label();

  /** {@return when it is evaluated} */
  Step step();

  /**
   * Adds its lines to a bill.
   *
   * @param bill the bill so far
   */
  void bill(Bill bill);

  /**
   * What the last unit of a bill paid by this charge.
   *
   * @param bill the bill's usage
   * @param band the time band of the unit, empty if the tariff has none
   * @return the price, absent if the charge does not depend on the quantity
   */
  default Optional<Figure> lastUnit(Bill bill, String band) {
    return Optional.empty();
  }

  /**
   * Reports what is wrong with it in its version.
   *
   * @param version the version it stands in
   * @param place where the version stands
   * @param findings takes what is wrong
   */
  default void check(TariffVersion version, Place place, FindingCollector findings) {}

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
        .flatMap(element -> element.text())
        .map(name -> new Bilingual(name, name))
        .orElse(new Bilingual(zh, en));
  }
}
