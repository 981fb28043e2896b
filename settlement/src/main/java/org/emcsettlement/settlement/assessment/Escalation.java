package org.emcsettlement.settlement.assessment;

import java.util.Optional;
import org.emcsettlement.core.json.JsonElement;
import org.emcsettlement.core.json.JsonObject;
import org.emcsettlement.core.quantity.Commodity;

/**
 * How the price of a commodity is expected to change from one contract year to the next, at the
 * same rate in every year of a draw.
 *
 * @param commodity the commodity
 * @param rate the yearly rate; 0.02 is 2 % a year
 * @param source where the estimate comes from
 */
public record Escalation(Commodity commodity, Range rate, String source) {

  static Optional<Escalation> read(JsonObject json) {
    Optional<Commodity> commodity = json.required("commodity").flatMap(Escalation::commodity);
    Optional<Range> rate = json.object("rate", range -> Range.read(range, JsonElement::decimal));
    Optional<String> source = json.text("source");
    return json.build(
        () -> new Escalation(commodity.orElseThrow(), rate.orElseThrow(), source.orElseThrow()));
  }

  static Optional<Commodity> commodity(JsonElement element) {
    return element.parsed(
        Commodity::of, "应为 " + Commodity.ids() + " 之一", "must be one of " + Commodity.ids());
  }
}
