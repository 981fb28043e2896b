package org.emcsettlement.baseline.hourly;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.emcsettlement.baseline.judge.FitFinding;
import org.emcsettlement.baseline.model.HourCount;
import org.emcsettlement.baseline.model.HourSet;
import org.emcsettlement.baseline.model.HourlySample;
import org.emcsettlement.baseline.model.ModelFit;
import org.emcsettlement.baseline.model.Regressor;
import org.emcsettlement.baseline.model.RegressorProduct;
import org.emcsettlement.baseline.solve.ColumnRank;
import org.emcsettlement.baseline.solve.JointShrinkage;
import org.emcsettlement.core.finding.Checked;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.core.finding.Place;
import org.emcsettlement.core.series.DailyDrivers;

/**
 * {@code institution-hourly}: our own hourly baseline of a public institution.
 *
 * <p>Each hour of the clock answers to the same daily regressors with coefficients of its own: day
 * type by the work calendar, degrees below and above change points of the mean temperature of today
 * and yesterday, linear drivers such as headcount; and, shrunk towards zero, weekdays, another
 * slope on days of rest and in winter, waves over the year, ten-day periods whose working days
 * differ, and a level that drifts and is carried forward from the end of the baseline period. How
 * much is shrunk is found from the data ({@link JointShrinkage}). Daily sums of its predictions are
 * those of the same model fitted to daily sums.
 */
public final class InstitutionHourly {

  /** The name of the form. */
  public static final String FORM = "INSTITUTION_HOURLY";

  /** Days on which an hour of the clock must have use. */
  private static final int LEAST_DAYS = 28;

  private final HourlySample sample;
  private final FindingCollector findings = new FindingCollector();
  private final List<LocalDate> dates = new ArrayList<>();
  private final int[] place;
  private final ClockHours hours;

  private InstitutionHourly(HourlySample sample) {
    this.sample = sample;
    place = new int[sample.dates().size()];
    for (int d = 0; d < place.length; d++) {
      LocalDate date = sample.dates().get(d);
      boolean known = temperature(date).isPresent() && temperature(date.minusDays(1)).isPresent();
      place[d] = known ? dates.size() : -1;
      if (known) {
        dates.add(date);
      }
    }
    hours = new ClockHours(sample, place, dates.size());
  }

  /**
   * Fits.
   *
   * @param sample the hours; those of days whose mean temperature, or that of the day before, is
   *     unknown are left out
   * @return the fit; absent with a blocking finding if an hour of the clock has use on too few days
   */
  public static Checked<ModelFit> fit(HourlySample sample) {
    return new InstitutionHourly(sample).fit();
  }

  /** What predicts the use of an hour. */
  @FunctionalInterface
  public interface Predictor {

    /**
     * The predicted use.
     *
     * @param date the local day
     * @param clock hour of the local clock, 0 to 23
     * @return use [canonical unit/h], NaN where a driver is unknown on the day
     */
    double use(LocalDate date, int clock);
  }

  /**
   * Predictions by hour, which a frozen baseline does not keep: it predicts days.
   *
   * @param sample the hours of the baseline period
   * @param drivers temperature, occupancy and calendar of the days to predict
   * @return what predicts; absent with a blocking finding as {@link #fit}
   */
  public static Checked<Predictor> predictor(HourlySample sample, DailyDrivers drivers) {
    InstitutionHourly method = new InstitutionHourly(sample);
    Optional<Fitted> fitted = method.fitted();
    Findings findings = method.findings.findings();
    return fitted
        .map(fit -> Checked.<Predictor>of((date, clock) -> fit.use(drivers, date, clock), findings))
        .orElse(Checked.failed(findings));
  }

  private record Fitted(DayTerms terms, ChangePoints changePoints, JointShrinkage.Fit fit) {

    double use(DailyDrivers drivers, LocalDate date, int clock) {
      double sum = 0;
      for (int j = 0; j < terms.regressors().size(); j++) {
        Optional<BigDecimal> value = terms.regressors().get(j).on(drivers, date);
        sum += fit.coefficients()[clock][j] * value.map(BigDecimal::doubleValue).orElse(Double.NaN);
      }
      return sum;
    }
  }

  private OptionalInt temperature(LocalDate date) {
    return sample.dailyDrivers().temperatureOn(date);
  }

  private Checked<ModelFit> fit() {
    Optional<ModelFit> model = fitted().map(this::handOver);
    return model
        .map(fit -> Checked.of(fit, findings.findings()))
        .orElse(Checked.failed(findings.findings()));
  }

  private Optional<Fitted> fitted() {
    int needed = LEAST_DAYS + sample.drivers().size();
    for (int hour = 0; hour < ClockHours.HOURS; hour++) {
      if (hours.days(hour) < needed) {
        findings.add(
            FitFinding.TOO_FEW, Place.NOWHERE, "count", hours.days(hour), "needed", needed);
        return Optional.empty();
      }
    }
    ChangePoints changePoints = changePoints();
    DayTerms terms = new DayTerms(dates, sample.drivers(), changePoints, sample.dailyDrivers());
    removeClashes(terms);
    boolean[] follows = new boolean[dates.size()];
    for (int i = 1; i < follows.length; i++) {
      follows[i] = dates.get(i - 1).plusDays(1).equals(dates.get(i));
    }
    JointShrinkage.Fit fit =
        JointShrinkage.solve(
            terms.columns(), terms.ratios(), hours.use(), hours.present(), follows);
    return Optional.of(new Fitted(terms, changePoints, fit));
  }

