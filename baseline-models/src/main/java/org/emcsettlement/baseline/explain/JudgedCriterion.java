package org.emcsettlement.baseline.explain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.emcsettlement.baseline.Baseline;
import org.emcsettlement.baseline.judge.CriteriaSet;

/**
 * A criterion and what the fit reaches.
 *
 * @param set the stable name of the criteria set
 * @param criterion the criterion
 * @param value the statistic, absent if the fit has none of that name
 * @param met whether the criterion is met; true if there is nothing to compare
 */
public record JudgedCriterion(
    String set, CriteriaSet.Criterion criterion, Optional<BigDecimal> value, boolean met) {

  /** Without use, or without change of use, no criterion is compared. */
  static List<JudgedCriterion> of(Baseline baseline) {
    boolean compared = baseline.statistics().sst() > 0 && baseline.statistics().mean() > 0;
    Map<String, BigDecimal> statistics = compared ? baseline.statisticsByName() : Map.of();
    List<JudgedCriterion> judged = new ArrayList<>();
    for (CriteriaSet.Criterion criterion : baseline.criteria().criteria()) {
      Optional<BigDecimal> value = Optional.ofNullable(statistics.get(criterion.statistic()));
      boolean met = value.map(criterion::met).orElse(true);
      judged.add(new JudgedCriterion(baseline.criteria().name(), criterion, value, met));
    }
    return judged;
  }
}
