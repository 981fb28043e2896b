package org.emcsettlement.settlement.clause;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.emcsettlement.core.LibraryStyle;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.core.json.JsonObject;
import org.emcsettlement.settlement.contract.Clause;
import org.emcsettlement.settlement.contract.Contract;
import org.emcsettlement.settlement.contract.Outcome;
import org.emcsettlement.settlement.contract.SeriesScope;
import org.emcsettlement.settlement.contract.Stage;
import org.emcsettlement.settlement.contract.StatementInput;
import org.emcsettlement.settlement.statement.FigureKey;
import org.emcsettlement.settlement.statement.Figures;
import org.emcsettlement.settlement.statement.Series;
import org.immutables.value.Value;

/**
 * What baseline, adjusted baseline and actual use cost. The baseline is valued at reference prices
 * where the contract fixes them, the others at the price that values quantities.
 */
@LibraryStyle
@Value.Immutable
public interface Costs extends Clause {

  /** The kind that contract files store. */
  String KIND = "costs";

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
    return Set.of(Figures.ADJUSTED_BASELINE, Figures.ADJUSTED_TOTAL);
  }

  @Override
  default Set<FigureKey<?>> writes() {
    return Set.of(Figures.BASELINE_COST, Figures.ADJUSTED_COST, Figures.ACTUAL_COST, Figures.PRICE);
  }

  @Override
  default Findings check(Contract contract) {
    return Terms.needPrices(contract, this, List.of());
  }

  @Override
  default Findings missing(StatementInput input) {
    return Terms.priceGaps(input, List.of());
  }

  @Override
  default Outcome apply(StatementInput input) {
    return new CostByCommodity(input).outcome();
  }

  /**
   * Reads the clause.
   *
   * @param json its object
   * @return the clause, absent if something in it is wrong
   */
  static Optional<Costs> read(JsonObject json) {
    Builder builder = builder();
    ClauseHead.read(json, builder::id, builder::series, builder::reference);
    return json.build(builder::build);
  }

  /** {@return a builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link Costs}. */
  final class Builder extends ImmutableCosts.Builder {
    Builder() {}
  }
}
