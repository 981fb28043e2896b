package org.emcsettlement.settlement.trail;

import org.emcsettlement.core.quantity.Rational;

/**
 * An exact value with its unit and the node that says how it was made.
 *
 * @param value the exact value
 * @param unit its unit, empty for a pure number
 * @param node the id of its node
 */
public record Figure(Rational value, String unit, int node) {

  /** {@return −1, 0 or 1} */
  public int signum() {
    return value.signum();
  }
}
