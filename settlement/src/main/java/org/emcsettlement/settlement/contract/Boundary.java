package org.emcsettlement.settlement.contract;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * The project boundary with the static factors it had when the contract was signed.
 *
 * @param name what it covers
 * @param floorArea its floor area [m²]
 * @param authorisedPosts its authorised posts (编制人数)
 */
public record Boundary(
    String name, Optional<BigDecimal> floorArea, Optional<Integer> authorisedPosts) {

  /** The static factor of {@link #floorArea}. */
  public static final String FLOOR_AREA = "FLOOR_AREA";
}
