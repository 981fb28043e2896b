package org.emcsettlement.baseline.institution;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.emcsettlement.baseline.model.DailySample;
import org.emcsettlement.baseline.model.ModelFit;
import org.emcsettlement.baseline.model.Rejection;
import org.emcsettlement.baseline.model.TenDays;
import org.emcsettlement.baseline.solve.SideGuard;
import org.emcsettlement.core.finding.Checked;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.series.DailyDrivers;

/**
 * The daily model of the water use of a public institution, {@code institution-water}.
 *
 * <ol>
 *   <li>{@link WaterReview} finds leaks (in the flow of nights if use is known by hour), bursts,
 *       dead meters, catch-up readings and resets. Their days are no part of the fit, and each is a
 *       finding: a baseline with a leak in it would sell its repair as a saving of the measures, or
 *       its end as one.
 *   <li>{@link InstitutionDaily} on the other days: levels of day types, own drivers (school days,
 *       irrigation), the ten-day periods of the year on working days, which know vacations and
 *       summer, all shrunk as one year deserves; and degrees above a change point for cooling
 *       towers and irrigation if temperatures are known and earn it.
 *   <li>Per capita: if the headcount varies, litres per person every day, on working days, or both,
 *       whichever has the least {@code n ln(SSE/n) + P ln n}. A constant headcount says nothing
 *       that the levels of day types do not.
 * </ol>
 *
 * <p>Schools in Attica a year ahead, closures of the pandemic included (64 pairs of years of 23
 * schools with leaks on less than a fifth of the days): median CV(RMSE) 0.90 against 0.94 of the
 * mean by month and weekday, and 0.82 with school days as a driver, which is worth more than any
 * refinement of the model. A leak that runs through the whole baseline period cannot be seen.
 */
public final class InstitutionWater {

  /** The stable name of the form. */
  public static final String FORM = "INSTITUTION_WATER";

  private final DailySample sample;
  private final SideGuard guard;

  private InstitutionWater(DailySample sample, SideGuard guard) {
    this.sample = sample;
    this.guard = guard;
  }

  /**
   * Fits.
   *
   * @param sample the days
   * @param guard what change points must rest on
   * @param detection what counts as a leak
   * @return the fit on days without leaks and faults, absent with a blocking finding if they are
   *     too few; every leak and fault as a finding
   */
  public static Checked<ModelFit> fit(
      DailySample sample, SideGuard guard, LeakDetection detection) {
    return fit(sample, WaterReview.of(WaterDays.of(sample), detection), guard, detection);
  }

  /**
   * Fits days whose nights are known.
   *
   * @param sample the days
   * @param nights the flow of each night; {@link NightFlow#of}
   * @param guard what change points must rest on
   * @param detection what counts as a leak
   * @return as {@link #fit(DailySample, SideGuard, LeakDetection)}, leaks found in the nights
   */
  public static Checked<ModelFit> fit(
      DailySample sample, WaterDays nights, SideGuard guard, LeakDetection detection) {
    return fit(sample, WaterReview.of(WaterDays.of(sample), nights, detection), guard, detection);
  }

  private static Checked<ModelFit> fit(
      DailySample sample, WaterReview first, SideGuard guard, LeakDetection detection) {
    InstitutionWater water = new InstitutionWater(sample, guard);
    WaterReview review = water.withDeadMeters(first, detection);
    Checked<ModelFit> fit = water.on(review.usualRows());
    FindingCollector findings = new FindingCollector();
    findings.addAll(review.findings(true));
    findings.addAll(fit.findings());
    return new Checked<>(fit.value(), findings.findings());
  }

