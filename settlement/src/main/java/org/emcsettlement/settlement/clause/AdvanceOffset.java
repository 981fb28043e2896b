package org.emcsettlement.settlement.clause;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.emcsettlement.core.LibraryStyle;
import org.emcsettlement.core.finding.Finding;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.core.finding.Place;
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
import org.emcsettlement.settlement.statement.Account;
import org.emcsettlement.settlement.statement.BalanceNames;
import org.emcsettlement.settlement.statement.FigureKey;
import org.emcsettlement.settlement.statement.Figures;
import org.emcsettlement.settlement.statement.LineKind;
import org.emcsettlement.settlement.statement.Movement;
import org.emcsettlement.settlement.statement.Series;
import org.emcsettlement.settlement.trail.Calculator;
import org.emcsettlement.settlement.trail.Figure;
import org.emcsettlement.settlement.trail.PostedAmount;
import org.immutables.value.Value;

/**
 * Advances that the institution paid without an invoice, offset against what a statement comes to
 * with tax (settlement-methods, 5.11): in full, up to a part of every statement, or by a fixed
 * schedule.
 */
@LibraryStyle
@Value.Immutable
public interface AdvanceOffset extends Clause {

  /** The kind that contract files store. */
  String KIND = "advance";

  /** {@return the advances} */
  List<Advance> advances();

  /** {@return what the advances may add up to} */
  Optional<BigDecimal> ceiling();

  /** {@return the fixed recovery; if empty, each statement recovers as much as it may} */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  List<Recovery> recovery();

  /** {@return the largest part of a statement that may be offset} */
  @Value.Default
  default BigDecimal part() {
    return BigDecimal.ONE;
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
    return Stage.ADVANCE;
  }

  @Override
  default Set<FigureKey<?>> reads(Contract contract, Series series) {
    return Set.of(Figures.GROSS_TOTAL);
  }

  @Override
  default Set<FigureKey<?>> writes() {
    return Set.of();
  }

  /**
   * An advance.
   *
   * @param date the date it was paid
   * @param amount the amount
   */
  record Advance(LocalDate date, BigDecimal amount) {}

  /**
   * A recovery. What a statement is too small for is recovered by the next one.
   *
   * @param date the date; the statement whose service period holds it recovers the amount
   * @param amount the amount
   */
  record Recovery(LocalDate date, BigDecimal amount) {}

  /** An advance offset. */
  LineKind OFFSET = LineKind.of("ADVANCE_OFFSET", "预付款抵扣", "advance applied", Account.ADVANCE);

