package org.emcsettlement.settlement.tariff;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.emcsettlement.core.json.JsonObject;

/**
 * A tier of a quantity. A quantity at its bound still lies in it.
 *
 * @param upTo its upper bound [canonical unit], absent for the last tier
 * @param price the price of a unit in it [currency per canonical unit]
 */
public record Tier(Optional<BigDecimal> upTo, BigDecimal price) {

  static Optional<Tier> read(JsonObject json, TariffUnit unit) {
    Optional<BigDecimal> upTo = unit.optionalVolume(json, "upTo");
    Optional<BigDecimal> price = unit.price(json, "price");
    return json.build(() -> new Tier(upTo, price.orElseThrow()));
  }

  /** Whether bounds rise and only the last tier is open. */
  static boolean adjacent(List<Optional<BigDecimal>> bounds) {
    BigDecimal lower = BigDecimal.ZERO;
    for (int i = 0; i < bounds.size(); i++) {
      boolean last = i == bounds.size() - 1;
      if (bounds.get(i).isPresent() == last
          || (!last && bounds.get(i).get().compareTo(lower) <= 0)) {
        return false;
      }
      lower = bounds.get(i).orElse(lower);
    }
    return !bounds.isEmpty();
  }
}
