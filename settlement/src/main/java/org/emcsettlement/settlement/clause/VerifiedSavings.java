package org.emcsettlement.settlement.clause;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.emcsettlement.core.LibraryStyle;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.core.finding.RuleException;
import org.emcsettlement.core.json.JsonElement;
import org.emcsettlement.core.json.JsonObject;
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
import org.emcsettlement.settlement.trail.Figure;
import org.immutables.value.Value;

/**
 * The savings of the period after eligibility and deadband (settlement-methods, 5.7 and 5.17). A
 * hard deadband turns |V| ≤ d into 0, a soft one takes d off; d is an amount, a fraction of the
 * adjusted baseline's cost, or the half-width of the savings interval. The interval covers
 * regression error only; commodities without a fitted baseline add nothing to it.
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

  /** {@return whether d is the half-width of the savings interval} */
  @Value.Default
  default boolean deadbandStatistical() {
    return false;
  }

  /** {@return whether a deadband stated as an amount is prorated by days in a partial statement} */
  @Value.Default
  default boolean prorate() {
    return false;
  }

  /** {@return which savings interval counts} */
  @Value.Default
  default IntervalMethod interval() {
    return IntervalMethod.REGRESSION;
  }

  /** {@return what is settled of savings that are known up to an interval} */
  @Value.Default
  default Uncertainty uncertainty() {
    return Uncertainty.POINT;
  }

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
    Set<FigureKey<?>> keys = new LinkedHashSet<>(Set.of(Figures.SAVINGS_VALUE));
    if (deadbandFraction().isPresent()) {
      keys.add(Figures.ADJUSTED_COST);
    }
    if (needsInterval()) {
      keys.addAll(List.of(interval().halfWidth(), Figures.PRICE, Figures.COUNTED_BASELINE));
    }
    return keys;
  }

  private boolean needsInterval() {
    return deadbandStatistical() || uncertainty() != Uncertainty.POINT;
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

  /** The savings intervals. */
  enum IntervalMethod {
    /** By the variance of the regression's prediction. */
    REGRESSION,
    /** By the formula of ASHRAE Guideline 14. */
    ASHRAE_14;

    /** {@return where its half-width stands} */
    FigureKey<Figure> halfWidth() {
      return this == REGRESSION ? Figures.HALF_WIDTH_REGRESSION : Figures.HALF_WIDTH_ASHRAE;
    }
  }

  /** What is settled of savings that are known up to an interval. */
  enum Uncertainty {
    /** V. */
    POINT,
    /** The lower limit: V less the half-width. */
    LOWER_BOUND,
    /** What lies outside the half-width; the rest is held until the contract year ends. */
    HOLD
  }

  /** The savings of the period. */
  LineKind VERIFIED =
      LineKind.of("VERIFIED_SAVINGS", "核定节能效益", "verified savings", Account.SAVINGS_SHARE);

  /** The half-width of the savings interval in money. */
  LineKind HALF_WIDTH =
      LineKind.of("HALF_WIDTH", "节能效益区间半宽", "half-width of savings", Account.SAVINGS_SHARE);

  /** What is held back, or released. */
  LineKind HELD =
      LineKind.of(
          "HELD_SAVINGS", "暂留节能效益（负为释放）", "held back, negative if released", Account.SAVINGS_SHARE);

  /** Checks that a statistical deadband is the only one. */
  @Value.Check
  default void check() {
    if (deadbandStatistical() && (deadband().isPresent() || deadbandFraction().isPresent())) {
      throw new RuleException(
          id() + " 的 deadbandStatistical 不能与其他免调区间并用",
          "verified-savings " + id() + " has deadbandStatistical beside another deadband");
    }
  }

  @Override
  default Findings check(Contract contract) {
    return uncertainty() == Uncertainty.HOLD ? YearPosition.check(contract, this) : Findings.none();
  }

  @Override
  default Findings missing(StatementInput input) {
    return needsInterval() ? HalfWidth.missing(input, this) : Findings.none();
  }

  @Override
  default Outcome apply(StatementInput input) {
    return new VerifiedCalculation(input, this).outcome();
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
    json.optional("deadbandStatistical")
        .flatMap(JsonElement::flag)
        .ifPresent(builder::deadbandStatistical);
    json.optional("prorate").flatMap(JsonElement::flag).ifPresent(builder::prorate);
    json.optional("interval")
        .flatMap(element -> element.constant(IntervalMethod.class))
        .ifPresent(builder::interval);
    json.optional("uncertainty")
        .flatMap(element -> element.constant(Uncertainty.class))
        .ifPresent(builder::uncertainty);
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
