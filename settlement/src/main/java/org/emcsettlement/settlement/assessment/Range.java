package org.emcsettlement.settlement.assessment;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Function;
import org.emcsettlement.core.finding.RuleException;
import org.emcsettlement.core.json.JsonElement;
import org.emcsettlement.core.json.JsonObject;

/**
 * An estimate with its uncertainty, drawn from the triangular distribution over it.
 *
 * @param low the least that is possible
 * @param likely the most likely value
 * @param high the most that is possible
 */
public record Range(BigDecimal low, BigDecimal likely, BigDecimal high) {

  /** Nothing, for certain. */
  public static final Range ZERO = new Range(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

  /**
   * An estimate.
   *
   * @param low the least that is possible
   * @param likely the most likely value
   * @param high the most that is possible
   * @throws RuleException if the three are not in order
   */
  public Range {
    if (low.compareTo(likely) > 0 || likely.compareTo(high) > 0) {
      throw new RuleException(
          "应满足 low ≤ likely ≤ high", "low, likely and high must be in ascending order");
    }
  }

  static Optional<Range> read(JsonObject json, Function<JsonElement, Optional<BigDecimal>> reader) {
    Optional<BigDecimal> low = json.required("low").flatMap(reader);
    Optional<BigDecimal> likely = json.required("likely").flatMap(reader);
    Optional<BigDecimal> high = json.required("high").flatMap(reader);
    return json.build(() -> new Range(low.orElseThrow(), likely.orElseThrow(), high.orElseThrow()));
  }
}
