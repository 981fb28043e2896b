package org.emcsettlement.settlement.clause;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;
import java.util.Set;
import org.emcsettlement.core.LibraryStyle;
import org.emcsettlement.core.json.JsonObject;
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
 * Shows what a hosting contract has brought: the institution's saving against the adjusted baseline
 * cost, and the service provider's margin over the actual cost, before its own expenses.
 */
@LibraryStyle
@Value.Immutable
public interface HostingOutcome extends Clause {

  /** The kind that contract files store. */
  String KIND = "hosting-outcome";

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
    return Stage.BILLING;
  }

  @Override
  default Set<FigureKey<?>> reads(Contract contract, Series series) {
    return Set.of(Figures.ADJUSTED_COST, Figures.ACTUAL_COST);
  }

  @Override
  default Set<FigureKey<?>> writes() {
    return Set.of();
  }

  /** What the institution saves for certain. */
  LineKind INSTITUTION_SAVING =
      LineKind.of(
          "INSTITUTION_SAVING",
          "甲方确定节省（调整后基准费用减托管费）",
          "institution's certain saving",
          Account.RECEIVABLE);

  /** What the service provider keeps before its own expenses. */
  LineKind PROVIDER_MARGIN =
      LineKind.of(
          "PROVIDER_MARGIN", "乙方毛差（托管费减实际费用）", "service provider's margin", Account.RECEIVABLE);

  @Override
  default Outcome apply(StatementInput input) {
    boolean instalment = HostingFee.isInstalment(input.contract(), input.period().series());
    if (instalment) {
      return Outcome.builder().build();
    }
    Calculator calculator = input.calculator();
    PostedAmount entitled = Entitlements.total(input);
    PostedAmount adjusted = calculator.total("adjusted-cost", input.all(Figures.ADJUSTED_COST));
    PostedAmount actual = calculator.total("actual-cost", input.all(Figures.ACTUAL_COST));
    return Outcome.builder()
        .line(
            LineDraft.builder()
                .item("institution")
                .kind(INSTITUTION_SAVING)
                .amount(calculator.complement("institution-saving", adjusted, entitled))
                .build())
        .line(
            LineDraft.builder()
                .item("provider")
                .kind(PROVIDER_MARGIN)
                .amount(calculator.complement("provider-margin", entitled, actual))
                .build())
        .build();
  }

  /**
   * Reads the clause.
   *
   * @param json its object
   * @return the clause, absent if something in it is wrong
   */
  static Optional<HostingOutcome> read(JsonObject json) {
    Builder builder = builder();
    ClauseHead.read(json, builder::id, builder::series, builder::reference);
    return json.build(builder::build);
  }

  /** {@return a builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link HostingOutcome}. */
  final class Builder extends ImmutableHostingOutcome.Builder {
    Builder() {}
  }
}
