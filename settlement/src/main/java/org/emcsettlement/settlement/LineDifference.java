package org.emcsettlement.settlement;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.emcsettlement.settlement.statement.Line;
import org.emcsettlement.settlement.statement.Statement;

/**
 * A line whose amount or quantity is not the same in two statements.
 *
 * @param id the line's id
 * @param first the line in the first statement, absent if it has none
 * @param second the line in the second statement, absent if it has none
 */
public record LineDifference(String id, Optional<Line> first, Optional<Line> second) {

  /**
   * Compares the lines of two statements by id.
   *
   * @param first a statement
   * @param second another
   * @return the lines that differ in amount, tax or quantity, in statement order
   */
  public static List<LineDifference> between(Statement first, Statement second) {
    Set<String> ids = new LinkedHashSet<>();
    first.lines().forEach(line -> ids.add(line.id()));
    second.lines().forEach(line -> ids.add(line.id()));
    List<LineDifference> differences = new ArrayList<>();
    for (String id : ids) {
      LineDifference difference = new LineDifference(id, first.line(id), second.line(id));
      if (!difference.isNothing()) {
        differences.add(difference);
      }
    }
    return differences;
  }

  private boolean isNothing() {
    return first.isPresent()
        && second.isPresent()
        && first.get().amount().equals(second.get().amount())
        && first.get().quantity().equals(second.get().quantity())
        && first.get().tax().equals(second.get().tax());
  }

  /** {@return the second amount less the first; an absent amount counts as zero} */
  public BigDecimal change() {
    return amount(second).subtract(amount(first));
  }

  private static BigDecimal amount(Optional<Line> line) {
    return line.flatMap(Line::amount).orElse(BigDecimal.ZERO.setScale(2));
  }
}
