package org.emcsettlement.settlement.clause;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.emcsettlement.settlement.contract.LineDraft;
import org.emcsettlement.settlement.contract.Outcome;
import org.emcsettlement.settlement.contract.StatementInput;
import org.emcsettlement.settlement.statement.BalanceNames;
import org.emcsettlement.settlement.trail.Calculator;
import org.emcsettlement.settlement.trail.Figure;
import org.emcsettlement.settlement.trail.PostedAmount;
import org.emcsettlement.settlement.trail.Relation;

/**
 * The share by bands, S. Over a year or the term it is {@code round(S(sum)) − round(S(sum
 * before))}, so that statements add up to the share of the sum whatever their number and order.
 */
final class BandShare {

  private final StatementInput input;
  private final SharedSavings terms;
  private final Calculator calculator;

  BandShare(StatementInput input, SharedSavings terms) {
    this.input = input;
    this.terms = terms;
    this.calculator = input.calculator();
  }

  PostedAmount share(PostedAmount savings, Outcome.Builder outcome, LineDraft.Builder line) {
    if (terms.bandBasis() == Cumulation.PERIOD) {
      Figure exact = of(savings.figure());
      line.exact(exact);
      return calculator.post("provider-share", exact);
    }
    CumulativeAmount total =
        new CumulativeAmount(input, terms.bandBasis(), BalanceNames.SHARED_SAVINGS + terms.id());
    PostedAmount before = total.before();
    PostedAmount after = calculator.total("savings-until-end", List.of(before, savings));
    total.close(outcome, after);
    return calculator.complement(
        "provider-share",
        calculator.post("share-until-end", of(after.figure())),
        calculator.post("share-until-start", of(before.figure())));
  }

  private Figure of(Figure savings) {
    return of(calculator, terms.bands(), terms.bandMode(), savings);
  }

  /** S of an amount, by bands. */
  static Figure of(
      Calculator calculator,
      List<SharedSavings.Band> bands,
      SharedSavings.BandMode mode,
      Figure savings) {
    return mode == SharedSavings.BandMode.MARGINAL
        ? marginal(calculator, bands, savings)
        : cliff(calculator, bands, savings);
  }

  /** Each part at the ratio of its band; a loss, if shared at all, at the ratio of the first. */
  private static Figure marginal(
      Calculator calculator, List<SharedSavings.Band> bands, Figure savings) {
    String currency = calculator.currencyCode();
    Figure zero = calculator.parameter("nothing", BigDecimal.ZERO, currency);
    Figure gain = calculator.max("savings-gained", savings, zero);
    List<Figure> shares = new ArrayList<>();
    Figure lower = zero;
    for (SharedSavings.Band band : bands) {
      Optional<Figure> upper =
          band.upTo().map(bound -> calculator.parameter("band-upper-bound", bound, currency));
      Figure part = calculator.tier("savings-in-band", gain, lower, upper);
      Figure ratio = calculator.parameter("provider-ratio", band.ratio(), "");
      shares.add(calculator.times("provider-share-of-band", currency, part, ratio));
      lower = upper.orElse(lower);
    }
    Figure first = calculator.parameter("provider-ratio", bands.get(0).ratio(), "");
    Figure loss = calculator.min("savings-lost", savings, zero);
    shares.add(calculator.times("provider-share-of-loss", currency, loss, first));
    return calculator.sum("provider-share", shares);
  }

  /** The whole at the ratio of the band it falls into. */
  private static Figure cliff(
      Calculator calculator, List<SharedSavings.Band> bands, Figure savings) {
    return calculator.times(
        "provider-share",
        calculator.currencyCode(),
        savings,
        ratioAt(calculator, "savings-above-band", bands, savings, Relation.GREATER));
  }

  /** The ratio of the band that an amount falls into. */
  static Figure ratioAt(
      Calculator calculator,
      String name,
      List<SharedSavings.Band> bands,
      Figure amount,
      Relation relation) {
    Figure ratio = calculator.parameter("provider-ratio", bands.get(0).ratio(), "");
    for (int i = 1; i < bands.size(); i++) {
      Figure bound =
          calculator.parameter(
              "band-upper-bound", bands.get(i - 1).upTo().orElseThrow(), calculator.currencyCode());
      Figure above = calculator.compare(name, amount, relation, bound);
      Figure next = calculator.parameter("provider-ratio", bands.get(i).ratio(), "");
      ratio = calculator.select("ratio-of-band", above, next, ratio);
    }
    return ratio;
  }
}
