package org.emcsettlement.examples.emc;

/** What the process returns. */
final class ExitCode {

  /** A result was written; findings may exist. */
  static final int WRITTEN = 0;

  /** Refused by policy, differs, or a fit misses its criteria. */
  static final int REFUSED = 1;

  /** Contract, evidence or arguments are invalid; nothing was written. */
  static final int INVALID = 2;

  /** A fault of the program. */
  static final int INTERNAL = 3;

  private ExitCode() {}
}
