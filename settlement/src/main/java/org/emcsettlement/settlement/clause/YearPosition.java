package org.emcsettlement.settlement.clause;

import java.util.List;
import java.util.Optional;
import org.emcsettlement.core.finding.Finding;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.core.finding.Place;
import org.emcsettlement.core.period.ContractYears;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.settlement.contract.Clause;
import org.emcsettlement.settlement.contract.Contract;
import org.emcsettlement.settlement.contract.ContractFinding;
import org.emcsettlement.settlement.contract.StatementCalendar;
import org.emcsettlement.settlement.contract.StatementInput;
import org.emcsettlement.settlement.contract.StatementPeriod;

/** Where a statement stands in its contract year and in the term. */
final class YearPosition {

  private YearPosition() {}

  /** Whether the contract year, as far as the term goes, ends with the statement. */
  static boolean endsYear(StatementInput input) {
    Period year = input.resolved().years().year(input.period().contractYear());
    return input.period().service().end().equals(year.end()) || endsTerm(input);
  }

  static boolean endsTerm(StatementInput input) {
    return input.period().service().end().equals(input.contract().term().end());
  }

  /** What counts by contract year needs statements that lie in one. */
  static Findings check(Contract contract, Clause clause) {
    ContractYears years = contract.term().years();
    Optional<StatementPeriod> crossing =
        StatementCalendar.of(contract.term(), contract.schedule(), contract.tax())
            .periods()
            .stream()
            .filter(
                statement ->
                    years.numberOf(statement.service().start()) != statement.contractYear())
            .findFirst();
    return crossing
        .map(
            statement ->
                Findings.of(
                    List.of(
                        Finding.of(
                            ContractFinding.YEAR_CROSSED,
                            Place.pointer("contract.json", "/clauses"),
                            "clause",
                            clause.id(),
                            "period",
                            statement.service()))))
        .orElse(Findings.none());
  }
}
