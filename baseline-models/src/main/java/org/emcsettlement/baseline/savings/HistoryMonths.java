package org.emcsettlement.baseline.savings;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.emcsettlement.baseline.model.DaysBefore;
import org.emcsettlement.baseline.model.Regressor;
import org.emcsettlement.baseline.model.RegressorProduct;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.finding.Place;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.quantity.Rational;
import org.emcsettlement.core.series.DailyDrivers;

/**
 * The calendar months of a history in which some regressors are known on nine tenths of the days.
 * 29 February is no day of them, so that every year has the same 365 days.
 */
final class HistoryMonths {

  private static final MonthDay LEAP_DAY = MonthDay.of(2, 29);

  /** One day in so many may be unknown, as for the data of a fit (CalTRACK 2.2.1.2). */
  private static final int ONE_IN = 10;

  /** So many months are named one by one, of more of them the first ones. */
  private static final int NAMED = 24;

  /** A month with the days of it that are known. */
  private record KnownMonth(YearMonth month, List<LocalDate> days) {
    int unknown() {
      return month.getMonth().length(false) - days.size();
    }

    boolean isUsable() {
      return unknown() * ONE_IN <= month.getMonth().length(false);
    }
  }

  private final DailyDrivers drivers;
  private final Period history;
  private final List<KnownMonth> used;
  private final List<KnownMonth> leftOut;

  HistoryMonths(DailyDrivers drivers, Period history, List<Regressor> regressors) {
    this.drivers = drivers;
    this.history = history;
    List<KnownMonth> months =
        history.months().stream().map(month -> known(month, regressors)).toList();
    this.used = months.stream().filter(KnownMonth::isUsable).toList();
    this.leftOut = months.stream().filter(month -> !month.isUsable()).toList();
  }

  private KnownMonth known(Period month, List<Regressor> regressors) {
    List<LocalDate> days = new ArrayList<>();
    for (LocalDate date : month.dates().toList()) {
      if (!MonthDay.from(date).equals(LEAP_DAY)
          && regressors.stream().allMatch(r -> r.on(drivers, date).isPresent())) {
        days.add(date);
      }
    }
    return new KnownMonth(YearMonth.from(month.start()), List.copyOf(days));
  }

  /** The days that are averaged, in order. */
  List<LocalDate> days() {
    return used.stream().flatMap(month -> month.days().stream()).toList();
  }

  /** The mean over the years of the sum of a regressor over a calendar month. */
  Rational meanSum(Regressor regressor, int month) {
    if (isOfPast(regressor)) {
      return Rational.ZERO;
    }
    Rational sum = Rational.ZERO;
    int years = 0;
    for (KnownMonth known : used) {
      if (known.month().getMonthValue() == month) {
        BigDecimal days = regressor.over(drivers, known.days()).orElseThrow();
        int length = known.month().getMonth().length(false);
        sum = sum.plus(Rational.of(days).times(Rational.of(length, known.days().size())));
        years++;
      }
    }
    return sum.dividedBy(Rational.of(years));
  }

  /**
   * A normal year is thought of after the baseline, at the level of its end, whatever its dates.
   */
  private static boolean isOfPast(Regressor regressor) {
    if (regressor instanceof RegressorProduct product) {
      return isOfPast(product.left()) || isOfPast(product.right());
    }
    return regressor instanceof DaysBefore;
  }

  /** Says what the months lack, and which calendar months are missing altogether. */
  void report(FindingCollector findings) {
    report(SavingsFinding.NORMAL_YEAR_GAP, leftOut, leftOut.size(), findings);
    List<KnownMonth> scaled = used.stream().filter(month -> month.unknown() > 0).toList();
    int days = scaled.stream().mapToInt(KnownMonth::unknown).sum();
    report(SavingsFinding.NORMAL_YEAR_DAYS, scaled, days, findings);
    List<Integer> missing =
        IntStream.rangeClosed(1, 12)
            .filter(month -> used.stream().noneMatch(u -> u.month().getMonthValue() == month))
            .boxed()
            .toList();
    if (!missing.isEmpty()) {
      findings.add(SavingsFinding.NORMAL_YEAR_MONTH, place(), "period", history, "months", missing);
    }
  }

  private Place place() {
    return Place.NOWHERE.during(history.toString());
  }

  private void report(
      SavingsFinding finding, List<KnownMonth> months, int count, FindingCollector findings) {
    if (!months.isEmpty()) {
      String named =
          months.stream()
              .limit(NAMED)
              .map(known -> known.month().toString())
              .collect(Collectors.joining(", "));
      findings.add(
          finding,
          place(),
          "period",
          history,
          "count",
          count,
          "months",
          months.size() > NAMED ? named + " …" : named);
    }
  }
}
