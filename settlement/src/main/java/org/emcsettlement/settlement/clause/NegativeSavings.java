package org.emcsettlement.settlement.clause;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
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
import org.emcsettlement.settlement.statement.BalanceNames;
import org.emcsettlement.settlement.statement.FigureKey;
import org.emcsettlement.settlement.statement.Figures;
import org.emcsettlement.settlement.statement.LineKind;
import org.emcsettlement.settlement.statement.Movement;
import org.emcsettlement.settlement.statement.Series;
import org.emcsettlement.settlement.trail.Calculator;
import org.emcsettlement.settlement.trail.PostedAmount;
import org.immutables.value.Value;

/** What happens when a period saved less than nothing (settlement-methods, 5.2). */
@LibraryStyle
@Value.Immutable
public interface NegativeSavings extends Clause {

  /** The kind that contract files store. */
  String KIND = "negative-savings";

  /** {@return the policy} */
  @Value.Default
  default Policy policy() {
    return Policy.CARRY_DEFICIT;
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
    return Stage.DEFICIT;
  }

  @Override
  default Set<FigureKey<?>> reads(Contract contract, Series series) {
    return Set.of(Figures.VERIFIED_SAVINGS);
  }

  @Override
  default Set<FigureKey<?>> writes() {
    return Set.of(Figures.SHAREABLE_SAVINGS);
  }

  /** The policies. */
  enum Policy {
    /** Nothing is shared and the loss is forgotten. */
    FLOOR_ZERO,
    /** The loss is carried and must be filled before anything is shared. */
    CARRY_DEFICIT,
    /** The loss is shared like a gain. */
    SHARE_LOSS
  }

  /** What there is to share. */
  LineKind SHAREABLE =
      LineKind.of("SHAREABLE_SAVINGS", "可分享效益", "savings to share", Account.SAVINGS_SHARE);

  @Override
  default Outcome apply(StatementInput input) {
    Calculator calculator = input.calculator();
    PostedAmount verified = input.get(Figures.VERIFIED_SAVINGS);
    Outcome.Builder outcome = Outcome.builder();
    PostedAmount shareable =
        switch (policy()) {
          case SHARE_LOSS -> verified;
          case FLOOR_ZERO ->
              calculator.larger("savings-to-share", verified, calculator.zero("nothing"));
          case CARRY_DEFICIT -> carried(input, verified, outcome);
        };
    return outcome
        .put(Figures.SHAREABLE_SAVINGS, shareable)
        .line(LineDraft.builder().kind(SHAREABLE).amount(shareable).build())
        .build();
  }

  private static PostedAmount carried(
      StatementInput input, PostedAmount verified, Outcome.Builder outcome) {
    Calculator calculator = input.calculator();
    PostedAmount zero = calculator.zero("nothing");
    PostedAmount start = input.start(BalanceNames.DEFICIT);
    PostedAmount available = calculator.total("available-savings", List.of(verified, start));
    PostedAmount deficit = calculator.smaller("deficit", available, zero);
    PostedAmount change =
        calculator.complement("deficit-change", deficit, input.opening(BalanceNames.DEFICIT));
    if (!change.money().isZero()) {
      outcome.move(BalanceNames.DEFICIT, Movement.Kind.ADDITION, change);
    }
    return calculator.larger("savings-to-share", available, zero);
  }

  /**
   * Reads the clause.
   *
   * @param json its object
   * @return the clause, absent if something in it is wrong
   */
  static Optional<NegativeSavings> read(JsonObject json) {
    Builder builder = builder();
    ClauseHead.read(json, builder::id, builder::series, builder::reference);
    json.optional("policy")
        .flatMap(element -> element.constant(Policy.class))
        .ifPresent(builder::policy);
    return json.build(builder::build);
  }

  /** {@return a builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link NegativeSavings}. */
  final class Builder extends ImmutableNegativeSavings.Builder {
    Builder() {}
  }
}
