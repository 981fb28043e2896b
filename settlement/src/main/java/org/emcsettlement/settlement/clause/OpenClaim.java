package org.emcsettlement.settlement.clause;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.settlement.evidence.Payments;
import org.emcsettlement.settlement.trail.Calculator;
import org.emcsettlement.settlement.trail.Figure;
import org.emcsettlement.settlement.trail.PostedAmount;

/**
 * A claim while it is paid. Its interest is rounded as a running total, so what statements bill of
 * it adds up to one rounding of the whole. Lives for one statement.
 */
final class OpenClaim {

  private final Calculator calculator;
  private final LatePayment terms;
  private final Payments.Dated claimed;
  private final PostedAmount nothing;
  private final Optional<PostedAmount> most;

  private final List<Figure> exact = new ArrayList<>();
  private PostedAmount principal;
  private LocalDate summedTo;
  private PostedAmount accrued;
  private PostedAmount unpaid;
  private PostedAmount billed;

  OpenClaim(Calculator calculator, LatePayment terms, Payments.Dated claimed) {
    this.calculator = calculator;
    this.terms = terms;
    this.claimed = claimed;
    this.nothing = calculator.zero("nothing");
    this.principal =
        calculator.given(
            calculator.fact(
                "overdue", claimed.amount(), calculator.currencyCode(), claimed.origin()));
    this.most =
        terms
            .cap()
            .map(
                part ->
                    calculator.post(
                        "interest-cap",
                        calculator.times(
                            "interest-cap",
                            calculator.currencyCode(),
                            principal.figure(),
                            calculator.parameter("interest-cap-ratio", part, ""))));
    this.summedTo = claimed.date().plusDays(1);
    this.accrued = nothing;
    this.unpaid = nothing;
    this.billed = nothing;
  }

  Payments.Dated claimed() {
    return claimed;
  }

  /** Lets what is still owed bear interest for the days before a date. */
  void runTo(LocalDate end) {
    if (!end.isAfter(summedTo) || principal.money().isZero()) {
      return;
    }
    Figure days = calculator.days("days-late", Period.of(summedTo, end));
    Figure rate =
        calculator.over(
            "daily-rate",
            "",
            calculator.parameter("rate-per-ten-thousand", terms.perTenThousand(), ""),
            calculator.parameter("ten-thousand", BigDecimal.valueOf(10_000), ""));
    exact.add(
        calculator.times("interest", calculator.currencyCode(), principal.figure(), rate, days));
    summedTo = end;
    PostedAmount rounded = calculator.post("interest", calculator.sum("interest", exact));
    PostedAmount now =
        most.map(cap -> calculator.smaller("interest-payable", rounded, cap)).orElse(rounded);
    unpaid =
        calculator.total(
            "interest-unpaid",
            List.of(unpaid, calculator.complement("interest-accrued", now, accrued)));
    accrued = now;
  }

  /** Pays of what was claimed; the rest of the payment remains. */
  PostedAmount payPrincipal(PostedAmount payment) {
    PostedAmount paid = calculator.smaller("principal-paid", payment, principal);
    principal = calculator.complement("overdue", principal, paid);
    return calculator.complement("payment-left", payment, paid);
  }

  /** Pays unpaid interest, billed interest first; the rest of the payment remains. */
  PostedAmount payInterest(PostedAmount payment) {
    PostedAmount paid = calculator.smaller("interest-paid", payment, unpaid);
    unpaid = calculator.complement("interest-unpaid", unpaid, paid);
    billed =
        calculator.larger(
            "interest-billed", calculator.complement("interest-billed", billed, paid), nothing);
    return calculator.complement("payment-left", payment, paid);
  }

  /** What a statement that ends on a date bills. */
  PostedAmount bill(LocalDate end) {
    runTo(end);
    PostedAmount bill = calculator.complement("interest-to-bill", unpaid, billed);
    billed = unpaid;
    return bill;
  }
}
