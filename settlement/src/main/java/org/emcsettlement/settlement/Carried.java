package org.emcsettlement.settlement;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.emcsettlement.settlement.contract.StatementInput;
import org.emcsettlement.settlement.contract.StatementPeriod;
import org.emcsettlement.settlement.statement.Balance;
import org.emcsettlement.settlement.statement.Line;
import org.emcsettlement.settlement.statement.ProgressRow;
import org.emcsettlement.settlement.statement.Series;
import org.emcsettlement.settlement.statement.Statement;

/**
 * What one statement hands to the next: closing balances, amounts of the contract year, its
 * progress.
 *
 * @param balances closing balances by name
 * @param yearBalances closing balances before the contract year began
 * @param totals running totals by line id
 * @param yearTotals running totals before the contract year began
 * @param yearToDate amounts of the contract year by series and line id without segment
 * @param progress the contract year so far, by month
 * @param contractYear the contract year of the last statement, 0 before the first
 */
record Carried(
    Map<String, StatementInput.Opening> balances,
    Map<String, StatementInput.Opening> yearBalances,
    Map<String, StatementInput.RunningTotal> totals,
    Map<String, StatementInput.RunningTotal> yearTotals,
    Map<String, BigDecimal> yearToDate,
    List<ProgressRow> progress,
    int contractYear) {

  static final Carried NOTHING =
      new Carried(Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), List.of(), 0);

  /** How the ids of lines end that are about a segment of the service period. */
  private static final Pattern SEGMENT = Pattern.compile("/\\d{4}-\\d{2}-\\d{2}$");

  /** How the items of lines end that show a running total. */
  private static final String TO_DATE = "-to-date";

  /** What is left of this at the start of a statement: yearly figures end with their year. */
  Carried at(StatementPeriod period) {
    return period.contractYear() == contractYear
        ? this
        : new Carried(
            balances, balances, totals, totals, Map.of(), List.of(), period.contractYear());
  }

  /** What a line is called in every statement: its id without the segment it is about. */
  static String key(Series series, Line line) {
    return series + "/" + SEGMENT.matcher(line.id()).replaceFirst("");
  }

  /** What is brought forward to the clauses of the next statement. */
  StatementInput.Openings openings() {
    return new StatementInput.Openings(balances, yearBalances, totals, yearTotals);
  }

  /** The same with the closing balances and running totals of an issued statement. */
  Carried openedBy(Statement issued) {
    Map<String, StatementInput.Opening> closing = new LinkedHashMap<>(balances);
    closing.putAll(closings(issued));
    Map<String, StatementInput.RunningTotal> running = new LinkedHashMap<>(totals);
    running.putAll(totals(issued));
    return new Carried(
        closing, yearBalances, running, yearTotals, yearToDate, progress, contractYear);
  }

  static Map<String, StatementInput.Opening> closings(Statement statement) {
    Map<String, StatementInput.Opening> closings = new LinkedHashMap<>();
    String source = statement.key().series() + "/" + statement.key().period() + "#";
    for (Balance balance : statement.balances()) {
      closings.put(
          balance.name(), new StatementInput.Opening(balance.closing(), source + balance.name()));
    }
    return closings;
  }

  static Map<String, StatementInput.RunningTotal> totals(Statement statement) {
    Map<String, StatementInput.RunningTotal> totals = new LinkedHashMap<>();
    String source = statement.key().series() + "/" + statement.key().period();
    for (Line line : statement.lines()) {
      if (line.id().endsWith(TO_DATE)) {
        line.quantity()
            .ifPresent(
                quantity ->
                    totals.put(line.id(), new StatementInput.RunningTotal(quantity, source)));
      }
    }
    return totals;
  }

  /** What a statement hands on. */
  Carried after(Statement statement) {
    Map<String, StatementInput.Opening> closing = new LinkedHashMap<>(balances);
    closing.putAll(closings(statement));
    Map<String, BigDecimal> amounts = new LinkedHashMap<>(yearToDate);
    for (Line line : statement.lines()) {
      line.yearToDate()
          .ifPresent(amount -> amounts.put(key(statement.key().series(), line), amount));
    }
    Map<String, StatementInput.RunningTotal> running = new LinkedHashMap<>(totals);
    running.putAll(totals(statement));
    return new Carried(
        closing,
        yearBalances,
        running,
        yearTotals,
        amounts,
        statement.progress(),
        statement.contractYear());
  }
}
