package org.emcsettlement.settlement.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.core.quantity.Rational;
import org.emcsettlement.settlement.statement.ProgressRow;

/**
 * One commodity in one calendar month: its progress rows added up.
 *
 * @param first the first day of the month
 * @param baseline the adjusted baseline
 * @param actual the actual use
 * @param value the value of the difference, absent if a row has none
 * @param estimated whether any of it is estimated
 */
record Month(
    LocalDate first,
    Rational baseline,
    Rational actual,
    Optional<Rational> value,
    boolean estimated) {

  /** The months of every commodity, in order. */
  static Map<Commodity, List<Month>> of(List<ProgressRow> rows) {
    Map<Commodity, Map<LocalDate, Month>> months = new LinkedHashMap<>();
    for (ProgressRow row : rows) {
      LocalDate first = row.period().start().withDayOfMonth(1);
      Month month =
          new Month(first, row.adjustedBaseline(), row.actual(), row.value(), row.estimated());
      months
          .computeIfAbsent(row.commodity(), key -> new TreeMap<>())
          .merge(first, month, Month::plus);
    }
    Map<Commodity, List<Month>> lists = new LinkedHashMap<>();
    months.forEach((commodity, byDate) -> lists.put(commodity, new ArrayList<>(byDate.values())));
    return lists;
  }

  /** This month and another part of it, or of another commodity in it. */
  Month plus(Month other) {
    return new Month(
        first,
        baseline.plus(other.baseline),
        actual.plus(other.actual),
        value.flatMap(mine -> other.value.map(mine::plus)),
        estimated || other.estimated);
  }

  Rational avoided() {
    return baseline.minus(actual);
  }

  /** {@code 2025-01}. */
  String label() {
    return first.toString().substring(0, first.toString().length() - 3);
  }

  /** {@code 1月}. */
  String shortLabel() {
    return first.getMonthValue() + "月";
  }
}
