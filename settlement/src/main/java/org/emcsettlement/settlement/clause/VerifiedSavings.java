package org.emcsettlement.settlement.clause;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;
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
import org.emcsettlement.settlement.statement.FigureKey;
import org.emcsettlement.settlement.statement.Figures;
import org.emcsettlement.settlement.statement.LineKind;
import org.emcsettlement.settlement.statement.Series;
import org.emcsettlement.settlement.trail.Calculator;
import org.emcsettlement.settlement.trail.Figure;
import org.emcsettlement.settlement.trail.PostedAmount;
import org.emcsettlement.settlement.trail.Relation;
import org.immutables.value.Value;

/**
 * The savings of the period after eligibility and deadband (settlement-methods, 5.7). A hard
 * deadband turns |V| ≤ d into 0, a soft one takes d off; d is an amount or a fraction of the
 * adjusted baseline's cost.
 */
@LibraryStyle
@Value.Immutable
public interface VerifiedSavings extends Clause {

  /** The kind that contract files store. */
  String KIND = "verified-savings";

  /** {@return d, as an amount} */
  Optional<BigDecimal> deadband();

  /** {@return d, as a fraction of the adjusted baseline's cost} */
  Optional<BigDecimal> deadbandFraction();

  /** {@return what the deadband does} */
  @Value.Default
  default Deadband form() {
    return Deadband.HARD;
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
    return Stage.VERIFICATION;
  }

  @Override
  default Set<FigureKey<?>> reads(Contract contract, Series series) {
    return deadbandFraction().isPresent()
        ? Set.of(Figures.SAVINGS_VALUE, Figures.ADJUSTED_COST)
        : Set.of(Figures.SAVINGS_VALUE);
  }

  @Override
  default Set<FigureKey<?>> writes() {
    return Set.of(Figures.VERIFIED_SAVINGS);
  }

  /** What a deadband does. */
  enum Deadband {
    /** |V| ≤ d gives 0, else V. */
    HARD,
    /** sign(V)·max(0, |V| − d). */
    SOFT
  }

  /** The savings of the period. */
  LineKind VERIFIED =
      LineKind.of("VERIFIED_SAVINGS", "核定节能效益", "verified savings", Account.SAVINGS_SHARE);

  @Override
  default Outcome apply(StatementInput input) {
    Calculator calculator = input.calculator();
    PostedAmount total = calculator.total("savings-of-period", input.all(Figures.SAVINGS_VALUE));
    PostedAmount verified = band(input).map(d -> beyond(calculator, total, d)).orElse(total);
    return Outcome.builder()
        .put(Figures.VERIFIED_SAVINGS, verified)
        .line(LineDraft.builder().kind(VERIFIED).amount(verified).build())
        .build();
  }

  private Optional<PostedAmount> band(StatementInput input) {
    Calculator calculator = input.calculator();
    String currency = calculator.currencyCode();
    if (deadband().isPresent()) {
      return deadband()
          .map(d -> calculator.post("deadband", calculator.parameter("deadband", d, currency)));
    }
    return deadbandFraction()
        .map(
            fraction ->
                calculator.post(
                    "deadband",
                    calculator.times(
                        "deadband",
                        currency,
                        calculator.parameter("deadband-fraction", fraction, ""),
                        calculator
                            .total("adjusted-cost", input.all(Figures.ADJUSTED_COST))
                            .figure())));
  }

  private PostedAmount beyond(Calculator calculator, PostedAmount total, PostedAmount d) {
    PostedAmount zero = calculator.zero("nothing");
    Figure size = calculator.absolute("savings-size", total.figure());
    Figure inside = calculator.compare("inside-deadband", size, Relation.AT_MOST, d.figure());
    PostedAmount outside = total;
    if (form() == Deadband.SOFT) {
      Figure gain =
          calculator.compare("savings-are-gain", total.figure(), Relation.AT_LEAST, zero.figure());
      outside =
          calculator.choose(
              "savings-beyond-deadband",
              gain,
              calculator.complement("gain-beyond-deadband", total, d),
              calculator.total("loss-beyond-deadband", List.of(total, d)));
    }
    return calculator.choose("verified-savings", inside, zero, outside);
  }

  /**
   * Reads the clause.
   *
   * @param json its object
   * @return the clause, absent if something in it is wrong
   */
  static Optional<VerifiedSavings> read(JsonObject json) {
    Builder builder = builder();
    ClauseHead.read(json, builder::id, builder::series, builder::reference);
    builder.deadband(json.optional("deadband").flatMap(JsonElement::notNegative));
    builder.deadbandFraction(json.optional("deadbandFraction").flatMap(JsonElement::ratio));
    json.optional("form")
        .flatMap(element -> element.constant(Deadband.class))
        .ifPresent(builder::form);
    return json.build(builder::build);
  }

  /** {@return a builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link VerifiedSavings}. */
  final class Builder extends ImmutableVerifiedSavings.Builder {
    Builder() {}
  }
}
