package org.emcsettlement.baseline.explain;

import java.util.List;
import java.util.Optional;
import org.emcsettlement.baseline.Baseline;
import org.emcsettlement.baseline.event.DetectedEvent;
import org.emcsettlement.core.finding.Checked;
import org.emcsettlement.core.finding.Effect;
import org.emcsettlement.core.finding.Findings;

/**
 * A fit with all that a reader needs to judge it.
 *
 * @param baseline the fit, absent if nothing could be fitted
 * @param findings everything found while reading, aligning, fitting and judging, then the events
 * @param tried every form that was tried, the chosen one first; empty without a fit
 * @param data which days count, absent without a fit
 * @param events non-routine events that the residuals point at; nothing was removed for them
 * @param criteria the criteria in force, each with what the fit reaches
 * @param verdict whether it may serve
 * @param remedies what would make it acceptable, or better
 */
public record FitExplanation(
    Optional<Baseline> baseline,
    Findings findings,
    List<Tried> tried,
    Optional<CountedData> data,
    EventCandidates events,
    List<JudgedCriterion> criteria,
    Verdict verdict,
    List<Remedy> remedies) {

  /**
   * Explains a fit.
   *
   * @param fit the fit with all its findings
   * @return the explanation
   */
  public static FitExplanation of(Checked<Baseline> fit) {
    return of(fit.value(), fit.findings());
  }

  /**
   * Explains a fit.
   *
   * @param baseline the fit, absent if nothing could be fitted
   * @param findings all findings, also those of reading and aligning
   * @return the explanation
   */
  public static FitExplanation of(Optional<Baseline> baseline, Findings findings) {
    EventCandidates events = baseline.map(EventCandidates::of).orElse(EventCandidates.NONE);
    Findings all = findings.plus(DetectedEvent.findings(events.events()));
    List<JudgedCriterion> criteria = baseline.map(JudgedCriterion::of).orElse(List.of());
    return new FitExplanation(
        baseline,
        all,
        baseline.map(Tried::of).orElse(List.of()),
        baseline.map(CountedData::of),
        events,
        criteria,
        verdict(baseline, all, criteria),
        Remedies.of(baseline, all));
  }

  private static Verdict verdict(
      Optional<Baseline> baseline, Findings findings, List<JudgedCriterion> criteria) {
    if (baseline.isEmpty()) {
      return Verdict.NO_FIT;
    }
    boolean missed = criteria.stream().anyMatch(criterion -> !criterion.met());
    if (missed || findings.has(Effect.BLOCK)) {
      return Verdict.NOT_ACCEPTABLE;
    }
    return findings.has(Effect.PROVISIONAL) ? Verdict.PROVISIONAL : Verdict.ACCEPTABLE;
  }

  /** {@return the criteria that are missed} */
  public List<JudgedCriterion> missed() {
    return criteria.stream().filter(criterion -> !criterion.met()).toList();
  }
}
