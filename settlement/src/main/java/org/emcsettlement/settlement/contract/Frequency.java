package org.emcsettlement.settlement.contract;

/** How often statements are made. */
public enum Frequency {
  /** Every month. */
  MONTHLY(1),
  /** Every quarter. */
  QUARTERLY(3),
  /** Every half-year. */
  HALF_YEARLY(6),
  /** Every year. */
  ANNUAL(12);

  private final int months;

  Frequency(int months) {
    this.months = months;
  }

  /** {@return the months between two statements} */
  public int months() {
    return months;
  }
}
