package org.emcsettlement.settlement;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.emcsettlement.core.json.Json;

/** A published schema as a validator of documents sees it. */
final class SchemaCheck {

  private static final Map<PublishedSchema, SchemaCheck> KNOWN = new ConcurrentHashMap<>();

  private final JsonNode text;
  private final Schema schema;

  private SchemaCheck(PublishedSchema published) {
    text = tree(published.text());
    schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(text);
  }

  /** Compiled once. */
  static SchemaCheck of(PublishedSchema published) {
    return KNOWN.computeIfAbsent(published, SchemaCheck::new);
  }

  static JsonNode tree(String json) {
    return Json.tree(json.getBytes(StandardCharsets.UTF_8));
  }

  /** The schema itself. */
  JsonNode text() {
    return text;
  }

  boolean admits(JsonNode document) {
    return schema.validate(document).isEmpty();
  }

  /** What is wrong with a document, each with its pointer. */
  List<String> faults(JsonNode document) {
    return schema.validate(document).stream()
        .map(error -> error.getInstanceLocation() + " " + error.getMessage())
        .toList();
  }

  /** The keys that the schema declares where it refuses one; none if it refuses none there. */
  Set<String> keysAround(JsonNode document, String pointer) {
    Set<String> keys = new TreeSet<>();
    refusals(document, pointer, "additionalProperties")
        .map(place -> text.at(parent(place)).path("properties"))
        .forEach(properties -> properties.fieldNames().forEachRemaining(keys::add));
    return keys;
  }

  /** The constants that the schema declares where it refuses a value; none if it refuses none. */
  Set<String> constantsInsteadOf(JsonNode document, String pointer) {
    Set<String> constants = new TreeSet<>();
    refusals(document, pointer, "enum")
        .map(text::at)
        .forEach(names -> names.forEach(name -> constants.add(name.asText())));
    return constants;
  }

  /** Where the schema says what it refuses at a pointer of a document. */
  private Stream<String> refusals(JsonNode document, String pointer, String keyword) {
    return schema.validate(document).stream()
        .filter(error -> error.getKeyword().equals(keyword))
        .filter(error -> error.getInstanceLocation().toString().equals(pointer))
        .map(Error::getSchemaLocation)
        .map(location -> location.toString().substring(location.toString().indexOf('#') + 1))
        .distinct();
  }

  private static String parent(String pointer) {
    return pointer.substring(0, pointer.lastIndexOf('/'));
  }
}
