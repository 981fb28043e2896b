package org.emcsettlement.settlement.clause;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.emcsettlement.settlement.contract.LineDraft;
import org.emcsettlement.settlement.contract.Outcome;
import org.emcsettlement.settlement.contract.StatementInput;
import org.emcsettlement.settlement.contract.StatementPeriod;
import org.emcsettlement.settlement.statement.BalanceNames;
import org.emcsettlement.settlement.statement.LineKind;
import org.emcsettlement.settlement.statement.Movement;
import org.emcsettlement.settlement.statement.Series;
import org.emcsettlement.settlement.trail.Calculator;
import org.emcsettlement.settlement.trail.PostedAmount;

/** Amounts stored above a cap, one balance per origin, released oldest first. */
final class BankCalculation {

  private final StatementInput input;
  private final Limit.Bank terms;
  private final String prefix;
  private final Outcome.Builder outcome;
  private final Calculator calculator;
  private final List<String> statements;
  private final List<PostedAmount> releases = new ArrayList<>();
  private final List<PostedAmount> expiries = new ArrayList<>();

  BankCalculation(StatementInput input, Limit clause, Outcome.Builder outcome) {
    this.input = input;
    this.terms = clause.bank().orElseThrow();
    this.prefix = BalanceNames.BANK + clause.id() + BalanceNames.ORIGIN;
    this.outcome = outcome;
    this.calculator = input.calculator();
    this.statements =
        input.resolved().statements().periods().stream()
            .filter(statement -> statement.series() == Series.REGULAR)
            .map(StatementPeriod::key)
            .toList();
  }

  /** Stores what the statement has above its cap; what the bank releases into the room. */
  PostedAmount released(PostedAmount above, PostedAmount room) {
    PostedAmount left = room;
    List<String> origins =
        input.open(prefix).stream()
            .map(name -> name.substring(prefix.length()))
            .sorted(Comparator.comparingInt(statements::indexOf))
            .toList();
    for (String origin : origins) {
      PostedAmount stored = input.opening(prefix + origin);
      PostedAmount release = calculator.smaller("bank-released", stored, left);
      left = calculator.complement("room-under-cap", left, release);
      use(origin, release);
      end(origin, calculator.complement("bank-left", stored, release));
    }
    if (!above.money().isZero()) {
      outcome.move(prefix + input.period().key(), Movement.Kind.ADDITION, above);
      end(input.period().key(), above);
    }
    line("released", Limit.RELEASED, LineDraft.Use.ENTITLEMENT, releases);
    line("expired", Limit.EXPIRED, LineDraft.Use.MEMO, expiries);
    return releases.isEmpty()
        ? calculator.zero("bank-released")
        : calculator.total("bank-released", releases);
  }

  /** What is left of an origin when the term ends, or its time. */
  private void end(String origin, PostedAmount left) {
    boolean termEnds = YearPosition.endsTerm(input);
    if (termEnds && terms.atEnd() == Limit.AtEnd.PAID) {
      use(origin, left);
      return;
    }
    int age = statements.indexOf(input.period().key()) - statements.indexOf(origin);
    boolean overAge = terms.periods().filter(periods -> age >= periods).isPresent();
    if ((termEnds || overAge) && !left.money().isZero()) {
      outcome.move(prefix + origin, Movement.Kind.EXPIRY, left);
      expiries.add(left);
    }
  }

  private void use(String origin, PostedAmount amount) {
    if (!amount.money().isZero()) {
      outcome.move(prefix + origin, Movement.Kind.USE, amount);
      releases.add(amount);
    }
  }

  private void line(String item, LineKind kind, LineDraft.Use use, List<PostedAmount> amounts) {
    Optional<PostedAmount> sum =
        amounts.isEmpty() ? Optional.empty() : Optional.of(calculator.total(item, amounts));
    sum.ifPresent(
        amount ->
            outcome.line(
                LineDraft.builder().item(item).kind(kind).use(use).amount(amount).build()));
  }
}
