package org.emcsettlement.settlement.clause;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.emcsettlement.core.finding.Finding;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.core.finding.Place;
import org.emcsettlement.core.period.DayCount;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.settlement.contract.ContractFinding;
import org.emcsettlement.settlement.contract.LineDraft;
import org.emcsettlement.settlement.contract.Outcome;
import org.emcsettlement.settlement.contract.RiskKinds;
import org.emcsettlement.settlement.contract.Segment;
import org.emcsettlement.settlement.contract.StatementInput;
import org.emcsettlement.settlement.savings.DayShare;
import org.emcsettlement.settlement.savings.DriverValue;
import org.emcsettlement.settlement.savings.QuantityLines;
import org.emcsettlement.settlement.statement.Figures;
import org.emcsettlement.settlement.trail.Calculator;
import org.emcsettlement.settlement.trail.Figure;

/** The relative change of a driver in a statement, and what it does to quantities or the fee. */
final class DriverChange {

  private final StatementInput input;
  private final DriverAdjustment terms;
  private final DriverValue driver;
  private final Calculator calculator;
  private final List<Commodity> commodities;

  DriverChange(StatementInput input, DriverAdjustment terms) {
    this.input = input;
    this.terms = terms;
    this.driver = new DriverValue(input.resolved(), terms.driver(), terms.station());
    this.calculator = input.calculator();
    this.commodities = Terms.selected(input.contract(), terms.commodities());
  }

  /**
   * A stretch of the service period in which the adjustment ratio is one.
   *
   * @param rebased the ratios of the steps from reference to reference before it
   */
  private record Stretch(
      List<Segment> segments, Figure change, Figure ratio, List<Figure> rebased) {
    Period period() {
      return Period.of(
          segments.get(0).period().start(), segments.get(segments.size() - 1).period().end());
    }
  }

  Findings missing() {
    Findings unknown = driver.missing(input.period().service());
    boolean noReference =
        terms.referenceValue().isEmpty()
            && terms.monthlyReference().isEmpty()
            && input.contract().boundary().floorArea().isEmpty();
    if (noReference || terms.referenceValue().filter(value -> value.signum() == 0).isPresent()) {
      return unknown.plus(referenceZero());
    }
    return unknown.isEmpty() && monthlyZero() ? referenceZero() : unknown;
  }

  /** Whether months without any reference, such as those without heating, still had a value. */
  private boolean monthlyZero() {
    Period service = input.period().service();
    return !terms.monthlyReference().isEmpty()
        && reference(service).signum() == 0
        && driver.over(calculator, service).signum() != 0;
  }

  private Findings referenceZero() {
    return Findings.of(
        List.of(
            Finding.of(
                ContractFinding.DRIVER_REFERENCE_ZERO,
                Place.pointer("contract.json", "/clauses"),
                "driver",
                terms.driver())));
  }

  Outcome quantities() {
    Outcome.Builder outcome = Outcome.builder();
    List<Stretch> stretches = stretches();
    for (Commodity commodity : commodities) {
      Calculator at = calculator.in(commodity.id());
      String unit = commodity.unit().symbol();
      List<Figure> changes = new ArrayList<>();
      for (Stretch stretch : stretches) {
        Figure factor = weighted(at, stretch);
        for (Segment segment : stretch.segments()) {
          Figure baseline = input.find(Figures.ADJUSTED_BASELINE, commodity, segment).orElseThrow();
          Figure change = at.times("adjustment", unit, baseline, factor);
          changes.add(change);
          outcome.put(
              Figures.ADJUSTED_BASELINE,
              commodity,
              segment,
              at.plus("adjusted-baseline", baseline, change));
        }
      }
      outcome.line(
          LineDraft.builder()
              .kind(QuantityLines.ADJUSTMENT)
              .commodity(commodity)
              .quantity(at.sum("adjustment", changes))
              .remark(FeeAdjustment.change(terms.driver(), stretches.get(0).change()))
              .build());
    }
    return outcome.build();
  }

  /** The part of the change that the fee or quantity follows: s·a, to the part borne. */
  private Figure weighted(Calculator at, Stretch stretch) {
    List<Figure> ratios = new ArrayList<>(stretch.rebased());
    ratios.add(stretch.ratio());
    List<Figure> weighted = new ArrayList<>();
    for (Figure ratio : ratios) {
      weighted.add(
          at.times(
              "weighted-change",
              "",
              at.parameter("sensitivity", terms.sensitivity(), ""),
              Admission.share(at, input.contract(), RiskKinds.of(terms.driver())),
              ratio));
    }
    return FeeAdjustment.chained(at, weighted);
  }

  Outcome factors() {
    Outcome.Builder outcome = Outcome.builder();
    for (Stretch stretch : stretches()) {
      LineDraft.Builder line =
          LineDraft.builder().remark(FeeAdjustment.change(terms.driver(), stretch.change()));
      if (!stretch.period().equals(input.period().service())) {
        line.period(stretch.period());
      }
      new FeeAdjustment(input, calculator)
          .multiply(outcome, commodities, stretch.segments(), weighted(calculator, stretch), line);
    }
    return outcome.build();
  }

  private Figure yearly(Figure base, Stretch stretch) {
    if (!stretch.rebased().isEmpty()) {
      return calculator.times(
          "yearly-adjustment", calculator.currencyCode(), base, weighted(calculator, stretch));
    }
    return calculator.times(
        "yearly-adjustment",
        calculator.currencyCode(),
        base,
        calculator.parameter("sensitivity", terms.sensitivity(), ""),
        Admission.share(calculator, input.contract(), RiskKinds.of(terms.driver())),
        stretch.ratio());
  }

