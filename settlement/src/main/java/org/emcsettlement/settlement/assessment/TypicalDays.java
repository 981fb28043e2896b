package org.emcsettlement.settlement.assessment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.emcsettlement.core.csv.TextSource;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.series.DailyTemperature;
import org.emcsettlement.core.series.Occupancy;
import org.emcsettlement.settlement.contract.Contract;

/**
 * Days of the term made from days of the history: every day gets the conditions that the same
 * calendar day had in a year of the history; 29 February those of the 28th where that year has
 * none.
 */
final class TypicalDays {

  /** Days before the term, for models that look back. */
  private static final int LEAD = 31;

  private final Contract frame;
  private final PlannedTerm term;
  private final List<Period> years;

  TypicalDays(Contract frame, PlannedTerm term, List<Period> years) {
    this.frame = frame;
    this.term = term;
    this.years = years;
  }

  /** The day of a year of the history that stands for a date. */
  static LocalDate standIn(LocalDate date, Period year) {
    LocalDate first = date.withYear(year.start().getYear());
    return first.isBefore(year.start()) ? date.withYear(year.start().getYear() + 1) : first;
  }

  /** Headcount and other counts of the term: those of the latest year, again every year. */
  Occupancy occupancy(Occupancy history) {
    List<String> drivers = List.copyOf(history.drivers());
    if (drivers.isEmpty()) {
      return Occupancy.none();
    }
    Period latest = years.get(years.size() - 1);
    StringBuilder rows = new StringBuilder("start,end");
    drivers.forEach(driver -> rows.append(',').append(column(driver)));
    LocalDate start = term.start();
    String values = values(history, drivers, start, latest);
    for (LocalDate date : term.period().dates().toList()) {
      String now = values(history, drivers, date, latest);
      if (!now.equals(values)) {
        rows.append('\n').append(start).append(',').append(date).append(values);
        start = date;
        values = now;
      }
    }
    rows.append('\n').append(start).append(',').append(term.period().end()).append(values);
    return Occupancy.read(TextSource.of("occupancy.csv", rows.toString()), new FindingCollector())
        .orElseThrow();
  }

  /** The cells of a date, each behind a comma. */
  private static String values(
      Occupancy history, List<String> drivers, LocalDate date, Period latest) {
    LocalDate from = standIn(date, latest);
    StringBuilder cells = new StringBuilder();
    for (String driver : drivers) {
      cells.append(',');
      history.on(driver, from).ifPresent(value -> cells.append(value.toPlainString()));
    }
    return cells.toString();
  }

  private static String column(String driver) {
    return driver.equals(Occupancy.OPERATING_HOURS) ? "operatingHours" : driver;
  }

  /**
   * Temperatures of the term.
   *
   * @param ofYear the year of the history that each contract year repeats, in order
   */
  DailyTemperature temperature(DailyTemperature history, List<Period> ofYear) {
    StringBuilder rows = new StringBuilder("date,celsius");
    Period first = ofYear.get(0);
    for (int back = LEAD; back > 0; back--) {
      row(rows, term.start().minusDays(back), history, first);
    }
    for (int number = 1; number <= term.years(); number++) {
      Period source = ofYear.get(number - 1);
      term.year(number).dates().forEach(date -> row(rows, date, history, source));
    }
    return DailyTemperature.read(
            TextSource.of(history.digest().name(), rows.toString()),
            frame.timezone(),
            new FindingCollector())
        .orElseThrow();
  }

  private void row(StringBuilder rows, LocalDate date, DailyTemperature history, Period year) {
    known(date, history, year)
        .ifPresent(
            hundredths -> rows.append('\n').append(date).append(',').append(celsius(hundredths)));
  }

  /** A day that the year lacks is taken from the next year of the history that has it. */
  private Optional<Integer> known(LocalDate date, DailyTemperature history, Period year) {
    List<Period> inOrder = new ArrayList<>(List.of(year));
    inOrder.addAll(years);
    for (Period candidate : inOrder) {
      OptionalInt value = history.hundredthsOn(standIn(date, candidate));
      if (value.isPresent()) {
        return Optional.of(value.getAsInt());
      }
    }
    return Optional.empty();
  }

  private static String celsius(int hundredths) {
    return BigDecimal.valueOf(hundredths, 2).toPlainString();
  }
}
