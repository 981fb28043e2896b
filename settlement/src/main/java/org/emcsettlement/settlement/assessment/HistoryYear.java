package org.emcsettlement.settlement.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.finding.Place;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.core.quantity.Rational;
import org.emcsettlement.settlement.evidence.BoundaryUse;

/**
 * What was used of a commodity in one year of the history.
 *
 * @param period the year
 * @param use what was used [canonical unit]
 * @param missing the days without readings, taken at the mean of the others [d]
 */
public record HistoryYear(Period period, Rational use, int missing) {

  /** One day in so many may be missing, as in a normal year. */
  private static final int MOST_MISSING = 10;

  /** The years that end with the history, oldest first. */
  static List<Period> years(Period history) {
    List<Period> years = new ArrayList<>();
    int back = 0;
    while (!history.end().minusYears(back + 1L).isBefore(history.start())) {
      years.add(0, Period.of(history.end().minusYears(back + 1L), history.end().minusYears(back)));
      back++;
    }
    return years;
  }

  /** The use of a year, absent with a finding if too many days are missing. */
  static Optional<HistoryYear> of(
      Commodity commodity, BoundaryUse use, Period year, FindingCollector findings) {
    BoundaryUse.Part part = use.in(year);
    int missing = part.missing().size();
    Place place = Place.NOWHERE.during(year.toString());
    if (missing == 0) {
      return Optional.of(new HistoryYear(year, part.quantity(), 0));
    }
    boolean usable = missing * MOST_MISSING <= year.days();
    findings.add(
        usable ? AssessmentFinding.YEAR_COMPLETED : AssessmentFinding.YEAR_LEFT_OUT,
        place,
        "commodity",
        commodity,
        "period",
        year,
        "count",
        missing);
    return usable
        ? Optional.of(
            new HistoryYear(
                year,
                part.quantity().times(Rational.of(year.days(), year.days() - missing)),
                missing))
        : Optional.empty();
  }
}
