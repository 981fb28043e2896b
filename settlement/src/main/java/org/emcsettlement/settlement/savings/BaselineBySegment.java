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
import org.emcsettlement.core.period.DayCount;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.core.quantity.Rational;
import org.emcsettlement.settlement.contract.BaselineTerms;
import org.emcsettlement.settlement.contract.ContractFinding;
import org.emcsettlement.settlement.contract.LineDraft;
import org.emcsettlement.settlement.contract.Outcome;
import org.emcsettlement.settlement.contract.Risk;
import org.emcsettlement.settlement.contract.RiskKinds;
import org.emcsettlement.settlement.contract.Segment;
import org.emcsettlement.settlement.contract.StatementInput;
import org.emcsettlement.settlement.evidence.BoundaryUse;
import org.emcsettlement.settlement.statement.Bilingual;
import org.emcsettlement.settlement.statement.Figures;
import org.emcsettlement.settlement.trail.Calculator;
import org.emcsettlement.settlement.trail.Figure;

/** Computes the baseline of one commodity in every segment, by how it was agreed. */
public final class BaselineBySegment {

  private final StatementInput input;
  private final Commodity commodity;
  private final BaselineTerms terms;
  private final Calculator calculator;
  private final String unit;

  /**
   * The baseline of a commodity in a statement.
   *
   * @param input the statement
   * @param commodity a commodity of the contract
   */
  public BaselineBySegment(StatementInput input, Commodity commodity) {
    this.input = input;
    this.commodity = commodity;
    this.terms = input.contract().baseline(commodity).orElseThrow();
    this.calculator = input.calculator().in(commodity.id());
    this.unit = commodity.unit().symbol();
  }

  private Calculator at(Segment segment) {
    return calculator.in(commodity.id() + "/" + segment.period().start());
  }

  private Period yearOf(Segment segment) {
    return input.resolved().years().year(segment.contractYear());
  }

  /** {@return what the evidence lacks for this baseline} */
  public Findings missing() {
    FindingCollector findings = new FindingCollector();
    if (terms instanceof BaselineTerms.DriverRatio ratios) {
      for (BaselineTerms.Ratio ratio : ratios.ratios()) {
        findings.addAll(
            new DriverValue(input.resolved(), ratio.driver(), Optional.empty())
                .missing(input.period().service()));
        if (ratio.reference().signum() == 0) {
          findings.add(
              ContractFinding.DRIVER_REFERENCE_ZERO,
              Place.pointer("contract.json", "/baselines"),
              "driver",
              ratio.driver());
        }
      }
    } else if (terms instanceof BaselineTerms.Years years && YearDecision.of(years).isEmpty()) {
      findings.add(
          ContractFinding.BASELINE_NO_VALUE,
          Place.pointer("contract.json", "/baselines"),
          "baseline",
          terms.id());
    } else if (terms instanceof BaselineTerms.Fitted) {
      findings.addAll(missingDrivers());
    }
    return findings.findings();
  }

  /** Days without drivers are left out where use is known by day; a bill cannot leave days out. */
  private Findings missingDrivers() {
    Period service = input.period().service();
    List<LocalDate> undriven = CountedDays.of(input.resolved(), commodity, service).undriven();
    boolean billed = input.resolved().use(commodity) instanceof BoundaryUse.Billed;
    FindingCollector findings = new FindingCollector();
    if (billed && !undriven.isEmpty()) {
      findings.add(
          ContractFinding.DRIVER_MISSING,
          Place.NOWHERE.during(undriven.get(0).toString()),
          "driver",
          String.join(
              ", ",
              frozen().regressors().stream().flatMap(x -> x.driver().stream()).distinct().toList()),
          "period",
          undriven.get(0) + "…" + undriven.get(undriven.size() - 1));
    }
    return findings.findings();
  }

  private FrozenBaseline frozen() {
    return input.resolved().baseline(commodity).orElseThrow();
  }

