package org.emcsettlement.baseline.caltrack;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.emcsettlement.baseline.caltrack.CandidateSearch.Qualified;

/**
 * Chooses the largest adjusted R² among qualified candidates; equal ones go to the candidate that
 * the peer generates first.
 */
final class Selection {

  /** How far the moments of the search may have put adjusted R² off. */
  private static final double SEARCH_ERROR = 1e-9;

  /** Adjusted R² that differ by less are equal. */
  private static final double TIE = 1e-12;

  private final FitRows rows;
  private final CandidateSearch search;

  Selection(FitRows rows, CandidateSearch search) {
    this.rows = rows;
    this.search = search;
  }

  /** The best of every type that has a qualified candidate. */
  Map<CaltrackType, CaltrackModel> bestByType() {
    Map<CaltrackType, CaltrackModel> best = new EnumMap<>(CaltrackType.class);
    for (CaltrackType type : CaltrackType.values()) {
      List<Qualified> ofType =
          search.qualified().stream().filter(q -> q.candidate().type() == type).toList();
      best(ofType).ifPresent(model -> best.put(type, model));
    }
    return best;
  }

  private Optional<CaltrackModel> best(List<Qualified> qualified) {
    double highest = qualified.stream().mapToDouble(Qualified::adjustedR2).max().orElse(0);
    List<CaltrackModel> near =
        qualified.stream()
            .filter(q -> q.adjustedR2() >= highest - SEARCH_ERROR)
            .flatMap(q -> q.candidate().solve(rows).stream())
            .toList();
    return first(near);
  }

  /** The first whose adjusted R² no other exceeds. */
  static Optional<CaltrackModel> first(Iterable<CaltrackModel> inOrder) {
    Optional<CaltrackModel> best = Optional.empty();
    for (CaltrackModel model : inOrder) {
      if (best.isEmpty() || model.adjustedR2() > best.get().adjustedR2() + TIE) {
        best = Optional.of(model);
      }
    }
    return best;
  }
}
