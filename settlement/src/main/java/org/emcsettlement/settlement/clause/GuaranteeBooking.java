package org.emcsettlement.settlement.clause;

import org.emcsettlement.settlement.contract.LineDraft;
import org.emcsettlement.settlement.contract.Outcome;
import org.emcsettlement.settlement.contract.StatementInput;
import org.emcsettlement.settlement.statement.BalanceNames;
import org.emcsettlement.settlement.statement.LineKind;
import org.emcsettlement.settlement.statement.Movement;
import org.emcsettlement.settlement.statement.Series;
import org.emcsettlement.settlement.trail.Calculator;
import org.emcsettlement.settlement.trail.PostedAmount;

/**
 * How what a guarantee comes to is owed: with the statement that tests it, or withheld from the
 * payments that follow. What regular statements book inside the tax base is remembered for the
 * annual one, whose true-up would refund it otherwise.
 */
final class GuaranteeBooking {

  private final StatementInput input;
  private final Guarantee terms;
  private final Outcome.Builder outcome;
  private final Calculator calculator;

  GuaranteeBooking(StatementInput input, Guarantee terms, Outcome.Builder outcome) {
    this.input = input;
    this.terms = terms;
    this.outcome = outcome;
    this.calculator = input.calculator();
  }

  private boolean annual() {
    return input.period().series() == Series.ANNUAL;
  }

  /** An entitlement of the service provider, negative if it owes. */
  void add(String item, LineKind kind, PostedAmount amount, boolean taxable) {
    outcome.line(
        LineDraft.builder()
            .item(item)
            .kind(kind)
            .use(LineDraft.Use.ENTITLEMENT)
            .taxable(taxable)
            .amount(amount)
            .build());
    boolean remembered = taxable && !annual() && input.contract().schedule().annualStatement();
    if (remembered && !amount.money().isZero()) {
      outcome.move(BalanceNames.GUARANTEE_BOOKED + terms.id(), Movement.Kind.ADDITION, amount);
    }
  }

  /** Compensation, or what is given back of it if negative. */
  void compensate(PostedAmount compensation) {
    PostedAmount owed = calculator.opposite("compensation", compensation);
    if (!terms.withheld() || !compensation.money().isPositive()) {
      add("compensation", GuaranteeLines.COMPENSATION, owed, !terms.damages());
      return;
    }
    outcome.line(
        LineDraft.builder()
            .item("compensation")
            .kind(GuaranteeLines.COMPENSATION)
            .amount(owed)
            .build());
    outcome.move(BalanceNames.COMPENSATION_OPEN + terms.id(), Movement.Kind.ADDITION, compensation);
  }

  /** Withholds open compensation from what is earned so far; the rest waits. */
  void withhold() {
    String name = BalanceNames.COMPENSATION_OPEN + terms.id();
    if (annual() || !input.open(name).contains(name)) {
      return;
    }
    PostedAmount room =
        calculator.larger("payment-so-far", Entitlements.earned(input), calculator.zero("nothing"));
    PostedAmount withheld = calculator.smaller("compensation-withheld", input.opening(name), room);
    if (!withheld.money().isZero()) {
      outcome.move(name, Movement.Kind.USE, withheld);
      add(
          "withheld",
          GuaranteeLines.WITHHELD,
          calculator.opposite("compensation-withheld", withheld),
          !terms.damages());
    }
  }

  /** The year's entitlement includes what its regular statements have booked. */
  void takeOver() {
    String name = BalanceNames.GUARANTEE_BOOKED + terms.id();
    if (annual() && input.open(name).contains(name)) {
      PostedAmount booked = input.opening(name);
      outcome.move(name, Movement.Kind.USE, booked);
      add("taken-over", GuaranteeLines.TAKEN_OVER, booked, true);
    }
  }
}
