package org.emcsettlement.baseline.explain;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.emcsettlement.baseline.Baseline;
import org.emcsettlement.baseline.event.EventFinding;
import org.emcsettlement.baseline.judge.FitFinding;
import org.emcsettlement.core.finding.Effect;
import org.emcsettlement.core.finding.Finding;
import org.emcsettlement.core.finding.Findings;

/** What would make a fit acceptable, finding by finding. */
final class Remedies {

  private static final Map<String, BiFunction<Finding, Baseline, List<Remedy>>> BY_FINDING =
      Map.ofEntries(
          Map.entry(FitFinding.SHORT_PERIOD.code(), DataRemedies::longerPeriod),
          Map.entry(FitFinding.COVERAGE.code(), DataRemedies::fillGaps),
          Map.entry(FitFinding.FEW_OBSERVATIONS.code(), DataRemedies::moreObservations),
          Map.entry(FitFinding.FEW_FREEDOM.code(), DataRemedies::fewerParameters),
          Map.entry(FitFinding.CLASHING_COLUMNS.code(), ModelRemedies::removeDriver),
          Map.entry(FitFinding.NEGATIVE_BASE.code(), ModelRemedies::checkBase),
          Map.entry(FitFinding.MEAN_TEMPERATURE.code(), ModelRemedies::useDegreeDays),
          Map.entry(EventFinding.LEVEL_SHIFT.code(), EventRemedies::chooseOneSide),
          Map.entry(EventFinding.DRIFT.code(), EventRemedies::chooseOneSide),
          Map.entry(EventFinding.TEMPORARY.code(), EventRemedies::recordEvent),
          Map.entry(FitFinding.AUTOCORRELATION.code(), ModelRemedies::explainRun),
          Map.entry(FitFinding.CRITERION_MISSED.code(), ModelRemedies::reachCriterion),
          Map.entry(FitFinding.CRITERION_UNVERIFIED.code(), ModelRemedies::agreeCriteria));

  private static final Remedy ANOTHER_FORM =
      new Remedy(
          FitFinding.NO_CANDIDATE.code(),
          "改用 auto 在各形式中选择，补充气温跨度更大的数据，或去掉驱动因素。",
          "Let method auto choose among all forms, add data over a wider range of temperatures, or"
              + " drop drivers.");

  private Remedies() {}

  /**
   * A finding that has no remedy of its own says itself what to do, as all texts of the catalogue
   * do; notes among those need nothing done. What concerns thresholds, not the fit, comes last.
   */
  static List<Remedy> of(Optional<Baseline> baseline, Findings findings) {
    Set<Remedy> remedies = new LinkedHashSet<>();
    Set<Remedy> last = new LinkedHashSet<>();
    for (Finding finding : findings) {
      BiFunction<Finding, Baseline, List<Remedy>> known = BY_FINDING.get(finding.code());
      if (known != null && baseline.isPresent()) {
        boolean formal = finding.code().equals(FitFinding.CRITERION_UNVERIFIED.code());
        (formal ? last : remedies).addAll(known.apply(finding, baseline.get()));
      } else if (finding.code().equals(ANOTHER_FORM.finding())) {
        remedies.add(ANOTHER_FORM);
      } else if (finding.effect() != Effect.NOTE) {
        remedies.add(new Remedy(finding.code(), finding.zh(), finding.en()));
      }
    }
    baseline.ifPresent(fit -> remedies.addAll(ModelRemedies.explainScatter(fit, findings)));
    remedies.addAll(last);
    return new ArrayList<>(remedies);
  }
}
