package org.emcsettlement.settlement.clause;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.emcsettlement.core.LibraryStyle;
import org.emcsettlement.core.finding.Finding;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.core.finding.Place;
import org.emcsettlement.core.finding.RuleException;
import org.emcsettlement.core.json.JsonElement;
import org.emcsettlement.core.json.JsonObject;
import org.emcsettlement.settlement.contract.Clause;
import org.emcsettlement.settlement.contract.Contract;
import org.emcsettlement.settlement.contract.ContractFinding;
import org.emcsettlement.settlement.contract.LineDraft;
import org.emcsettlement.settlement.contract.Outcome;
import org.emcsettlement.settlement.contract.SeriesScope;
import org.emcsettlement.settlement.contract.Stage;
import org.emcsettlement.settlement.contract.StatementInput;
import org.emcsettlement.settlement.savings.DayShare;
import org.emcsettlement.settlement.statement.Account;
import org.emcsettlement.settlement.statement.FigureKey;
import org.emcsettlement.settlement.statement.Figures;
import org.emcsettlement.settlement.statement.LineKind;
import org.emcsettlement.settlement.statement.Series;
import org.emcsettlement.settlement.trail.Calculator;
import org.emcsettlement.settlement.trail.Figure;
import org.emcsettlement.settlement.trail.PostedAmount;
import org.immutables.value.Value;

/**
 * Limits the payments of a contract year to what would have been spent without the contract
 * (settlement-methods 5.3, option a of the US federal rules): the adjusted baseline at the prices
 * that value it, plus operation and maintenance indexed for labour and material. It limits what the
 * clauses before it have earned; it belongs behind them.
 */
@LibraryStyle
@Value.Immutable
public interface PaymentCeiling extends Clause {

  /** The kind that contract files store. */
  String KIND = "payment-ceiling";

  /**
   * {@return whether the institution pays the utility bills as well, so that the actual use counts
   * among its payments}
   */
  @Value.Default
  default boolean utilities() {
    return true;
  }

  /** {@return operation and maintenance without the contract, its labour, in a whole first year} */
  @Value.Default
  default BigDecimal labour() {
    return BigDecimal.ZERO;
  }

  /**
   * {@return operation and maintenance without the contract, its material, in a whole first year}
   */
  @Value.Default
  default BigDecimal material() {
    return BigDecimal.ZERO;
  }

