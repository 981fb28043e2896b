package org.emcsettlement.settlement.assessment;

import java.math.BigDecimal;
import java.util.Optional;
import org.emcsettlement.core.json.JsonElement;
import org.emcsettlement.core.json.JsonObject;
import org.emcsettlement.core.quantity.Commodity;

/**
 * A measure (节能措施) under consideration. It takes its fraction off what the measures before it
 * leave, so that several measures on one commodity never count a unit twice, in whatever order they
 * are listed.
 *
 * @param id the id
 * @param name its name
 * @param commodity what it saves
 * @param saving the fraction of the commodity's use that it saves
 * @param investment what it costs once, before the first contract year [currency]
 * @param operatingCost what it costs in every contract year [currency]
 * @param lifetimeYears the contract years in which it saves
 * @param source where the estimate comes from
 */
public record Measure(
    String id,
    String name,
    Commodity commodity,
    Range saving,
    BigDecimal investment,
    BigDecimal operatingCost,
    int lifetimeYears,
    String source) {

  static Optional<Measure> read(JsonObject json) {
    Optional<String> id = json.text("id");
    Optional<String> name = json.text("name");
    Optional<Commodity> commodity = json.required("commodity").flatMap(Escalation::commodity);
    Optional<Range> saving = json.object("saving", range -> Range.read(range, JsonElement::ratio));
    Optional<BigDecimal> investment = json.required("investment").flatMap(JsonElement::amount);
    Optional<BigDecimal> operating = json.required("operatingCost").flatMap(JsonElement::amount);
    Optional<Integer> lifetime = json.required("lifetimeYears").flatMap(JsonElement::integer);
    if (lifetime.isPresent() && lifetime.get() < 1) {
      json.reject("lifetimeYears", "应为正整数", "must be a whole number above zero");
    }
    Optional<String> source = json.text("source");
    return json.build(
        () ->
            new Measure(
                id.orElseThrow(),
                name.orElseThrow(),
                commodity.orElseThrow(),
                saving.orElseThrow(),
                investment.orElseThrow(),
                operating.orElseThrow(),
                lifetime.orElseThrow(),
                source.orElseThrow()));
  }
}
