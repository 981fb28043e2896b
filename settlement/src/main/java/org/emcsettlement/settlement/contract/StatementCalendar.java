package org.emcsettlement.settlement.contract;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.emcsettlement.core.period.ContractYears;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.period.PeriodKey;
import org.emcsettlement.settlement.statement.Series;

/** The statements that a schedule produces over the term, in the order they are settled. */
public final class StatementCalendar {

  private final ContractYears years;
  private final List<StatementPeriod> periods;

  private StatementCalendar(ContractYears years, List<StatementPeriod> periods) {
    this.years = years;
    this.periods = periods;
  }

  /**
   * The statements of a contract.
   *
   * @param term the service term
   * @param schedule its schedule
   * @param tax its tax; a regular period is split where the rate changes
   * @return all of them: by end of service, an annual statement after the regular ones of its year
   */
  public static StatementCalendar of(Term term, ScheduleTerms schedule, TaxTerms tax) {
    ContractYears years = term.years();
    List<StatementPeriod> periods = new ArrayList<>();
    for (Period block : blocks(term, schedule)) {
      for (Period part : block.splitAt(bounds(block, schedule, tax, years))) {
        String key = part.equals(block) ? key(block, schedule, years) : part.toString();
        add(periods, Series.REGULAR, key, block, part, term);
      }
    }
    if (schedule.annualStatement()) {
      for (int year = years.numberOf(term.start());
          years.year(year).start().isBefore(term.end());
          year++) {
        Period block = years.year(year);
        add(periods, Series.ANNUAL, "Y" + year, block, block, term);
      }
    }
    periods.sort(
        Comparator.comparing((StatementPeriod period) -> period.service().end())
            .thenComparing(StatementPeriod::series));
    return new StatementCalendar(years, List.copyOf(periods));
  }

  /** A statement has one tax rate; before an annual statement it lies in one contract year. */
  private static List<LocalDate> bounds(
      Period block, ScheduleTerms schedule, TaxTerms tax, ContractYears years) {
    List<LocalDate> bounds = new ArrayList<>(tax.changesIn(block));
    if (schedule.annualStatement()) {
      bounds.add(years.yearOf(block.end().minusDays(1)).start());
    }
    return bounds;
  }

  private static List<Period> blocks(Term term, ScheduleTerms schedule) {
    int months = schedule.frequency().months();
    ContractYears counted = term.years();
    if (schedule.alignment() == ScheduleTerms.Alignment.CALENDAR) {
      counted = new ContractYears(term.start().withDayOfYear(1));
    }
    List<Period> blocks = new ArrayList<>();
    for (int first = 0;
        counted.months(first, months).start().isBefore(term.end());
        first += months) {
      blocks.add(counted.months(first, months));
    }
    return blocks;
  }

  private static String key(Period block, ScheduleTerms schedule, ContractYears years) {
    boolean contractYear =
        schedule.alignment() == ScheduleTerms.Alignment.ANCHOR
            && schedule.frequency() == Frequency.ANNUAL;
    return contractYear ? "Y" + years.numberOf(block.start()) : PeriodKey.of(block);
  }

  private static void add(
      List<StatementPeriod> periods,
      Series series,
      String key,
      Period full,
      Period part,
      Term term) {
    part.overlap(term.period())
        .ifPresent(
            service ->
                periods.add(
                    new StatementPeriod(
                        series,
                        key,
                        full,
                        service,
                        term.years().numberOf(service.end().minusDays(1)))));
  }

  /** {@return the statements in the order they are settled} */
  public List<StatementPeriod> periods() {
    return periods;
  }

  /**
   * The statement of a period.
   *
   * @param key a period key
   * @return its statement
   * @throws IllegalArgumentException if the schedule produces none, naming the nearest ones
   */
  public StatementPeriod find(String key) {
    Period wanted = PeriodKey.parse(key, years);
    return periods.stream()
        .filter(period -> period.key().equals(key))
        .findFirst()
        .or(() -> byDays(wanted))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "period \""
                        + key
                        + "\" is not one of the schedule; nearest: "
                        + nearest(wanted)));
  }

  private Optional<StatementPeriod> byDays(Period wanted) {
    List<StatementPeriod> whole =
        periods.stream().filter(period -> period.full().equals(wanted)).toList();
    return whole.size() == 1
        ? Optional.of(whole.get(0))
        : periods.stream().filter(period -> period.service().equals(wanted)).findFirst();
  }

  private String nearest(Period wanted) {
    return periods.stream()
        .sorted(
            Comparator.comparingLong(
                period ->
                    Math.abs(period.full().start().toEpochDay() - wanted.start().toEpochDay())))
        .limit(2)
        .sorted(Comparator.comparing(StatementPeriod::full))
        .map(StatementPeriod::key)
        .reduce((first, second) -> first + ", " + second)
        .orElse("–");
  }
}
