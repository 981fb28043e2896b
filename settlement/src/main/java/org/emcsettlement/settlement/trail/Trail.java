package org.emcsettlement.settlement.trail;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.emcsettlement.core.json.Digest;
import org.emcsettlement.core.json.Json;
import org.emcsettlement.core.quantity.Rational;

/**
 * The graph of every step from evidence and contract terms to the amounts of a statement, in the
 * order they were made. Evaluating it from its facts and parameters gives the statement.
 *
 * @param nodes the nodes; the id of a node is its place in the list
 */
public record Trail(List<Node> nodes) {

  /** The attributes an operation may carry, as members of a node's JSON object. */
  private static final List<String> ATTRIBUTES =
      List.of(
          Operation.CURRENCY,
          Operation.EXPONENT,
          Operation.INDEX,
          Operation.MODE,
          Operation.PERIOD,
          Operation.RELATION,
          Operation.SCALE);

  /**
   * A node.
   *
   * @param id its id
   * @return the node
   * @throws IndexOutOfBoundsException if there is none
   */
  public Node node(int id) {
    return nodes.get(id);
  }

  /** {@return the canonical JSON of the trail, RFC 8785} */
  public byte[] canonical() {
    return new TrailWriter().write(this);
  }

  /** {@return SHA-256 of the canonical JSON} */
  public String digest() {
    return Digest.sha256(canonical());
  }

  /**
   * Reads a trail.
   *
   * @param json its JSON text
   * @return the trail
   * @throws IllegalArgumentException if the text is no trail
   */
  public static Trail read(String json) {
    try {
      JsonNode root = Json.reader(JsonNode.class).readTree(json);
      List<Node> nodes = new ArrayList<>();
      for (JsonNode node : root.path("nodes")) {
        nodes.add(node(node, nodes.size()));
      }
      return new Trail(List.copyOf(nodes));
    } catch (IOException notJson) {
      throw new IllegalArgumentException("not a trail: " + notJson.getMessage(), notJson);
    }
  }

  private static Node node(JsonNode json, int place) {
    if (!json.path("id").asText().equals("n" + place)) {
      throw new IllegalArgumentException(
          "node " + json.path("id").asText() + " must be n" + place + ": nodes stand in order");
    }
    List<Integer> inputs = new ArrayList<>();
    for (JsonNode input : json.path("in")) {
      int id = Integer.parseInt(input.asText().substring(1));
      if (id >= place) {
        throw new IllegalArgumentException(
            "node n" + place + " uses n" + id + ", which does not come before it");
      }
      inputs.add(id);
    }
    Map<String, String> attributes = new HashMap<>();
    for (String name : ATTRIBUTES) {
      if (json.has(name)) {
        attributes.put(name, json.get(name).asText());
      }
    }
    String text = json.path("value").asText();
    return new Node(
        place,
        NodeKind.valueOf(json.path("kind").asText()),
        json.path("name").asText(),
        json.has("op") ? Optional.of(Operation.valueOf(json.get("op").asText())) : Optional.empty(),
        List.copyOf(inputs),
        Rational.parse(text),
        text,
        json.path("unit").asText(),
        json.path("clause").asText(),
        json.path("scope").asText(),
        json.path("source").asText(),
        Map.copyOf(attributes));
  }
}
