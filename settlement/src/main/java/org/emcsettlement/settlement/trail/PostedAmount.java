package org.emcsettlement.settlement.trail;

import org.emcsettlement.core.quantity.Rational;
import org.joda.money.Money;

/**
 * A whole number of fen that may stand on a statement. Only a {@link Calculator} makes one: by
 * rounding, by allocating, or by adding and subtracting posted amounts; each way writes its node.
 */
public final class PostedAmount {

  private final Money money;
  private final int node;

  PostedAmount(Money money, int node) {
    this.money = money;
    this.node = node;
  }

  /** {@return the amount} */
  public Money money() {
    return money;
  }

  /** {@return the id of its node} */
  public int node() {
    return node;
  }

  /** {@return the amount as an exact figure} */
  public Figure figure() {
    return new Figure(Rational.of(money.getAmount()), money.getCurrencyUnit().getCode(), node);
  }

  @Override
  public String toString() {
    return money + " (n" + node + ")";
  }
}
