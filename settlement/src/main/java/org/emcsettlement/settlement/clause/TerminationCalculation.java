package org.emcsettlement.settlement.clause;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.emcsettlement.core.json.JsonElement;
import org.emcsettlement.core.json.JsonObject;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.settlement.contract.LineDraft;
import org.emcsettlement.settlement.contract.Outcome;
import org.emcsettlement.settlement.contract.StatementInput;
import org.emcsettlement.settlement.statement.Bilingual;
import org.emcsettlement.settlement.trail.Calculator;
import org.emcsettlement.settlement.trail.Figure;
import org.emcsettlement.settlement.trail.PostedAmount;
import org.emcsettlement.settlement.trail.Relation;

/** Buy-out and penalties, in the last statement of the contract. */
final class TerminationCalculation {

  private final StatementInput input;
  private final Termination terms;
  private final Calculator calculator;
  private final Outcome.Builder outcome = Outcome.builder();

  TerminationCalculation(StatementInput input, Termination terms) {
    this.input = input;
    this.terms = terms;
    this.calculator = input.calculator();
  }

  Outcome outcome() {
    if (!FinalAccount.isLast(input)) {
      return outcome.build();
    }
    LocalDate end = input.contract().term().end();
    LocalDate from = terms.amortisation().start().orElse(input.contract().term().start());
    Period agreed = Period.of(from, terms.agreedEnd());
    PostedAmount unamortised =
        calculator.post(
            "unamortised",
            new UnamortisedInvestment(calculator, terms.amortisation(), agreed, end).exact());
    Figure early =
        calculator.compare(
            "ended-early",
            calculator.days("days-left", Period.of(end, terms.agreedEnd())),
            Relation.GREATER,
            calculator.parameter("nothing", BigDecimal.ZERO, "d"));
    outcome.line(
        LineDraft.builder()
            .item("unamortised")
            .kind(Termination.UNAMORTISED)
            .amount(unamortised)
            .remark(why(end.isBefore(terms.agreedEnd())))
            .build());
    buyOut(unamortised, early);
    List<Termination.Penalty> penalties =
        terms.effect().map(Termination.Effect::penalties).orElse(List.of());
    for (int i = 0; i < penalties.size(); i++) {
      penalty("penalty-" + (i + 1), penalties.get(i), unamortised, early);
    }
    return outcome.build();
  }

  /** Why service ends, and by which document. */
  private Bilingual why(boolean early) {
    Termination.Cause cause =
        terms.cause().filter(stated -> early).orElse(Termination.Cause.EXPIRY);
    String document = terms.document().filter(named -> early).orElse("");
    return document.isEmpty()
        ? cause.label()
        : new Bilingual(
            cause.label().zh() + "（" + document + "）", cause.label().en() + ", " + document);
  }

  private void buyOut(PostedAmount unamortised, Figure early) {
    Figure ratio =
        calculator.select(
            "buy-out-ratio",
            early,
            ratio(terms.effect()),
            ratio(
                terms.outcomes().stream()
                    .filter(effect -> effect.cause() == Termination.Cause.EXPIRY)
                    .findFirst()));
    PostedAmount paid =
        calculator.post(
            "buy-out",
            calculator.times("buy-out", calculator.currencyCode(), unamortised.figure(), ratio));
    if (!paid.money().isZero()) {
      outcome.line(
          LineDraft.builder()
              .item("buy-out")
              .kind(Termination.BUY_OUT)
              .use(LineDraft.Use.PAYABLE)
              .unitPrice(ratio)
              .amount(paid)
              .build());
    }
  }

  private Figure ratio(Optional<Termination.Effect> effect) {
    BigDecimal ratio = effect.map(Termination.Effect::buyOut).orElse(BigDecimal.ONE);
    return calculator.parameter("buy-out-ratio", ratio, "");
  }

  private void penalty(
      String item, Termination.Penalty penalty, PostedAmount unamortised, Figure early) {
    PostedAmount base = penalty.perYear().map(this::ofTimeLeft).orElse(unamortised);
    Figure ratio = calculator.parameter("penalty-ratio", penalty.ratio(), "");
    PostedAmount agreed =
        calculator.post(
            "penalty",
            calculator.times("penalty", calculator.currencyCode(), base.figure(), ratio));
    PostedAmount owed = calculator.choose("penalty", early, agreed, calculator.zero("nothing"));
    int sign = terms.cause().map(Termination.Cause::sign).orElse(0);
    if (sign != 0 && !owed.money().isZero()) {
      outcome.line(
          LineDraft.builder()
              .item(item)
              .kind(Termination.PENALTY)
              .use(LineDraft.Use.PAYABLE)
              .taxable(false)
              .unitPrice(ratio)
              .amount(sign > 0 ? owed : calculator.opposite("penalty", owed))
              .build());
    }
  }

  /** An amount per contract year over the time left, each year by its own days. */
  private PostedAmount ofTimeLeft(BigDecimal perYear) {
    Period left = Period.of(input.contract().term().end(), terms.agreedEnd());
    List<Figure> years = new ArrayList<>();
    years.add(calculator.parameter("nothing", BigDecimal.ZERO, ""));
    int number = input.resolved().years().numberOf(left.start());
    for (Period year = input.resolved().years().year(number);
        year.start().isBefore(left.end());
        year = input.resolved().years().year(++number)) {
      Optional<Period> part = year.overlap(left);
      if (part.isPresent()) {
        years.add(
            calculator.over(
                "part-of-year",
                "",
                calculator.days("days", part.get()),
                calculator.days("days-of-full-period", year)));
      }
    }
    Figure amount = calculator.parameter("amount-per-year", perYear, calculator.currencyCode());
    return calculator.post(
        "amount-of-time-left",
        calculator.times(
            "amount-of-time-left",
            calculator.currencyCode(),
            amount,
            calculator.sum("years-left", years)));
  }

  static Optional<Termination.Effect> effect(JsonObject json) {
    Optional<Termination.Cause> cause = json.constant("cause", Termination.Cause.class);
    Optional<BigDecimal> buyOut = json.required("buyOut").flatMap(JsonElement::notNegative);
    List<Termination.Penalty> penalties =
        json.objects("penalties", TerminationCalculation::penalty);
    return json.build(
        () -> new Termination.Effect(cause.orElseThrow(), buyOut.orElseThrow(), penalties));
  }

  private static Optional<Termination.Penalty> penalty(JsonObject json) {
    Optional<Termination.Base> base = json.constant("base", Termination.Base.class);
    Optional<BigDecimal> ratio = json.required("ratio").flatMap(JsonElement::notNegative);
    Optional<BigDecimal> perYear = json.optional("perYear").flatMap(JsonElement::amount);
    return json.build(
        () -> new Termination.Penalty(base.orElseThrow(), ratio.orElseThrow(), perYear));
  }
}
