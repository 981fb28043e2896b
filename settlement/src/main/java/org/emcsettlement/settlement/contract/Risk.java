package org.emcsettlement.settlement.contract;

import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.util.Map;

/**
 * Who bears a risk. An adjustment for it is admitted to the part that the institution bears.
 *
 * @param institutionShare 1 if the institution bears it, 0 if the service provider does, between if
 *     it is shared
 */
public record Risk(BigDecimal institutionShare) {

  /** Borne by the institution: the baseline or price is adjusted. */
  public static final Risk INSTITUTION = new Risk(BigDecimal.ONE);

  /** Borne by the service provider: no adjustment. */
  public static final Risk SERVICE_PROVIDER = new Risk(BigDecimal.ZERO);

  /** {@return the form in contract files: a party's name, or {@code {"shared": ratio}}} */
  @JsonValue
  public Object json() {
    if (institutionShare.signum() == 0) {
      return "SERVICE_PROVIDER";
    }
    return institutionShare.compareTo(BigDecimal.ONE) == 0
        ? "INSTITUTION"
        : Map.of("shared", institutionShare);
  }
}
