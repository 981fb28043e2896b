package org.emcsettlement.settlement.clause;

import java.util.List;
import org.emcsettlement.settlement.contract.Outcome;
import org.emcsettlement.settlement.contract.StatementInput;
import org.emcsettlement.settlement.statement.BalanceNames;
import org.emcsettlement.settlement.statement.Figures;
import org.emcsettlement.settlement.statement.Movement;
import org.emcsettlement.settlement.statement.Series;
import org.emcsettlement.settlement.trail.Calculator;
import org.emcsettlement.settlement.trail.PostedAmount;

/** What there is to share after losses, and the balances that losses leave. */
final class DeficitCalculation {

  private final StatementInput input;
  private final NegativeSavings terms;
  private final Outcome.Builder outcome;
  private final Calculator calculator;

  DeficitCalculation(StatementInput input, NegativeSavings terms, Outcome.Builder outcome) {
    this.input = input;
    this.terms = terms;
    this.outcome = outcome;
    this.calculator = input.calculator();
  }

  PostedAmount shareable() {
    PostedAmount verified = input.get(Figures.VERIFIED_SAVINGS);
    return switch (terms.policy()) {
      case SHARE_LOSS -> verified;
      case FLOOR_ZERO -> gain(afterForgetting(verified));
      case CARRY_DEFICIT -> afterDeficit(verified);
      case ANNUAL_NET -> gain(netted(verified));
    };
  }

  private PostedAmount gain(PostedAmount savings) {
    return calculator.larger("savings-to-share", savings, calculator.zero("nothing"));
  }

  /** A loss that a statement has forgotten does not come back with the year's sum. */
  private PostedAmount afterForgetting(PostedAmount verified) {
    if (!terms.isSettledAgain(input.contract())) {
      return verified;
    }
    if (input.period().series() == Series.REGULAR) {
      PostedAmount zero = calculator.zero("nothing");
      move(
          BalanceNames.FORGOTTEN_LOSS,
          Movement.Kind.ADDITION,
          calculator.smaller("forgotten-loss", verified, zero));
      return verified;
    }
    PostedAmount forgotten = input.opening(BalanceNames.FORGOTTEN_LOSS);
    move(BalanceNames.FORGOTTEN_LOSS, Movement.Kind.USE, forgotten);
    return calculator.complement("savings-without-forgotten-losses", verified, forgotten);
  }

  private PostedAmount afterDeficit(PostedAmount verified) {
    PostedAmount zero = calculator.zero("nothing");
    PostedAmount start = input.start(BalanceNames.DEFICIT);
    PostedAmount available = calculator.total("available-savings", List.of(verified, start));
    PostedAmount deficit = calculator.smaller("deficit", available, zero);
    PostedAmount change =
        calculator.complement("deficit-change", deficit, input.opening(BalanceNames.DEFICIT));
    move(BalanceNames.DEFICIT, Movement.Kind.ADDITION, change);
    if (expires()) {
      move(BalanceNames.DEFICIT, Movement.Kind.EXPIRY, deficit);
    }
    return calculator.larger("savings-to-share", available, zero);
  }

  private boolean expires() {
    return terms
        .expires()
        .map(
            expiry ->
                expiry == NegativeSavings.Expiry.YEAR_END
                    ? YearPosition.endsYear(input)
                    : YearPosition.endsTerm(input))
        .orElse(false);
  }

  /** The savings of the statement; in an annual one, of all statements of its year. */
  private PostedAmount netted(PostedAmount verified) {
    if (input.period().series() == Series.REGULAR) {
      move(BalanceNames.YEAR_SAVINGS, Movement.Kind.ADDITION, verified);
      return verified;
    }
    PostedAmount sum = input.opening(BalanceNames.YEAR_SAVINGS);
    move(BalanceNames.YEAR_SAVINGS, Movement.Kind.USE, sum);
    return sum;
  }

  private void move(String balance, Movement.Kind kind, PostedAmount amount) {
    if (!amount.money().isZero()) {
      outcome.move(balance, kind, amount);
    }
  }
}
