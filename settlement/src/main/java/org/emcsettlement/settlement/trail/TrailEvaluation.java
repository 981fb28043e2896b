package org.emcsettlement.settlement.trail;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.emcsettlement.core.quantity.Rational;

/**
 * Recomputes a trail from its facts and parameters alone.
 *
 * @param lines the recomputed amounts by line id
 * @param wrong the nodes whose recorded value is not what their inputs give, in order
 */
public record TrailEvaluation(Map<String, Rational> lines, List<Wrong> wrong) {

  /**
   * A node that does not follow from its inputs.
   *
   * @param node the node
   * @param recomputed what its inputs give
   */
  public record Wrong(Node node, Rational recomputed) {}

  /**
   * Evaluates a trail.
   *
   * @param trail the trail
   * @return its lines, and the nodes that are wrong
   */
  public static TrailEvaluation of(Trail trail) {
    List<Rational> values = new ArrayList<>(trail.nodes().size());
    Allocated allocated = new Allocated(List.of(), List.of());
    Map<String, Rational> lines = new LinkedHashMap<>();
    List<Wrong> wrong = new ArrayList<>();
    for (Node node : trail.nodes()) {
      Rational value = node.value();
      if (node.operation().isPresent()) {
        List<Rational> inputs = node.inputs().stream().map(values::get).toList();
        if (node.operation().get() == Operation.ALLOCATE) {
          allocated = allocated.of(node, inputs);
          value = allocated.part(node);
        } else {
          value = node.operation().get().apply(inputs, node.attributes());
        }
        if (!value.equals(node.value())) {
          wrong.add(new Wrong(node, value));
        }
      }
      values.add(value);
      if (node.kind() == NodeKind.LINE) {
        lines.put(node.name(), value);
      }
    }
    return new TrailEvaluation(lines, wrong);
  }

  /** The parts of the last allocation: the nodes of one stand together and share its inputs. */
  private record Allocated(List<Integer> inputs, List<Rational> parts) {

    Allocated of(Node node, List<Rational> values) {
      String currency = Operation.attribute(node.attributes(), Operation.CURRENCY);
      return node.inputs().equals(inputs)
          ? this
          : new Allocated(node.inputs(), Operation.allocated(values, currency));
    }

    Rational part(Node node) {
      return parts.get(Integer.parseInt(Operation.attribute(node.attributes(), Operation.INDEX)));
    }
  }
}
