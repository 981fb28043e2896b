package org.emcsettlement.settlement.clause;

import java.math.BigDecimal;
import java.util.Optional;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.settlement.contract.LineDraft;
import org.emcsettlement.settlement.contract.Outcome;
import org.emcsettlement.settlement.contract.StatementInput;
import org.emcsettlement.settlement.statement.BalanceNames;
import org.emcsettlement.settlement.statement.Figures;
import org.emcsettlement.settlement.statement.LineKind;
import org.emcsettlement.settlement.statement.Movement;
import org.emcsettlement.settlement.trail.Calculator;
import org.emcsettlement.settlement.trail.Figure;
import org.emcsettlement.settlement.trail.PostedAmount;
import org.emcsettlement.settlement.trail.Relation;

/**
 * Compares the verified quantity with the guarantee. Statements of less than a contract year show
 * how it stands and book nothing.
 */
final class GuaranteeCalculation {

  private final StatementInput input;
  private final Guarantee terms;
  private final Calculator calculator;
  private final Outcome.Builder outcome = Outcome.builder();
  private final Figure verified;
  private final Figure guaranteed;
  private final Figure price;

  GuaranteeCalculation(StatementInput input, Guarantee terms) {
    this.input = input;
    this.terms = terms;
    this.calculator = input.calculator();
    GuaranteeMeasure measure = new GuaranteeMeasure(terms);
    this.verified = measure.verified(input, outcome);
    this.guaranteed = measure.guaranteed(input, outcome);
    this.price = measure.price(input);
  }

  Outcome outcome() {
    outcome.line(
        LineDraft.builder().item("agreed").kind(Guarantee.PROGRESS).quantity(guaranteed).build());
    outcome.line(
        LineDraft.builder().item("verified").kind(Guarantee.VERIFIED).quantity(verified).build());
    if (coversContractYear()) {
      compensation();
      excess();
    }
    return outcome.build();
  }

  private boolean coversContractYear() {
    Period year = input.resolved().years().year(input.period().contractYear());
    return year.overlap(input.contract().term().period())
        .equals(Optional.of(input.period().service()));
  }

  private Figure zero() {
    return calculator.parameter("nothing", BigDecimal.ZERO, guaranteed.unit());
  }

  /** G − V or (1 − τ)·G − V once V lies below (1 − τ)·G. */
  private Figure shortfall() {
    Figure one = calculator.parameter("one", BigDecimal.ONE, "");
    Figure tolerance = calculator.parameter("tolerance", terms.tolerance(), "");
    Figure trigger =
        calculator.times(
            "trigger-level",
            guaranteed.unit(),
            guaranteed,
            calculator.minus("tolerated-part", one, tolerance));
    Figure missed = calculator.compare("guarantee-missed", verified, Relation.LESS, trigger);
    Figure reference = terms.shortfall() == Guarantee.Shortfall.FULL ? guaranteed : trigger;
    return calculator.select(
        "shortfall", missed, calculator.minus("shortfall", reference, verified), zero());
  }

  private PostedAmount value(String name, Figure quantity) {
    return calculator.post(
        name, calculator.times(name, calculator.currencyCode(), quantity, price));
  }

  private void compensation() {
    Figure shortfall = shortfall();
    if (shortfall.signum() == 0) {
      return;
    }
    Figure exact =
        calculator.times(
            "compensation",
            calculator.currencyCode(),
            calculator.parameter("compensation-rate", terms.rate(), ""),
            shortfall,
            price);
    PostedAmount uncapped = calculator.post("compensation-uncapped", exact);
    PostedAmount compensation =
        cap().map(cap -> calculator.smaller("compensation", uncapped, cap)).orElse(uncapped);
    quantityLine("shortfall", Guarantee.MISSED, shortfall, uncapped);
    outcome.line(
        entitlement(
            "compensation",
            Guarantee.COMPENSATION,
            calculator.opposite("compensation", compensation),
            !terms.damages()));
    PostedAmount open = calculator.complement("unrecovered-shortfall", uncapped, compensation);
    if (terms.unrecovered() == Guarantee.Unrecovered.CARRIED && !open.money().isZero()) {
      outcome.move(BalanceNames.UNRECOVERED_SHORTFALL, Movement.Kind.ADDITION, open);
    }
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

  private void excess() {
    Figure excess =
        calculator.max("excess", calculator.minus("excess", verified, guaranteed), zero());
    if (excess.signum() == 0) {
      return;
    }
    PostedAmount value = value("excess-value", excess);
    quantityLine("excess", Guarantee.EXCESS, excess, value);
    if (terms.excessShare().signum() == 0) {
      return;
    }
    Figure share = calculator.parameter("excess-share", terms.excessShare(), "");
    PostedAmount entitlement =
        calculator.post(
            "excess-share",
            calculator.times("excess-share", calculator.currencyCode(), value.figure(), share));
    outcome.line(entitlement("excess-share", Guarantee.EXCESS_SHARE, entitlement, true));
    PostedAmount carried = input.opening(BalanceNames.UNRECOVERED_SHORTFALL);
    PostedAmount recovered = calculator.smaller("shortfall-recovered", carried, entitlement);
    if (!recovered.money().isZero()) {
      outcome.move(BalanceNames.UNRECOVERED_SHORTFALL, Movement.Kind.USE, recovered);
      outcome.line(
          entitlement(
              "recovered",
              Guarantee.RECOVERED,
              calculator.opposite("shortfall-recovered", recovered),
              !terms.damages()));
    }
  }

  private void quantityLine(String item, LineKind kind, Figure quantity, PostedAmount value) {
    outcome.line(
        LineDraft.builder()
            .item(item)
            .kind(kind)
            .quantity(quantity)
            .unitPrice(price)
            .amount(value)
            .build());
  }

  private static LineDraft entitlement(
      String item, LineKind kind, PostedAmount amount, boolean taxable) {
    return LineDraft.builder()
        .item(item)
        .kind(kind)
        .use(LineDraft.Use.ENTITLEMENT)
        .taxable(taxable)
        .amount(amount)
        .build();
  }
}
