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
import org.emcsettlement.settlement.savings.BaselineBySegment;
import org.emcsettlement.settlement.statement.FigureKey;
import org.emcsettlement.settlement.statement.Figures;
import org.emcsettlement.settlement.statement.Series;
import org.immutables.value.Value;

/**
 * The baseline of every commodity, segment by segment: an agreed table, a policy over years, a
 * quantity with driver ratios, or a frozen model under the conditions of the reporting period.
 */
@LibraryStyle
@Value.Immutable
public interface BaselineQuantity extends Clause {

  /** The kind that contract files store. */
  String KIND = "baseline";

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
    return Stage.BASELINE;
  }

  @Override
  default Set<FigureKey<?>> reads(Contract contract, Series series) {
    return Set.of();
  }

  @Override
  default Set<FigureKey<?>> writes() {
    return Set.of(
        Figures.BASELINE_YEAR,
        Figures.BASELINE,
        Figures.MODEL_BASELINE,
        Figures.MODEL_LEFT_OUT,
        Figures.ADJUSTED_BASELINE);
  }

  @Override
  default Findings missing(StatementInput input) {
    FindingCollector findings = new FindingCollector();
    for (Commodity commodity : input.commodities()) {
      findings.addAll(BaselineBySegment.of(input, commodity).missing());
    }
    return findings.findings();
  }

  @Override
  default Outcome apply(StatementInput input) {
    Outcome.Builder outcome = Outcome.builder();
    for (Commodity commodity : input.commodities()) {
      BaselineBySegment.of(input, commodity).compute(outcome);
    }
    return outcome.build();
  }

  /**
   * Reads the clause.
   *
   * @param json its object
   * @return the clause, absent if something in it is wrong
   */
  static Optional<BaselineQuantity> read(JsonObject json) {
    Builder builder = builder();
    ClauseHead.read(json, builder::id, builder::series, builder::reference);
    return json.build(builder::build);
  }

  /** {@return a builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link BaselineQuantity}. */
  final class Builder extends ImmutableBaselineQuantity.Builder {
    Builder() {}
  }
}
