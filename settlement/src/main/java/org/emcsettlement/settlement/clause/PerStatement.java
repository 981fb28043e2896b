package org.emcsettlement.settlement.clause;

import java.time.LocalDate;
import java.util.List;
import org.emcsettlement.core.period.DayCount;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.settlement.contract.Clause;
import org.emcsettlement.settlement.contract.SeriesScope;
import org.emcsettlement.settlement.contract.StatementInput;
import org.emcsettlement.settlement.contract.StatementPeriod;
import org.emcsettlement.settlement.savings.DayShare;
import org.emcsettlement.settlement.statement.Series;
import org.emcsettlement.settlement.trail.Calculator;
import org.emcsettlement.settlement.trail.Figure;
import org.emcsettlement.settlement.trail.PostedAmount;

/**
 * An amount agreed for one full statement period. Parts of a period have theirs by days, rounded as
 * a running total from its first service day, so that a bound inside moves no fen
 * (settlement-methods, 5.14). An annual statement that settles the regular ones again has their
 * sum.
 */
final class PerStatement {

  private final StatementInput input;
  private final Calculator calculator;
  private final String name;
  private final Figure whole;

  PerStatement(StatementInput input, String name, Figure whole) {
    this.input = input;
    this.calculator = input.calculator();
    this.name = name;
    this.whole = whole;
  }

  PostedAmount of(Clause clause) {
    boolean again =
        input.period().series() == Series.ANNUAL && clause.series() == SeriesScope.EVERY;
    if (!again) {
      return portion(input.period());
    }
    List<PostedAmount> portions =
        input.resolved().statements().periods().stream()
            .filter(statement -> statement.series() == Series.REGULAR)
            .filter(statement -> statement.contractYear() == input.period().contractYear())
            .map(this::portion)
            .toList();
    return calculator.total(name, portions);
  }

  private PostedAmount portion(StatementPeriod statement) {
    Period full = statement.full();
    Period service = statement.service();
    LocalDate term = input.contract().term().start();
    LocalDate first = full.start().isBefore(term) ? term : full.start();
    Period before = Period.of(first, service.start());
    return before.isEmpty()
        ? share(name, service, full)
        : calculator.complement(
            name,
            share("fee-until-end", Period.of(first, service.end()), full),
            share("fee-until-start", before, full));
  }

  private PostedAmount share(String step, Period part, Period full) {
    return calculator.post(
        step, DayShare.of(calculator, step, whole, part, full, DayCount.ACT_ACTUAL_IN_PERIOD));
  }
}
