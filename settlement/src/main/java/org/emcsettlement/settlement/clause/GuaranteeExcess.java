package org.emcsettlement.settlement.clause;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.emcsettlement.settlement.contract.Outcome;
import org.emcsettlement.settlement.contract.StatementInput;
import org.emcsettlement.settlement.statement.BalanceNames;
import org.emcsettlement.settlement.statement.Movement;
import org.emcsettlement.settlement.trail.Calculator;
import org.emcsettlement.settlement.trail.Figure;
import org.emcsettlement.settlement.trail.PostedAmount;

/**
 * What an excess is worth to the service provider: first it cures shortfalls of earlier years, then
 * the rest is shared, then carried compensation is recovered from the share.
 */
final class GuaranteeExcess {

  private final StatementInput input;
  private final Guarantee terms;
  private final Outcome.Builder outcome;
  private final GuaranteeBooking booking;
  private final Calculator calculator;

  GuaranteeExcess(
      StatementInput input, Guarantee terms, Outcome.Builder outcome, GuaranteeBooking booking) {
    this.input = input;
    this.terms = terms;
    this.outcome = outcome;
    this.booking = booking;
    this.calculator = input.calculator();
  }

  /** Where the compensation of each year stands as long as it may be cured. */
  private String bank() {
    return BalanceNames.CURABLE_SHORTFALL + terms.id() + "/Y";
  }

  /** Compensation of this year that a later excess may give back. */
  void mayBeCured(PostedAmount compensation) {
    if (terms.excessOffsetYears().isPresent() && !compensation.money().isZero()) {
      outcome.move(bank() + input.period().contractYear(), Movement.Kind.ADDITION, compensation);
    }
  }

  /** Shares the value of an excess, less the part of it that cured. */
  void share(Figure excess, PostedAmount value, Figure price) {
    PostedAmount shared = cure(excess, value, price);
    if (terms.excessShare().signum() == 0) {
      return;
    }
    Figure share = calculator.parameter("excess-share", terms.excessShare(), "");
    PostedAmount entitlement =
        calculator.post(
            "excess-share",
            calculator.times("excess-share", calculator.currencyCode(), shared.figure(), share));
    booking.add("excess-share", GuaranteeLines.EXCESS_SHARE, entitlement, true, false);
    PostedAmount carried =
        terms.unrecovered() == Guarantee.Unrecovered.CARRIED
            ? input.opening(booking.unrecovered())
            : calculator.zero("opening-balance");
    PostedAmount recovered = calculator.smaller("shortfall-recovered", carried, entitlement);
    if (!recovered.money().isZero()) {
      outcome.move(booking.unrecovered(), Movement.Kind.USE, recovered);
      booking.add(
          "recovered",
          GuaranteeLines.RECOVERED,
          calculator.opposite("shortfall-recovered", recovered),
          !terms.damages(),
          true);
    }
  }

  /** Gives compensation back that an equal shortfall would cost, oldest first. */
  private PostedAmount cure(Figure excess, PostedAmount value, Figure price) {
    List<String> years = open();
    if (years.isEmpty()) {
      return value;
    }
    PostedAmount offered =
        calculator.post(
            "excess-as-compensation",
            calculator.times(
                "excess-as-compensation",
                calculator.currencyCode(),
                calculator.parameter("compensation-rate", terms.rate(), ""),
                excess,
                price));
    PostedAmount left = offered;
    Map<String, PostedAmount> rest = new LinkedHashMap<>();
    for (String year : years) {
      PostedAmount compensated = input.opening(year);
      PostedAmount cured = calculator.smaller("shortfall-cured", compensated, left);
      left = calculator.complement("excess-left", left, cured);
      rest.put(year, calculator.complement("shortfall-curable", compensated, cured));
      if (!cured.money().isZero()) {
        outcome.move(year, Movement.Kind.USE, cured);
      }
    }
    expire(rest);
    PostedAmount cured = calculator.complement("shortfalls-cured", offered, left);
    if (cured.money().isZero()) {
      return value;
    }
    booking.add("cured", GuaranteeLines.CURED, cured, !terms.damages(), true);
    Figure product =
        calculator.times(
            "value-times-cured", calculator.currencyCode(), value.figure(), cured.figure());
    PostedAmount used =
        calculator.post(
            "value-used",
            calculator.over("value-used", calculator.currencyCode(), product, offered.figure()));
    return calculator.complement("value-to-share", value, used);
  }

  /** Without an excess the years that are over still expire. */
  void expire() {
    Map<String, PostedAmount> rest = new LinkedHashMap<>();
    for (String year : open()) {
      rest.put(year, input.opening(year));
    }
    expire(rest);
  }

  private void expire(Map<String, PostedAmount> rest) {
    int last = input.period().contractYear() - terms.excessOffsetYears().orElse(0);
    rest.forEach(
        (year, amount) -> {
          if (number(year) <= last && !amount.money().isZero()) {
            outcome.move(year, Movement.Kind.EXPIRY, amount);
          }
        });
  }

  private List<String> open() {
    return input.open(bank()).stream().sorted(Comparator.comparingInt(this::number)).toList();
  }

  private int number(String balance) {
    return Integer.parseInt(balance.substring(bank().length()));
  }
}
