package org.emcsettlement.settlement.trail;

import org.emcsettlement.core.quantity.Rational;

/** How two values are compared. */
public enum Relation {
  /** Smaller than. */
  LESS("<"),
  /** Smaller or equal. */
  AT_MOST("≤"),
  /** Larger than. */
  GREATER(">"),
  /** Larger or equal. */
  AT_LEAST("≥");

  private final String sign;

  Relation(String sign) {
    this.sign = sign;
  }

  /** {@return the mathematical sign} */
  public String sign() {
    return sign;
  }

  boolean holds(Rational left, Rational right) {
    int order = left.compareTo(right);
    return switch (this) {
      case LESS -> order < 0;
      case AT_MOST -> order <= 0;
      case GREATER -> order > 0;
      case AT_LEAST -> order >= 0;
    };
  }
}
