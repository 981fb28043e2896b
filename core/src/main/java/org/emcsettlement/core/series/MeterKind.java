package org.emcsettlement.core.series;

/** How a meter's file is to be read. */
public enum MeterKind {
  /** Every row is the quantity of an interval. */
  INTERVAL,
  /** Every row is the state of a counting register; quantities are differences. */
  REGISTER
}
