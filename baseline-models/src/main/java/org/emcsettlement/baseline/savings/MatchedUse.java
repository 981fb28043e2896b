package org.emcsettlement.baseline.savings;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.emcsettlement.baseline.FrozenBaseline;
import org.emcsettlement.baseline.model.Regressor;
import org.emcsettlement.core.finding.Checked;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.finding.Place;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.quantity.Rational;
import org.emcsettlement.core.series.DailyDrivers;

/**
 * Modelled and measured use over the same days: a day, or a bill, that lacks its use or one of the
 * model's drivers is in neither sum.
 *
 * @param modelled what the model predicts for the days counted
 * @param measured what was used on them [canonical unit]
 * @param leftOut the other days
 */
record MatchedUse(ModelledUse modelled, Rational measured, List<LeftOut> leftOut) {

  /**
   * Reviews a measured period, matches it with its model and compares the two.
   *
   * @param unusable which days of the review count on neither side, with the reason
   * @param savings reads the savings off the match
   */
  static Checked<Savings> compare(
      FrozenBaseline model,
      DailyDrivers drivers,
      MeasuredUse use,
      Period period,
      Function<WaterReviewed, Map<LocalDate, LeftOut.Reason>> unusable,
      BiFunction<MatchedUse, FindingCollector, Savings> savings) {
    WaterReviewed water = WaterReviewed.of(model, drivers, use, period);
    Checked<MatchedUse> matched = of(model, drivers, use, period, unusable.apply(water));
    FindingCollector findings = new FindingCollector();
    findings.addAll(water.findings(period));
    findings.addAll(matched.findings());
    Optional<Savings> found = matched.value().map(both -> savings.apply(both, findings));
    return new Checked<>(found, findings.findings());
  }

  /** Savings between the two, with intervals of the model's error. */
  Savings savings(
      SavingsQuantity quantity,
      Period period,
      Rational baselineUse,
      Rational reportingUse,
      FindingCollector findings) {
    return Savings.builder()
        .quantity(quantity)
        .commodity(modelled.model().commodity())
        .period(period)
        .baselineUse(baselineUse)
        .reportingUse(reportingUse)
        .days(modelled.conditions().days())
        .leftOut(leftOut)
        .intervals(
            new CombinedErrors().add(modelled, 1).around(baselineUse.minus(reportingUse), findings))
        .build();
  }

  /**
   * Matches.
   *
   * @param unusable days whose readings say nothing, with the reason
   */
  static Checked<MatchedUse> of(
      FrozenBaseline model,
      DailyDrivers drivers,
      MeasuredUse use,
      Period period,
      Map<LocalDate, LeftOut.Reason> unusable) {
    if (use.commodity() != model.commodity()) {
      throw new IllegalArgumentException(
          "use is "
              + use.commodity().id()
              + ", model "
              + model.id()
              + " is of "
              + model.commodity().id());
    }
    Matching matching = new Matching(model, drivers);
    for (MeasuredUse.Portion portion : use.portions(period)) {
      Optional<LeftOut.Reason> reason =
          Optional.ofNullable(unusable.get(portion.days().start()))
              .filter(known -> portion.use().isPresent());
      matching.add(
          reason.map(known -> MeasuredUse.Portion.without(portion.days(), known)).orElse(portion));
    }
    return matching.result(period);
  }

  /** Adds up portion by portion. */
  private static final class Matching {

    private final FrozenBaseline model;
    private final DailyDrivers drivers;
    private final Rational[] sums;
    private Rational measured = Rational.ZERO;
    private final List<LocalDate> counted = new ArrayList<>();
    private final Map<LeftOut.Reason, List<LocalDate>> leftOut =
        new EnumMap<>(LeftOut.Reason.class);
    private final NegativePredictions negative;

    Matching(FrozenBaseline model, DailyDrivers drivers) {
      this.model = model;
      this.drivers = drivers;
      this.negative = new NegativePredictions(model);
      this.sums = new Rational[model.coefficients().size()];
      Arrays.fill(sums, Rational.ZERO);
    }

    void add(MeasuredUse.Portion portion) {
      List<LocalDate> days = portion.days().dates().toList();
      Optional<List<Rational>> conditions = conditions(days);
      if (portion.use().isEmpty() || conditions.isEmpty()) {
        leftOut
            .computeIfAbsent(
                portion.reason().orElse(LeftOut.Reason.NO_DRIVER), key -> new ArrayList<>())
            .addAll(days);
        return;
      }
      counted.addAll(days);
      measured = measured.plus(portion.use().get());
      for (int j = 0; j < sums.length; j++) {
        sums[j] = sums[j].plus(conditions.get().get(j));
      }
      negative.check(conditions.get(), portion.days());
    }

    private Optional<List<Rational>> conditions(List<LocalDate> days) {
      List<Rational> conditions = new ArrayList<>();
      for (Regressor regressor : model.regressors()) {
        Optional<BigDecimal> sum = regressor.over(drivers, days);
        if (sum.isEmpty()) {
          return Optional.empty();
        }
        conditions.add(Rational.of(sum.get()));
      }
      return Optional.of(conditions);
    }

    Checked<MatchedUse> result(Period period) {
      FindingCollector findings = new FindingCollector();
      Place place = Place.NOWHERE.during(period.toString());
      List<LeftOut> out = new ArrayList<>();
      leftOut.forEach(
          (reason, days) -> {
            LeftOut part = new LeftOut(reason, days.size(), days.get(0), days.get(days.size() - 1));
            out.add(part);
            report(part, period, place, findings);
          });
      if (counted.isEmpty()) {
        findings.add(SavingsFinding.NOTHING_COUNTED, place, "period", period);
        return Checked.failed(findings.findings());
      }
      if (model.period().daysIn(period) > 0 && model.errors().isPresent()) {
        findings.add(
            SavingsFinding.PERIODS_OVERLAP,
            place,
            "model",
            model.id(),
            "fitted",
            model.period(),
            "period",
            period);
      }
      new Extrapolation(model, findings).report(drivers, counted, place);
      negative.report(place, findings);
      Conditions conditions = new Conditions(List.of(sums), counted.size());
      return Checked.of(
          new MatchedUse(new ModelledUse(model, conditions), measured, List.copyOf(out)),
          findings.findings());
    }

    private static void report(
        LeftOut part, Period period, Place place, FindingCollector findings) {
      findings.add(
          SavingsFinding.LEFT_OUT,
          place,
          "period",
          period,
          "count",
          part.days(),
          "reason",
          part.reason(),
          "first",
          part.first(),
          "last",
          part.last());
    }
  }
}
