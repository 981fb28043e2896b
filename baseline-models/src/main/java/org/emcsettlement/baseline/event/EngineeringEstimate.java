package org.emcsettlement.baseline.event;

import java.math.BigDecimal;
import java.util.List;
import org.emcsettlement.baseline.uncertainty.SavingsUncertainty;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.quantity.Rational;

/**
 * An event by calculation: the product of its factors is the effect per day, such as 12 lamps x
 * 0.15 kW x 6 h/d. Errors of the factors are independent of each other and the same on all days.
 *
 * @param basis what it rests on
 * @param factors the factors, at least one; their product has the canonical unit per day
 */
public record EngineeringEstimate(Basis basis, List<Factor> factors) implements Adjustment {

  /**
   * A factor of the product.
   *
   * @param name what it is, with its unit
   * @param value its value; negative to lower the baseline
   * @param standardUncertainty one standard deviation, in the unit of the value
   */
  public record Factor(String name, BigDecimal value, BigDecimal standardUncertainty) {

    /**
     * A factor.
     *
     * @param name what it is, with its unit
     * @param value its value
     * @param standardUncertainty one standard deviation
     * @throws IllegalArgumentException if the uncertainty is below 0
     */
    public Factor {
      if (standardUncertainty.signum() < 0) {
        throw new IllegalArgumentException(
            "standardUncertainty " + standardUncertainty + " of " + name + " must not be below 0");
      }
    }
  }

  /**
   * A calculated event.
   *
   * @param basis what it rests on
   * @param factors the factors
   * @throws IllegalArgumentException if there is no factor
   */
  public EngineeringEstimate {
    factors = List.copyOf(factors);
    if (factors.isEmpty()) {
      throw new IllegalArgumentException("factors of " + basis.id() + " must not be empty");
    }
  }

  @Override
  public BigDecimal quantity(Period period) {
    Rational product = Rational.of(basis.days().daysIn(period));
    for (Factor factor : factors) {
      product = product.times(Rational.of(factor.value()));
    }
    return Adjustment.decimal(product);
  }

  @Override
  public BigDecimal standardUncertainty(Period period) {
    Rational squares = Rational.ZERO;
    for (int i = 0; i < factors.size(); i++) {
      Rational part = Rational.of(basis.days().daysIn(period));
      for (int j = 0; j < factors.size(); j++) {
        Factor factor = factors.get(j);
        part = part.times(Rational.of(i == j ? factor.standardUncertainty() : factor.value()));
      }
      squares = squares.plus(part.times(part));
    }
    return SavingsUncertainty.root(squares);
  }
}
