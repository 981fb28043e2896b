package org.emcsettlement.settlement.assessment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.core.quantity.Rational;
import org.emcsettlement.settlement.evidence.Evidence;

/**
 * What happens in the contract years in one draw.
 *
 * @param years the contract years in order
 * @param evidence what meters, weather stations and price lists would show, as a contract needs it
 */
record Future(List<Year> years, Evidence evidence) {

  /** The decimals of money. */
  static final int MONEY = 2;

  /**
   * A contract year by commodity.
   *
   * @param uses what is used, by commodity
   */
  record Year(Map<Commodity, Use> uses) {

    /** The use of a commodity of the contract. */
    Use use(Commodity commodity) {
      return Objects.requireNonNull(uses.get(commodity));
    }

    /** What everything would cost without the measures. */
    BigDecimal costWithout() {
      return cost(Use::without);
    }

    /** What everything costs with the measures. */
    BigDecimal costWith() {
      return cost(Use::with);
    }

    /** The value added tax in what everything costs with the measures. */
    BigDecimal inputTax(Map<Commodity, BigDecimal> rates) {
      BigDecimal tax = BigDecimal.ZERO.setScale(MONEY);
      for (Map.Entry<Commodity, Use> use : uses.entrySet()) {
        BigDecimal rate = rates.getOrDefault(use.getKey(), BigDecimal.ZERO);
        Rational cost = Rational.of(use.getValue().with().multiply(use.getValue().price()));
        tax =
            tax.add(
                cost.times(Rational.of(rate))
                    .dividedBy(Rational.ONE.plus(Rational.of(rate)))
                    .round(MONEY, RoundingMode.HALF_UP));
      }
      return tax;
    }

    private BigDecimal cost(Function<Use, BigDecimal> quantity) {
      return uses.values().stream()
          .map(use -> quantity.apply(use).multiply(use.price()))
          .map(cost -> cost.setScale(MONEY, RoundingMode.HALF_UP))
          .reduce(BigDecimal.ZERO.setScale(MONEY), BigDecimal::add);
    }
  }

  /**
   * The use of a commodity in a contract year.
   *
   * @param expected what its baseline predicts for the year's conditions [canonical unit]
   * @param without what is used without the measures [canonical unit]
   * @param with what is used with them [canonical unit]
   * @param price the price in force [currency per canonical unit]
   */
  record Use(BigDecimal expected, BigDecimal without, BigDecimal with, BigDecimal price) {

    /** What the measures save [canonical unit]. */
    BigDecimal saved() {
      return without.subtract(with);
    }
  }
}
