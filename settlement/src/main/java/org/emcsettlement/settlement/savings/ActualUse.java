package org.emcsettlement.settlement.savings;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.emcsettlement.baseline.FrozenBaseline;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.core.finding.Place;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.core.quantity.Rational;
import org.emcsettlement.settlement.contract.ContractFinding;
import org.emcsettlement.settlement.contract.LineDraft;
import org.emcsettlement.settlement.contract.Outcome;
import org.emcsettlement.settlement.contract.Segment;
import org.emcsettlement.settlement.contract.StatementInput;
import org.emcsettlement.settlement.evidence.BoundaryUse;
import org.emcsettlement.settlement.statement.Figures;
import org.emcsettlement.settlement.statement.Interval;
import org.emcsettlement.settlement.trail.Calculator;
import org.emcsettlement.settlement.trail.Figure;

/** Compares the actual use of one commodity with its adjusted baseline, on the same days. */
public final class ActualUse {

  private final StatementInput input;
  private final Commodity commodity;
  private final BoundaryUse use;
  private final Calculator calculator;
  private final String unit;

  /**
   * The use of a commodity in a statement.
   *
   * @param input the statement
   * @param commodity a commodity of the contract
   */
  public ActualUse(StatementInput input, Commodity commodity) {
    this.input = input;
    this.commodity = commodity;
    this.use = input.resolved().use(commodity);
    this.calculator = input.calculator().in(commodity.id());
    this.unit = commodity.unit().symbol();
  }

  /** {@return what the readings lack: bills must cover every day, days must cover something} */
  public Findings missing() {
    Period service = input.period().service();
    FindingCollector findings = new FindingCollector();
    List<LocalDate> missing = use.in(service).missing();
    if (missing.size() == service.days()) {
      findings.add(
          ContractFinding.NOT_COVERED,
          Place.NOWHERE.during(service.toString()),
          "period",
          service,
          "commodity",
          commodity,
          "coverage",
          use.coverage());
    } else if (use instanceof BoundaryUse.Billed && !missing.isEmpty()) {
      findings.add(
          ContractFinding.BILLED_GAP,
          Place.NOWHERE.during(service.toString()),
          "commodity",
          commodity,
          "period",
          service,
          "count",
          missing.size());
    }
    return findings.findings();
  }

  /**
   * Writes actual and avoided quantities by segment and in total, with intervals.
   *
   * @param outcome takes figures, lines and findings
   */
  public void compare(Outcome.Builder outcome) {
    List<Figure> adjusted = new ArrayList<>();
    List<Figure> counted = new ArrayList<>();
    List<Figure> actual = new ArrayList<>();
    for (Segment segment : input.segments()) {
      Calculator at = calculator.in(commodity.id() + "/" + segment.period().start());
      CountedDays days = CountedDays.of(input, commodity, segment.period());
      Figure baseline = input.find(Figures.ADJUSTED_BASELINE, commodity, segment).orElseThrow();
      Figure comparable = comparable(at, segment, days, baseline);
      Figure used = used(at, segment.period(), days);
      outcome.put(Figures.COUNTED_BASELINE, commodity, segment, comparable);
      outcome.put(Figures.ACTUAL, commodity, segment, used);
      outcome.put(
          Figures.AVOIDED, commodity, segment, at.minus("avoided-quantity", comparable, used));
      adjusted.add(baseline);
      counted.add(comparable);
      actual.add(used);
    }
    Figure adjustedTotal =
        rounded("adjusted-baseline", calculator.sum("adjusted-baseline", adjusted));
    Figure countedTotal =
        counted.equals(adjusted)
            ? adjustedTotal
            : rounded("counted-baseline", calculator.sum("counted-baseline", counted));
    Figure actualTotal = calculator.sum("actual-use", actual);
    Figure avoided =
        rounded(
            "avoided-quantity", calculator.minus("avoided-quantity", countedTotal, actualTotal));
    outcome.put(Figures.ADJUSTED_TOTAL, commodity, adjustedTotal);
    outcome.put(Figures.COUNTED_TOTAL, commodity, countedTotal);
    outcome.put(Figures.ACTUAL_TOTAL, commodity, actualTotal);
    outcome.put(Figures.AVOIDED_TOTAL, commodity, avoided);
    lines(outcome, adjustedTotal, actualTotal, avoided, countedTotal);
    if (adjustedTotal.signum() < 0 && input.resolved().baseline(commodity).isEmpty()) {
      outcome.finding(
          ContractFinding.BASELINE_NEGATIVE,
          Place.NOWHERE.during(input.period().service().toString()),
          "commodity",
          commodity,
          "period",
          input.period().service(),
          "value",
          adjustedTotal.value().round(2, RoundingMode.HALF_UP).toPlainString());
    }
    report(outcome);
  }

  private Figure rounded(String name, Figure exact) {
    return input
        .contract()
        .quantityScale(commodity)
        .map(scale -> calculator.roundTo(name, exact, scale))
        .orElse(exact);
  }

  /** The adjusted baseline of the counted days: less what belongs to days left out. */
  private Figure comparable(Calculator at, Segment segment, CountedDays days, Figure baseline) {
    int uncounted = days.uncounted().size();
    if (uncounted == 0) {
      return baseline;
    }
    Optional<Figure> model = input.find(Figures.MODEL_BASELINE, commodity, segment);
    Optional<Figure> leftOut = input.find(Figures.MODEL_LEFT_OUT, commodity, segment);
    Figure numerator =
        at.fact("days-left-out", BigDecimal.valueOf(uncounted), "d", source(segment));
    Figure denominator = at.days("days", segment.period());
    Figure adjusted =
        model.isPresent() ? at.minus("agreed-adjustments", baseline, model.get()) : baseline;
    Figure share =
        at.over(
            "left-out-by-days",
            unit,
            at.times("amount-times-days", unit, adjusted, numerator),
            denominator);
    Figure remaining = at.minus("counted-baseline", baseline, share);
    return leftOut.map(left -> at.minus("counted-baseline", remaining, left)).orElse(remaining);
  }

