package org.emcsettlement.settlement.tariff;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Function;
import org.emcsettlement.core.json.JsonElement;
import org.emcsettlement.core.json.JsonObject;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.core.quantity.MeterUnit;
import org.emcsettlement.core.quantity.Rational;

/**
 * The unit that a tariff file is written in; prices and volumes are converted exactly to the
 * commodity's canonical unit as they are read.
 *
 * @param commodity what is billed
 * @param written the unit of the file
 */
record TariffUnit(Commodity commodity, MeterUnit written) {

  /** A price per canonical unit. */
  Optional<BigDecimal> price(JsonObject json, String key) {
    return converted(json, key, value -> value.dividedBy(factor()));
  }

  /** A volume in the canonical unit. */
  Optional<BigDecimal> volume(JsonObject json, String key) {
    return converted(json, key, value -> value.times(factor()));
  }

  /** A volume that may be absent. */
  Optional<BigDecimal> optionalVolume(JsonObject json, String key) {
    return json.has(key) ? volume(json, key) : Optional.empty();
  }

  /** A price that may be absent. */
  Optional<BigDecimal> optionalPrice(JsonObject json, String key) {
    return json.has(key) ? price(json, key) : Optional.empty();
  }

  private Rational factor() {
    return Rational.of(commodity.factorFrom(written).orElseThrow());
  }

  private Optional<BigDecimal> converted(
      JsonObject json, String key, Function<Rational, Rational> conversion) {
    Optional<BigDecimal> value = json.required(key).flatMap(JsonElement::notNegative);
    if (value.isEmpty() || written == commodity.unit()) {
      return value;
    }
    Optional<BigDecimal> converted = conversion.apply(Rational.of(value.get())).toDecimal();
    if (converted.isEmpty()) {
      json.report(
          key,
          TariffFinding.UNIT,
          "value",
          value.get().toPlainString(),
          "unit",
          written,
          "expected",
          commodity.unit());
    }
    return converted;
  }
}
