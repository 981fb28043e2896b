package org.emcsettlement.settlement.clause;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;
import java.util.Set;
import org.emcsettlement.core.LibraryStyle;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.core.json.JsonElement;
import org.emcsettlement.core.json.JsonObject;
import org.emcsettlement.core.quantity.FactorSet;
import org.emcsettlement.settlement.contract.Clause;
import org.emcsettlement.settlement.contract.Contract;
import org.emcsettlement.settlement.contract.Outcome;
import org.emcsettlement.settlement.contract.SeriesScope;
import org.emcsettlement.settlement.contract.Stage;
import org.emcsettlement.settlement.contract.StatementInput;
import org.emcsettlement.settlement.statement.Account;
import org.emcsettlement.settlement.statement.FigureKey;
import org.emcsettlement.settlement.statement.Figures;
import org.emcsettlement.settlement.statement.LineKind;
import org.emcsettlement.settlement.statement.Series;
import org.immutables.value.Value;

/**
 * Shows the avoided quantities as standard coal on one named basis and as CO2. Water is not
 * converted; a factor that could not be checked is a finding.
 */
@LibraryStyle
@Value.Immutable
public interface EnergyEquivalents extends Clause {

  /** The kind that contract files store. */
  String KIND = "energy-equivalents";

  /** {@return the standard-coal set} */
  Optional<String> standardCoal();

  /** {@return the CO2 set} */
  Optional<String> carbonDioxide();

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
    return Stage.VERIFICATION;
  }

  @Override
  default Set<FigureKey<?>> reads(Contract contract, Series series) {
    return Set.of(Figures.AVOIDED_TOTAL);
  }

  @Override
  default Set<FigureKey<?>> writes() {
    return Set.of();
  }

  /** Standard coal saved. */
  LineKind STANDARD_COAL =
      LineKind.of("STANDARD_COAL", "节约标准煤", "standard coal saved", Account.RECEIVABLE);

  /** Carbon dioxide avoided. */
  LineKind CARBON_DIOXIDE =
      LineKind.of("CARBON_DIOXIDE", "减少二氧化碳排放", "CO2 avoided", Account.RECEIVABLE);

  @Override
  default Findings check(Contract contract) {
    return Equivalents.check(contract, standardCoal())
        .plus(Equivalents.check(contract, carbonDioxide()));
  }

  @Override
  default Outcome apply(StatementInput input) {
    Outcome.Builder outcome = Outcome.builder();
    standardCoal()
        .ifPresent(
            set ->
                new Equivalents(input, FactorSet.of(set))
                    .line(outcome, "standard-coal", STANDARD_COAL, "tce"));
    carbonDioxide()
        .ifPresent(
            set ->
                new Equivalents(input, FactorSet.of(set))
                    .line(outcome, "carbon-dioxide", CARBON_DIOXIDE, "tCO2"));
    return outcome.build();
  }

  /**
   * Reads the clause.
   *
   * @param json its object
   * @return the clause, absent if something in it is wrong
   */
  static Optional<EnergyEquivalents> read(JsonObject json) {
    Builder builder = builder();
    ClauseHead.read(json, builder::id, builder::series, builder::reference);
    builder.standardCoal(json.optional("standardCoal").flatMap(JsonElement::text));
    builder.carbonDioxide(json.optional("carbonDioxide").flatMap(JsonElement::text));
    return json.build(builder::build);
  }

  /** {@return a builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link EnergyEquivalents}. */
  final class Builder extends ImmutableEnergyEquivalents.Builder {
    Builder() {}
  }
}
