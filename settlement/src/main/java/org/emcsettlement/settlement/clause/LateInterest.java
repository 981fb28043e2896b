package org.emcsettlement.settlement.clause;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.emcsettlement.core.finding.Place;
import org.emcsettlement.settlement.contract.LineDraft;
import org.emcsettlement.settlement.contract.Outcome;
import org.emcsettlement.settlement.contract.StatementInput;
import org.emcsettlement.settlement.contract.StatementPeriod;
import org.emcsettlement.settlement.evidence.EvidenceFileFinding;
import org.emcsettlement.settlement.evidence.Payments;
import org.emcsettlement.settlement.statement.Bilingual;
import org.emcsettlement.settlement.statement.Series;
import org.emcsettlement.settlement.trail.Calculator;
import org.emcsettlement.settlement.trail.PostedAmount;

/**
 * Runs claims and payments from the first statement to this one: every payment goes to the oldest
 * claim still open, and at the end of every statement the interest that is unpaid and not yet
 * billed is billed. Only the last bill is this statement's.
 */
final class LateInterest {

  private final StatementInput input;
  private final LatePayment terms;
  private final List<OpenClaim> claims = new ArrayList<>();
  private final Outcome.Builder outcome = Outcome.builder();

  LateInterest(StatementInput input, LatePayment terms) {
    this.input = input;
    this.terms = terms;
    for (Payments.Dated claim : input.evidence().payments().claims()) {
      if (claim.date().isBefore(input.period().service().end())) {
        Calculator calculator = input.calculator().in(claim.reference());
        claims.add(new OpenClaim(calculator, terms, claim));
      }
    }
  }

  Outcome outcome() {
    LocalDate from = LocalDate.MIN;
    for (StatementPeriod statement : input.resolved().statements().periods()) {
      if (statement.series() == Series.REGULAR && !claims.isEmpty()) {
        LocalDate end = statement.service().end();
        pay(from, end, statement.equals(input.period()));
        from = end;
        if (statement.equals(input.period())) {
          claims.forEach(claim -> line(claim, claim.bill(end)));
          return outcome.build();
        }
        claims.forEach(claim -> claim.bill(end));
      }
    }
    return outcome.build();
  }

  private void pay(LocalDate from, LocalDate end, boolean reported) {
    for (Payments.Dated payment : input.evidence().payments().payments()) {
      if (!payment.date().isBefore(from) && payment.date().isBefore(end)) {
        PostedAmount left = allocate(payment);
        if (reported && !left.money().isZero()) {
          outcome.finding(
              EvidenceFileFinding.PAYMENT_UNALLOCATED,
              Place.file(Payments.NAME).during(payment.date().toString()),
              "reference",
              payment.reference(),
              "amount",
              left.money().getAmount().toPlainString());
        }
      }
    }
  }

  private PostedAmount allocate(Payments.Dated payment) {
    Calculator calculator = input.calculator().in(payment.reference());
    PostedAmount left =
        calculator.given(
            calculator.fact(
                "payment", payment.amount(), calculator.currencyCode(), payment.origin()));
    for (OpenClaim claim : claims) {
      if (!left.money().isZero()) {
        claim.runTo(payment.date().plusDays(1));
        left =
            terms.order() == LatePayment.Order.PRINCIPAL_FIRST
                ? claim.payInterest(claim.payPrincipal(left))
                : claim.payPrincipal(claim.payInterest(left));
      }
    }
    return left;
  }

  private void line(OpenClaim claim, PostedAmount interest) {
    if (interest.money().isZero()) {
      return;
    }
    Payments.Dated claimed = claim.claimed();
    outcome.line(
        LineDraft.builder()
            .item(Integer.toString(claims.indexOf(claim) + 1))
            .kind(LatePayment.INTEREST)
            .use(LineDraft.Use.PAYABLE)
            .taxable(terms.taxable())
            .amount(interest)
            .remark(
                new Bilingual(
                    claimed.reference() + "，应于 " + claimed.date() + " 前付清",
                    claimed.reference() + ", due " + claimed.date()))
            .build());
  }
}
