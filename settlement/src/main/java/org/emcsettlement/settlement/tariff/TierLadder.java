package org.emcsettlement.settlement.tariff;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.emcsettlement.settlement.trail.Calculator;
import org.emcsettlement.settlement.trail.Figure;
import org.emcsettlement.settlement.trail.Relation;

/** The tiers of one bill: their bounds for its days, and what of a quantity lies in each. */
final class TierLadder {

  private final Bill bill;
  private final List<Tier> tiers;
  private final Per per;
  private final List<Optional<Figure>> bounds = new ArrayList<>();

  TierLadder(Bill bill, List<Tier> tiers, Per per) {
    this.bill = bill;
    this.tiers = tiers;
    this.per = per;
    tiers.forEach(tier -> bounds.add(tier.upTo().map(upTo -> bill.threshold(upTo, per))));
  }

  Figure price(int tier) {
    return bill.calculator().parameter("tier-price", tiers.get(tier).price(), bill.priceUnit());
  }

  /** The part of a quantity in every tier; none of it is rounded. */
  List<Figure> parts(Figure quantity) {
    Calculator calculator = bill.calculator();
    Figure zero = calculator.parameter("nothing", BigDecimal.ZERO, bill.unit());
    Figure after = cumulative(quantity);
    List<Figure> parts = new ArrayList<>();
    Figure lower = zero;
    for (int i = 0; i < tiers.size(); i++) {
      if (i > 0) {
        calculator.compare("tier-reached", after, Relation.GREATER, lower);
      }
      Figure part = calculator.tier("quantity-in-tier", after, lower, bounds.get(i));
      if (per == Per.YEAR) {
        Figure before = bill.usage().yearBefore().orElseThrow();
        part =
            calculator.minus(
                "quantity-in-tier",
                part,
                calculator.tier("in-tier-before", before, lower, bounds.get(i)));
      }
      parts.add(part);
      lower = bounds.get(i).orElse(lower);
    }
    return parts;
  }

  /** The price of the tier that a quantity reaches; at a bound, of the lower one. */
  Figure reached(Figure quantity) {
    Figure after = cumulative(quantity);
    Figure price = price(0);
    for (int i = 1; i < tiers.size(); i++) {
      Figure lower = bounds.get(i - 1).orElseThrow();
      Figure beyond = bill.calculator().compare("tier-reached", after, Relation.GREATER, lower);
      price = bill.calculator().select("price-of-tier", beyond, price(i), price);
    }
    return price;
  }

  private Figure cumulative(Figure quantity) {
    return per == Per.YEAR
        ? bill.calculator().plus("year-to-date", bill.usage().yearBefore().orElseThrow(), quantity)
        : quantity;
  }
}
