package org.emcsettlement.settlement.trail;

/** What a node of the trail is (settlement-methods, 10.2). */
public enum NodeKind {
  /** A value taken from evidence. */
  FACT,
  /** A term of the contract or a frozen coefficient. */
  PARAMETER,
  /** An exact operation. */
  OPERATION,
  /** The one place where an amount or quantity is rounded. */
  ROUNDING,
  /** A condition, the compared values and the branch taken. */
  DECISION,
  /** A part of a posted amount by largest remainder. */
  ALLOCATION,
  /** An amount that stands on the statement. */
  LINE
}