  /** {@return the indices from a contract year on; 1 before the first} */
  List<Indices> indices();

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
    return Stage.LIMIT;
  }

  @Override
  default Set<FigureKey<?>> reads(Contract contract, Series series) {
    return utilities()
        ? Set.of(Figures.ADJUSTED_COST, Figures.ACTUAL_COST)
        : Set.of(Figures.ADJUSTED_COST);
  }

  @Override
  default Set<FigureKey<?>> writes() {
    return Set.of();
  }

  /**
   * What labour and material cost against the first contract year.
   *
   * @param fromYear the first contract year they hold in
   * @param labour the labour index, 1 in the first year
   * @param material the material index, 1 in the first year
   */
  record Indices(int fromYear, BigDecimal labour, BigDecimal material) {}

  /** What would have been spent. */
  LineKind CEILING =
      LineKind.of(
          "PAYMENT_CEILING", "无合同时的支出", "spent without the contract", Account.SERVICE_REVENUE);

  /** What payments are reduced by. */
  LineKind REDUCTION =
      LineKind.of("CEILING_REDUCTION", "超出支出上限扣减", "above the ceiling", Account.SERVICE_REVENUE);

  /** Checks that indices do not contradict each other. */
  @Value.Check
  default void check() {
    long years = indices().stream().map(Indices::fromYear).distinct().count();
    if (years < indices().size()) {
      throw new RuleException(
          id() + " 的 indices 在同一合同年有两组指数",
          "payment-ceiling " + id() + " has two indices of one year");
    }
  }

  @Override
  default Findings check(Contract contract) {
    return DecidingStatement.existsForEveryYear(contract, series())
        ? Findings.none()
        : Findings.of(
            List.of(
                Finding.of(
                    ContractFinding.CEILING_UNTESTED,
                    Place.pointer("contract.json", "/clauses"),
                    "clause",
                    id())));
  }

  @Override
  default Outcome apply(StatementInput input) {
    Outcome.Builder outcome = Outcome.builder();
    if (!DecidingStatement.is(input, series())) {
      return outcome.build();
    }
    Calculator calculator = input.calculator();
    PostedAmount zero = calculator.zero("nothing");
    PostedAmount energy = calculator.total("adjusted-cost", input.all(Figures.ADJUSTED_COST));
    PostedAmount ceiling = calculator.total("payment-ceiling", List.of(energy, operation(input)));
    PostedAmount room = ceiling;
    if (utilities()) {
      PostedAmount bills = calculator.total("actual-cost", input.all(Figures.ACTUAL_COST));
      room =
          calculator.larger(
              "payment-room", calculator.complement("payment-room", ceiling, bills), zero);
    }
    outcome.line(LineDraft.builder().item("ceiling").kind(CEILING).amount(ceiling).build());
    PostedAmount above =
        calculator.larger(
            "above-ceiling",
            calculator.complement("above-ceiling", Entitlements.earned(input), room),
            zero);
    if (!above.money().isZero()) {
      outcome.line(
          LineDraft.builder()
              .kind(REDUCTION)
              .use(LineDraft.Use.ENTITLEMENT)
              .amount(calculator.opposite("above-ceiling", above))
              .build());
    }
    return outcome.build();
  }

  private PostedAmount operation(StatementInput input) {
    Calculator calculator = input.calculator();
    String currency = calculator.currencyCode();
    Indices indices =
        indices().stream()
            .filter(step -> step.fromYear() <= input.period().contractYear())
            .max(Comparator.comparingInt(Indices::fromYear))
            .orElse(new Indices(1, BigDecimal.ONE, BigDecimal.ONE));
    Figure labour =
        calculator.times(
            "labour-cost",
            currency,
            calculator.parameter("labour-of-first-year", labour(), currency),
            calculator.parameter("labour-index", indices.labour(), ""));
    Figure material =
        calculator.times(
            "material-cost",
            currency,
            calculator.parameter("material-of-first-year", material(), currency),
            calculator.parameter("material-index", indices.material(), ""));
    return calculator.post(
        "operation-cost",
        DayShare.of(
            calculator,
            "operation-cost",
            calculator.plus("operation-cost", labour, material),
            input.period().service(),
            input.resolved().years().year(input.period().contractYear()),
            input.contract().schedule().dayCount()));
  }

  /**
   * Reads the clause.
   *
   * @param json its object
   * @return the clause, absent if something in it is wrong
   */
  static Optional<PaymentCeiling> read(JsonObject json) {
    Builder builder = builder();
    ClauseHead.read(json, builder::id, builder::series, builder::reference);
    json.optional("utilities").flatMap(JsonElement::flag).ifPresent(builder::utilities);
    json.optional("labour").flatMap(JsonElement::notNegative).ifPresent(builder::labour);
    json.optional("material").flatMap(JsonElement::notNegative).ifPresent(builder::material);
    builder.indices(
        json.objects(
            "indices",
            step -> {
              Optional<Integer> year = step.required("fromYear").flatMap(JsonElement::integer);
              Optional<BigDecimal> labour = step.required("labour").flatMap(JsonElement::positive);
              Optional<BigDecimal> material =
                  step.required("material").flatMap(JsonElement::positive);
              return step.build(
                  () ->
                      new Indices(
                          year.orElseThrow(), labour.orElseThrow(), material.orElseThrow()));
            }));
    return json.build(builder::build);
  }

  /** {@return a builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link PaymentCeiling}. */
  final class Builder extends ImmutablePaymentCeiling.Builder {
    Builder() {}
  }
}
