package org.emcsettlement.settlement.clause;

import java.util.List;
import java.util.Optional;
import org.emcsettlement.core.period.DayCount;
import org.emcsettlement.settlement.contract.LineDraft;
import org.emcsettlement.settlement.contract.Outcome;
import org.emcsettlement.settlement.contract.StatementInput;
import org.emcsettlement.settlement.savings.DayShare;
import org.emcsettlement.settlement.statement.BalanceNames;
import org.emcsettlement.settlement.statement.Figures;
import org.emcsettlement.settlement.statement.LineKind;
import org.emcsettlement.settlement.statement.Movement;
import org.emcsettlement.settlement.trail.Calculator;
import org.emcsettlement.settlement.trail.Figure;
import org.emcsettlement.settlement.trail.PostedAmount;
import org.emcsettlement.settlement.trail.Relation;

/** Takes deadband and uncertainty off the priced savings. */
final class VerifiedCalculation {

  private final StatementInput input;
  private final VerifiedSavings terms;
  private final Calculator calculator;
  private final Outcome.Builder outcome = Outcome.builder();

  VerifiedCalculation(StatementInput input, VerifiedSavings terms) {
    this.input = input;
    this.terms = terms;
    this.calculator = input.calculator();
  }

  Outcome outcome() {
    PostedAmount total = calculator.total("savings-of-period", input.all(Figures.SAVINGS_VALUE));
    PostedAmount outside = deadband().map(d -> outside(total, d, terms.form())).orElse(total);
    PostedAmount verified =
        switch (terms.uncertainty()) {
          case POINT -> outside;
          case LOWER_BOUND -> calculator.complement("lower-limit", outside, halfWidth());
          case HOLD -> held(outside);
        };
    return outcome
        .put(Figures.VERIFIED_SAVINGS, verified)
        .line(LineDraft.builder().kind(VerifiedSavings.VERIFIED).amount(verified).build())
        .build();
  }

  private Optional<PostedAmount> deadband() {
    if (terms.deadbandStatistical()) {
      return Optional.of(halfWidth());
    }
    String currency = calculator.currencyCode();
    if (terms.deadband().isPresent()) {
      return terms
          .deadband()
          .map(
              d ->
                  calculator.post(
                      "deadband", ofDays(calculator.parameter("deadband", d, currency))));
    }
    return terms
        .deadbandFraction()
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

  private Figure ofDays(Figure whole) {
    return terms.prorate()
        ? DayShare.of(
            calculator,
            "deadband",
            whole,
            input.period().service(),
            input.period().full(),
            DayCount.ACT_ACTUAL_IN_PERIOD)
        : whole;
  }

  /** HARD: nothing up to d, beyond it all. SOFT: what lies beyond d. */
  private PostedAmount outside(PostedAmount total, PostedAmount d, VerifiedSavings.Deadband form) {
    PostedAmount zero = calculator.zero("nothing");
    Figure size = calculator.absolute("savings-size", total.figure());
    Figure inside = calculator.compare("inside-deadband", size, Relation.AT_MOST, d.figure());
    PostedAmount outside = total;
    if (form == VerifiedSavings.Deadband.SOFT) {
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

  private PostedAmount halfWidth() {
    PostedAmount halfWidth = new HalfWidth(input, terms.interval()).inMoney();
    if (halfWidth.money().isPositive()) {
      memo("half-width", VerifiedSavings.HALF_WIDTH, halfWidth);
    }
    return halfWidth;
  }

  /** Holds what lies inside the interval; when the year ends, all that was held is settled. */
  private PostedAmount held(PostedAmount savings) {
    PostedAmount opening = input.opening(BalanceNames.HELD_SAVINGS);
    if (YearPosition.endsYear(input)) {
      PostedAmount start = input.start(BalanceNames.HELD_SAVINGS);
      if (!opening.money().isZero()) {
        outcome.move(BalanceNames.HELD_SAVINGS, Movement.Kind.USE, opening);
        memo("held", VerifiedSavings.HELD, calculator.opposite("savings-released", start));
      }
      return calculator.total("verified-savings", List.of(savings, start));
    }
    PostedAmount settled = outside(savings, halfWidth(), VerifiedSavings.Deadband.SOFT);
    PostedAmount held = calculator.complement("savings-held", savings, settled);
    if (!held.money().isZero()) {
      outcome.move(BalanceNames.HELD_SAVINGS, Movement.Kind.ADDITION, held);
      memo("held", VerifiedSavings.HELD, held);
    }
    return settled;
  }

  private void memo(String item, LineKind kind, PostedAmount amount) {
    outcome.line(LineDraft.builder().item(item).kind(kind).amount(amount).build());
  }
}
