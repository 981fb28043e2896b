package org.emcsettlement.settlement.clause;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;
import java.util.Set;
import org.emcsettlement.core.LibraryStyle;
import org.emcsettlement.core.json.JsonElement;
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

/**
 * What happens when an annual true-up comes to less than nothing (settlement-methods, 5.11): the
 * service provider refunds it, or it is kept as a credit with its tax and set against the
 * statements that follow, or kept until the last one. The last statement pays out what is left.
 */
@LibraryStyle
@Value.Immutable
public interface Overpayment extends Clause {

  /** The kind that contract files store. */
  String KIND = "overpayment";

  /** {@return the policy} */
  Policy policy();

  /** {@return whether a statement may come to less than nothing by what is set against it} */
  @Value.Default
  default boolean belowZero() {
    return false;
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
    return Stage.SET_OFF;
  }

  @Override
  default Set<FigureKey<?>> reads(Contract contract, Series series) {
    return Set.of(Figures.GROSS_TOTAL);
  }

  @Override
  default Set<FigureKey<?>> writes() {
    return Set.of();
  }

  /** What becomes of an overpayment. */
  enum Policy {
    /** The service provider pays it back. */
    REFUND,
    /** It is set against the next statements in order. */
    CREDIT_NEXT,
    /** It is kept until the last statement. */
    RETAIN_TO_FINAL
  }

  /** An overpayment kept. */
  LineKind KEPT = LineKind.of("OVERPAYMENT_KEPT", "多付款转入待抵扣", "overpayment kept", Account.CARRIED);

  /** An overpayment set off or paid out. */
  LineKind APPLIED = LineKind.of("CREDIT_APPLIED", "多付款抵扣", "credit applied", Account.CARRIED);

  @Override
  default Outcome apply(StatementInput input) {
    Outcome.Builder outcome = Outcome.builder();
    if (policy() == Policy.REFUND) {
      return outcome.build();
    }
    if (FinalAccount.isLast(input)) {
      payOut(input, outcome);
    } else if (input.period().series() == Series.ANNUAL
        && Entitlements.due(input).money().isNegative()) {
      keep(input, outcome);
    } else if (policy() == Policy.CREDIT_NEXT && input.carries(BalanceNames.OVERPAYMENT)) {
      apply(input, outcome);
    }
    return outcome.build();
  }

  private static void keep(StatementInput input, Outcome.Builder outcome) {
    Calculator calculator = input.calculator();
    PostedAmount kept =
        calculator.larger(
            "overpayment",
            calculator.opposite("overpayment", Entitlements.due(input)),
            calculator.zero("nothing"));
    if (!kept.money().isZero()) {
      outcome
          .move(BalanceNames.OVERPAYMENT, Movement.Kind.ADDITION, kept)
          .line(line("kept", KEPT, kept));
    }
  }

  private void apply(StatementInput input, Outcome.Builder outcome) {
    Calculator calculator = input.calculator();
    PostedAmount credit = input.opening(BalanceNames.OVERPAYMENT);
    PostedAmount applied =
        belowZero()
            ? credit
            : calculator.smaller(
                "credit-applied",
                credit,
                calculator.larger(
                    "due-so-far", Entitlements.due(input), calculator.zero("nothing")));
    use(input, applied, outcome);
  }

  private static void payOut(StatementInput input, Outcome.Builder outcome) {
    if (input.carries(BalanceNames.OVERPAYMENT)) {
      use(input, input.opening(BalanceNames.OVERPAYMENT), outcome);
    }
  }

  private static void use(StatementInput input, PostedAmount applied, Outcome.Builder outcome) {
    if (!applied.money().isZero()) {
      outcome
          .move(BalanceNames.OVERPAYMENT, Movement.Kind.USE, applied)
          .line(line("", APPLIED, input.calculator().opposite("credit-applied", applied)));
    }
  }

  private static LineDraft line(String item, LineKind kind, PostedAmount amount) {
    return LineDraft.builder()
        .item(item)
        .kind(kind)
        .use(LineDraft.Use.PAYABLE)
        .taxable(false)
        .amount(amount)
        .build();
  }

  /**
   * Reads the clause.
   *
   * @param json its object
   * @return the clause, absent if something in it is wrong
   */
  static Optional<Overpayment> read(JsonObject json) {
    Builder builder = builder();
    ClauseHead.read(json, builder::id, builder::series, builder::reference);
    json.constant("policy", Policy.class).ifPresent(builder::policy);
    json.optional("belowZero").flatMap(JsonElement::flag).ifPresent(builder::belowZero);
    return json.build(builder::build);
  }

  /** {@return a builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link Overpayment}. */
  final class Builder extends ImmutableOverpayment.Builder {
    Builder() {}
  }
}
