package org.emcsettlement.settlement.tariff;

import java.util.Optional;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.finding.Place;
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
}
