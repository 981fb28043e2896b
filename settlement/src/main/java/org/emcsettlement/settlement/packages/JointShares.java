package org.emcsettlement.settlement.packages;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.emcsettlement.core.quantity.Rational;
import org.emcsettlement.settlement.contract.Clause;
import org.emcsettlement.settlement.contract.LineDraft;
import org.emcsettlement.settlement.contract.PlacedLine;
import org.emcsettlement.settlement.statement.Statement;
import org.emcsettlement.settlement.trail.Figure;

/** What a joint statement allocated, by member. Immutable. */
public final class JointShares {

  /**
   * A member's part of a joint line.
   *
   * @param line the id of the joint line
   * @param joint the joint line
   * @param amount the member's part
   * @param weight its weight, absent if nothing was to be weighed
   * @param weights the sum of the weights of all members
   */
  record Share(
      String line,
      LineDraft joint,
      BigDecimal amount,
      Optional<Figure> weight,
      Optional<Rational> weights) {}

  private final Statement statement;
  private final Map<String, Map<String, List<Share>>> byMember = new LinkedHashMap<>();

  private JointShares(Statement statement) {
    this.statement = statement;
  }

  /**
   * The shares of a joint statement.
   *
   * @param statement the joint statement
   * @param lines its lines as its clauses made them
   * @return the shares
   */
  public static JointShares of(Statement statement, List<PlacedLine> lines) {
    JointShares shares = new JointShares(statement);
    Map<String, PlacedLine> earned = new LinkedHashMap<>();
    Map<String, Rational> sums = new LinkedHashMap<>();
    List<PlacedLine> allocated = new ArrayList<>();
    for (PlacedLine line : lines) {
      if (line.clause().kind().equals(JointAllocation.KIND)) {
        allocated.add(line);
        line.draft()
            .quantity()
            .ifPresent(weight -> sums.merge(jointLine(line), weight.value(), Rational::plus));
      } else {
        earned.put(line.id(), line);
      }
    }
    for (PlacedLine line : allocated) {
      PlacedLine joint = earned.get(jointLine(line));
      if (joint == null) {
        throw new IllegalArgumentException(line.id() + " allocates no line of the statement");
      }
      shares.add(line, joint, Optional.ofNullable(sums.get(joint.id())));
    }
    return shares;
  }

  private void add(PlacedLine line, PlacedLine joint, Optional<Rational> sum) {
    byMember
        .computeIfAbsent(member(line), unused -> new LinkedHashMap<>())
        .computeIfAbsent(joint.clause().id(), unused -> new ArrayList<>())
        .add(
            new Share(
                joint.id(),
                joint.draft(),
                line.draft().amount().orElseThrow().money().getAmount().negate(),
                line.draft().quantity(),
                sum));
  }

  /** Items are {@code <member>.<joint line>}; ids hold no full stop. */
  private static String member(PlacedLine line) {
    return line.draft().item().substring(0, line.draft().item().indexOf('.'));
  }

  private static String jointLine(PlacedLine line) {
    return line.draft().item().substring(line.draft().item().indexOf('.') + 1);
  }

  /**
   * The clauses that post a member's parts in its own statement, one for every joint clause.
   *
   * @param member the member's id
   * @return the clauses in joint order; none if nothing was allocated
   */
  public List<Clause> clauses(String member) {
    List<Clause> clauses = new ArrayList<>();
    byMember
        .getOrDefault(member, Map.of())
        .forEach(
            (clause, parts) -> clauses.add(new PackageShare(clause, member, statement, parts)));
    return clauses;
  }
}
