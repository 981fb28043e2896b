package org.emcsettlement.settlement.clause;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;
import java.util.Set;
import org.emcsettlement.core.LibraryStyle;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.core.json.JsonObject;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.settlement.contract.Clause;
import org.emcsettlement.settlement.contract.Contract;
import org.emcsettlement.settlement.contract.Outcome;
import org.emcsettlement.settlement.contract.SeriesScope;
import org.emcsettlement.settlement.contract.Stage;
import org.emcsettlement.settlement.contract.StatementInput;
import org.emcsettlement.settlement.pricing.BaselineUsage;
import org.emcsettlement.settlement.statement.Account;
import org.emcsettlement.settlement.statement.FigureKey;
import org.emcsettlement.settlement.statement.Figures;
import org.emcsettlement.settlement.statement.LineKind;
import org.emcsettlement.settlement.statement.Series;
import org.immutables.value.Value;

/**
 * The value of savings under a utility tariff (settlement-methods, 5.6): the bill of the adjusted
 * baseline less the bill of the actual use, or the avoided quantity at a price that such a bill
 * yields. Both bills stand on the statement line by line.
 */
@LibraryStyle
@Value.Immutable
public interface BillSavings extends Clause {

  /** The kind that contract files store. */
  String KIND = "bill-savings";

  /** {@return the commodity that is billed} */
  Commodity commodity();

  /** {@return the id of its tariff in {@code tariffs/}} */
  String tariff();

  /** {@return how the savings are valued} */
  @Value.Default
  default Method method() {
    return Method.BILL_DIFFERENCE;
  }

  /** {@return whose last unit a MARGINAL_PRICE is} */
  @Value.Default
  default LastUnit lastUnitOf() {
    return LastUnit.ACTUAL;
  }

  /** {@return what is agreed of the baseline beside its quantity} */
  @Value.Default
  default BaselineUsage baselineUsage() {
    return BaselineUsage.none();
  }

  @Value.Default
  @Override
  default SeriesScope series() {
    return SeriesScope.EVERY;
  }

  @JsonProperty
  @Override
  default String kind() {
    return KIND;
  }

  @Override
  default Stage stage() {
    return Stage.PRICING;
  }

  @Override
  default Set<FigureKey<?>> reads(Contract contract, Series series) {
    return Set.of(
        Figures.COUNTED_BASELINE,
        Figures.COUNTED_TOTAL,
        Figures.ACTUAL,
        Figures.ACTUAL_TOTAL,
        Figures.AVOIDED,
        Figures.AVOIDED_TOTAL);
  }

  @Override
  default Set<FigureKey<?>> writes() {
    return Set.of(Figures.SAVINGS_VALUE, Figures.ADJUSTED_COST, Figures.ACTUAL_COST);
  }

  /** How savings are valued. */
  enum Method {
    /** Bill of the adjusted baseline less bill of the actual use. */
    BILL_DIFFERENCE,
    /** The avoided quantity of every time band at its price. */
    UNIT_PRICE,
    /** The avoided quantity at the average price of the actual bill. */
    AVERAGE_PRICE,
    /** The avoided quantity at the average price of the baseline's bill. */
    BASELINE_AVERAGE_PRICE,
    /** The avoided quantity of every time band at the price of the last unit. */
    MARGINAL_PRICE
  }

  /** Whose last unit a marginal price is. */
  enum LastUnit {
    /** The last unit that was used. */
    ACTUAL,
    /** The last unit that would have been used. */
    BASELINE
  }

  /** The value of avoided quantities. */
  LineKind VALUE = LineKind.of("SAVINGS_VALUE", "节约量计价", "savings by bill", Account.SAVINGS_SHARE);

  @Override
  default Findings check(Contract contract) {
    return Terms.knowCommodity(contract, commodity()).plus(Terms.valuedOnce(contract, this));
  }

  @Override
  default Findings missing(StatementInput input) {
    return new BillComparison(input, this).missing();
  }

  @Override
  default Outcome apply(StatementInput input) {
    return new BillComparison(input, this).outcome();
  }

  /**
   * Reads the clause.
   *
   * @param json its object
   * @return the clause, absent if something in it is wrong
   */
  static Optional<BillSavings> read(JsonObject json) {
    Builder builder = builder();
    ClauseHead.read(json, builder::id, builder::series, builder::reference);
    json.required("commodity").flatMap(Terms::commodity).ifPresent(builder::commodity);
    json.text("tariff").ifPresent(builder::tariff);
    json.optional("method")
        .flatMap(element -> element.constant(Method.class))
        .ifPresent(builder::method);
    json.optional("lastUnitOf")
        .flatMap(element -> element.constant(LastUnit.class))
        .ifPresent(builder::lastUnitOf);
    json.optional("baselineUsage")
        .flatMap(element -> element.object(BaselineUsage::read))
        .ifPresent(builder::baselineUsage);
    return json.build(builder::build);
  }

  /** {@return a builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link BillSavings}. */
  final class Builder extends ImmutableBillSavings.Builder {
    Builder() {}
  }
}
