package org.emcsettlement.settlement.trail;

import java.util.Optional;

/**
 * The first place where two trails part.
 *
 * @param first the node of the first trail, absent if it ends there
 * @param second the node of the second trail, absent if it ends there
 */
public record TrailDifference(Optional<Node> first, Optional<Node> second) {

  /**
   * Compares two trails node by node.
   *
   * @param first a trail
   * @param second another
   * @return the first difference, absent if they are equal
   */
  public static Optional<TrailDifference> between(Trail first, Trail second) {
    int length = Math.max(first.nodes().size(), second.nodes().size());
    for (int i = 0; i < length; i++) {
      Optional<Node> left = at(first, i);
      Optional<Node> right = at(second, i);
      if (!left.equals(right)) {
        return Optional.of(new TrailDifference(left, right));
      }
    }
    return Optional.empty();
  }

  private static Optional<Node> at(Trail trail, int i) {
    return i < trail.nodes().size() ? Optional.of(trail.nodes().get(i)) : Optional.empty();
  }
}
