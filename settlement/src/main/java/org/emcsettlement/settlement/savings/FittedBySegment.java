package org.emcsettlement.settlement.savings;

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
import org.emcsettlement.settlement.contract.ContractFinding;
import org.emcsettlement.settlement.contract.Outcome;
import org.emcsettlement.settlement.contract.Segment;
import org.emcsettlement.settlement.contract.StatementInput;
import org.emcsettlement.settlement.evidence.BoundaryUse;
import org.emcsettlement.settlement.statement.Figures;
import org.emcsettlement.settlement.trail.Calculator;
import org.emcsettlement.settlement.trail.Figure;

/** A baseline that is a frozen model: evaluated at the drivers of the period. */
final class FittedBySegment extends BaselineBySegment {

  private final FrozenBaseline frozen;

  FittedBySegment(StatementInput input, Commodity commodity) {
    super(input, commodity);
    this.frozen = input.resolved().baseline(commodity).orElseThrow();
  }

  /** Days without drivers are left out where use is known by day; a bill cannot leave days out. */
  @Override
  public Findings missing() {
    Period service = input.period().service();
    List<LocalDate> undriven = CountedDays.of(input, commodity, service).undriven();
    boolean billed = input.resolved().use(commodity) instanceof BoundaryUse.Billed;
    FindingCollector findings = new FindingCollector();
    if (billed && !undriven.isEmpty()) {
      findings.add(
          ContractFinding.DRIVER_MISSING,
          Place.NOWHERE.during(undriven.get(0).toString()),
          "driver",
          String.join(
              ", ",
              frozen.regressors().stream().flatMap(x -> x.drivers().stream()).distinct().toList()),
          "period",
          undriven.get(0) + "…" + undriven.get(undriven.size() - 1));
    }
    if (input.isRead(Figures.BASELINE_YEAR)) {
      reportMissingMonths(findings);
    }
    return findings.findings();
  }

  /** A year's baseline needs the conditions of every calendar month. */
  private void reportMissingMonths(FindingCollector findings) {
    Period year = input.resolved().years().year(input.period().contractYear());
    List<Integer> missing =
        year.months().stream()
            .map(month -> month.start().getMonthValue())
            .distinct()
            .filter(
                month ->
                    frozen.conditions().stream().noneMatch(c -> c.month() == month && c.days() > 0))
            .toList();
    if (!missing.isEmpty()) {
      findings.add(
          ContractFinding.BASELINE_MONTH_MISSING,
          Place.file("baselines/" + frozen.id() + ".json"),
          "baseline",
          frozen.id(),
          "months",
          missing);
    }
  }

  @Override
  void compute(Outcome.Builder outcome, List<Figure> baselines, List<Figure> adjustedBaselines) {
    ModelBaseline model = new ModelBaseline(frozen, input.resolved().drivers(frozen.station()));
    outcome.findings(
        new ValidityCheck(frozen, input.resolved().drivers(frozen.station()))
            .over(input.period().service()));
    for (Segment segment : input.segments()) {
      Calculator at = at(segment);
      CountedDays days = CountedDays.of(input, commodity, segment.period());
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
      if (!days.uncounted().isEmpty()) {
        outcome.put(
            Figures.MODEL_LEFT_OUT,
            commodity,
            segment,
            model.predict(
                at, "baseline-left-out", model.sums(at, days.uncounted(), segment.period())));
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
    if (input.isRead(Figures.BASELINE_YEAR)) {
      fittedYear(model).ifPresent(year -> outcome.put(Figures.BASELINE_YEAR, commodity, year));
    }
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
