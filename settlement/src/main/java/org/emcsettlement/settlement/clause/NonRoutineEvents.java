package org.emcsettlement.settlement.clause;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;
import java.util.Set;
import org.emcsettlement.core.LibraryStyle;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.core.json.JsonObject;
import org.emcsettlement.settlement.contract.Clause;
import org.emcsettlement.settlement.contract.Contract;
import org.emcsettlement.settlement.contract.Outcome;
import org.emcsettlement.settlement.contract.SeriesScope;
import org.emcsettlement.settlement.contract.Stage;
import org.emcsettlement.settlement.contract.StatementInput;
import org.emcsettlement.settlement.evidence.Event;
import org.emcsettlement.settlement.statement.FigureKey;
import org.emcsettlement.settlement.statement.Figures;
import org.emcsettlement.settlement.statement.Series;
import org.immutables.value.Value;

/**
 * Adds recorded events to the adjusted baseline, spread over their days, to the part that the
 * institution bears. Adjustments add up, so their order does not matter. Their standard
 * uncertainties are independent of each other, and widen the interval of the savings.
 */
@LibraryStyle
@Value.Immutable
public interface NonRoutineEvents extends Clause {

  /** The kind that contract files store. */
  String KIND = "events";

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
    return Stage.NON_ROUTINE;
  }

  @Override
  default Set<FigureKey<?>> reads(Contract contract, Series series) {
    return Set.of(Figures.ADJUSTED_BASELINE);
  }

  @Override
  default Set<FigureKey<?>> writes() {
    return Set.of(Figures.ADJUSTED_BASELINE, Figures.ADJUSTMENT_VARIANCE);
  }

  @Override
  default Findings missing(StatementInput input) {
    FindingCollector findings = new FindingCollector();
    for (Event event : NonRoutineQuantity.in(input)) {
      findings.addAll(Admission.check(input.contract(), event.id(), event.risk()));
    }
    return findings.findings();
  }

  @Override
  default Outcome apply(StatementInput input) {
    return new NonRoutineQuantity(input).outcome();
  }

  /**
   * Reads the clause.
   *
   * @param json its object
   * @return the clause, absent if something in it is wrong
   */
  static Optional<NonRoutineEvents> read(JsonObject json) {
    Builder builder = builder();
    ClauseHead.read(json, builder::id, builder::series, builder::reference);
    return json.build(builder::build);
  }

  /** {@return a builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link NonRoutineEvents}. */
  final class Builder extends ImmutableNonRoutineEvents.Builder {
    Builder() {}
  }
}
