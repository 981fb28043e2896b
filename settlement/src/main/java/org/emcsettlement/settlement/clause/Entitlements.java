package org.emcsettlement.settlement.clause;

import java.util.List;
import java.util.Set;
import org.emcsettlement.settlement.contract.LineDraft;
import org.emcsettlement.settlement.contract.PlacedLine;
import org.emcsettlement.settlement.contract.StatementInput;
import org.emcsettlement.settlement.trail.Calculator;
import org.emcsettlement.settlement.trail.PostedAmount;

/** What has been earned in the statement so far, and which of its lines are owed now. */
final class Entitlements {

  private Entitlements() {}

  /** The sum of the taxable entitlements so far, less what is set against them. */
  static PostedAmount total(StatementInput input) {
    return sum(input, Set.of(LineDraft.Use.ENTITLEMENT, LineDraft.Use.SET_OFF));
  }

  /** The sum of the taxable entitlements so far, whatever is set against them. */
  static PostedAmount earned(StatementInput input) {
    return sum(input, Set.of(LineDraft.Use.ENTITLEMENT));
  }

  private static PostedAmount sum(StatementInput input, Set<LineDraft.Use> uses) {
    Calculator calculator = input.calculator();
    List<PostedAmount> amounts =
        input.lines().stream()
            .map(PlacedLine::draft)
            .filter(draft -> uses.contains(draft.use()) && draft.taxable())
            .flatMap(draft -> draft.amount().stream())
            .toList();
    return amounts.isEmpty()
        ? calculator.zero("nothing-earned")
        : calculator.total("earned-so-far", amounts);
  }

  /** The lines that are owed by this statement. */
  static List<PlacedLine> payable(StatementInput input) {
    return input.lines().stream()
        .filter(line -> line.draft().amount().isPresent())
        .filter(line -> line.draft().isOwed(input.period().series()))
        .toList();
  }
}
