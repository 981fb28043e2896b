package org.emcsettlement.settlement.assessment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Optional;
import org.emcsettlement.core.json.JsonElement;
import org.emcsettlement.core.json.JsonObject;
import org.emcsettlement.settlement.statement.Bilingual;

/**
 * A contract form to be compared: a preset with its parameters, and who pays for what.
 *
 * @param id the id
 * @param preset the preset by name and version, e.g. {@code shared-savings/1}
 * @param parameters the terms given to the preset, an object
 * @param utilities who pays the utility bills
 * @param investor who pays for the measures and their operation
 * @param chosen how parameters were chosen where nobody stated them
 */
public record CandidateForm(
    String id,
    String preset,
    JsonNode parameters,
    Payer utilities,
    Payer investor,
    Optional<Bilingual> chosen) {

  /** A party that pays. */
  public enum Payer {
    /** The institution (甲方). */
    INSTITUTION,
    /** The service provider (乙方). */
    SERVICE_PROVIDER
  }

  /** In the all-in forms the service provider pays the bills out of its fee. */
  static Payer utilitiesOf(String preset) {
    return preset.contains("hosting-all-in/") ? Payer.SERVICE_PROVIDER : Payer.INSTITUTION;
  }

  static Optional<CandidateForm> read(JsonObject json) {
    Optional<String> id = json.text("id");
    Optional<String> preset = json.text("preset");
    Optional<JsonNode> parameters = json.optional("parameters").map(JsonElement::node);
    if (parameters.isPresent() && !parameters.get().isObject()) {
      json.reject("parameters", "应为对象", "must be an object");
    }
    Optional<Payer> utilities =
        json.optional("utilities").flatMap(element -> element.constant(Payer.class));
    Optional<Payer> investor =
        json.optional("investor").flatMap(element -> element.constant(Payer.class));
    return json.build(
        () ->
            new CandidateForm(
                id.orElseThrow(),
                preset.orElseThrow(),
                parameters.orElseGet(JsonNodeFactory.instance::objectNode),
                utilities.orElseGet(() -> utilitiesOf(preset.orElseThrow())),
                investor.orElse(Payer.SERVICE_PROVIDER),
                Optional.empty()));
  }
}
