package org.emcsettlement.settlement.tariff;

/** What a threshold or an allowance belongs to. */
public enum Per {
  /** A calendar month; a part of it has its part by days. */
  MONTH,
  /** A day; an interval has as many as days. */
  DAY,
  /** A kilowatt of billed demand in a calendar month; a part of it has its part by days. */
  KILOWATT,
  /** A year, counted from its first day. */
  YEAR
}
