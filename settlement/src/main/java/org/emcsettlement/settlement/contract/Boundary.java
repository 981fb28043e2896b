package org.emcsettlement.settlement.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * The project boundary with the static factors it had when the contract was signed.
 *
 * @param name what it covers
 * @param floorArea the floor area of the premises, parts included [m²]
 * @param authorisedPosts its authorised posts (编制人数)
 * @param parts parts of the premises with boundaries of their own
 */
public record Boundary(
    String name,
    Optional<BigDecimal> floorArea,
    Optional<Integer> authorisedPosts,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<BoundaryPart> parts) {

  /** The static factor of {@link #floorArea}. */
  public static final String FLOOR_AREA = "FLOOR_AREA";

  /**
   * Copies the parts.
   *
   * @param name what it covers
   * @param floorArea the floor area of the premises, parts included [m²]
   * @param authorisedPosts its authorised posts (编制人数)
   * @param parts parts of the premises with boundaries of their own
   */
  public Boundary {
    parts = List.copyOf(parts);
  }
}
