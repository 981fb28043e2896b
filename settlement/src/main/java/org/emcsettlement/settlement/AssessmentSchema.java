package org.emcsettlement.settlement;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.emcsettlement.core.json.Json;

/**
 * The schema of assessments: the keys of {@code schema/assessment.json}, and of the contract's
 * schema those that an assessment shares with a contract.
 */
final class AssessmentSchema {

  private static final List<String> NOT_SHARED =
      List.of("parties", "term", "preset", "clauses", "schedule", "attachments");

  private static final String DEFINITION = "#/$defs/";

  private AssessmentSchema() {}

  /** The schema as indented JSON. */
  static String text(String own) {
    ObjectNode schema = tree(PublishedSchema.CONTRACT.text());
    ObjectNode additions = tree(own);
    ObjectNode properties = (ObjectNode) schema.get("properties");
    properties.remove(NOT_SHARED);
    properties.setAll((ObjectNode) additions.remove("properties"));
    schema.setAll(additions);
    ObjectNode definitions = (ObjectNode) schema.remove("$defs");
    Set<String> used = new TreeSet<>();
    collect(schema, definitions, used);
    schema.set("$defs", definitions.retain(used));
    return Json.pretty(schema);
  }

  /** The definitions that a part of the schema stands on. */
  private static void collect(JsonNode node, ObjectNode definitions, Set<String> used) {
    String reference = node.path("$ref").asText();
    if (reference.startsWith(DEFINITION)) {
      String name = reference.substring(DEFINITION.length());
      if (used.add(name)) {
        collect(definitions.path(name), definitions, used);
      }
    }
    node.forEach(child -> collect(child, definitions, used));
  }

  private static ObjectNode tree(String json) {
    return (ObjectNode) Json.tree(json.getBytes(StandardCharsets.UTF_8));
  }
}
