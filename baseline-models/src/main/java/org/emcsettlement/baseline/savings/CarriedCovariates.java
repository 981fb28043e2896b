package org.emcsettlement.baseline.savings;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.emcsettlement.baseline.model.Regressor;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.finding.Place;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.quantity.Rational;
import org.emcsettlement.core.series.DailyDrivers;

/**
 * Covariates that a normal year takes from another period: in every calendar month their mean per
 * day there.
 *
 * @param drivers occupancy and calendar
 * @param period the period
 */
record CarriedCovariates(DailyDrivers drivers, Period period) {

  private List<LocalDate> days(int month) {
    return period.dates().filter(date -> date.getMonthValue() == month).toList();
  }

  /** The mean of a regressor over the days of a calendar month on which it is known. */
  Rational meanPerDay(Regressor regressor, int month) {
    BigDecimal sum = BigDecimal.ZERO;
    int known = 0;
    for (LocalDate date : days(month)) {
      Optional<BigDecimal> value = regressor.on(drivers, date);
      if (value.isPresent()) {
        sum = sum.add(value.get());
        known++;
      }
    }
    return Rational.of(sum).dividedBy(Rational.of(known));
  }

  /** Says on which days a regressor is unknown, and in which months altogether. */
  void report(Regressor regressor, FindingCollector findings) {
    Place place = Place.NOWHERE.during(period.toString());
    List<Integer> missing = new ArrayList<>();
    int unknown = 0;
    for (int month : IntStream.rangeClosed(1, 12).toArray()) {
      List<LocalDate> days = days(month);
      int gaps = (int) days.stream().filter(date -> regressor.on(drivers, date).isEmpty()).count();
      unknown += gaps;
      if (gaps == days.size()) {
        missing.add(month);
      }
    }
    if (!missing.isEmpty()) {
      findings.add(
          SavingsFinding.COVARIATE_MONTH,
          place,
          "period",
          period,
          "months",
          missing,
          "regressor",
          regressor);
    } else if (unknown > 0) {
      findings.add(
          SavingsFinding.COVARIATE_GAP,
          place,
          "period",
          period,
          "count",
          unknown,
          "regressor",
          regressor);
    }
  }
}
