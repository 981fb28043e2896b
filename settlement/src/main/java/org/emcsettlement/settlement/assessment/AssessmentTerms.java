package org.emcsettlement.settlement.assessment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.emcsettlement.core.LibraryStyle;
import org.emcsettlement.core.csv.TextSource;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.json.InputDigest;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.settlement.contract.Contract;
import org.emcsettlement.settlement.contract.ContractFormat;
import org.immutables.value.Value;

/**
 * What is to be assessed, from {@code assessment.json}: the parts of a contract that are known
 * before it is signed, the history, the measures, and the forms to compare.
 */
@LibraryStyle
@Value.Immutable
public interface AssessmentTerms {

  /** The name of the file. */
  String FILE = "assessment.json";

  /** {@return the first day of service and the years of the term, which may still be negotiated} */
  PlannedTerm term();

  /** {@return the whole years of readings before the contract that everything rests on} */
  Period history();

  /** {@return whether purchased heat is billed by area, so that Beijing's rule leaves it out} */
  @Value.Default
  default boolean heatBilledByArea() {
    return false;
  }

  /** {@return the measures} */
  List<Measure> measures();

  /** {@return the forms to compare; none means all that have defaults} */
  List<CandidateForm> forms();

  /** {@return expected changes of prices; a commodity without one keeps its price} */
  List<Escalation> priceEscalation();

  /**
   * {@return the rates of the value added tax in utility bills, which a service provider that pays
   * them deducts from the tax it owes}
   */
  Map<Commodity, BigDecimal> inputTax();

  /** {@return the yearly rate that present values are discounted with} */
  @Value.Default
  default BigDecimal discountRate() {
    return new BigDecimal("0.05");
  }

  /** {@return what chooses the random numbers} */
  @Value.Default
  default int seed() {
    return 1;
  }

  /** {@return how many futures are drawn} */
  @Value.Default
  default int draws() {
    return 100;
  }

  /** {@return the parts of a contract, as its reader wants them, without preset and clauses} */
  ObjectNode frame();

  /** {@return the identity of the file} */
  InputDigest digest();

  /**
   * The change of a commodity's price.
   *
   * @param commodity the commodity
   * @return its yearly rate, zero if none is stated
   */
  default Range escalation(Commodity commodity) {
    return priceEscalation().stream()
        .filter(escalation -> escalation.commodity() == commodity)
        .findFirst()
        .map(Escalation::rate)
        .orElse(Range.ZERO);
  }

  /**
   * The measures on a commodity.
   *
   * @param commodity the commodity
   * @return them in the order of their ids
   */
  default List<Measure> measures(Commodity commodity) {
    return measures().stream()
        .filter(measure -> measure.commodity() == commodity)
        .sorted(Comparator.comparing(Measure::id))
        .toList();
  }

  /**
   * The contract so far, without clauses: what the history is read with.
   *
   * @param format the kinds of clauses and presets that forms may use
   * @param findings takes everything that is wrong with the parts of a contract
   * @return the contract, absent if something blocks
   */
  default Optional<Contract> contract(ContractFormat format, FindingCollector findings) {
    return new FrameContract(this, format).plain(findings);
  }

  /**
   * Reads the file.
   *
   * @param source the text
   * @param findings takes everything that is wrong, each with its pointer
   * @return the terms, absent if something blocks
   */
  static Optional<AssessmentTerms> read(TextSource source, FindingCollector findings) {
    return AssessmentReader.read(source, findings);
  }

  /** {@return a builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds an {@link AssessmentTerms}. */
  final class Builder extends ImmutableAssessmentTerms.Builder {
    Builder() {}
  }
}
