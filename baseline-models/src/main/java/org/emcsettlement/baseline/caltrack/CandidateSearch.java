package org.emcsettlement.baseline.caltrack;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tries every candidate: the constant, each balance point of heating and of cooling, and each pair
 * with heating not above cooling.
 *
 * <p>A degree-day column is summed once; a candidate then needs the moments of its columns, and a
 * pair the product of both, which is nought where a row is a single day. So all 2,014 candidates
 * cost little more than the 122 columns. Moments are taken about the mean, which leaves adjusted R²
 * good to about 1e-13; {@link Selection} solves what can win once more.
 */
final class CandidateSearch {

  /** Columns closer to dependence than this are solved by orthogonal steps at once. */
  private static final double NEARLY_DEPENDENT = 1e-8;

  /** A candidate without negative coefficient. */
  record Qualified(Candidate candidate, double adjustedR2) {}

  /** Coefficients [use per degree day °F] and quality of a candidate; absent slopes are 0. */
  private record Estimate(double intercept, double heating, double cooling, double adjustedR2) {

    boolean hasNegativeCoefficient() {
      return intercept < 0 || heating < 0 || cooling < 0;
    }
  }

  private final FitRows rows;
  private final CaltrackMethod method;
  private final List<DegreeColumn> heating = new ArrayList<>();
  private final List<DegreeColumn> cooling = new ArrayList<>();
  private final List<Qualified> qualified = new ArrayList<>();
  private final Map<CaltrackType, CandidateCounts> counts = new EnumMap<>(CaltrackType.class);

  CandidateSearch(FitRows rows, CaltrackMethod method) {
    this.rows = rows;
    this.method = method;
    for (int point = method.lowest(); point <= method.highest(); point++) {
      heating.add(new DegreeColumn(point, rows.below(point), rows));
      if (method.cooling()) {
        cooling.add(new DegreeColumn(point, rows.above(point), rows));
      }
    }
    run();
  }

  /** Those without negative coefficient, in the order in which the peer generates them. */
  List<Qualified> qualified() {
    return qualified;
  }

  Map<CaltrackType, CandidateCounts> counts() {
    return counts;
  }

  private void run() {
    Tally constant = new Tally(CaltrackType.INTERCEPT_ONLY);
    constant.count(
        new Candidate(CaltrackType.INTERCEPT_ONLY, null, null),
        Optional.of(new Estimate(rows.mean, 0, 0, 0)));
    constant.close();
    Tally heatingOnly = new Tally(CaltrackType.HDD_ONLY);
    for (DegreeColumn below : heating) {
      heatingOnly.count(new Candidate(CaltrackType.HDD_ONLY, below, null), heatingOnly(below));
    }
    heatingOnly.close();
    Tally coolingOnly = new Tally(CaltrackType.CDD_ONLY);
    for (DegreeColumn above : cooling) {
      coolingOnly.count(new Candidate(CaltrackType.CDD_ONLY, null, above), coolingOnly(above));
    }
    coolingOnly.close();
    Tally both = new Tally(CaltrackType.CDD_HDD);
    for (DegreeColumn above : cooling) {
      for (DegreeColumn below : heating) {
        if (below.balancePoint <= above.balancePoint) {
          Candidate pair = new Candidate(CaltrackType.CDD_HDD, below, above);
          both.count(pair, both(pair, below, above));
        }
      }
    }
    both.close();
  }

  private boolean isPossible(DegreeColumn column, int slopes) {
    return column.isAdmitted(method)
        && column.square > 0
        && rows.varies()
        && rows.size > slopes + 1;
  }

  private Optional<Estimate> heatingOnly(DegreeColumn below) {
    if (!isPossible(below, 1)) {
      return Optional.empty();
    }
    double slope = below.product / below.square;
    return Optional.of(
        new Estimate(rows.mean - slope * below.mean, slope, 0, adjusted(slope * below.product, 1)));
  }

  private Optional<Estimate> coolingOnly(DegreeColumn above) {
    if (!isPossible(above, 1)) {
      return Optional.empty();
    }
    double slope = above.product / above.square;
    return Optional.of(
        new Estimate(rows.mean - slope * above.mean, 0, slope, adjusted(slope * above.product, 1)));
  }

  private Optional<Estimate> both(Candidate pair, DegreeColumn below, DegreeColumn above) {
    if (!isPossible(below, 2) || !isPossible(above, 2)) {
      return Optional.empty();
    }
    double cross = below.product(above, rows);
    double determinant = below.square * above.square - cross * cross;
    if (determinant < NEARLY_DEPENDENT * below.square * above.square) {
      return pair.solve(rows)
          .map(
              model ->
                  new Estimate(
                      model.intercept(),
                      model.heating().orElseThrow().perDegree(),
                      model.cooling().orElseThrow().perDegree(),
                      model.adjustedR2()));
    }
    double heat = (above.square * below.product - cross * above.product) / determinant;
    double cool = (below.square * above.product - cross * below.product) / determinant;
    return Optional.of(
        new Estimate(
            rows.mean - heat * below.mean - cool * above.mean,
            heat,
            cool,
            adjusted(heat * below.product + cool * above.product, 2)));
  }

  private double adjusted(double explained, int slopes) {
    return rows.adjustedR2(rows.squares - explained, slopes);
  }

  /** Counts what becomes of the candidates of one type. */
  private final class Tally {

    private final CaltrackType type;
    private int sound;
    private int negative;
    private int notAttempted;

    Tally(CaltrackType type) {
      this.type = type;
    }

    void count(Candidate candidate, Optional<Estimate> estimate) {
      if (estimate.isEmpty()) {
        notAttempted++;
      } else if (estimate.get().hasNegativeCoefficient()) {
        negative++;
      } else {
        sound++;
        qualified.add(new Qualified(candidate, estimate.get().adjustedR2()));
      }
    }

    void close() {
      counts.put(type, new CandidateCounts(sound, negative, notAttempted));
    }
  }
}
