package org.emcsettlement.settlement.statement;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.math.BigDecimal;
import org.emcsettlement.core.LibraryStyle;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.core.quantity.Rational;
import org.immutables.value.Value;

/** What one meter contributed in the service period. */
@LibraryStyle
@Value.Immutable
@JsonDeserialize(as = ImmutableMeterReading.class)
public interface MeterReading {

  /** {@return the meter id} */
  String meter();

  /** {@return what it counts} */
  Commodity commodity();

  /** {@return INTERVAL or REGISTER} */
  String kind();

  /** {@return +1 or −1, or 0 for an informative meter} */
  int sign();

  /** {@return what a reading is multiplied by} */
  BigDecimal multiplier();

  /** {@return from its first to its last reading in the service period} */
  Period coverage();

  /** {@return the exact quantity [canonical unit]} */
  Rational quantity();

  /** {@return how many readings fall in the period} */
  int readings();

  /** {@return how many of them are estimates} */
  int estimated();

  /** {@return days that do not count} */
  int daysLeftOut();

  /** {@return a builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link MeterReading}. */
  final class Builder extends ImmutableMeterReading.Builder {
    Builder() {}
  }
}
