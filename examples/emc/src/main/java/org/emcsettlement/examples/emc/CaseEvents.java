package org.emcsettlement.examples.emc;

import org.emcsettlement.baseline.FrozenBaseline;
import org.emcsettlement.baseline.event.DetectedEvent;
import org.emcsettlement.baseline.event.EventDetection;
import org.emcsettlement.baseline.event.ResidualSeries;
import org.emcsettlement.baseline.savings.PredictionErrors;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.series.Resolution;

/** Looks for non-routine events in what a frozen baseline leaves over, day by day. */
final class CaseEvents {

  private CaseEvents() {}

  /** The events of both periods; none in a study of months, where days are not known. */
  static Findings of(FrozenBaseline frozen, Study study, EvaluationPlan plan) {
    if (study.resolution() == Resolution.BILLING) {
      return Findings.none();
    }
    ResidualSeries.Builder series = ResidualSeries.builder();
    int days = add(series, errors(frozen, study, plan.baseline()));
    // a reporting period before the baseline does not follow in time
    if (!plan.reporting().start().isBefore(plan.baseline().end())) {
      series.reportingStart(plan.reporting().start());
      days += add(series, errors(frozen, study, plan.reporting()));
    }
    EventDetection detection = EventDetection.standard();
    return days < 4 * detection.minimumDays()
        ? Findings.none()
        : DetectedEvent.findings(detection.in(series.build()));
  }

  private static PredictionErrors errors(FrozenBaseline frozen, Study study, Period period) {
    return PredictionErrors.of(frozen, study.drivers(), study.measured(period), period);
  }

  private static int add(ResidualSeries.Builder series, PredictionErrors errors) {
    for (int i = 0; i < errors.size(); i++) {
      series.day(errors.date(i), errors.observed(i), errors.predicted(i));
    }
    return errors.size();
  }
}
