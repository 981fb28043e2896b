package org.emcsettlement.baseline.judge;

/** What a sufficiency set may ask for; a set holds a threshold for each rule it has. */
public enum SufficiencyRule {
  /** The data span at least so many days [d]. */
  SPAN_AT_LEAST,
  /** The data span at most so many days [d]. */
  SPAN_AT_MOST,
  /** 1: the span runs from the first to the last row with use and temperature. */
  SPAN_OF_COMPLETE_ROWS,
  /** 1: the days of the last row do not count, though those of the span do. */
  LAST_ROW_NOT_COUNTED,
  /** Share of the span's days with use and temperature. */
  JOINT_COVERAGE,
  /** Share of the span's days with use. */
  USE_COVERAGE,
  /** Share of the span's days with temperature. */
  TEMPERATURE_COVERAGE,
  /** A row has temperature if more than this share of its hours has. */
  HOURS_OF_ROW,
  /** Local days are listed if not more than this share of their hours has a temperature. */
  HOURS_OF_DAY,
  /** Share of the days of every calendar month with temperature. */
  TEMPERATURE_OF_MONTH,
  /** 1: zeros of electricity count as missing; 0: they are kept and said. */
  ZERO_ELECTRICITY_IS_MISSING,
  /** So many negative values may be there. */
  NEGATIVE_USE,
  /** So many negative values may be there, unless it is electricity. */
  NEGATIVE_FUEL_USE,
  /** Use per day beyond the median and so many quartile ranges is listed. */
  EXTREME_ABOVE_MEDIAN,
  /** Use per day beyond either quartile by so many quartile ranges is listed. */
  EXTREME_BEYOND_QUARTILES,
  /** Share of values that must be distinct. */
  DISTINCT_VALUES,
  /** Billing periods shorter than this do not count [d]. */
  ROW_AT_LEAST,
  /** Billing periods longer than this do not count where periods are monthly [d]. */
  MONTHLY_ROW_AT_MOST,
  /** Billing periods longer than this do not count where periods are longer [d]. */
  BIMONTHLY_ROW_AT_MOST,
  /** Estimated bills are merged with the bill that follows, up to so many days together [d]. */
  ESTIMATES_MERGED_WITHIN,
  /** There are at least so many observations. */
  OBSERVATIONS_AT_LEAST,
  /** There are at least so many observations beyond the parameters of the fit. */
  FREEDOM_AT_LEAST,
  /** A reported annual total may differ from the sum of its months by this share. */
  ANNUAL_TOTAL,
  /** An annual total may differ from that of the year before by this share. */
  YEAR_ON_YEAR,
  /** A month may differ from the same month of the year before by this share. */
  SAME_MONTH
}
