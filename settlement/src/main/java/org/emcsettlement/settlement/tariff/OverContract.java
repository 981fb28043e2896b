package org.emcsettlement.settlement.tariff;

import java.math.BigDecimal;
import java.util.Optional;
import org.emcsettlement.core.finding.RuleException;
import org.emcsettlement.core.json.JsonElement;
import org.emcsettlement.core.json.JsonObject;
import org.emcsettlement.settlement.trail.Calculator;
import org.emcsettlement.settlement.trail.Figure;
import org.emcsettlement.settlement.trail.Relation;

/**
 * What measured demand pays beyond a part of the contracted one (超合同需量): the kilowatts above it at
 * a multiple of the price, such as twice the price above 105 %. Local rules differ in what is
 * billed up to there; the source is that of the tariff's version.
 *
 * @param from the part of the contracted demand above which the multiple is paid, at least 1
 * @param multiple the whole price of a kilowatt above it, as a multiple of the price, at least 1
 * @param within what is billed up to there
 */
public record OverContract(BigDecimal from, BigDecimal multiple, Within within) {

  /** What is billed of demand up to the part of the contracted one that is tolerated. */
  public enum Within {
    /** The contracted demand; what exceeds it up to there is free. */
    CONTRACTED,
    /** What was measured. */
    MEASURED
  }

  /**
   * Terms of demand above the contract.
   *
   * @param from the part of the contracted demand above which the multiple is paid
   * @param multiple the whole price of a kilowatt above it, as a multiple of the price
   * @param within what is billed up to there
   * @throws IllegalArgumentException if the part or the multiple is less than 1
   */
  public OverContract {
    if (from.compareTo(BigDecimal.ONE) < 0 || multiple.compareTo(BigDecimal.ONE) < 0) {
      throw new RuleException(
          "overContract 的 from 与 multiple 至少为 1",
          "overContract needs from and multiple of at least 1");
    }
  }

  /** The measured demand as far as it is billed at the price itself [kW]. */
  Figure within(Calculator calculator, Figure measured, BigDecimal contracted) {
    return within == Within.MEASURED
        ? measured
        : calculator.min("demand-up-to-contract", measured, contracted(calculator, contracted));
  }

  /** The demand above the part that is tolerated [kW]. */
  Figure excess(Calculator calculator, Figure measured, BigDecimal contracted) {
    Figure limit =
        calculator.times(
            "tolerated-demand",
            "kW",
            contracted(calculator, contracted),
            calculator.parameter("tolerated-demand-part", from, ""));
    calculator.compare("demand-over-contract", measured, Relation.GREATER, limit);
    return calculator.tier("demand-over-contract", measured, limit, Optional.empty());
  }

  /** The price of a kilowatt above it, beside what is billed at the price itself. */
  Figure price(Calculator calculator, Figure price) {
    Figure whole = calculator.parameter("demand-multiple", multiple, "");
    Figure paid =
        within == Within.CONTRACTED
            ? whole
            : calculator.minus(
                "demand-multiple", whole, calculator.parameter("one", BigDecimal.ONE, ""));
    return calculator.times("over-contract-price", price.unit(), price, paid);
  }

  private static Figure contracted(Calculator calculator, BigDecimal contracted) {
    return calculator.parameter("contracted-demand", contracted, "kW");
  }

  static Optional<OverContract> read(JsonObject json) {
    Optional<BigDecimal> from = json.required("from").flatMap(JsonElement::positive);
    Optional<BigDecimal> multiple = json.required("multiple").flatMap(JsonElement::positive);
    Optional<Within> within = json.constant("within", Within.class);
    return json.build(
        () -> new OverContract(from.orElseThrow(), multiple.orElseThrow(), within.orElseThrow()));
  }
}
