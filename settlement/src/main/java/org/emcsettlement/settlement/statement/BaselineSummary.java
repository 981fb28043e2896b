package org.emcsettlement.settlement.statement;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.emcsettlement.core.LibraryStyle;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.quantity.Commodity;
import org.immutables.value.Value;

/** The baseline that a commodity was compared with. */
@LibraryStyle
@Value.Immutable
@JsonDeserialize(as = ImmutableBaselineSummary.class)
public interface BaselineSummary {

  /** {@return its id} */
  String id();

  /** {@return the commodity} */
  Commodity commodity();

  /** {@return TABLE, YEAR_POLICY, DRIVER_RATIO or FITTED} */
  String source();

  /** {@return the baseline period} */
  Period period();

  /** {@return the model form, or the source again} */
  String form();

  /** {@return the formula} */
  Bilingual formula();

  /** {@return fit statistics by name} */
  Map<String, BigDecimal> statistics();

  /** {@return the digest of the frozen baseline} */
  Optional<String> digest();

  /** {@return a builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link BaselineSummary}. */
  final class Builder extends ImmutableBaselineSummary.Builder {
    Builder() {}
  }
}