  /**
   * Whether long zeros are dead meters is asked of a fit without them. It knows by drivers, or by
   * the same ten days of the year in its rows, whether the building uses water then; where it does
   * not know, zero is taken as true, because a baseline that is too high would sell savings that
   * are none.
   */
  private WaterReview withDeadMeters(WaterReview review, LeakDetection detection) {
    WaterDays days = review.days();
    double[] expected = new double[days.size()];
    Arrays.fill(expected, Double.NaN);
    int fewestZeros = 2 * detection.minimumDays();
    List<StandingReading.Run> runs =
        new StandingReading(days, expected, review.level(), detection).runs(fewestZeros);
    int[] moving =
        IntStream.of(review.usualRows())
            .filter(i -> runs.stream().noneMatch(run -> run.from() <= i && i < run.to()))
            .toArray();
    if (runs.isEmpty()) {
      return review;
    }
    Optional<ModelFit> fit = on(moving).value();
    if (fit.isPresent()) {
      boolean drivers = sample.drivers().stream().anyMatch(d -> !d.equals(DailyDrivers.WORKDAY));
      Set<Integer> known =
          IntStream.of(moving)
              .mapToObj(i -> TenDays.numberOf(sample.date(i)))
              .collect(Collectors.toSet());
      for (int i = 0; i < expected.length; i++) {
        if (drivers || known.contains(TenDays.numberOf(sample.date(i)))) {
          expected[i] = predicted(fit.get(), sample.date(i));
        }
      }
    }
    List<WaterEvent> leaks = review.events(WaterEvent.Kind.LEAK);
    return WaterReview.of(days, expected, review.level(), leaks, detection, fewestZeros);
  }

  private double predicted(ModelFit fit, LocalDate date) {
    double use = 0;
    for (int j = 0; j < fit.regressors().size(); j++) {
      Optional<BigDecimal> value = fit.regressors().get(j).on(sample.dailyDrivers(), date);
      if (value.isEmpty()) {
        return Double.NaN;
      }
      use += fit.linear().coefficient(j) * value.get().doubleValue();
    }
    return use;
  }

  /** The best fit on some rows of the sample. */
  private Checked<ModelFit> on(int[] rows) {
    DailySample part = only(rows);
    Checked<ModelFit> first = InstitutionDaily.fit(part, guard);
    if (first.value().isEmpty()) {
      return first;
    }
    List<Rejection> rejected = new ArrayList<>();
    PerCapita chosen = PerCapita.EVERY_DAY;
    ModelFit best = first.value().get();
    for (PerCapita other : PerCapita.others(part)) {
      Optional<ModelFit> fit =
          InstitutionDaily.fit(other.applied(part), guard).value().map(other::named);
      if (fit.isPresent() && criterion(fit.get()) < criterion(best)) {
        rejected.add(rejection(chosen, best, fit.get()));
        chosen = other;
        best = fit.get();
      } else if (fit.isPresent()) {
        rejected.add(rejection(other, fit.get(), best));
      }
    }
    best.rejected().forEach(other -> rejected.add(water(other)));
    return Checked.of(water(best, rows, rejected), first.findings());
  }

  private DailySample only(int[] rows) {
    double[][] covariates = new double[sample.drivers().size()][];
    for (int j = 0; j < covariates.length; j++) {
      double[] column = sample.covariates()[j];
      covariates[j] = IntStream.of(rows).mapToDouble(i -> column[i]).toArray();
    }
    return new DailySample(
        IntStream.of(rows).mapToObj(sample::date).toList(),
        IntStream.of(rows).mapToDouble(i -> sample.use()[i]).toArray(),
        sample.drivers(),
        covariates,
        sample.dailyDrivers());
  }

  private static double criterion(ModelFit fit) {
    double[] residuals = fit.linear().residuals();
    double squares = Arrays.stream(residuals).map(e -> e * e).sum();
    int n = residuals.length;
    return n * StrictMath.log(squares / n) + fit.parameters() * StrictMath.log(n);
  }

  private static Rejection rejection(PerCapita loser, ModelFit lost, ModelFit won) {
    String more = ChangePointChoice.shown(criterion(lost));
    String less = ChangePointChoice.shown(criterion(won));
    return new Rejection(
        FORM + " " + loser.en(),
        "BIC " + more + " is not below " + less,
        "BIC " + more + " 不低于 " + less);
  }

  private static Rejection water(Rejection other) {
    return other.form().equals(InstitutionDaily.FORM)
        ? new Rejection(FORM, other.reason(), other.reasonZh(), other.score())
        : other;
  }

  private static ModelFit water(ModelFit fit, int[] rows, List<Rejection> rejected) {
    return new ModelFit(
        FORM,
        fit.regressors(),
        fit.linear(),
        IntStream.of(fit.rows()).map(i -> rows[i]).toArray(),
        fit.weight(),
        fit.precision(),
        fit.parameters(),
        fit.heatingChangePoint(),
        fit.coolingChangePoint(),
        rejected,
        fit.score());
  }
}
