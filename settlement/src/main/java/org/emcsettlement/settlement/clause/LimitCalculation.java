package org.emcsettlement.settlement.clause;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.emcsettlement.core.period.DayCount;
import org.emcsettlement.settlement.contract.LineDraft;
import org.emcsettlement.settlement.contract.Outcome;
import org.emcsettlement.settlement.contract.StatementInput;
import org.emcsettlement.settlement.savings.DayShare;
import org.emcsettlement.settlement.statement.BalanceNames;
import org.emcsettlement.settlement.statement.LineKind;
import org.emcsettlement.settlement.trail.Calculator;
import org.emcsettlement.settlement.trail.Figure;
import org.emcsettlement.settlement.trail.PostedAmount;

/** Limits what a statement earned, alone or as part of a running sum. */
final class LimitCalculation {

  private final StatementInput input;
  private final Limit terms;
  private final Calculator calculator;
  private final CumulativeAmount total;
  private final Outcome.Builder outcome = Outcome.builder();

  LimitCalculation(StatementInput input, Limit terms) {
    this.input = input;
    this.terms = terms;
    this.calculator = input.calculator();
    this.total = new CumulativeAmount(input, terms.over(), BalanceNames.LIMITED + terms.id());
  }

  Outcome outcome() {
    PostedAmount earned = Entitlements.total(input);
    PostedAmount before = total.before();
    PostedAmount payable =
        terms.bank().isPresent() ? banked(earned, before) : limited(earned, before);
    return outcome
        .line(LineDraft.builder().item("limited").kind(Limit.LIMITED).amount(payable).build())
        .build();
  }

  /** The limited sum less the limited sum before; it counts what was earned. */
  private PostedAmount limited(PostedAmount earned, PostedAmount before) {
    PostedAmount after = calculator.total("counted-until-end", List.of(before, earned));
    total.close(outcome, after);
    PostedAmount until = atLeast(capped(after));
    PostedAmount payable =
        terms.over() == Cumulation.PERIOD
            ? until
            : calculator.complement("within-limits", until, capped(before));
    adjust("adjustment", payable, earned);
    return payable;
  }

  /** What has its place under the cap, and what the bank releases there; it counts what is paid. */
  private PostedAmount banked(PostedAmount earned, PostedAmount before) {
    PostedAmount room = calculator.complement("room-under-cap", cap().orElseThrow(), before);
    PostedAmount own = calculator.smaller("within-cap", earned, room);
    PostedAmount above = calculator.complement("above-cap", earned, own);
    if (!above.money().isZero()) {
      entitlement("banked", Limit.BANKED, calculator.opposite("above-cap", above));
    }
    PostedAmount released =
        new BankCalculation(input, terms, outcome)
            .released(above, calculator.complement("room-under-cap", room, own));
    PostedAmount paid = calculator.total("within-limits", List.of(own, released));
    PostedAmount after = calculator.total("counted-until-end", List.of(before, paid));
    PostedAmount raised = atLeast(after);
    adjust("adjustment", raised, after);
    total.close(outcome, raised);
    return calculator.complement("within-limits", raised, before);
  }

  private void adjust(String item, PostedAmount limited, PostedAmount earned) {
    PostedAmount change = calculator.complement("limit-adjustment", limited, earned);
    if (!change.money().isZero()) {
      entitlement(item, Limit.ADJUSTMENT, change);
    }
  }

  private void entitlement(String item, LineKind kind, PostedAmount amount) {
    outcome.line(
        LineDraft.builder()
            .item(item)
            .kind(kind)
            .use(LineDraft.Use.ENTITLEMENT)
            .amount(amount)
            .build());
  }

  private PostedAmount capped(PostedAmount amount) {
    return cap().map(cap -> calculator.smaller("at-most-cap", amount, cap)).orElse(amount);
  }

  /** The floor of a year or term is due when that is over. */
  private PostedAmount atLeast(PostedAmount amount) {
    boolean due =
        switch (terms.over()) {
          case PERIOD -> true;
          case YEAR_TO_DATE -> YearPosition.endsYear(input);
          case LIFETIME -> YearPosition.endsTerm(input);
        };
    Optional<PostedAmount> floor = due ? bound("floor", terms.floor()) : Optional.empty();
    return floor.map(least -> calculator.larger("at-least-floor", amount, least)).orElse(amount);
  }

  private Optional<PostedAmount> cap() {
    return bound("cap", terms.cap());
  }

  private Optional<PostedAmount> bound(String name, Optional<BigDecimal> agreed) {
    return agreed.map(
        amount -> {
          Figure whole = calculator.parameter(name, amount, calculator.currencyCode());
          boolean partial = terms.prorate() && terms.over() == Cumulation.PERIOD;
          return calculator.post(
              name,
              partial
                  ? DayShare.of(
                      calculator,
                      name,
                      whole,
                      input.period().service(),
                      input.period().full(),
                      DayCount.ACT_ACTUAL_IN_PERIOD)
                  : whole);
        });
  }
}
