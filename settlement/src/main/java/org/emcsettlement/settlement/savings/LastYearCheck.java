package org.emcsettlement.settlement.savings;

import java.math.RoundingMode;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.core.finding.Place;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.core.quantity.Rational;
import org.emcsettlement.settlement.contract.ContractFinding;
import org.emcsettlement.settlement.evidence.BoundaryUse;

/**
 * Compares the use of a period with that of the same dates a year before (settlement-methods, 12):
 * a wrong multiplier or a lost meter shows as a use outside 0.5 to 2 times.
 */
final class LastYearCheck {

  private static final Rational TWO = Rational.of(2);

  private LastYearCheck() {}

  /** What is found, nothing unless both periods are metered on every day. */
  static Findings of(Commodity commodity, BoundaryUse use, Period period) {
    Period yearBefore = Period.of(period.start().minusYears(1), period.end().minusYears(1));
    BoundaryUse.Part now = use.in(period);
    BoundaryUse.Part before = use.in(yearBefore);
    FindingCollector findings = new FindingCollector();
    boolean comparable = now.missing().isEmpty() && before.missing().isEmpty();
    if (comparable && before.quantity().signum() > 0 && isUnlike(now, before)) {
      findings.add(
          ContractFinding.UNLIKE_LAST_YEAR,
          Place.NOWHERE.during(period.toString()),
          "commodity",
          commodity,
          "period",
          period,
          "quantity",
          shown(now),
          "before",
          shown(before));
    }
    return findings.findings();
  }

  private static boolean isUnlike(BoundaryUse.Part now, BoundaryUse.Part before) {
    return now.quantity().compareTo(before.quantity().times(TWO)) > 0
        || now.quantity().times(TWO).compareTo(before.quantity()) < 0;
  }

  private static String shown(BoundaryUse.Part part) {
    return part.quantity().round(2, RoundingMode.HALF_UP).toPlainString();
  }
}
