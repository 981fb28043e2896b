package org.emcsettlement.examples.emc;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.emcsettlement.baseline.Baseline;
import org.emcsettlement.baseline.BaselineFitter;
import org.emcsettlement.baseline.Driver;
import org.emcsettlement.baseline.FrozenBaseline;
import org.emcsettlement.baseline.Observations;
import org.emcsettlement.baseline.judge.FitFinding;
import org.emcsettlement.baseline.savings.AvoidedUse;
import org.emcsettlement.baseline.savings.IntervalMethod;
import org.emcsettlement.baseline.savings.PredictionErrors;
import org.emcsettlement.baseline.savings.Savings;
import org.emcsettlement.core.finding.Checked;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.finding.Place;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.quantity.Rational;
import org.emcsettlement.core.series.DailyDrivers;
import org.emcsettlement.core.series.DailyTemperature;
import org.emcsettlement.core.series.FalseZeros;
import org.emcsettlement.core.series.MeterReadings;
import org.emcsettlement.core.series.Occupancy;
import org.emcsettlement.core.series.Resolution;

/**
 * Reads the folder of one building, fits its baseline period, and compares the frozen baseline with
 * the reporting period. Lives for one folder; whatever goes wrong becomes a finding.
 */
final class CaseEvaluation {

  private static final double NANOS_PER_MILLI = 1e6;

  private final EvaluationPlan plan;
  private final Path folder;
  private final FindingCollector findings = new FindingCollector();
  private Optional<String> method = Optional.empty();

  private CaseEvaluation(EvaluationPlan plan, Path folder) {
    this.plan = plan;
    this.folder = folder;
  }

  /** The result of a folder; a fault of the program is its finding, not the end of the study. */
  static CaseResult of(EvaluationPlan plan, Path folder) {
    CaseEvaluation evaluation = new CaseEvaluation(plan, folder);
    Optional<CaseFigures> figures = Optional.empty();
    try {
      figures = evaluation.study().flatMap(evaluation::figures);
    } catch (InvalidInputException | IllegalArgumentException refused) {
      evaluation.refuse(String.valueOf(refused.getMessage()));
    } catch (RuntimeException | StackOverflowError fault) {
      evaluation.findings.add(CaseFinding.FAULT, Place.NOWHERE, "reason", fault.toString());
    }
    return new CaseResult(
        folder.getFileName().toString(),
        evaluation.method,
        figures,
        evaluation.findings.findings());
  }

  private void refuse(String reason) {
    findings.add(
        CaseFinding.REFUSED, Place.NOWHERE, "method", method.orElse("–"), "reason", reason);
  }

  private Optional<Study> study() {
    CaseFolder files = new CaseFolder(folder, findings);
    Optional<MeterReadings> readings = files.meter(plan.zone()).map(this::prepared);
    Optional<DailyTemperature> outdoors = files.temperature(plan.zone());
    Optional<Occupancy> occupancy =
        files.occupancy(Period.of(first(plan).start(), last(plan).end()));
    if (findings.blocking() > 0 || readings.isEmpty() || occupancy.isEmpty()) {
      return Optional.empty();
    }
    method = Optional.of(plan.method(readings.get().commodity().isWater() && outdoors.isEmpty()));
    List<Driver> drivers =
        files.hasOccupancy()
            ? occupancy.get().drivers().stream().map(Driver::of).toList()
            : List.of();
    return Optional.of(
        new Study(
            readings.get(),
            new DailyDrivers(outdoors, occupancy.get(), plan.calendar()),
            drivers,
            Optional.of(plan.grain()),
            method.get(),
            Optional.of("temperature")));
  }

  private static Period first(EvaluationPlan plan) {
    return plan.baseline().compareTo(plan.reporting()) < 0 ? plan.baseline() : plan.reporting();
  }

  private static Period last(EvaluationPlan plan) {
    return plan.baseline().compareTo(plan.reporting()) < 0 ? plan.reporting() : plan.baseline();
  }

  /** The readings with the injected saving taken away, then with false zeros as missing. */
  private MeterReadings prepared(MeterReadings readings) {
    MeterReadings used =
        plan.injected().signum() == 0
            ? readings
            : readings.times(BigDecimal.ONE.subtract(plan.injected()), plan.reporting());
    Checked<MeterReadings> checked =
        FalseZeros.in(used, List.of(plan.baseline(), plan.reporting()));
    findings.addAll(checked.findings());
    return checked.orThrow();
  }

  private Optional<CaseFigures> figures(Study study) {
    findings.addAll(study.review(plan.baseline()));
    findings.addAll(study.review(plan.reporting()));
    boolean hourly = study.resolution() == Resolution.HOURLY;
    if (hourly && study.drivers().temperature().flatMap(DailyTemperature::hours).isEmpty()) {
      findings.add(FitFinding.NO_HOURLY_TEMPERATURE, Place.NOWHERE);
    }
    if (findings.blocking() > 0) {
      return Optional.empty();
    }
    Observations observations = study.observations(plan.baseline());
    BaselineFitter fitter =
        BaselineFitter.builder()
            .resolution(plan.resolution())
            .method(method.orElseThrow())
            .confidence(plan.confidence())
            .build();
    long start = System.nanoTime();
    Checked<Baseline> fit = fitter.fit(observations);
    double millis = (System.nanoTime() - start) / NANOS_PER_MILLI;
    findings.addAll(fit.findings());
    return fit.value().flatMap(baseline -> figures(study, baseline, millis));
  }

  private Optional<CaseFigures> figures(Study study, Baseline baseline, double millis) {
    FrozenBaseline frozen = baseline.freeze("baseline", study.station());
    Checked<Savings> savings =
        AvoidedUse.of(frozen, study.drivers(), study.measured(plan.reporting()), plan.reporting());
    findings.addAll(savings.findings());
    findings.addAll(CaseEvents.of(frozen, study, plan));
    return savings
        .value()
        .map(
            avoided ->
                new CaseFigures(
                    baseline.statistics().observations(),
                    baseline.statistics().cvRmse(),
                    errors(study, frozen),
                    avoided,
                    avoided.interval(IntervalMethod.YEAR_TO_YEAR),
                    truth(avoided.reportingUse()),
                    millis));
  }

  private PredictionErrors errors(Study study, FrozenBaseline frozen) {
    return switch (study.resolution()) {
      case HOURLY ->
          PredictionErrors.hourly(
              frozen, study.drivers(), study.hourly().orElseThrow(), plan.reporting());
      case DAILY ->
          PredictionErrors.of(
              frozen, study.drivers(), study.measured(plan.reporting()), plan.reporting());
      case BILLING ->
          PredictionErrors.of(
              frozen, study.drivers(), study.billed(plan.reporting()), plan.reporting());
    };
  }

  /** What was taken away: f ÷ (1 − f) of what is left. */
  private Rational truth(Rational actual) {
    Rational injected = Rational.of(plan.injected());
    return actual.times(injected).dividedBy(Rational.ONE.minus(injected));
  }
}
