package org.emcsettlement.settlement.clause;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.emcsettlement.settlement.contract.LineDraft;
import org.emcsettlement.settlement.contract.Outcome;
import org.emcsettlement.settlement.contract.StatementInput;
import org.emcsettlement.settlement.statement.BalanceNames;
import org.emcsettlement.settlement.trail.Calculator;
import org.emcsettlement.settlement.trail.Figure;
import org.emcsettlement.settlement.trail.PostedAmount;
import org.emcsettlement.settlement.trail.Relation;

/**
 * The share by what has been recovered so far. Savings are shared at the ratio of a band until the
 * shares reach its bound: what the bound still leaves, divided by the ratio, is the part of the
 * savings shared there. A loss, if shared at all, is shared at the ratio in force.
 */
final class RecoveryShare {

  private final StatementInput input;
  private final SharedSavings terms;
  private final Calculator calculator;
  private final String currency;

  RecoveryShare(StatementInput input, SharedSavings terms) {
    this.input = input;
    this.terms = terms;
    this.calculator = input.calculator();
    this.currency = calculator.currencyCode();
  }

  PostedAmount share(PostedAmount savings, Outcome.Builder outcome, LineDraft.Builder line) {
    CumulativeAmount total =
        new CumulativeAmount(
            input, Cumulation.LIFETIME, BalanceNames.RECOVERED_INVESTMENT + terms.id());
    PostedAmount before = total.before();
    Figure exact = exact(savings.figure(), before.figure());
    line.exact(exact);
    PostedAmount share = calculator.post("provider-share", exact);
    total.close(outcome, calculator.total("recovered-until-end", List.of(before, share)));
    return share;
  }

  private Figure exact(Figure savings, Figure recovered) {
    Figure zero = calculator.parameter("nothing", BigDecimal.ZERO, currency);
    Figure remaining = calculator.max("savings-gained", savings, zero);
    List<Figure> shares = new ArrayList<>();
    Figure reached = recovered;
    for (SharedSavings.Band band : terms.recovery()) {
      Figure ratio = calculator.parameter("provider-ratio", band.ratio(), "");
      Figure part = remaining;
      if (band.upTo().isPresent()) {
        Figure bound = calculator.parameter("band-upper-bound", band.upTo().get(), currency);
        Figure open =
            calculator.max(
                "left-to-recover", calculator.minus("left-to-recover", bound, reached), zero);
        part = sharedUntil(open, band.ratio(), ratio, remaining, zero);
        reached = calculator.max("recovered-at-bound", reached, bound);
      }
      shares.add(calculator.times("provider-share-of-band", currency, part, ratio));
      remaining = calculator.minus("savings-beyond-band", remaining, part);
    }
    Figure inForce =
        BandShare.ratioAt(
            calculator, "recovered-reaches-bound", terms.recovery(), recovered, Relation.AT_LEAST);
    Figure loss = calculator.min("savings-lost", savings, zero);
    shares.add(calculator.times("provider-share-of-loss", currency, loss, inForce));
    return calculator.sum("provider-share", shares);
  }

  /** The savings that a band takes; at a ratio of zero its bound is never reached. */
  private Figure sharedUntil(
      Figure open, BigDecimal ratio, Figure recorded, Figure remaining, Figure zero) {
    if (ratio.signum() == 0) {
      Figure some = calculator.compare("bound-not-reached", open, Relation.GREATER, zero);
      return calculator.select("savings-in-band", some, remaining, zero);
    }
    Figure needed = calculator.over("savings-to-bound", currency, open, recorded);
    return calculator.min("savings-in-band", remaining, needed);
  }
}
