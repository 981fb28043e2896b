package org.emcsettlement.settlement.statement;

/** Whether an amount is owed or only shown. */
public enum LineRole {
  /** Owed; the last stage turns it into postings. */
  PAYABLE,
  /** Shown, never posted. */
  MEMO
}