  private String source(Segment segment) {
    return "meters#" + segment.period();
  }

  /** One fact per meter over the counted days, added up with their signs. */
  private Figure used(Calculator at, Period period, CountedDays days) {
    List<Figure> added = new ArrayList<>();
    List<Figure> taken = new ArrayList<>();
    if (use instanceof BoundaryUse.Daily daily) {
      for (BoundaryUse.DailyMeter meter : daily.meters()) {
        Rational sum = Rational.ZERO;
        for (LocalDate date : days.counted()) {
          sum = sum.plus(meter.use().on(date).orElseThrow());
        }
        (meter.sign() > 0 ? added : taken).add(reading(at, meter.id(), sum, period));
      }
    } else if (use instanceof BoundaryUse.Billed billed) {
      for (BoundaryUse.SignedMeter meter : billed.meters()) {
        Rational sum = BoundaryUse.Billed.part(meter.readings(), period).quantity();
        (meter.sign() > 0 ? added : taken).add(reading(at, meter.id(), sum, period));
      }
    }
    Figure sum =
        added.isEmpty()
            ? at.parameter("nothing", BigDecimal.ZERO, unit)
            : at.sum("actual-use", added);
    for (Figure part : taken) {
      sum = at.minus("actual-use", sum, part);
    }
    return sum;
  }

  private Figure reading(Calculator at, String meter, Rational sum, Period period) {
    return at.fact("metered-use", sum, unit, "meters/" + meter + ".csv#" + period);
  }

  private void lines(
      Outcome.Builder outcome, Figure adjusted, Figure actual, Figure avoided, Figure counted) {
    outcome.line(
        LineDraft.builder()
            .item("adjusted")
            .kind(QuantityLines.ADJUSTED_BASELINE)
            .commodity(commodity)
            .quantity(adjusted)
            .build());
    if (!counted.equals(adjusted)) {
      outcome.line(
          LineDraft.builder()
              .item("left-out")
              .kind(QuantityLines.LEFT_OUT)
              .commodity(commodity)
              .quantity(calculator.minus("left-out", counted, adjusted))
              .build());
    }
    outcome.line(
        LineDraft.builder()
            .item("actual")
            .kind(QuantityLines.ACTUAL)
            .commodity(commodity)
            .quantity(actual)
            .build());
    outcome.line(
        LineDraft.builder()
            .item("avoided")
            .kind(QuantityLines.AVOIDED)
            .commodity(commodity)
            .quantity(avoided)
            .intervals(intervals(outcome, avoided, counted))
            .build());
  }

  private List<Interval> intervals(Outcome.Builder outcome, Figure avoided, Figure counted) {
    Optional<FrozenBaseline> frozen = input.resolved().baseline(commodity);
    if (frozen.isEmpty() || frozen.get().errors().isEmpty()) {
      outcome.finding(ContractFinding.NO_INTERVAL, Place.NOWHERE, "commodity", commodity);
      return List.of();
    }
    Optional<Figure> adjustmentVariance = input.find(Figures.ADJUSTMENT_VARIANCE, commodity);
    outcome.finding(
        adjustmentVariance.isPresent()
            ? ContractFinding.ADJUSTMENT_ERROR
            : ContractFinding.REGRESSION_ONLY,
        Place.NOWHERE,
        "commodity",
        commodity);
    Period service = input.period().service();
    List<LocalDate> days = CountedDays.of(input, commodity, service).counted();
    ModelBaseline model =
        new ModelBaseline(frozen.get(), input.resolved().drivers(frozen.get().station()));
    List<Figure> sums = model.sums(calculator, days, service);
    Figure count =
        calculator.fact("counted-days", BigDecimal.valueOf(days.size()), "d", "meters#" + service);
    SavingsInterval interval =
        new SavingsInterval(
            calculator, frozen.get().errors().orElseThrow(), unit, adjustmentVariance);
    SavingsInterval.Computed regression = interval.regression(avoided, sums, count);
    SavingsInterval.Computed ashrae = interval.ashrae(avoided, counted, count);
    outcome.put(Figures.HALF_WIDTH_REGRESSION, commodity, regression.halfWidth());
    outcome.put(Figures.HALF_WIDTH_ASHRAE, commodity, ashrae.halfWidth());
    return List.of(regression.interval(), ashrae.interval());
  }

  private void report(Outcome.Builder outcome) {
    Period service = input.period().service();
    CountedDays days = CountedDays.of(input, commodity, service);
    int leftOut = days.unread().size() + days.undriven().size();
    if (leftOut > 0) {
      outcome.finding(
          ContractFinding.DAYS_LEFT_OUT,
          Place.NOWHERE.during(service.toString()),
          "commodity",
          commodity,
          "period",
          service,
          "count",
          leftOut);
    }
    if (!days.faulty().isEmpty()) {
      outcome.finding(
          ContractFinding.METER_FAULT_DAYS,
          Place.NOWHERE.during(service.toString()),
          "commodity",
          commodity,
          "period",
          service,
          "count",
          days.faulty().size(),
          "first",
          days.faulty().get(0),
          "last",
          days.faulty().get(days.faulty().size() - 1));
    }
    outcome.findings(LastYearCheck.of(commodity, use, service));
    if (use.in(service).split()) {
      outcome.finding(
          ContractFinding.BILL_SPLIT,
          Place.NOWHERE.during(service.toString()),
          "commodity",
          commodity,
          "period",
          service);
    }
  }
}
