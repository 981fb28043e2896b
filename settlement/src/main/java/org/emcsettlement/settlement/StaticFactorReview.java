package org.emcsettlement.settlement;

import java.util.Comparator;
import java.util.Optional;
import org.emcsettlement.baseline.event.EventFinding;
import org.emcsettlement.baseline.event.StaticFactorFile;
import org.emcsettlement.baseline.event.StaticFactors;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.core.finding.Place;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.settlement.contract.BaselineTerms;
import org.emcsettlement.settlement.contract.Boundary;
import org.emcsettlement.settlement.contract.ResolvedContract;
import org.emcsettlement.settlement.evidence.Event;

/**
 * Compares the static factors of a settled period with those of the baseline period: a change that
 * no event accounts for is a finding.
 */
final class StaticFactorReview {

  private StaticFactorReview() {}

  /** Findings about a period; the earliest baseline period of the contract is compared with. */
  static Findings of(ResolvedContract resolved, Period period) {
    FindingCollector findings = new FindingCollector();
    StaticFactorFile file = resolved.evidence().staticFactors();
    Optional<StaticFactors> first = file.records().stream().findFirst();
    Optional<Period> baseline =
        resolved.contract().baselines().stream()
            .map(BaselineTerms::period)
            .min(Comparator.naturalOrder());
    if (first.isPresent() && baseline.isPresent()) {
      if (!first.get().from().isBefore(baseline.get().end())) {
        findings.add(
            EventFinding.STATIC_NO_BASELINE,
            Place.file(StaticFactorFile.NAME),
            "baseline",
            baseline.get(),
            "first",
            first.get().from());
      }
      for (StaticFactorFile.Change change : file.changes(baseline.get(), period)) {
        if (!isAccountedFor(change, resolved)) {
          findings.add(
              EventFinding.STATIC_CHANGED,
              Place.file(StaticFactorFile.NAME).during(period.toString()),
              "factor",
              change.factor(),
              "from",
              change.from(),
              "before",
              change.before(),
              "after",
              change.after());
        }
      }
    }
    return findings.findings();
  }

  /** Whether an event names the factor and applies on all days on which it differs. */
  private static boolean isAccountedFor(StaticFactorFile.Change change, ResolvedContract resolved) {
    return resolved.evidence().events().events().stream()
        .filter(event -> names(event, change.factor()))
        .anyMatch(event -> event.in(change.days()).equals(Optional.of(change.days())));
  }

  private static boolean names(Event event, String factor) {
    boolean area = event.driver().filter(Boundary.FLOOR_AREA::equals).isPresent();
    return (area && factor.equals(StaticFactors.FLOOR_AREA))
        || event
            .staticFactor()
            .filter(named -> factor.equals(named) || factor.startsWith(named + "/"))
            .isPresent();
  }
}
