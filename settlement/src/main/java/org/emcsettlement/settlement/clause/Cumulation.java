package org.emcsettlement.settlement.clause;

/** Over what bands and limits count (settlement-methods, 5.2 and 5.7). */
public enum Cumulation {
  /** Every statement alone. */
  PERIOD,
  /** The contract year so far. */
  YEAR_TO_DATE,
  /** The term so far. */
  LIFETIME
}
