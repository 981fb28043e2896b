package org.emcsettlement.settlement.savings;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.core.finding.Place;
import org.emcsettlement.core.period.DayCount;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.core.quantity.Rational;
import org.emcsettlement.settlement.contract.BaselineTerms;
import org.emcsettlement.settlement.contract.ContractFinding;
import org.emcsettlement.settlement.contract.Outcome;
import org.emcsettlement.settlement.contract.Risk;
import org.emcsettlement.settlement.contract.RiskKinds;
import org.emcsettlement.settlement.contract.Segment;
import org.emcsettlement.settlement.contract.StatementInput;
import org.emcsettlement.settlement.statement.Figures;
import org.emcsettlement.settlement.trail.Calculator;
import org.emcsettlement.settlement.trail.Figure;

/** A baseline agreed as a quantity: a table, a policy over several years, a ratio of drivers. */
final class AgreedBySegment extends BaselineBySegment {

  private final BaselineTerms terms;

  AgreedBySegment(StatementInput input, Commodity commodity, BaselineTerms terms) {
    super(input, commodity);
    this.terms = terms;
  }

  @Override
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
    }
    return findings.findings();
  }

  @Override
  void compute(Outcome.Builder outcome, List<Figure> baselines, List<Figure> adjustedBaselines) {
    Optional<Figure> ofYear = Optional.empty();
    if (!(terms instanceof BaselineTerms.Table table && table.annual().isEmpty())) {
      ofYear = Optional.of(ofYear(outcome));
    }
    for (Segment segment : input.segments()) {
      Figure baseline = ofSegment(at(segment), segment, ofYear);
      baselines.add(baseline);
      outcome.put(Figures.BASELINE, commodity, segment, baseline);
      List<Figure> factors = ratioFactors(segment);
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
  private List<Figure> ratioFactors(Segment segment) {
    Calculator calculator = at(segment);
    List<Figure> factors = new ArrayList<>();
    if (terms instanceof BaselineTerms.DriverRatio ratios) {
      for (BaselineTerms.Ratio ratio : ratios.ratios()) {
        Figure value =
            new DriverValue(input.resolved(), ratio.driver(), Optional.empty())
                .over(
                    calculator,
                    DriverValue.isSummed(ratio.driver())
                        ? input.period().service()
                        : segment.period());
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
}
