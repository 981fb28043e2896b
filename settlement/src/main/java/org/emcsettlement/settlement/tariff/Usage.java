package org.emcsettlement.settlement.tariff;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.emcsettlement.core.LibraryStyle;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.settlement.trail.Figure;
import org.immutables.value.Value;

/** What a bill is made for: quantities of a billing interval, or of a part with one tariff. */
@LibraryStyle
@Value.Immutable
public interface Usage {

  /** {@return the days billed, inside one calendar month} */
  Period part();

  /** {@return the billing interval they belong to} */
  @Value.Default
  default Period interval() {
    return part();
  }

  /** {@return the quantity [canonical unit]} */
  Figure total();

  /** {@return the quantity by time band, in the tariff's order [canonical unit]} */
  Map<String, Figure> bands();

  /** {@return the measured demand [kW]} */
  Optional<Figure> demand();

  /** {@return the demands of the months that a ratchet looks back to, the latest first [kW]} */
  List<Figure> earlierDemand();

  /** {@return the measured power factor} */
  Optional<Figure> powerFactor();

  /** {@return the quantity of the year before these days [canonical unit]} */
  Optional<Figure> yearBefore();

  /** {@return the contract's own price of the commodity [currency per canonical unit]} */
  Optional<Figure> contractPrice();

  /** {@return a builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link Usage}. */
  final class Builder extends ImmutableUsage.Builder {
    Builder() {}
  }
}
