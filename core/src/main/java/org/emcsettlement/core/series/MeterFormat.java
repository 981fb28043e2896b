package org.emcsettlement.core.series;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Optional;
import org.emcsettlement.core.LibraryStyle;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.core.quantity.MeterUnit;
import org.immutables.value.Value;

/** What has to be known to read a meter's file. */
@LibraryStyle
@Value.Immutable
public interface MeterFormat {

  /** {@return what the meter counts} */
  Commodity commodity();

  /** {@return the time zone of the building; local times and local days are formed in it} */
  ZoneId zone();

  /** {@return the unit from the contract or the command, if given there} */
  Optional<MeterUnit> unit();

  /** {@return how the rows are to be read} */
  @Value.Default
  default MeterKind kind() {
    return MeterKind.INTERVAL;
  }

  /** {@return what a reading is multiplied by (transformer ratio)} */
  @Value.Default
  default BigDecimal multiplier() {
    return BigDecimal.ONE;
  }

  /** {@return the reading at which a register starts again from zero, in meter units} */
  Optional<BigDecimal> registerRange();

  /** {@return a builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link MeterFormat}. */
  final class Builder extends ImmutableMeterFormat.Builder {
    Builder() {}
  }
}
