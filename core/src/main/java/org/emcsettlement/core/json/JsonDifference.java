package org.emcsettlement.core.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The first place where two JSON texts part, members in name order, elements in their own.
 *
 * @param pointer its JSON pointer (RFC 6901)
 * @param first the value in the first text, absent if it has none there
 * @param second the value in the second text, absent if it has none there
 */
public record JsonDifference(String pointer, Optional<String> first, Optional<String> second) {

  /**
   * Compares two texts.
   *
   * @param first a JSON text
   * @param second another
   * @return the first difference, absent if they hold the same values
   */
  public static Optional<JsonDifference> between(byte[] first, byte[] second) {
    return between("", Json.tree(first), Json.tree(second));
  }

  private static Optional<JsonDifference> between(String pointer, JsonNode first, JsonNode second) {
    if (first.equals(second)) {
      return Optional.empty();
    }
    if (first.isObject() && second.isObject()) {
      TreeSet<String> names = new TreeSet<>();
      first.fieldNames().forEachRemaining(names::add);
      second.fieldNames().forEachRemaining(names::add);
      return names.stream()
          .map(
              name ->
                  between(
                      pointer + "/" + name.replace("~", "~0").replace("/", "~1"),
                      first.path(name),
                      second.path(name)))
          .flatMap(Optional::stream)
          .findFirst();
    }
    if (first.isArray() && second.isArray()) {
      for (int i = 0; i < Math.max(first.size(), second.size()); i++) {
        Optional<JsonDifference> difference =
            between(pointer + "/" + i, first.path(i), second.path(i));
        if (difference.isPresent()) {
          return difference;
        }
      }
    }
    return Optional.of(new JsonDifference(pointer, shown(first), shown(second)));
  }

  private static Optional<String> shown(JsonNode node) {
    if (node.isMissingNode()) {
      return Optional.empty();
    }
    return Optional.of(node.isValueNode() ? node.asText() : node.toString());
  }
}