  /**
   * Writes the baseline of the contract year and of every segment, and the adjusted baseline as far
   * as the baseline itself adjusts.
   *
   * @param outcome takes figures, lines and findings
   */
  public void compute(Outcome.Builder outcome) {
    List<Figure> baselines = new ArrayList<>();
    List<Figure> adjusted = new ArrayList<>();
    if (terms instanceof BaselineTerms.Fitted) {
      fitted(outcome, baselines, adjusted);
    } else {
      agreed(outcome, baselines, adjusted);
    }
    if (baselines.size() == input.segments().size()) {
      Figure baseline = calculator.sum("baseline", baselines);
      outcome.line(
          LineDraft.builder()
              .kind(QuantityLines.BASELINE)
              .commodity(commodity)
              .quantity(baseline)
              .build());
      if (!adjusted.equals(baselines)) {
        outcome.line(
            LineDraft.builder()
                .item("conditions")
                .kind(QuantityLines.ADJUSTMENT)
                .commodity(commodity)
                .quantity(
                    calculator.minus(
                        "adjustment", calculator.sum("adjusted-baseline", adjusted), baseline))
                .remark(
                    new Bilingual(
                        "按核算期的驱动因素（气候、人数等）计算",
                        "at the drivers of the period: weather, headcount and the like"))
                .build());
      }
    }
  }

  private void agreed(
      Outcome.Builder outcome, List<Figure> baselines, List<Figure> adjustedBaselines) {
    Optional<Figure> ofYear = Optional.empty();
    if (!(terms instanceof BaselineTerms.Table table && table.annual().isEmpty())) {
      ofYear = Optional.of(ofYear(outcome));
    }
    List<Figure> factors = ratioFactors();
    for (Segment segment : input.segments()) {
      Figure baseline = ofSegment(at(segment), segment, ofYear);
      baselines.add(baseline);
      outcome.put(Figures.BASELINE, commodity, segment, baseline);
      List<Figure> product = new ArrayList<>(List.of(baseline));
      product.addAll(factors);
      Figure adjusted =
          factors.isEmpty()
              ? baseline
              : at(segment).times("adjusted-baseline", unit, product.toArray(new Figure[0]));
      outcome.put(Figures.ADJUSTED_BASELINE, commodity, segment, adjusted);
      adjustedBaselines.add(adjusted);
    }
    outcome.put(Figures.BASELINE_YEAR, commodity, ofYear.orElseGet(() -> yearOfMonths()));
  }

  /** The agreed quantity of a contract year, rounded once if the contract says so. */
  private Figure ofYear(Outcome.Builder outcome) {
    Figure exact;
    if (terms instanceof BaselineTerms.Table table) {
      exact = calculator.parameter("agreed-baseline", table.annual().orElseThrow(), unit);
    } else if (terms instanceof BaselineTerms.DriverRatio ratio) {
      exact = calculator.parameter("agreed-baseline", ratio.annual(), unit);
    } else {
      exact = byPolicy((BaselineTerms.Years) terms, outcome);
    }
    return input
        .contract()
        .quantityScale(commodity)
        .map(scale -> calculator.roundTo("agreed-baseline", exact, scale))
        .orElse(exact);
  }

  private Figure byPolicy(BaselineTerms.Years years, Outcome.Builder outcome) {
    YearDecision decision = YearDecision.of(years).orElseThrow();
    if (decision.flagged()) {
      outcome.finding(
          ContractFinding.BASELINE_FLAGGED,
          Place.pointer("contract.json", "/baselines"),
          "baseline",
          terms.id(),
          "deviation",
          percent(decision.deviation()));
    }
    return decision.record(calculator, unit);
  }

  private static String percent(Rational ratio) {
    return ratio.times(Rational.of(100)).round(2, RoundingMode.HALF_UP).toPlainString() + " %";
  }

  private Figure ofSegment(Calculator at, Segment segment, Optional<Figure> ofYear) {
    Period days = segment.period();
    Period month = Period.monthOf(days.start());
    if (terms instanceof BaselineTerms.Table table && table.annual().isEmpty()) {
      BigDecimal quantity = table.monthly().get(days.start().getMonthValue() - 1);
      Figure whole = at.parameter("agreed-month", quantity, unit);
      return DayShare.of(at, "baseline", whole, days, month, DayCount.ACT_ACTUAL_IN_PERIOD);
    }
    if (terms instanceof BaselineTerms.Years years && !years.profile().isEmpty()) {
      BigDecimal share = years.profile().get(days.start().getMonthValue() - 1);
      Figure whole =
          at.times(
              "baseline-of-month",
              unit,
              ofYear.orElseThrow(),
              at.parameter("profile-share", share, ""));
      return DayShare.of(at, "baseline", whole, days, month, DayCount.ACT_ACTUAL_IN_PERIOD);
    }
    return DayShare.of(
        at,
        "baseline",
        ofYear.orElseThrow(),
        days,
        yearOf(segment),
        input.contract().schedule().dayCount());
  }

