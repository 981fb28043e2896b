package org.emcsettlement.core.series;

/** Where the value of a reading comes from. */
public enum Quality {
  /** Read from the meter. */
  ACTUAL(0),
  /** Estimated by a documented rule. */
  ESTIMATED(1),
  /** Taken from another meter. */
  SUBSTITUTED(2),
  /** Corrected after the fact. */
  CORRECTED(3),
  /** There is no value. */
  MISSING(4);

  private static final Quality[] BY_CODE = values();

  private final byte code;

  Quality(int code) {
    this.code = (byte) code;
  }

  static Quality of(byte code) {
    return BY_CODE[code];
  }

  byte code() {
    return code;
  }

  /** {@return whether the value is not a reading of the meter itself} */
  public boolean isEstimate() {
    return this == ESTIMATED || this == SUBSTITUTED;
  }
}
