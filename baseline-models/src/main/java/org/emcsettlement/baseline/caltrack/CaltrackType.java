package org.emcsettlement.baseline.caltrack;

/** What use may depend on; in the order in which candidates are generated. */
public enum CaltrackType {
  /** A constant. */
  INTERCEPT_ONLY("intercept_only", 0),
  /** A constant and heating degree days. */
  HDD_ONLY("hdd_only", 1),
  /** A constant and cooling degree days. */
  CDD_ONLY("cdd_only", 1),
  /** A constant, cooling and heating degree days. */
  CDD_HDD("cdd_hdd", 2);

  private final String peerName;
  private final int slopes;

  CaltrackType(String peerName, int slopes) {
    this.peerName = peerName;
    this.slopes = slopes;
  }

  /** {@return the name in eemeter} */
  public String peerName() {
    return peerName;
  }

  /** {@return the number of explanatory variables, which the method counts as its parameters} */
  public int slopes() {
    return slopes;
  }

  /** {@return the name of the form in frozen baselines, e.g. CALTRACK_CDD_HDD} */
  public String form() {
    return "CALTRACK_" + name();
  }
}
