package org.emcsettlement.settlement;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.emcsettlement.core.json.Json;

/**
 * The schema of packages: that of contracts, with the keys that {@code schema/package.json} adds.
 */
final class PackageSchema {

  private PackageSchema() {}

  /** The schema as indented JSON. */
  static String text(String additions) {
    ObjectNode added = tree(additions);
    ObjectNode schema = tree(PublishedSchema.CONTRACT.text());
    for (String key : List.of("$id", "title", "description")) {
      schema.set(key, added.get(key));
    }
    for (String key : List.of("properties", "$defs")) {
      ((ObjectNode) schema.get(key)).setAll((ObjectNode) added.get(key));
    }
    ((ArrayNode) schema.get("required")).addAll((ArrayNode) added.get("required"));
    return Json.pretty(schema);
  }

  private static ObjectNode tree(String json) {
    return (ObjectNode) Json.tree(json.getBytes(StandardCharsets.UTF_8));
  }
}
