package org.emcsettlement.settlement.statement;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.Optional;
import org.emcsettlement.core.LibraryStyle;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.core.quantity.Rational;
import org.immutables.value.Value;

/** One commodity in one month: what would have been used, what was used. */
@LibraryStyle
@Value.Immutable
@JsonDeserialize(as = ImmutableProgressRow.class)
public interface ProgressRow {

  /** {@return the commodity} */
  Commodity commodity();

  /** {@return the month, or the part of it that is settled} */
  Period period();

  /** {@return the adjusted baseline of the counted days [canonical unit]} */
  Rational adjustedBaseline();

  /** {@return the actual use of the counted days [canonical unit]} */
  Rational actual();

  /** {@return the avoided quantity at the price in force, before rounding} */
  Optional<Rational> value();

  /** {@return whether a bill had to be split or a reading is an estimate} */
  boolean estimated();

  /** {@return a builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link ProgressRow}. */
  final class Builder extends ImmutableProgressRow.Builder {
    Builder() {}
  }
}
