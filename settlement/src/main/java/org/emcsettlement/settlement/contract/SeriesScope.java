package org.emcsettlement.settlement.contract;

import org.emcsettlement.settlement.statement.Series;

/** In which statements a clause works. */
public enum SeriesScope {
  /** In every statement. */
  EVERY,
  /** In regular statements. */
  REGULAR,
  /** In annual statements. */
  ANNUAL;

  /**
   * Whether a clause of this scope works in a series.
   *
   * @param series the series
   * @return true if it does
   */
  public boolean includes(Series series) {
    return this == EVERY || name().equals(series.name());
  }
}
