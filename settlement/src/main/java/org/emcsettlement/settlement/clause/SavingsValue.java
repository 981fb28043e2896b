package org.emcsettlement.settlement.clause;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.emcsettlement.core.LibraryStyle;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.core.json.JsonObject;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.settlement.contract.Clause;
import org.emcsettlement.settlement.contract.Contract;
import org.emcsettlement.settlement.contract.LineDraft;
import org.emcsettlement.settlement.contract.Outcome;
import org.emcsettlement.settlement.contract.SeriesScope;
import org.emcsettlement.settlement.contract.Stage;
import org.emcsettlement.settlement.contract.StatementInput;
import org.emcsettlement.settlement.pricing.PriceGroup;
import org.emcsettlement.settlement.statement.Account;
import org.emcsettlement.settlement.statement.FigureKey;
import org.emcsettlement.settlement.statement.Figures;
import org.emcsettlement.settlement.statement.LineKind;
import org.emcsettlement.settlement.statement.Series;
import org.emcsettlement.settlement.trail.Calculator;
import org.emcsettlement.settlement.trail.Figure;
import org.emcsettlement.settlement.trail.PostedAmount;
import org.immutables.value.Value;

/**
 * The avoided quantity times its price, commodity by commodity and price by price, each rounded
 * once.
 */
@LibraryStyle
@Value.Immutable
public interface SavingsValue extends Clause {

  /** The kind that contract files store. */
  String KIND = "savings-value";

  /** {@return the commodities whose savings count; none means all} */
  List<Commodity> commodities();

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
    return Set.of(Figures.AVOIDED, Figures.AVOIDED_TOTAL);
  }

  @Override
  default Set<FigureKey<?>> writes() {
    return Set.of(Figures.SAVINGS_VALUE, Figures.PRICE);
  }

  /** A priced quantity. */
  LineKind VALUE = LineKind.of("SAVINGS_VALUE", "节约量计价", "savings by price", Account.SAVINGS_SHARE);

  @Override
  default Findings check(Contract contract) {
    return Terms.needPrices(contract, this, commodities()).plus(Terms.valuedOnce(contract, this));
  }

  @Override
  default Findings missing(StatementInput input) {
    return Terms.priceGaps(input, commodities());
  }

  @Override
  default Outcome apply(StatementInput input) {
    Outcome.Builder outcome = Outcome.builder();
    for (Commodity commodity : Terms.selected(input.contract(), commodities())) {
      Calculator calculator = input.calculator().in(commodity.id());
      List<PriceGroup> groups = PriceGroup.applied(input, commodity);
      List<Figure> quantities =
          new GroupedQuantity(input, calculator, commodity).avoided(PriceGroup.segments(groups));
      for (int i = 0; i < groups.size(); i++) {
        PriceGroup group = groups.get(i);
        Figure exact =
            calculator.times(
                "savings-value", calculator.currencyCode(), quantities.get(i), group.price());
        PostedAmount value = calculator.post("savings-value", exact);
        outcome.put(Figures.SAVINGS_VALUE, commodity, group.first(), value);
        group.segments().forEach(s -> outcome.put(Figures.PRICE, commodity, s, group.price()));
        outcome.line(
            LineDraft.builder()
                .kind(VALUE)
                .commodity(commodity)
                .period(group.period())
                .quantity(quantities.get(i))
                .unitPrice(group.price())
                .exact(exact)
                .amount(value)
                .build());
      }
    }
    return outcome.build();
  }

  /**
   * Reads the clause.
   *
   * @param json its object
   * @return the clause, absent if something in it is wrong
   */
  static Optional<SavingsValue> read(JsonObject json) {
    Builder builder = builder();
    ClauseHead.read(json, builder::id, builder::series, builder::reference);
    builder.commodities(Terms.commodities(json));
    return json.build(builder::build);
  }

  /** {@return a builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link SavingsValue}. */
  final class Builder extends ImmutableSavingsValue.Builder {
    Builder() {}
  }
}
