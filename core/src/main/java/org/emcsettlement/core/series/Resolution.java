package org.emcsettlement.core.series;

/** The usual length of a series' intervals. */
public enum Resolution {
  /** One hour or less. */
  HOURLY,
  /** One local day. */
  DAILY,
  /** Longer periods between reading dates. */
  BILLING
}
