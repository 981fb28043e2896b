package org.emcsettlement.settlement.evidence;

/** What releases retention when it is recorded (settlement-methods, 5.9). */
public enum Milestone {
  /** The works were accepted. */
  ACCEPTANCE,
  /** The test at the end of a year was passed. */
  YEAR_END_TEST,
  /** The defect liability period is over. */
  DEFECT_PERIOD_END
}
