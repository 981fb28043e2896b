package org.emcsettlement.settlement.clause;

import org.emcsettlement.settlement.contract.Outcome;
import org.emcsettlement.settlement.contract.StatementInput;
import org.emcsettlement.settlement.statement.Movement;
import org.emcsettlement.settlement.trail.PostedAmount;

/**
 * A total that runs on from statement to statement. It is carried as a balance, so that a statement
 * depends on its predecessor alone.
 */
final class CumulativeAmount {

  private final StatementInput input;
  private final Cumulation over;
  private final String balance;

  CumulativeAmount(StatementInput input, Cumulation over, String balance) {
    this.input = input;
    this.over = over;
    this.balance = balance;
  }

  /** The total before the statement. */
  PostedAmount before() {
    return over == Cumulation.PERIOD ? input.calculator().zero("nothing") : input.start(balance);
  }

  /** Carries the total on, or ends it with the contract year. */
  void close(Outcome.Builder outcome, PostedAmount total) {
    if (over == Cumulation.PERIOD) {
      return;
    }
    PostedAmount change =
        input.calculator().complement("change-of-total", total, input.opening(balance));
    if (!change.money().isZero()) {
      outcome.move(balance, Movement.Kind.ADDITION, change);
    }
    boolean ends = over == Cumulation.YEAR_TO_DATE && YearPosition.endsYear(input);
    if (ends && !total.money().isZero()) {
      outcome.move(balance, Movement.Kind.EXPIRY, total);
    }
  }
}