  @Override
  default Findings check(Contract contract) {
    BigDecimal sum =
        advances().stream().map(Advance::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    return ceiling().filter(most -> sum.compareTo(most) > 0).stream()
        .map(
            most ->
                Finding.of(
                    ContractFinding.ADVANCE_CEILING,
                    Place.pointer("contract.json", "/clauses"),
                    "clause",
                    id(),
                    "sum",
                    sum.toPlainString(),
                    "ceiling",
                    most.toPlainString()))
        .collect(Collectors.collectingAndThen(Collectors.toList(), Findings::of))
        .plus(Terms.only(contract, this));
  }

  @Override
  default Outcome apply(StatementInput input) {
    Calculator calculator = input.calculator();
    Outcome.Builder outcome = Outcome.builder();
    List<PostedAmount> open = new ArrayList<>(List.of(input.opening(BalanceNames.ADVANCE)));
    for (Advance advance : newAdvances(input)) {
      PostedAmount paid =
          calculator.given(
              calculator.parameter(
                  "advance-paid", advance.amount().setScale(2), calculator.currencyCode()));
      outcome.move(BalanceNames.ADVANCE, Movement.Kind.ADDITION, paid);
      open.add(paid);
    }
    PostedAmount held = calculator.total("advance-open", open);
    Figure part = calculator.parameter("advance-part", part(), "");
    PostedAmount limit =
        calculator.larger(
            "advance-limit",
            calculator.post(
                "advance-limit",
                calculator.times(
                    "advance-limit",
                    calculator.currencyCode(),
                    input.get(Figures.GROSS_TOTAL).figure(),
                    part)),
            calculator.zero("nothing"));
    PostedAmount due = recovery().isEmpty() ? held : due(input, held);
    PostedAmount applied = calculator.smaller("advance-applied", due, owed(input, limit));
    if (!applied.money().isZero()) {
      outcome.move(BalanceNames.ADVANCE, Movement.Kind.USE, applied);
      outcome.line(
          LineDraft.builder()
              .kind(OFFSET)
              .use(LineDraft.Use.PAYABLE)
              .taxable(false)
              .amount(calculator.opposite("advance-applied", applied))
              .build());
    }
    return outcome.build();
  }

  /** No more is applied than the statement still owes after what stands outside the tax base. */
  private static PostedAmount owed(StatementInput input, PostedAmount limit) {
    Calculator calculator = input.calculator();
    boolean taxedAlone =
        Entitlements.payable(input).stream().allMatch(line -> line.draft().taxable());
    return taxedAlone
        ? limit
        : calculator.smaller(
            "advance-limit",
            limit,
            calculator.larger("due-so-far", Entitlements.due(input), calculator.zero("nothing")));
  }

  /** What the schedule wants recovered by now and is still held. */
  private PostedAmount due(StatementInput input, PostedAmount held) {
    Calculator calculator = input.calculator();
    LocalDate end = input.period().service().end();
    List<BigDecimal> paid = new ArrayList<>();
    advances().stream().filter(a -> a.date().isBefore(end)).forEach(a -> paid.add(a.amount()));
    List<BigDecimal> planned = new ArrayList<>();
    recovery().stream().filter(r -> r.date().isBefore(end)).forEach(r -> planned.add(r.amount()));
    PostedAmount toRemain =
        calculator.larger(
            "advance-to-remain",
            calculator.complement(
                "advance-to-remain",
                amount(calculator, "advance-paid", paid),
                amount(calculator, "advance-planned", planned)),
            calculator.zero("nothing"));
    return calculator.larger(
        "advance-due",
        calculator.complement("advance-due", held, toRemain),
        calculator.zero("nothing"));
  }

  private static PostedAmount amount(Calculator calculator, String name, List<BigDecimal> amounts) {
    BigDecimal sum = amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    return calculator.given(calculator.parameter(name, sum.setScale(2), calculator.currencyCode()));
  }

  /**
   * Advances paid since the service period before; the first statement takes all before it, and the
   * annual one none, because the regular ones of its year have taken them.
   */
  private List<Advance> newAdvances(StatementInput input) {
    if (input.period().series() == Series.ANNUAL) {
      return List.of();
    }
    LocalDate start = input.period().service().start();
    boolean first = start.equals(input.contract().term().start());
    return advances().stream()
        .filter(advance -> advance.date().isBefore(input.period().service().end()))
        .filter(advance -> first || !advance.date().isBefore(start))
        .toList();
  }

  /**
   * Reads the clause.
   *
   * @param json its object
   * @return the clause, absent if something in it is wrong
   */
  static Optional<AdvanceOffset> read(JsonObject json) {
    Builder builder = builder();
    ClauseHead.read(json, builder::id, builder::series, builder::reference);
    builder.advances(json.objects("advances", advance -> dated(advance, Advance::new)));
    builder.ceiling(json.optional("ceiling").flatMap(JsonElement::amount));
    builder.recovery(json.objects("recovery", planned -> dated(planned, Recovery::new)));
    json.optional("part").flatMap(JsonElement::ratio).ifPresent(builder::part);
    return json.build(builder::build);
  }

  private static <T> Optional<T> dated(
      JsonObject json, BiFunction<LocalDate, BigDecimal, T> constructor) {
    Optional<LocalDate> date = json.date("date");
    Optional<BigDecimal> amount = json.required("amount").flatMap(JsonElement::amount);
    return json.build(() -> constructor.apply(date.orElseThrow(), amount.orElseThrow()));
  }

  /** {@return a builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link AdvanceOffset}. */
  final class Builder extends ImmutableAdvanceOffset.Builder {
    Builder() {}
  }
}
