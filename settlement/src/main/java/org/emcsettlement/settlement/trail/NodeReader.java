package org.emcsettlement.settlement.trail;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.emcsettlement.core.finding.RuleException;
import org.emcsettlement.core.quantity.Rational;

/** Reads one node of {@code trail.json}; {@link TrailWriter} writes it. */
final class NodeReader {

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

  private final JsonNode json;
  private final int place;

  private NodeReader(JsonNode json, int place) {
    this.json = json;
    this.place = place;
  }

  /** The node that must stand at a place of the list. */
  static Node read(JsonNode json, int place) {
    return new NodeReader(json, place).node();
  }

  private Node node() {
    if (!text("id").equals("n" + place)) {
      throw wrong("id", text("id"));
    }
    return new Node(
        place,
        parsed("kind", text("kind"), NodeKind::valueOf),
        text("name"),
        json.has("op")
            ? Optional.of(parsed("op", text("op"), Operation::valueOf))
            : Optional.empty(),
        inputs(),
        parsed("value", text("value"), Rational::parse),
        text("value"),
        text("unit"),
        text("clause"),
        text("scope"),
        text("source"),
        attributes());
  }

  /** A node may use only what was made before it. */
  private List<Integer> inputs() {
    List<Integer> inputs = new ArrayList<>();
    for (JsonNode input : json.path("in")) {
      String label = input.asText();
      int id = parsed("in", label, text -> Integer.parseInt(text.substring(1)));
      if (!label.startsWith("n") || id < 0 || id >= place) {
        throw wrong("in", label);
      }
      inputs.add(id);
    }
    return List.copyOf(inputs);
  }

  private Map<String, String> attributes() {
    Map<String, String> attributes = new HashMap<>();
    for (String name : ATTRIBUTES) {
      if (json.has(name)) {
        attributes.put(name, text(name));
      }
    }
    return Map.copyOf(attributes);
  }

  private String text(String member) {
    return json.path(member).asText();
  }

  private <T> T parsed(String member, String text, Function<String, T> parser) {
    try {
      return parser.apply(text);
    } catch (IllegalArgumentException | ArithmeticException | IndexOutOfBoundsException wrong) {
      throw wrong(member, text);
    }
  }

  private RuleException wrong(String member, String text) {
    return new RuleException(
        "轨迹节点 n" + place + " 的 " + member + " 无效：“" + text + "”",
        "member " + member + " of trail node n" + place + " is invalid: \"" + text + "\"");
  }
}