  Outcome fee() {
    Outcome.Builder outcome = Outcome.builder();
    List<Figure> parts =
        commodities.stream()
            .map(commodity -> input.find(Figures.ENERGY_PART, commodity).orElseThrow())
            .toList();
    Figure base = FeeAdjustment.energyPart(calculator, parts);
    for (Stretch stretch : stretches()) {
      Figure yearly = yearly(base, stretch);
      LineDraft.Builder line =
          LineDraft.builder().remark(FeeAdjustment.change(terms.driver(), stretch.change()));
      if (!stretch.period().equals(input.period().service())) {
        line.period(stretch.period());
      }
      new FeeAdjustment(input, calculator)
          .add(outcome, line, yearly, stretch.ratio(), stretch.period(), since(stretch.period()));
    }
    return outcome.build();
  }

  /** A static factor has held since its event, its reference, or the start of the contract year. */
  private Period since(Period period) {
    Period year = input.resolved().years().yearOf(period.start());
    if (!DriverValue.isStatic(terms.driver())) {
      return period;
    }
    Period start = year;
    for (var event : input.evidence().events().events()) {
      boolean sets = event.driver().equals(Optional.of(terms.driver()));
      if (sets && event.start().isAfter(start.start()) && !event.start().isAfter(period.start())) {
        start = Period.of(event.start(), year.end());
      }
    }
    for (DriverAdjustment.Rebase rebase : rebasedUntil(period.start())) {
      if (rebase.from().isAfter(start.start())) {
        start = Period.of(rebase.from(), year.end());
      }
    }
    return start.start().isBefore(input.contract().term().start())
        ? Period.of(input.contract().term().start(), year.end())
        : start;
  }

  private List<DriverAdjustment.Rebase> rebasedUntil(LocalDate date) {
    return terms.rebased().stream().filter(rebase -> !rebase.from().isAfter(date)).toList();
  }

  /**
   * Counts and degree days have one change in a statement, static factors one per value; another
   * reference begins another stretch.
   */
  private List<Stretch> stretches() {
    boolean isStatic = DriverValue.isStatic(terms.driver());
    if (!isStatic && terms.changesIn(input.period().service()).isEmpty()) {
      return List.of(stretch(input.segments(), input.period().service()));
    }
    List<Stretch> stretches = new ArrayList<>();
    List<Segment> open = new ArrayList<>();
    for (Segment segment : input.segments()) {
      boolean rebased =
          terms.rebased().stream().anyMatch(r -> r.from().equals(segment.period().start()));
      boolean changes =
          input.evidence().events().events().stream()
              .anyMatch(
                  event ->
                      event.driver().equals(Optional.of(terms.driver()))
                          && (event.start().equals(segment.period().start())
                              || event.end().equals(Optional.of(segment.period().start()))));
      boolean newYear = !open.isEmpty() && open.get(0).contractYear() != segment.contractYear();
      if ((rebased || (isStatic && (changes || newYear))) && !open.isEmpty()) {
        stretches.add(stretch(List.copyOf(open), isStatic));
        open.clear();
      }
      open.add(segment);
    }
    stretches.add(stretch(List.copyOf(open), isStatic));
    return stretches;
  }

  private Stretch stretch(List<Segment> segments, boolean isStatic) {
    Period first = segments.get(0).period();
    Period last = segments.get(segments.size() - 1).period();
    return stretch(segments, isStatic ? first : Period.of(first.start(), last.end()));
  }

  private Stretch stretch(List<Segment> segments, Period valued) {
    Figure value = driver.over(calculator, valued);
    Figure reference = reference(valued);
    List<Figure> rebased = new ArrayList<>();
    for (DriverAdjustment.Rebase rebase : rebasedUntil(valued.start())) {
      Figure next = calculator.parameter("driver-reference", rebase.reference(), "");
      rebased.add(terms.rule().ratio(calculator, change(next, reference)));
      reference = next;
    }
    Figure change = change(value, reference);
    return new Stretch(segments, change, terms.rule().ratio(calculator, change), rebased);
  }

  /** A change against nothing is none if nothing came of it; any other was refused before. */
  private Figure change(Figure value, Figure reference) {
    if (reference.signum() == 0) {
      return calculator.parameter("nothing", BigDecimal.ZERO, "");
    }
    Figure one = calculator.parameter("one", BigDecimal.ONE, "");
    return calculator.minus(
        "driver-change", calculator.over("driver-ratio", "", value, reference), one);
  }

  private Figure reference(Period period) {
    if (terms.referenceValue().isPresent()) {
      return calculator.parameter("driver-reference", terms.referenceValue().get(), "");
    }
    if (terms.monthlyReference().isEmpty()) {
      return calculator.parameter(
          "driver-reference", input.contract().boundary().floorArea().orElseThrow(), "m2");
    }
    boolean summed = DriverValue.isSummed(terms.driver());
    List<Figure> months = new ArrayList<>();
    for (Period month : period.months()) {
      Figure whole =
          calculator.parameter(
              "driver-reference-of-month",
              terms.monthlyReference().get(month.start().getMonthValue() - 1),
              "");
      months.add(
          summed
              ? DayShare.of(
                  calculator,
                  "driver-reference-of-days",
                  whole,
                  month,
                  Period.monthOf(month.start()),
                  DayCount.ACT_ACTUAL_IN_PERIOD)
              : calculator.times(
                  "driver-reference-days", "", whole, calculator.days("days", month)));
    }
    Figure sum = calculator.sum("driver-reference", months);
    return summed
        ? sum
        : calculator.over("driver-reference", "", sum, calculator.days("days", period));
  }
}
