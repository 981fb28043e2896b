package org.emcsettlement.baseline.judge;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.emcsettlement.core.LibraryStyle;
import org.immutables.value.Value;

/** A year's statistics of one commodity of a public institution, as they are reported and kept. */
@LibraryStyle
@Value.Immutable
public interface AnnualStatistics {

  /** {@return the calendar year} */
  int year();

  /** {@return the quantities of January to December, in one unit} */
  List<BigDecimal> months();

  /** {@return those of the year before; none if it is not known} */
  List<BigDecimal> monthsBefore();

  /** {@return the total that was reported, absent if only months are known} */
  Optional<BigDecimal> reportedTotal();

  /** {@return bills whose cost, unit price and quantity must agree} */
  List<PricedQuantity> bills();

  /** {@return yearly indicators in the units of the plausible ranges} */
  Map<Indicator, BigDecimal> indicators();

  /** {@return whether the institution is heated by its own electricity} */
  @Value.Default
  default boolean isHeatedByElectricity() {
    return false;
  }

  /** {@return electricity for heating, metered or estimated [kWh]; absent if not given} */
  Optional<BigDecimal> heatingElectricity();

  /**
   * A bill.
   *
   * @param cost the amount
   * @param unitPrice the price of one unit, greater than zero
   * @param quantity the quantity with as many decimals as it is known to
   */
  record PricedQuantity(BigDecimal cost, BigDecimal unitPrice, BigDecimal quantity) {}

  /** Yearly indicators. */
  enum Indicator {
    /** Energy per floor area [kgce/m²]. */
    ENERGY_PER_AREA,
    /** Electricity per floor area [kWh/m²]. */
    ELECTRICITY_PER_AREA,
    /** Energy per person [kgce/person]. */
    ENERGY_PER_PERSON,
    /** Water per bed and day [L/(bed·d)]. */
    WATER_PER_BED_DAY,
    /** Water per person [m³/person]. */
    WATER_PER_PERSON
  }

  /** Checks the number of months. */
  @Value.Check
  default void check() {
    if (months().size() != 12) {
      throw new IllegalArgumentException(
          "months has " + months().size() + " quantities, must have 12");
    }
    if (!monthsBefore().isEmpty() && monthsBefore().size() != 12) {
      throw new IllegalArgumentException(
          "monthsBefore has " + monthsBefore().size() + " quantities, must have 12 or none");
    }
  }

  /** {@return a builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds an {@link AnnualStatistics}. */
  final class Builder extends ImmutableAnnualStatistics.Builder {
    Builder() {}
  }
}
