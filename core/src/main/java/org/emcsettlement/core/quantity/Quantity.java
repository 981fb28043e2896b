package org.emcsettlement.core.quantity;

import java.math.BigDecimal;

/**
 * An exact amount of a commodity in its canonical unit.
 *
 * @param amount the amount [canonical unit of the commodity]
 * @param commodity the commodity
 */
public record Quantity(Rational amount, Commodity commodity) {

  /**
   * A quantity converted exactly to the canonical unit.
   *
   * @param amount the amount in the given unit
   * @param unit the unit
   * @param commodity the commodity
   * @return the quantity in the canonical unit
   * @throws IllegalArgumentException if the unit does not convert exactly
   */
  public static Quantity of(BigDecimal amount, MeterUnit unit, Commodity commodity) {
    BigDecimal factor =
        commodity
            .factorFrom(unit)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "unit "
                            + unit
                            + " does not convert exactly to "
                            + commodity.unit()
                            + " for "
                            + commodity.id()
                            + "; accepted: "
                            + commodity.acceptedUnits()));
    return new Quantity(Rational.of(amount.multiply(factor)), commodity);
  }

  /**
   * The sum with another quantity of the same commodity.
   *
   * @param other the other
   * @return the sum
   * @throws IllegalArgumentException if the commodities differ
   */
  public Quantity plus(Quantity other) {
    if (commodity != other.commodity) {
      throw new IllegalArgumentException(
          "cannot add " + other.commodity.id() + " to " + commodity.id());
    }
    return new Quantity(amount.plus(other.amount), commodity);
  }

  @Override
  public String toString() {
    return amount + " " + commodity.unit();
  }
}
