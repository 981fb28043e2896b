package org.emcsettlement.settlement;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.emcsettlement.core.json.Json;
import org.emcsettlement.settlement.clause.StandardClauses;

/**
 * The schema of contracts: the frame of {@code schema/contract.json}, and for every kind of clause
 * its own parameters from {@code schema/clause/<kind>.json}. Id, kind, series and reference are
 * those of every clause; keys beside these and its own a clause does not have.
 */
final class ContractSchema {

  private static final List<String> OF_EVERY_CLAUSE = List.of("id", "series", "reference");

  private ContractSchema() {}

  /** The schema as indented JSON. */
  static String text(String frame) {
    ObjectNode schema = (ObjectNode) Json.tree(frame.getBytes(StandardCharsets.UTF_8));
    ObjectNode definitions = (ObjectNode) schema.get("$defs");
    ArrayNode byKind = ((ObjectNode) definitions.get("clause")).putArray("allOf");
    for (String kind : StandardClauses.format().kinds().keySet()) {
      String fragment = PublishedSchema.resource("schema/clause/" + kind + ".json");
      String name = "clause-" + kind;
      definitions.set(name, clause(kind, fragment));
      ObjectNode choice = byKind.addObject();
      ObjectNode condition = choice.putObject("if");
      condition.putObject("properties").putObject("kind").put("const", kind);
      condition.putArray("required").add("kind");
      choice.putObject("then").put("$ref", "#/$defs/" + name);
    }
    return Json.pretty(schema);
  }

  private static ObjectNode clause(String kind, String fragment) {
    ObjectNode clause = (ObjectNode) Json.tree(fragment.getBytes(StandardCharsets.UTF_8));
    ObjectNode properties = clause.objectNode();
    OF_EVERY_CLAUSE.forEach(key -> properties.put(key, true));
    properties.putObject("kind").put("const", kind);
    for (Map.Entry<String, JsonNode> own : clause.get("properties").properties()) {
      properties.set(own.getKey(), own.getValue());
    }
    clause.set("properties", properties);
    clause.put("additionalProperties", false);
    return clause;
  }
}
