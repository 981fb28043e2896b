package org.emcsettlement.settlement.contract;

import java.math.BigDecimal;
import java.util.Optional;
import org.emcsettlement.core.LibraryStyle;
import org.emcsettlement.core.finding.RuleException;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.core.quantity.MeterUnit;
import org.emcsettlement.core.series.MeterKind;
import org.immutables.value.Value;

/** A meter of the boundary. */
@LibraryStyle
@Value.Immutable
public interface Meter {

  /** {@return the id, also the name of its file in {@code meters/}} */
  String id();

  /** {@return what it counts} */
  Commodity commodity();

  /** {@return the unit it counts in, if its file does not say so} */
  Optional<MeterUnit> unit();

  /** {@return how its file is to be read} */
  @Value.Default
  default MeterKind kind() {
    return MeterKind.INTERVAL;
  }

  /** {@return what a reading is multiplied by} */
  @Value.Default
  default BigDecimal multiplier() {
    return BigDecimal.ONE;
  }

  /** {@return the reading at which a register starts again from zero} */
  Optional<BigDecimal> registerRange();

  /**
   * {@return the number on the meter (表号) or in the metering diagram: meters of one commodity with
   * the same number are one meter, in whichever member's contract of a package they stand}
   */
  Optional<String> serial();

  /** {@return +1 if the boundary quantity contains it, −1 if it is taken out} */
  @Value.Default
  default int sign() {
    return 1;
  }

  /** {@return whether it is only shown} */
  @Value.Default
  default boolean informative() {
    return false;
  }

  /**
   * {@return the id of the meter that this one lies behind, {@code supply} if it is fed from
   * outside, absent if nothing is said; a meter that another member of a package reads stands here
   * as an informative meter with its number}
   */
  Optional<String> upstream();

  /** Checks the sign. */
  @Value.Check
  default void check() {
    if (Math.abs(sign()) != 1) {
      throw new RuleException(
          "表计 " + id() + " 的 sign 应为 +1 或 -1", "sign of meter " + id() + " must be +1 or -1");
    }
  }

  /** {@return a builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link Meter}. */
  final class Builder extends ImmutableMeter.Builder {
    Builder() {}
  }
}
