package org.emcsettlement.baseline.explain;

import java.util.List;
import org.emcsettlement.baseline.Baseline;
import org.emcsettlement.baseline.FittedRow;
import org.emcsettlement.baseline.event.DetectedEvent;
import org.emcsettlement.baseline.event.EventDetection;
import org.emcsettlement.baseline.event.ResidualSeries;
import org.emcsettlement.core.series.Resolution;

/**
 * What may have been a non-routine event in the baseline period, from the residuals of the fit.
 * Nothing is removed or adjusted because of it: the fit rests on these days like on all others.
 *
 * @param searched whether residuals were searched; billing periods and a few days are not
 * @param events the candidates in order of their first day
 */
public record EventCandidates(boolean searched, List<DetectedEvent> events) {

  /** Events are told apart from noise in a series of so many times their shortest duration. */
  private static final int FEWEST_STRETCHES = 4;

  /** Nothing was searched. */
  static final EventCandidates NONE = new EventCandidates(false, List.of());

  static EventCandidates of(Baseline baseline) {
    EventDetection detection = EventDetection.standard();
    List<FittedRow> rows = baseline.rows();
    if (baseline.observations().resolution() == Resolution.BILLING
        || rows.size() < FEWEST_STRETCHES * detection.minimumDays()) {
      return NONE;
    }
    ResidualSeries.Builder series = ResidualSeries.builder();
    for (FittedRow row : rows) {
      series.day(row.period().start(), row.observed(), row.fitted());
    }
    return new EventCandidates(true, detection.in(series.build()));
  }
}
