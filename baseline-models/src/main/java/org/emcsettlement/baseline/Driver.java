package org.emcsettlement.baseline;

import java.util.Optional;

/**
 * A linear driver of use beside temperature.
 *
 * @param name HEADCOUNT, VISITORS, OPERATING_HOURS, WORKDAY, or an own variable of the occupancy
 *     file
 * @param sign the sign its coefficient must have, if one is declared: +1 or −1; a model in which it
 *     comes out otherwise is rejected
 */
public record Driver(String name, Optional<Integer> sign) {

  /**
   * A driver without a declared sign.
   *
   * @param name its name
   * @return the driver
   */
  public static Driver of(String name) {
    return new Driver(name, Optional.empty());
  }
}
