package org.emcsettlement.settlement.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.emcsettlement.core.json.Json;
import org.emcsettlement.settlement.statement.Bilingual;

/**
 * A versioned contract form: a list of clauses in which {@code {"$parameter": "name"}} stands where
 * the contract puts its own terms. A clause with {@code "$when": "name"} stands only in contracts
 * that give this term, one with {@code "$unless": "name"} only in the others. A released version
 * never changes.
 *
 * @param name name and version, e.g. {@code hosting-all-in/1}
 * @param label what the form is
 * @param parameters the parameters by name
 * @param clauses the clauses with their placeholders
 */
public record Preset(
    String name, Bilingual label, Map<String, Parameter> parameters, JsonNode clauses) {

  private static final String PLACEHOLDER = "$parameter";
  private static final String WHEN = "$when";
  private static final String UNLESS = "$unless";

  /**
   * A parameter of a preset.
   *
   * @param required whether the contract must give it
   * @param fallback its value if the contract gives none; absent leaves the clause's own default
   * @param label what it means
   */
  public record Parameter(boolean required, Optional<JsonNode> fallback, Bilingual label) {}

  /**
   * The clauses of a preset with a contract's terms filled in.
   *
   * @param clauses the clauses
   * @param origins where a value came from: pointer in the expanded contract to parameter name
   */
  record Expansion(ArrayNode clauses, Map<String, String> origins) {}

  /**
   * Reads a packaged preset.
   *
   * @param owner the class beside which the resource lies
   * @param resource its file name
   * @return the preset
   */
  public static Preset resource(Class<?> owner, String resource) {
    try (InputStream stream = owner.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalStateException(
            "resource " + resource + " is not packaged beside " + owner);
      }
      return of(Json.reader(JsonNode.class).readTree(stream));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /**
   * A preset from its JSON.
   *
   * @param json an object with {@code name}, {@code zh}, {@code en}, {@code parameters}, {@code
   *     clauses}
   * @return the preset
   */
  public static Preset of(JsonNode json) {
    Map<String, Parameter> parameters = new LinkedHashMap<>();
    json.path("parameters")
        .properties()
        .forEach(entry -> parameters.put(entry.getKey(), parameter(entry.getValue())));
    return new Preset(json.path("name").asText(), label(json), parameters, json.path("clauses"));
  }

  private static Parameter parameter(JsonNode json) {
    return new Parameter(
        json.path("required").asBoolean(false),
        Optional.ofNullable(json.get("default")),
        label(json));
  }

  private static Bilingual label(JsonNode json) {
    return new Bilingual(json.path("zh").asText(), json.path("en").asText());
  }

  /** Fills in the given terms; a placeholder without a value disappears with its key. */
  Expansion expand(JsonNode given) {
    ArrayNode expanded = JsonNodeFactory.instance.arrayNode();
    Map<String, String> origins = new LinkedHashMap<>();
    for (JsonNode declared : clauses) {
      ObjectNode clause = declared.deepCopy();
      if (stands(clause, given)) {
        fill(clause, "/clauses/" + expanded.size(), given, origins);
        expanded.add(clause);
      }
    }
    return new Expansion(expanded, origins);
  }

  /** Whether a clause is part of a contract with these terms; takes its condition off. */
  private static boolean stands(ObjectNode clause, JsonNode given) {
    JsonNode when = clause.remove(WHEN);
    JsonNode unless = clause.remove(UNLESS);
    return (when == null || given.hasNonNull(when.asText()))
        && (unless == null || !given.hasNonNull(unless.asText()));
  }

  private void fill(JsonNode node, String pointer, JsonNode given, Map<String, String> origins) {
    if (node instanceof ObjectNode object) {
      List<String> keys = new ArrayList<>();
      Iterator<String> names = object.fieldNames();
      names.forEachRemaining(keys::add);
      for (String key : keys) {
        JsonNode child = object.get(key);
        if (child.has(PLACEHOLDER)) {
          String parameter = child.get(PLACEHOLDER).asText();
          Optional<JsonNode> value = value(parameter, given);
          value.ifPresentOrElse(present -> object.set(key, present), () -> object.remove(key));
          origins.put(pointer + "/" + key, parameter);
        } else {
          fill(child, pointer + "/" + key, given, origins);
        }
      }
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        fill(array.get(i), pointer + "/" + i, given, origins);
      }
    }
  }

  private Optional<JsonNode> value(String parameter, JsonNode given) {
    if (given.hasNonNull(parameter)) {
      return Optional.of(given.get(parameter).deepCopy());
    }
    Parameter declared = parameters.get(parameter);
    return declared == null
        ? Optional.empty()
        : declared.fallback().map(fallback -> fallback.<JsonNode>deepCopy());
  }
}
