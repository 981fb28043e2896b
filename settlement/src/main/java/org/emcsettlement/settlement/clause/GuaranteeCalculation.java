package org.emcsettlement.settlement.clause;

import java.math.BigDecimal;
import java.util.Optional;
import org.emcsettlement.settlement.contract.LineDraft;
import org.emcsettlement.settlement.contract.Outcome;
import org.emcsettlement.settlement.contract.StatementInput;
import org.emcsettlement.settlement.statement.BalanceNames;
import org.emcsettlement.settlement.statement.Figures;
import org.emcsettlement.settlement.statement.LineKind;
import org.emcsettlement.settlement.statement.Movement;
import org.emcsettlement.settlement.statement.Series;
import org.emcsettlement.settlement.trail.Calculator;
import org.emcsettlement.settlement.trail.Figure;
import org.emcsettlement.settlement.trail.PostedAmount;
import org.emcsettlement.settlement.trail.Relation;

/**
 * Compares the verified quantity with the guarantee. Statements that do not test it show how it
 * stands and book nothing, unless provisionally.
 */
final class GuaranteeCalculation {

  private final StatementInput input;
  private final Guarantee terms;
  private final Calculator calculator;
  private final Outcome.Builder outcome = Outcome.builder();
  private final GuaranteeBooking booking;
  private final GuaranteeExcess excesses;
  private final Figure verified;
  private final Figure guaranteed;
  private final Figure price;

  GuaranteeCalculation(StatementInput input, Guarantee terms) {
    this.input = input;
    this.terms = terms;
    this.calculator = input.calculator();
    this.booking = new GuaranteeBooking(input, terms, outcome);
    this.excesses = new GuaranteeExcess(input, terms, outcome, booking);
    GuaranteeMeasure measure = new GuaranteeMeasure(terms);
    this.verified = measure.verified(input, outcome);
    this.guaranteed = measure.guaranteed(input, outcome);
    this.price = measure.price(input);
  }

  Outcome outcome() {
    outcome
        .put(Figures.GUARANTEE, guaranteed)
        .put(Figures.GUARANTEE_VERIFIED, verified)
        .put(Figures.GUARANTEE_PRICE, price);
    quantityLine("agreed", GuaranteeLines.AGREED, guaranteed);
    quantityLine("verified", GuaranteeLines.VERIFIED, verified);
    if (terms.pooled()) {
      return outcome.build();
    }
    booking.withhold();
    switch (terms.test().orElse(Guarantee.Test.YEAR)) {
      case YEAR -> year();
      case PERIOD -> {
        if (!annual()) {
          settle();
        }
      }
      case CUMULATIVE -> cumulative();
    }
    booking.takeOver();
    return outcome.build();
  }

  private boolean annual() {
    return input.period().series() == Series.ANNUAL;
  }

  private void year() {
    if (DecidingStatement.is(input, terms.series())) {
      returnProvisional();
      settle();
    } else if (terms.provisional() && !annual()) {
      provisional();
    }
  }

  private void settle() {
    compensation();
    Figure excess =
        calculator.max("excess", calculator.minus("excess", verified, guaranteed), zero());
    if (excess.signum() == 0) {
      excesses.expire();
      return;
    }
    PostedAmount value =
        calculator.post(
            "excess-value",
            calculator.times("excess-value", calculator.currencyCode(), excess, price));
    valueLine("excess", GuaranteeLines.EXCESS, excess, value);
    excesses.share(excess, value, price);
  }

  private void compensation() {
    Figure shortfall = shortfall(guaranteed, verified);
    if (shortfall.signum() == 0) {
      return;
    }
    PostedAmount uncapped = uncapped(shortfall);
    PostedAmount compensation =
        cap().map(cap -> calculator.smaller("compensation", uncapped, cap)).orElse(uncapped);
    boolean capped = !compensation.money().equals(uncapped.money());
    outcome.line(
        value("shortfall", GuaranteeLines.MISSED, shortfall, uncapped)
            .remark(
                GuaranteeLines.shortfall(
                    terms, capped ? Optional.of(compensation) : Optional.empty()))
            .build());
    booking.compensate(compensation);
    excesses.mayBeCured(compensation);
    PostedAmount open = calculator.complement("unrecovered-shortfall", uncapped, compensation);
    if (open.money().isZero()) {
      return;
    }
    switch (terms.unrecovered()) {
      case WAIVED -> {
        // the cap ends it
      }
      case CARRIED -> outcome.move(booking.unrecovered(), Movement.Kind.ADDITION, open);
      case EXTENDS_TERM -> extension(open);
    }
  }

  /** Noted in money, and in days where the contract says what a day is worth. */
  private void extension(PostedAmount open) {
    outcome.move(BalanceNames.TERM_EXTENSION + terms.id(), Movement.Kind.ADDITION, open);
    LineDraft.Builder line =
        LineDraft.builder().item("extension").kind(GuaranteeLines.TERM_EXTENSION).amount(open);
    terms
        .extensionPerDay()
        .ifPresent(
            value -> {
              Figure perDay =
                  calculator.parameter(
                      "extension-per-day", value, calculator.currencyCode() + "/d");
              line.unitPrice(perDay)
                  .quantity(calculator.over("extension-days", "d", open.figure(), perDay));
            });
    outcome.line(line.build());
  }