  /** From working days, if there are enough: they shape the response to temperature. */
  private ChangePoints changePoints() {
    boolean[] chosen = new boolean[dates.size()];
    int working = 0;
    for (int i = 0; i < chosen.length; i++) {
      chosen[i] = sample.dailyDrivers().calendar().isWorkingDay(dates.get(i));
      working += chosen[i] ? 1 : 0;
    }
    if (working < LEAST_DAYS) {
      Arrays.fill(chosen, true);
    }
    double[] levels = hours.levels(chosen);
    int[] today = new int[levels.length];
    int[] before = new int[levels.length];
    int count = 0;
    for (int i = 0; i < chosen.length; i++) {
      if (chosen[i] && !Double.isNaN(levels[i])) {
        today[count] = temperature(dates.get(i)).orElseThrow();
        before[count] = temperature(dates.get(i).minusDays(1)).orElseThrow();
        levels[count++] = levels[i];
      }
    }
    return ChangePoints.of(
        Arrays.copyOf(today, count), Arrays.copyOf(before, count), Arrays.copyOf(levels, count));
  }

  private void removeClashes(DayTerms terms) {
    List<Integer> dependent = new ArrayList<>();
    for (ColumnRank.Clash clash : ColumnRank.clashes(terms.freeColumns())) {
      dependent.add(clash.column());
      findings.add(
          FitFinding.CLASHING_COLUMNS,
          Place.NOWHERE,
          "column",
          terms.regressors().get(clash.column()),
          "others",
          clash.on().stream().map(terms.regressors()::get).toList());
    }
    terms.remove(dependent);
  }

  /**
   * The fit of daily sums. Hours that every day has once are added up; an hour of the clock that is
   * skipped or repeated when clocks change keeps coefficients of its own, times how often it
   * occurs.
   */
  private ModelFit handOver(Fitted fitted) {
    DayTerms terms = fitted.terms();
    JointShrinkage.Fit fit = fitted.fit();
    List<Regressor> regressors = new ArrayList<>();
    List<Double> coefficients = new ArrayList<>();
    List<Double> precision = new ArrayList<>();
    double[] ratios = terms.ratios();
    List<Integer> changing = ClockHours.changing(sample.zone(), dates.get(0));
    for (int j = 0; j < ratios.length; j++) {
      double sum = 0;
      for (int hour = 0; hour < ClockHours.HOURS; hour++) {
        sum += changing.contains(hour) ? 0 : fit.coefficients()[hour][j];
      }
      regressors.add(terms.regressors().get(j));
      coefficients.add(sum);
      precision.add(ratios[j] * fit.scale());
    }
    for (int hour : changing) {
      HourCount count = new HourCount(atClock(hour));
      for (int j = 0; j < ratios.length; j++) {
        regressors.add(times(terms.regressors().get(j), count));
        coefficients.add(fit.coefficients()[hour][j]);
        precision.add(ratios[j] * fit.scale());
      }
    }
    int[] rows = rows();
    return Handover.of(
        FORM,
        regressors,
        Handover.array(coefficients),
        rows,
        residuals(rows, terms.columns(), fit.coefficients()),
        Handover.array(precision),
        (int) Math.ceil(fit.effectiveParameters()) + breaks(fitted.changePoints()),
        fitted.changePoints());
  }

  private static int breaks(ChangePoints points) {
    return (points.heating().isPresent() ? 1 : 0) + (points.cooling().isPresent() ? 1 : 0);
  }

  private static HourSet atClock(int hour) {
    BitSet hours = new BitSet(HourSet.HOURS);
    for (int h = hour; h < HourSet.HOURS; h += ClockHours.HOURS) {
      hours.set(h);
    }
    return HourSet.of(hours);
  }

  private static Regressor times(Regressor daily, HourCount count) {
    return daily instanceof RegressorProduct product
        ? new RegressorProduct(product.left(), times(product.right(), count))
        : new RegressorProduct(daily, count);
  }

  private int[] rows() {
    int[] rows = new int[sample.size()];
    int count = 0;
    for (int i = 0; i < rows.length; i++) {
      if (place[sample.day()[i]] >= 0) {
        rows[count++] = i;
      }
    }
    return Arrays.copyOf(rows, count);
  }

  private double[] residuals(int[] rows, double[][] columns, double[][] coefficients) {
    double[] residuals = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      int day = place[sample.day()[rows[i]]];
      double[] own = coefficients[sample.hourOfWeek()[rows[i]] % ClockHours.HOURS];
      double fitted = 0;
      for (int j = 0; j < own.length; j++) {
        fitted += own[j] * columns[j][day];
      }
      residuals[i] = sample.use()[rows[i]] - fitted;
    }
    return residuals;
  }
}
