package org.emcsettlement.core.finding;

/** What a finding does to the act it belongs to; a contract's policy may override the default. */
public enum Effect {
  /** Nothing is issued until the cause is mended. */
  BLOCK,
  /** The result stands, marked provisional. */
  PROVISIONAL,
  /** The result stands and says so. */
  NOTE
}
