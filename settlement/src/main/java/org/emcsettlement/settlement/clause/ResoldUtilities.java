package org.emcsettlement.settlement.clause;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
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
import org.emcsettlement.settlement.statement.Account;
import org.emcsettlement.settlement.statement.FigureKey;
import org.emcsettlement.settlement.statement.Figures;
import org.emcsettlement.settlement.statement.LineKind;
import org.emcsettlement.settlement.statement.Series;
import org.emcsettlement.settlement.trail.Calculator;
import org.emcsettlement.settlement.trail.PostedAmount;
import org.immutables.value.Value;

/**
 * Shows the utilities that the service provider resells inside its fee as supplies of their own, so
 * that each commodity is taxed in its category: what was metered at the price in force moves out of
 * the fee into a line per commodity, and together nothing changes.
 */
@LibraryStyle
@Value.Immutable
public interface ResoldUtilities extends Clause {

  /** The kind that contract files store. */
  String KIND = "resold-utilities";

  /** {@return the commodities resold, all of the contract if empty} */
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
    return Stage.LIMIT;
  }

  @Override
  default Set<FigureKey<?>> reads(Contract contract, Series series) {
    return Set.of(Figures.FEE);
  }

  @Override
  default Set<FigureKey<?>> writes() {
    return Set.of();
  }

  /** A commodity supplied. */
  LineKind SUPPLY =
      LineKind.of("UTILITY_SUPPLY", "转售能源", "utility resold", Account.SERVICE_REVENUE);

  /** What the supplies take out of the fee. */
  LineKind OUT_OF_FEE =
      LineKind.of("OUT_OF_FEE", "减：费用中的转售能源", "less utilities in the fee", Account.SERVICE_REVENUE);

  @Override
  default Findings check(Contract contract) {
    return Terms.needPrices(contract, this, commodities());
  }

  @Override
  default Findings missing(StatementInput input) {
    return Terms.priceGaps(input, commodities()).plus(UtilityCost.gaps(input));
  }

  @Override
  default Outcome apply(StatementInput input) {
    Calculator calculator = input.calculator();
    Outcome.Builder outcome = Outcome.builder();
    List<PostedAmount> supplies = new ArrayList<>();
    for (Commodity commodity : Terms.selected(input.contract(), commodities())) {
      PostedAmount supply = calculator.total("utility-supply", UtilityCost.of(input, commodity));
      supplies.add(supply);
      outcome.line(
          LineDraft.builder()
              .kind(SUPPLY)
              .use(LineDraft.Use.ENTITLEMENT)
              .commodity(commodity)
              .amount(supply)
              .build());
    }
    return outcome
        .line(
            LineDraft.builder()
                .item("out-of-fee")
                .kind(OUT_OF_FEE)
                .use(LineDraft.Use.ENTITLEMENT)
                .amount(
                    calculator.opposite(
                        "out-of-fee", calculator.total("utilities-resold", supplies)))
                .build())
        .build();
  }

  /**
   * Reads the clause.
   *
   * @param json its object
   * @return the clause, absent if something in it is wrong
   */
  static Optional<ResoldUtilities> read(JsonObject json) {
    Builder builder = builder();
    ClauseHead.read(json, builder::id, builder::series, builder::reference);
    builder.commodities(Terms.commodities(json));
    return json.build(builder::build);
  }

  /** {@return a builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link ResoldUtilities}. */
  final class Builder extends ImmutableResoldUtilities.Builder {
    Builder() {}
  }
}
