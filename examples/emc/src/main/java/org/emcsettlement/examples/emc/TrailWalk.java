package org.emcsettlement.examples.emc;

import java.io.PrintWriter;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.emcsettlement.settlement.report.TrailGlossary;
import org.emcsettlement.settlement.statement.Bilingual;
import org.emcsettlement.settlement.trail.Node;
import org.emcsettlement.settlement.trail.NodeKind;
import org.emcsettlement.settlement.trail.Operation;
import org.emcsettlement.settlement.trail.Trail;

/** Prints how a node of a trail came about, inputs indented below what uses them, each once. */
final class TrailWalk {

  private final Trail trail;
  private final Optional<EvidenceRows> rows;
  private final PrintWriter out;
  private final Set<Integer> shown = new HashSet<>();

  TrailWalk(Trail trail, Optional<EvidenceRows> rows, PrintWriter out) {
    this.trail = trail;
    this.rows = rows;
    this.out = out;
  }

  void from(int node) {
    walk(trail.node(node), 1);
  }

  private void walk(Node node, int depth) {
    String indent = "  ".repeat(depth);
    boolean again = !shown.add(node.id());
    out.println(indent + title(node) + (again && !isLeaf(node) ? "  （见上 see above）" : how(node)));
    if (again) {
      return;
    }
    if (node.kind() == NodeKind.FACT) {
      rows.ifPresent(evidence -> evidence.print(node.source(), indent + "    ", out));
    }
    node.inputs().forEach(input -> walk(trail.node(input), depth + 1));
  }

  private static boolean isLeaf(Node node) {
    return node.operation().isEmpty();
  }

  private static String title(Node node) {
    Bilingual name = TrailGlossary.of(node.name());
    String scope = node.scope().isEmpty() ? "" : " [" + node.scope() + "]";
    String unit = node.unit().isEmpty() ? "" : " " + node.unit();
    return node.label() + "  " + name.zh() + " " + name.en() + scope + " = " + node.text() + unit;
  }

  private static String how(Node node) {
    return switch (node.kind()) {
      case FACT -> "  ← " + node.source();
      case PARAMETER -> "  ← 合同 contract: " + node.clause();
      default -> node.operation().map(operation -> "  = " + formula(operation, node)).orElse("");
    };
  }

  private static String formula(Operation operation, Node node) {
    List<String> in = node.inputs().stream().map(input -> "n" + input).toList();
    return switch (operation) {
      case SUM -> String.join(" + ", in);
      case SUBTRACT -> String.join(" − ", in);
      case MULTIPLY -> String.join(" × ", in);
      case DIVIDE -> String.join(" ÷ ", in);
      default -> operation.name() + attributes(node) + "(" + String.join(", ", in) + ")";
    };
  }

  private static String attributes(Node node) {
    return node.attributes().isEmpty()
        ? ""
        : node.attributes().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(attribute -> attribute.getKey() + "=" + attribute.getValue())
            .collect(Collectors.joining(", ", "[", "]"));
  }
}
