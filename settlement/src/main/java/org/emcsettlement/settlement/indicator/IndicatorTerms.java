package org.emcsettlement.settlement.indicator;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.emcsettlement.core.LibraryStyle;
import org.emcsettlement.core.csv.TextSource;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.json.InputDigest;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.settlement.contract.BoundaryPart;
import org.immutables.value.Value;

/**
 * The standing of an institution for its indicators, from {@code indicators.json}: which factors,
 * quotas and headcount formulas apply, what is carved out, and what no meter of the contract
 * counts.
 */
@LibraryStyle
@Value.Immutable
public interface IndicatorTerms {

  /** The name of the file. */
  String FILE = "indicators.json";

  /** {@return the standard-coal set} */
  String standardCoal();

  /** {@return the CO2 set, which names the year of its electricity factor} */
  String carbonDioxide();

  /** {@return the headcount formula} */
  @Value.Default
  default String headcount() {
    return "recorded";
  }

  /** {@return the formula of persons or bed-days for water; absent if it is the same} */
  Optional<String> waterHeadcount();

  /** {@return the floor area, special uses included; absent if that of the contract holds [m²]} */
  Optional<BigDecimal> floorArea();

  /** {@return the heated area, absent if all floor area counted is heated [m²]} */
  Optional<BigDecimal> heatedArea();

  /** {@return whether the institution is heated by its own electricity} */
  @Value.Default
  default boolean heatedByElectricity() {
    return false;
  }

  /** {@return the meters of energy for heating other than purchased heat, which all is} */
  List<String> heating();

  /** {@return the meters of energy for the institution's own vehicles} */
  List<String> transport();

  /** {@return special uses inside the project boundary, carved out with their area and persons} */
  List<BoundaryPart> carvedOut();

  /** {@return the meters of electricity generated on site} */
  List<String> generation();

  /** {@return the meters of electricity fed into the grid} */
  List<String> export();

  /** {@return the meters of information technology in data centres} */
  List<String> itLoad();

  /** {@return the stable names of the quota categories} */
  List<String> quotas();

  /** {@return the targets of total and intensity} */
  List<ReductionTarget> targets();

  /** {@return counts of years} */
  List<Count> counts();

  /** {@return quantities of years that were reported without a meter of the contract} */
  List<Reported> quantities();

  /** {@return certified green power of years} */
  List<GreenPower> greenPower();

  /** {@return the identity of the file} */
  InputDigest digest();

  /**
   * A count of a year.
   *
   * @param year the year
   * @param name the count's name, as in the formulas
   * @param value its value
   * @param source where it is documented
   */
  record Count(int year, String name, BigDecimal value, String source) {}

  /** What a reported quantity is. */
  enum Use {
    /** All that was used of the commodity. */
    TOTAL,
    /** The part for heating. */
    HEATING,
    /** The part for the institution's own vehicles. */
    TRANSPORT
  }

  /**
   * A reported quantity of a year.
   *
   * @param year the year
   * @param commodity the commodity
   * @param use what it is
   * @param quantity the quantity [canonical unit]
   * @param source where it is documented
   */
  record Reported(int year, Commodity commodity, Use use, BigDecimal quantity, String source) {}

  /**
   * Certified green power.
   *
   * @param year the year
   * @param quantity the quantity [kWh]
   * @param source its certificates
   */
  record GreenPower(int year, BigDecimal quantity, String source) {}

  /**
   * Reads the file.
   *
   * @param source the text
   * @param findings takes everything that is wrong, each with its pointer
   * @return the terms, absent if something blocks
   */
  static Optional<IndicatorTerms> read(TextSource source, FindingCollector findings) {
    return IndicatorTermsReader.read(source, findings);
  }

  /** {@return a builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds an {@link IndicatorTerms}. */
  final class Builder extends ImmutableIndicatorTerms.Builder {
    Builder() {}
  }
}
