package org.emcsettlement.settlement.trail;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.emcsettlement.core.finding.RuleException;
import org.emcsettlement.core.json.Digest;
import org.emcsettlement.core.json.Json;

/**
 * The graph of every step from evidence and contract terms to the amounts of a statement, in the
 * order they were made. Evaluating it from its facts and parameters gives the statement.
 *
 * @param nodes the nodes; the id of a node is its place in the list
 */
public record Trail(List<Node> nodes) {

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
   * @throws RuleException if the text is no trail, naming the node and the member that is wrong
   */
  public static Trail read(String json) {
    try {
      JsonNode root = Json.reader(JsonNode.class).readTree(json);
      List<Node> nodes = new ArrayList<>();
      for (JsonNode node : root.path("nodes")) {
        nodes.add(NodeReader.read(node, nodes.size()));
      }
      return new Trail(List.copyOf(nodes));
    } catch (IOException notJson) {
      throw new RuleException(
          "不是有效的 JSON：" + notJson.getMessage(), "not valid JSON: " + notJson.getMessage());
    }
  }
}
