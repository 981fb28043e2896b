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
  private final TakenOver taken;

  GuaranteeBooking(StatementInput input, Guarantee terms, Outcome.Builder outcome) {
    this.input = input;
    this.terms = terms;
    this.outcome = outcome;
    this.calculator = input.calculator();
    this.taken = new TakenOver(input, terms, BalanceNames.GUARANTEE_BOOKED + terms.id(), outcome);
  }

  private boolean annual() {
    return input.period().series() == Series.ANNUAL;
  }

  /**
   * An entitlement of the service provider; a deduction and what gives it back are treated alike.
   */
  void add(String item, LineKind kind, PostedAmount amount, boolean taxable, boolean givesBack) {
    outcome.line(
        LineDraft.builder()
            .item(item)
            .kind(kind)
            .use(LineDraft.Use.ENTITLEMENT)
            .taxable(taxable)
            .givesBack(givesBack)
            .amount(amount)
            .build());
    if (taxable && !annual()) {
      taken.remember(amount, givesBack);
    }
  }

  /** {@return where compensation beyond the cap stands; a contract's only one needs no id} */
  String unrecovered() {
    long carrying =
        input.contract().clauses().stream()
            .filter(Guarantee.class::isInstance)
            .map(Guarantee.class::cast)
            .filter(other -> other.unrecovered() == Guarantee.Unrecovered.CARRIED)
            .count();
    return carrying == 1
        ? BalanceNames.UNRECOVERED_SHORTFALL
        : BalanceNames.UNRECOVERED_SHORTFALL_OF + terms.id();
  }

  /** Compensation, or what is given back of it if negative. */
  void compensate(PostedAmount compensation) {
    PostedAmount owed = calculator.opposite("compensation", compensation);
    if (!terms.withheld() || !compensation.money().isPositive()) {
      add("compensation", GuaranteeLines.COMPENSATION, owed, !terms.damages(), true);
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

  /** Withholds open compensation from what the statement comes to so far; the rest waits. */
  void withhold() {
    String name = BalanceNames.COMPENSATION_OPEN + terms.id();
    if (annual() || !input.open(name).contains(name)) {
      return;
    }
    PostedAmount room =
        calculator.larger(
            "payment-so-far", Entitlements.total(input, line -> true), calculator.zero("nothing"));
    PostedAmount withheld = calculator.smaller("compensation-withheld", input.opening(name), room);
    if (!withheld.money().isZero()) {
      outcome.move(name, Movement.Kind.USE, withheld);
      add(
          "withheld",
          GuaranteeLines.WITHHELD,
          calculator.opposite("compensation-withheld", withheld),
          !terms.damages(),
          true);
    }
  }

  /** The year's entitlement includes what its regular statements have booked. */
  void takeOver() {
    if (!annual()) {
      return;
    }
    String name = BalanceNames.GUARANTEE_BOOKED + terms.id();
    if (input.carries(name)) {
      add("taken-over", GuaranteeLines.TAKEN_OVER, taken.deductions(), true, true);
    }
    taken
        .inside()
        .ifPresent(
            booked -> add("taken-over-taxed", GuaranteeLines.TAKEN_OVER, booked, true, false));
  }
}
