package org.emcsettlement.settlement.clause;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.emcsettlement.core.LibraryStyle;
import org.emcsettlement.core.finding.Finding;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.core.finding.Place;
import org.emcsettlement.core.finding.RuleException;
import org.emcsettlement.core.json.JsonObject;
import org.emcsettlement.settlement.contract.Clause;
import org.emcsettlement.settlement.contract.Contract;
import org.emcsettlement.settlement.contract.ContractFinding;
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
import org.emcsettlement.settlement.trail.PostedAmount;
import org.immutables.value.Value;

/**
 * What happens when a period saved less than nothing (settlement-methods, 5.2): the loss is
 * forgotten, carried, shared, or netted over the contract year. A carried loss may expire with the
 * contract year or the term.
 */
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

  /** {@return when a carried loss expires; never if absent} */
  Optional<Expiry> expires();

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
    /** Nothing is shared and the loss is forgotten, by the annual statement too. */
    FLOOR_ZERO,
    /** The loss is carried and must be filled before anything is shared. */
    CARRY_DEFICIT,
    /** The loss is shared like a gain. */
    SHARE_LOSS,
    /**
     * Regular statements forget the loss; the annual one shares the sum of the year's verified
     * savings, or nothing if it is negative.
     */
    ANNUAL_NET
  }

  /** When a carried loss expires. */
  enum Expiry {
    /** With the contract year in which it arose. */
    YEAR_END,
    /** With the term. */
    TERM_END
  }

  /** What there is to share. */
  LineKind SHAREABLE =
      LineKind.of("SHAREABLE_SAVINGS", "可分享效益", "savings to share", Account.SAVINGS_SHARE);

  /** Checks that only a carried loss expires. */
  @Value.Check
  default void check() {
    if (expires().isPresent() && policy() != Policy.CARRY_DEFICIT) {
      throw new RuleException(
          id() + " 只有 CARRY_DEFICIT 才有 expires",
          "negative-savings " + id() + " has expires only with CARRY_DEFICIT");
    }
  }

  @Override
  default Findings check(Contract contract) {
    Findings only = Terms.only(contract, this);
    if (expires().equals(Optional.of(Expiry.YEAR_END))) {
      return YearPosition.check(contract, this).plus(only);
    }
    return policy() != Policy.ANNUAL_NET || isSettledAgain(contract)
        ? only
        : Findings.of(
            List.of(
                Finding.of(
                    ContractFinding.NO_ANNUAL_STATEMENT,
                    Place.pointer("contract.json", "/clauses"),
                    "clause",
                    id())));
  }

  /**
   * Whether an annual statement settles what regular ones have settled.
   *
   * @param contract the contract
   * @return true if the clause is in both series
   */
  default boolean isSettledAgain(Contract contract) {
    return contract.schedule().annualStatement() && series() == SeriesScope.EVERY;
  }

  @Override
  default Outcome apply(StatementInput input) {
    Outcome.Builder outcome = Outcome.builder();
    PostedAmount shareable = new DeficitCalculation(input, this, outcome).shareable();
    return outcome
        .put(Figures.SHAREABLE_SAVINGS, shareable)
        .line(LineDraft.builder().kind(SHAREABLE).amount(shareable).build())
        .build();
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
    builder.expires(json.optional("expires").flatMap(element -> element.constant(Expiry.class)));
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
