package org.emcsettlement.settlement.statement;

/** The series of statements of a contract. */
public enum Series {
  /** One statement for every settlement period of the schedule. */
  REGULAR,
  /** One statement for every contract year, after the regular ones of that year. */
  ANNUAL
}
