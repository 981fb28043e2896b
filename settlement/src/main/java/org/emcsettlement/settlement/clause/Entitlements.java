package org.emcsettlement.settlement.clause;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.emcsettlement.settlement.contract.LineDraft;
import org.emcsettlement.settlement.contract.PlacedLine;
import org.emcsettlement.settlement.contract.StatementInput;
import org.emcsettlement.settlement.statement.Figures;
import org.emcsettlement.settlement.trail.Calculator;
import org.emcsettlement.settlement.trail.PostedAmount;

/** What has been earned in the statement so far, and which of its lines are owed now. */
final class Entitlements {

  private static final Set<LineDraft.Use> SETTLED =
      Set.of(LineDraft.Use.ENTITLEMENT, LineDraft.Use.SET_OFF);

  private Entitlements() {}

  /** The sum of the taxable entitlements so far, less what is set against them. */
  static PostedAmount total(StatementInput input) {
    return total(input, line -> line.draft().taxable());
  }

  /** The sum of some of the entitlements so far, less what is set against them. */
  static PostedAmount total(StatementInput input, Predicate<PlacedLine> wanted) {
    return sum(input, SETTLED, wanted);
  }

  /** Whether there are such entitlements, or amounts set against them. */
  static boolean has(StatementInput input, Predicate<PlacedLine> wanted) {
    return !amounts(input, SETTLED, wanted).isEmpty();
  }

  /** The sum of the taxable entitlements so far, whatever is set against them. */
  static PostedAmount earned(StatementInput input) {
    return sum(input, Set.of(LineDraft.Use.ENTITLEMENT), line -> line.draft().taxable());
  }

  /** A fee with those of the clauses before it, as what is a part of the fee is a part of all. */
  static PostedAmount withFeesBefore(StatementInput input, PostedAmount fee) {
    return input
        .find(Figures.FEE)
        .map(before -> input.calculator().total("fee", List.of(before, fee)))
        .orElse(fee);
  }

  private static PostedAmount sum(
      StatementInput input, Set<LineDraft.Use> uses, Predicate<PlacedLine> wanted) {
    Calculator calculator = input.calculator();
    List<PostedAmount> amounts = amounts(input, uses, wanted);
    return amounts.isEmpty()
        ? calculator.zero("nothing-earned")
        : calculator.total("earned-so-far", amounts);
  }

  private static List<PostedAmount> amounts(
      StatementInput input, Set<LineDraft.Use> uses, Predicate<PlacedLine> wanted) {
    return input.lines().stream()
        .filter(line -> uses.contains(line.draft().use()))
        .filter(wanted)
        .flatMap(line -> line.draft().amount().stream())
        .toList();
  }

  /** The lines that are owed by this statement. */
  static List<PlacedLine> payable(StatementInput input) {
    return input.lines().stream()
        .filter(line -> line.draft().amount().isPresent())
        .filter(line -> line.draft().isOwed(input.period().series()))
        .toList();
  }

  /** What the statement comes to so far: the taxed lines with tax, and the others owed. */
  static PostedAmount due(StatementInput input) {
    List<PostedAmount> amounts = new ArrayList<>();
    amounts.add(input.get(Figures.GROSS_TOTAL));
    payable(input).stream()
        .filter(line -> !line.draft().taxable())
        .forEach(line -> amounts.add(line.draft().amount().orElseThrow()));
    return input.calculator().total("due-so-far", amounts);
  }
}