  /** What is missing of all years so far, less what was compensated before. */
  private void cumulative() {
    Figure agreed = toDate("agreed", GuaranteeLines.AGREED_TO_DATE, guaranteed, false);
    Figure saved = toDate("verified", GuaranteeLines.VERIFIED_TO_DATE, verified, false);
    if (!DecidingStatement.is(input, terms.series())) {
      return;
    }
    Figure shortfall = shortfall(agreed, saved);
    PostedAmount needed = uncapped(shortfall);
    if (shortfall.signum() != 0) {
      valueLine("shortfall", GuaranteeLines.MISSED, shortfall, needed);
    }
    String name = BalanceNames.COMPENSATED + terms.id();
    PostedAmount difference =
        calculator.complement("compensation-due", needed, input.opening(name));
    PostedAmount due =
        terms.clawback()
            ? difference
            : calculator.larger("compensation-due", difference, calculator.zero("nothing"));
    PostedAmount compensation =
        cap().map(cap -> calculator.smaller("compensation", due, cap)).orElse(due);
    if (!compensation.money().isZero()) {
      outcome.move(name, Movement.Kind.ADDITION, compensation);
      booking.compensate(compensation);
    }
  }

  /** The year so far against the part of the guarantee due so far, less what was booked. */
  private void provisional() {
    boolean first = input.period().service().start().equals(DecidingStatement.year(input).start());
    Figure agreed = toDate("agreed", GuaranteeLines.AGREED_TO_DATE, guaranteed, first);
    Figure saved = toDate("verified", GuaranteeLines.VERIFIED_TO_DATE, verified, first);
    PostedAmount uncapped = uncapped(shortfall(agreed, saved));
    PostedAmount toDate =
        cap().map(cap -> calculator.smaller("compensation", uncapped, cap)).orElse(uncapped);
    String name = BalanceNames.PROVISIONAL_COMPENSATION + terms.id();
    PostedAmount booked =
        calculator.complement("provisional-compensation", toDate, input.opening(name));
    if (!booked.money().isZero()) {
      outcome.move(name, Movement.Kind.ADDITION, booked);
      provisionalLine(calculator.opposite("provisional-compensation", booked));
    }
  }

  /**
   * The year is tested: damages booked inside it are given back, price reductions by the true-up.
   */
  private void returnProvisional() {
    String name = BalanceNames.PROVISIONAL_COMPENSATION + terms.id();
    if (input.open(name).contains(name)) {
      PostedAmount booked = input.opening(name);
      outcome.move(name, Movement.Kind.USE, booked);
      if (terms.damages()) {
        provisionalLine(booked);
      }
    }
  }

  private void provisionalLine(PostedAmount amount) {
    outcome.line(
        LineDraft.builder()
            .item("provisional")
            .kind(GuaranteeLines.PROVISIONAL)
            .use(LineDraft.Use.ENTITLEMENT)
            .taxable(!terms.damages())
            .givesBack(true)
            .amount(amount)
            .build());
  }

  /** A running total with its line; a new one begins with this statement. */
  private Figure toDate(String item, LineKind kind, Figure figure, boolean anew) {
    String line = item + "-to-date";
    Optional<Figure> before =
        anew ? Optional.empty() : input.runningTotal(terms.id() + "." + line, figure.unit());
    Figure total = before.map(sum -> calculator.plus(line, sum, figure)).orElse(figure);
    quantityLine(line, kind, total);
    return total;
  }

  private Figure zero() {
    return calculator.parameter("nothing", BigDecimal.ZERO, guaranteed.unit());
  }

  /** G − V or (1 − τ)·G − V once V lies below (1 − τ)·G. */
  private Figure shortfall(Figure agreed, Figure saved) {
    Figure one = calculator.parameter("one", BigDecimal.ONE, "");
    Figure tolerance = calculator.parameter("tolerance", terms.tolerance(), "");
    Figure trigger =
        calculator.times(
            "trigger-level",
            agreed.unit(),
            agreed,
            calculator.minus("tolerated-part", one, tolerance));
    Figure missed = calculator.compare("guarantee-missed", saved, Relation.LESS, trigger);
    Figure reference = terms.shortfall() == Guarantee.Shortfall.FULL ? agreed : trigger;
    return calculator.select(
        "shortfall", missed, calculator.minus("shortfall", reference, saved), zero());
  }

  private PostedAmount uncapped(Figure shortfall) {
    return calculator.post(
        "compensation-uncapped",
        calculator.times(
            "compensation",
            calculator.currencyCode(),
            calculator.parameter("compensation-rate", terms.rate(), ""),
            shortfall,
            price));
  }

  private Optional<PostedAmount> cap() {
    if (terms.capAmount().isPresent()) {
      return terms
          .capAmount()
          .map(
              cap ->
                  calculator.post(
                      "compensation-cap",
                      calculator.parameter("compensation-cap", cap, calculator.currencyCode())));
    }
    return terms
        .capFractionOfFee()
        .map(
            fraction ->
                calculator.post(
                    "compensation-cap",
                    calculator.times(
                        "compensation-cap",
                        calculator.currencyCode(),
                        input.get(Figures.FEE).figure(),
                        calculator.parameter("cap-fraction-of-fee", fraction, ""))));
  }

  private void quantityLine(String item, LineKind kind, Figure quantity) {
    outcome.line(LineDraft.builder().item(item).kind(kind).quantity(quantity).build());
  }

  private void valueLine(String item, LineKind kind, Figure quantity, PostedAmount value) {
    outcome.line(value(item, kind, quantity, value).build());
  }

  private LineDraft.Builder value(String item, LineKind kind, Figure quantity, PostedAmount value) {
    return LineDraft.builder()
        .item(item)
        .kind(kind)
        .quantity(quantity)
        .unitPrice(price)
        .amount(value);
  }
}
