package org.emcsettlement.settlement.clause;

import java.util.Optional;
import org.emcsettlement.settlement.contract.Clause;
import org.emcsettlement.settlement.contract.Outcome;
import org.emcsettlement.settlement.contract.StatementInput;
import org.emcsettlement.settlement.contract.TaxTerms;
import org.emcsettlement.settlement.statement.BalanceNames;
import org.emcsettlement.settlement.statement.Movement;
import org.emcsettlement.settlement.trail.PostedAmount;

/**
 * What regular statements book of a clause and the annual one takes over, whose true-up would
 * refund it otherwise. Where deductions stand outside the tax base, what stands inside is
 * remembered apart: one sum of both would lose how much of it was taxed.
 */
final class TakenOver {

  private final StatementInput input;
  private final Outcome.Builder outcome;
  private final String deductions;
  private final boolean apart;

  /** The balance is that of deductions, and of everything where they lower the price. */
  TakenOver(StatementInput input, Clause clause, String balance, Outcome.Builder outcome) {
    this.input = input;
    this.outcome = outcome;
    this.deductions = balance;
    this.apart = input.contract().tax().treatment(clause) != TaxTerms.Treatment.PRICE_REDUCTION;
  }

  /** Remembers an amount that a regular statement booked. */
  void remember(PostedAmount amount, boolean givesBack) {
    if (input.contract().schedule().annualStatement() && !amount.money().isZero()) {
      boolean taxed = apart && !givesBack && amount.money().isPositive();
      outcome.move(taxed ? taxed() : deductions, Movement.Kind.ADDITION, amount);
    }
  }

  private String taxed() {
    return deductions + BalanceNames.TAXED;
  }

  /** {@return the deductions, or everything where they lower the price; zero if there are none} */
  PostedAmount deductions() {
    return taken(deductions);
  }

  /** {@return what stands inside the tax base beside deductions that do not, if there is any} */
  Optional<PostedAmount> inside() {
    return input.carries(taxed()) ? Optional.of(taken(taxed())) : Optional.empty();
  }

  private PostedAmount taken(String balance) {
    PostedAmount amount = input.opening(balance);
    if (!amount.money().isZero()) {
      outcome.move(balance, Movement.Kind.USE, amount);
    }
    return amount;
  }
}
