package org.emcsettlement.settlement.clause;

/** What an adjustment changes. Contracts must say it: the two give different money. */
public enum Basis {
  /** The baseline quantity, or the price it is valued at; the fee follows the adjusted cost. */
  QUANTITY,
  /** The fee itself, by an amount of its own. */
  FEE
}
