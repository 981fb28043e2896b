package org.emcsettlement.settlement.indicator;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.emcsettlement.core.LibraryStyle;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.core.json.InputDigest;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.core.quantity.Factor;
import org.emcsettlement.core.quantity.FactorSet;
import org.emcsettlement.core.quantity.Rational;
import org.emcsettlement.settlement.contract.BoundaryPart;
import org.immutables.value.Value;

/** The indicators of one calendar year with everything they were computed from, exact. */
@LibraryStyle
@Value.Immutable
public interface IndicatorReport {

  /** {@return the id of the contract} */
  String contract();

  /** {@return the name of the project boundary} */
  String boundary();

  /** {@return the name of the institution} */
  String institution();

  /** {@return the calendar year} */
  int year();

  /** {@return the standard-coal set: the one basis of every energy figure} */
  FactorSet standardCoal();

  /** {@return the CO2 set} */
  FactorSet carbonDioxide();

  /** {@return what was used, by commodity} */
  List<Used> used();

  /** {@return special uses that are not part of the indicators} */
  List<CarvedOut> carvedOut();

  /** {@return electricity generated on site, absent if there is none} */
  Optional<SiteGeneration> generated();

  /** {@return certified green power [kWh], absent if there is none} */
  Optional<Rational> greenPower();

  /** {@return what indicators are divided by} */
  List<Divisor> divisors();

  /** {@return the indicators that could be computed, in order} */
  List<IndicatorValue> values();

  /** {@return comparisons with quotas} */
  List<QuotaComparison> quotas();

  /** {@return comparisons with targets of total and intensity} */
  List<TargetComparison> targets();

  /** {@return the identity of what was read} */
  List<InputDigest> inputs();

  /** {@return what was found} */
  Findings findings();

  /**
   * The value of an indicator.
   *
   * @param indicator the indicator
   * @return its value, absent if it could not be computed
   */
  default Optional<Rational> value(Indicator indicator) {
    return values().stream()
        .filter(value -> value.indicator() == indicator)
        .findFirst()
        .map(IndicatorValue::value);
  }

  /**
   * What was used of a commodity in the project boundary, special uses carved out.
   *
   * @param commodity the commodity
   * @param quantity the quantity, own generation included [canonical unit]
   * @param heating the part for heating
   * @param transport the part for own vehicles
   * @param standardCoal its factor, absent for water
   * @param energy the energy [kgce], absent for water
   * @param carbonFactor its CO2 factor, absent for water
   * @param carbon the CO2, own generation at zero [kgCO2], absent for water
   */
  record Used(
      Commodity commodity,
      Rational quantity,
      Rational heating,
      Rational transport,
      Optional<Factor> standardCoal,
      Optional<Rational> energy,
      Optional<Factor> carbonFactor,
      Optional<Rational> carbon) {}

  /**
   * A special use.
   *
   * @param part the part
   * @param inside whether the project boundary contains it, so that it had to be taken off
   * @param quantities what it used [canonical unit]
   */
  record CarvedOut(BoundaryPart part, boolean inside, Map<Commodity, Rational> quantities) {}

  /**
   * Electricity generated on site.
   *
   * @param generated what was generated [kWh]
   * @param exported what was fed into the grid [kWh]
   * @param used the difference, used on site [kWh]
   */
  record SiteGeneration(Rational generated, Rational exported, Rational used) {}

  /**
   * What indicators are divided by.
   *
   * @param kind what it is
   * @param value its value after special uses were taken off
   * @param takenOff what was taken off for special uses
   * @param formula the headcount formula, absent for areas
   */
  record Divisor(
      DivisorKind kind, Rational value, Rational takenOff, Optional<HeadcountFormula> formula) {}

  /** What indicators are divided by. */
  enum DivisorKind {
    /** Floor area [m²]. */
    FLOOR_AREA,
    /** Heated area [m²]. */
    HEATED_AREA,
    /** Headcount [persons]. */
    HEADCOUNT,
    /** Persons or bed-days for water. */
    WATER_HEADCOUNT
  }

  /**
   * An indicator.
   *
   * @param indicator which
   * @param numerator its numerator
   * @param denominator its denominator, 1 for totals
   * @param value the quotient [unit of the indicator]
   */
  record IndicatorValue(
      Indicator indicator, Rational numerator, Rational denominator, Rational value) {}

  /**
   * A comparison with a quota.
   *
   * @param quota the quota
   * @param value the value of the indicator
   * @param verdict what it says
   */
  record QuotaComparison(Quota quota, Rational value, QuotaLevel.Verdict verdict) {}

  /**
   * A comparison with a target.
   *
   * @param target the target
   * @param allowed what the year allows
   * @param value the value of the indicator
   * @param margin allowed less value; below zero if the target is missed
   */
  record TargetComparison(
      ReductionTarget target, Rational allowed, Rational value, Rational margin) {

    /** {@return whether the target is met} */
    public boolean isMet() {
      return margin.signum() >= 0;
    }
  }

  /** {@return a builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds an {@link IndicatorReport}. */
  final class Builder extends ImmutableIndicatorReport.Builder {
    Builder() {}
  }
}
