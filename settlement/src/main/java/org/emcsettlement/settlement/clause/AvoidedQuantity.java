package org.emcsettlement.settlement.clause;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;
import java.util.Set;
import org.emcsettlement.core.LibraryStyle;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.core.json.JsonObject;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.settlement.contract.Clause;
import org.emcsettlement.settlement.contract.Contract;
import org.emcsettlement.settlement.contract.Outcome;
import org.emcsettlement.settlement.contract.SeriesScope;
import org.emcsettlement.settlement.contract.Stage;
import org.emcsettlement.settlement.contract.StatementInput;
import org.emcsettlement.settlement.savings.ActualUse;
import org.emcsettlement.settlement.statement.FigureKey;
import org.emcsettlement.settlement.statement.Figures;
import org.emcsettlement.settlement.statement.Series;
import org.immutables.value.Value;

/**
 * Actual use and avoided quantity: adjusted baseline less actual, positive means saved. Days that
 * do not count are left out of both; bills are never masked.
 */
@LibraryStyle
@Value.Immutable
public interface AvoidedQuantity extends Clause {

  /** The kind that contract files store. */
  String KIND = "avoided-quantity";

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
    return Stage.AVOIDED;
  }

  @Override
  default Set<FigureKey<?>> reads(Contract contract, Series series) {
    return Set.of(Figures.ADJUSTED_BASELINE);
  }

  @Override
  default Set<FigureKey<?>> writes() {
    return Set.of(
        Figures.COUNTED_BASELINE,
        Figures.ACTUAL,
        Figures.AVOIDED,
        Figures.ADJUSTED_TOTAL,
        Figures.COUNTED_TOTAL,
        Figures.ACTUAL_TOTAL,
        Figures.AVOIDED_TOTAL,
        Figures.HALF_WIDTH_REGRESSION,
        Figures.HALF_WIDTH_ASHRAE);
  }

  @Override
  default Findings missing(StatementInput input) {
    FindingCollector findings = new FindingCollector();
    for (Commodity commodity : input.commodities()) {
      findings.addAll(new ActualUse(input, commodity).missing());
    }
    return findings.findings();
  }

  @Override
  default Outcome apply(StatementInput input) {
    Outcome.Builder outcome = Outcome.builder();
    for (Commodity commodity : input.commodities()) {
      new ActualUse(input, commodity).compare(outcome);
    }
    return outcome.build();
  }

  /**
   * Reads the clause.
   *
   * @param json its object
   * @return the clause, absent if something in it is wrong
   */
  static Optional<AvoidedQuantity> read(JsonObject json) {
    Builder builder = builder();
    ClauseHead.read(json, builder::id, builder::series, builder::reference);
    return json.build(builder::build);
  }

  /** {@return a builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link AvoidedQuantity}. */
  final class Builder extends ImmutableAvoidedQuantity.Builder {
    Builder() {}
  }
}
