package org.emcsettlement.settlement.clause;

import java.util.List;
import java.util.Optional;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.settlement.contract.Contract;
import org.emcsettlement.settlement.contract.SeriesScope;
import org.emcsettlement.settlement.contract.StatementCalendar;
import org.emcsettlement.settlement.contract.StatementInput;
import org.emcsettlement.settlement.contract.StatementPeriod;
import org.emcsettlement.settlement.statement.Series;

/** Which statement decides what is agreed for a contract year. */
final class DecidingStatement {

  private DecidingStatement() {}

  /** The days of the statement's contract year, as far as the term goes. */
  static Period year(StatementInput input) {
    return input
        .resolved()
        .years()
        .year(input.period().contractYear())
        .overlap(input.contract().term().period())
        .orElseThrow();
  }

  /**
   * The annual statement decides if the clause works there, else the regular that covers the year.
   */
  static boolean is(StatementInput input, SeriesScope series) {
    boolean byAnnual =
        input.contract().schedule().annualStatement() && series.includes(Series.ANNUAL);
    return (input.period().series() == Series.ANNUAL) == byAnnual
        && year(input).equals(input.period().service());
  }

  /** Whether some statement covers every contract year, as far as the term goes. */
  static boolean existsForEveryYear(Contract contract, SeriesScope series) {
    List<StatementPeriod> statements =
        StatementCalendar.of(contract.term(), contract.schedule(), contract.tax()).periods();
    return statements.stream()
        .map(StatementPeriod::contractYear)
        .distinct()
        .allMatch(
            year -> {
              Optional<Period> days =
                  contract.term().years().year(year).overlap(contract.term().period());
              return statements.stream()
                  .filter(statement -> series.includes(statement.series()))
                  .anyMatch(statement -> days.equals(Optional.of(statement.service())));
            });
  }
}
