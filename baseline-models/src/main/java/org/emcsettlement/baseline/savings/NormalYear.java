package org.emcsettlement.baseline.savings;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.emcsettlement.baseline.FrozenBaseline;
import org.emcsettlement.baseline.model.Regressor;
import org.emcsettlement.core.finding.Checked;
import org.emcsettlement.core.finding.EvidenceFinding;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.finding.Place;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.quantity.Rational;
import org.emcsettlement.core.series.DailyDrivers;

/**
 * The conditions of a normal year of 365 days, made from a history: one year as a file gives it, or
 * several that are averaged.
 *
 * <p>For every calendar month the <em>sums of the regressors</em> are averaged over the years, not
 * the temperatures: degree days of averaged temperatures would be too few. 29 February is left out.
 * A month that lacks up to a tenth of its days is taken at the daily mean of the others, one that
 * lacks more is left out, and both are named; every calendar month needs one year.
 *
 * <p>Covariates come from the history's own occupancy and calendar, or are carried over from
 * another period by {@link #withCovariatesOf}. Immutable.
 */
public final class NormalYear {

  /** The days of every normal year [d]. */
  public static final int DAYS = 365;

  private final DailyDrivers drivers;
  private final Period history;
  private final Optional<CarriedCovariates> carried;

  private NormalYear(DailyDrivers drivers, Period history, Optional<CarriedCovariates> carried) {
    this.drivers = drivers;
    this.history = history;
    this.carried = carried;
  }

  /**
   * A normal year made from a history.
   *
   * @param drivers temperature, occupancy and calendar of the history
   * @param history one year or more
   * @return the normal year
   */
  public static NormalYear of(DailyDrivers drivers, Period history) {
    return new NormalYear(drivers, history, Optional.empty());
  }

  /**
   * This normal year's weather with the covariates of a period, by calendar month their mean per
   * day: headcount, operating hours, day types, hours of the week. In a product with a temperature
   * the mean multiplies the month's sum of the other factor.
   *
   * @param source occupancy and calendar of that period
   * @param period the period, e.g. the baseline period; it must have every calendar month
   * @return the normal year with these covariates
   */
  public NormalYear withCovariatesOf(DailyDrivers source, Period period) {
    return new NormalYear(drivers, history, Optional.of(new CarriedCovariates(source, period)));
  }

  /** {@return the history it is made of} */
  public Period history() {
    return history;
  }

  /**
   * The conditions that a model is evaluated under.
   *
   * @param model the model
   * @return its regressor sums over the year, absent if a calendar month is missing
   */
  public Checked<Conditions> conditions(FrozenBaseline model) {
    FindingCollector findings = new FindingCollector();
    List<NormalFactors> factors = model.regressors().stream().map(this::factors).toList();
    List<Regressor> ofYear = factors.stream().flatMap(factor -> factor.ofYear().stream()).toList();
    HistoryMonths months = new HistoryMonths(drivers, history, ofYear);
    if (!ofYear.isEmpty()) {
      months.report(findings);
    }
    for (NormalFactors factor : factors) {
      factor.carried().ifPresent(c -> carried.orElseThrow().report(c, findings));
    }
    if (findings.blocking() > 0) {
      return Checked.failed(findings.findings());
    }
    List<Rational> sums = sums(model, factors, months, findings);
    report(model, ofYear.isEmpty() ? List.of() : months.days(), findings);
    return Checked.of(new Conditions(sums, DAYS), findings.findings());
  }

  /** Without carried covariates everything is of the history. */
  private NormalFactors factors(Regressor regressor) {
    return carried.isPresent() ? NormalFactors.split(regressor) : NormalFactors.whole(regressor);
  }

  private List<Rational> sums(
      FrozenBaseline model,
      List<NormalFactors> factors,
      HistoryMonths months,
      FindingCollector findings) {
    NegativePredictions negative = new NegativePredictions(model);
    List<Rational> year = new ArrayList<>();
    for (Month month : Month.values()) {
      List<Rational> sums = factors.stream().map(f -> sum(f, months, month)).toList();
      negative.check(sums, month.getValue());
      for (int j = 0; j < sums.size(); j++) {
        if (year.size() == j) {
          year.add(sums.get(j));
        } else {
          year.set(j, year.get(j).plus(sums.get(j)));
        }
      }
    }
    negative.report(Place.NOWHERE.during(history.toString()), findings);
    return List.copyOf(year);
  }

  private Rational sum(NormalFactors factors, HistoryMonths months, Month month) {
    Rational product = Rational.of(month.length(false));
    Rational days = product;
    if (factors.ofYear().isPresent()) {
      Rational sum = months.meanSum(factors.ofYear().get(), month.getValue());
      product = product.times(sum).dividedBy(days);
    }
    if (factors.carried().isPresent()) {
      Rational mean = carried.orElseThrow().meanPerDay(factors.carried().get(), month.getValue());
      product = product.times(mean);
    }
    return product;
  }

  private void report(FrozenBaseline model, List<LocalDate> days, FindingCollector findings) {
    Extrapolation extrapolation = new Extrapolation(model, findings);
    DailyDrivers covariates = carried.map(CarriedCovariates::drivers).orElse(drivers);
    Period period = carried.map(CarriedCovariates::period).orElse(history);
    Place place = Place.NOWHERE.during(period.toString());
    extrapolation.report(true, drivers, days, Place.NOWHERE.during(history.toString()));
    extrapolation.report(
        false, covariates, carried.isPresent() ? period.dates().toList() : days, place);
    if (model.regressors().stream().anyMatch(r -> r.text().contains("DAYTYPE"))) {
      for (int year : covariates.calendar().unknownYears(period)) {
        findings.add(EvidenceFinding.CALENDAR_UNKNOWN_YEAR, place, "year", year);
      }
    }
  }
}
