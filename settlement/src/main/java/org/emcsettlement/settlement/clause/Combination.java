package org.emcsettlement.settlement.clause;

/** How several adjustments of a fee work together (settlement-methods, 5.1). */
public enum Combination {
  /** Each against the reference; their amounts add up. */
  ADDITIVE,
  /** Their factors 1 + a are multiplied and posted as one amount by a combined adjustment. */
  MULTIPLICATIVE
}