  /** The sum of a monthly table over the contract year that the statement ends in. */
  private Figure yearOfMonths() {
    Period year = input.resolved().years().year(input.period().contractYear());
    List<Figure> months = new ArrayList<>();
    for (Period month : year.months()) {
      months.add(
          ofSegment(
              calculator, new Segment(month, input.period().contractYear()), Optional.empty()));
    }
    return calculator.sum("baseline-of-year", months);
  }

  /** w·D ÷ D_ref + 1 − w for every ratio, to the part the institution bears. */
  private List<Figure> ratioFactors() {
    List<Figure> factors = new ArrayList<>();
    if (terms instanceof BaselineTerms.DriverRatio ratios) {
      for (BaselineTerms.Ratio ratio : ratios.ratios()) {
        Figure value =
            new DriverValue(input.resolved(), ratio.driver(), Optional.empty())
                .over(calculator, input.period().service());
        Figure reference = calculator.parameter("driver-reference", ratio.reference(), "");
        Figure one = calculator.parameter("one", BigDecimal.ONE, "");
        Figure change =
            calculator.minus(
                "driver-change", calculator.over("driver-ratio", "", value, reference), one);
        Figure weight = calculator.parameter("sensitivity", ratio.weight(), "");
        Figure share = calculator.parameter("institution-bears", borne(ratio.driver()), "");
        factors.add(
            calculator.plus(
                "adjustment-factor",
                one,
                calculator.times("weighted-change", "", weight, share, change)));
      }
    }
    return factors;
  }

  private BigDecimal borne(String driver) {
    return input
        .contract()
        .risks()
        .getOrDefault(RiskKinds.of(driver), Risk.SERVICE_PROVIDER)
        .institutionShare();
  }

  private void fitted(
      Outcome.Builder outcome, List<Figure> baselines, List<Figure> adjustedBaselines) {
    FrozenBaseline frozen = frozen();
    ModelBaseline model = new ModelBaseline(frozen, input.resolved().drivers(frozen.station()));
    outcome.findings(
        new ValidityCheck(frozen, input.resolved().drivers(frozen.station()))
            .over(input.period().service()));
    for (Segment segment : input.segments()) {
      Calculator at = at(segment);
      CountedDays days = CountedDays.of(input.resolved(), commodity, segment.period());
      model
          .unadjusted(at, segment.period())
          .ifPresent(
              baseline -> {
                baselines.add(baseline);
                outcome.put(Figures.BASELINE, commodity, segment, baseline);
              });
      Figure predicted =
          model.predict(at, "adjusted-baseline", model.sums(at, days.driven(), segment.period()));
      outcome.put(Figures.MODEL_BASELINE, commodity, segment, predicted);
      outcome.put(Figures.ADJUSTED_BASELINE, commodity, segment, predicted);
      adjustedBaselines.add(predicted);
      if (!days.unread().isEmpty()) {
        outcome.put(
            Figures.MODEL_LEFT_OUT,
            commodity,
            segment,
            model.predict(
                at, "baseline-left-out", model.sums(at, days.unread(), segment.period())));
      }
      if (predicted.signum() < 0) {
        outcome.finding(
            ContractFinding.BASELINE_NEGATIVE,
            Place.NOWHERE.during(segment.period().toString()),
            "commodity",
            commodity,
            "period",
            segment.period(),
            "value",
            predicted.value().round(2, RoundingMode.HALF_UP).toPlainString());
      }
    }
    fittedYear(model).ifPresent(year -> outcome.put(Figures.BASELINE_YEAR, commodity, year));
  }

  /** The baseline of the contract year under the conditions of the baseline period. */
  private Optional<Figure> fittedYear(ModelBaseline model) {
    Period year = input.resolved().years().year(input.period().contractYear());
    List<Figure> months = new ArrayList<>();
    for (Period month : year.months()) {
      Optional<Figure> baseline = model.unadjusted(calculator, month);
      if (baseline.isEmpty()) {
        return Optional.empty();
      }
      months.add(baseline.get());
    }
    return Optional.of(calculator.sum("baseline-of-year", months));
  }
}
