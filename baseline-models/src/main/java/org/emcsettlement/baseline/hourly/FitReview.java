package org.emcsettlement.baseline.hourly;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.emcsettlement.baseline.judge.FitFinding;
import org.emcsettlement.baseline.model.HourSet;
import org.emcsettlement.baseline.solve.ColumnRank;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.finding.Place;

/** What the data of a fit of time of week and temperature leave open. */
final class FitReview {

  private FitReview() {}

  /**
   * Reports slopes that the data do not determine. Predictions within what was seen do not depend
   * on them.
   *
   * @param segment the segment, empty for a single fit
   */
  static void openSlopes(TimeOfWeekFit fit, String segment, FindingCollector findings) {
    List<String> open = new ArrayList<>();
    for (boolean occupied : new boolean[] {true, false}) {
      for (ColumnRank.Clash clash : fit.clashes(occupied)) {
        open.add((occupied ? "occupied" : "unoccupied") + " bin " + (clash.column() + 1));
      }
    }
    if (!open.isEmpty()) {
      findings.add(FitFinding.OPEN_SLOPES, place(segment), "slopes", String.join(", ", open));
    }
  }

  /**
   * Reports hours of the week that the fit says nothing about.
   *
   * @return whether there are any
   */
  static boolean unseenHours(TimeOfWeekFit fit, String segment, FindingCollector findings) {
    BitSet unseen = new BitSet();
    for (int hour = 0; hour < HourRows.WEEK; hour++) {
      unseen.set(hour, !fit.seen(hour));
    }
    if (!unseen.isEmpty()) {
      findings.add(FitFinding.UNSEEN_HOURS, place(segment), "hours", HourSet.of(unseen));
    }
    return !unseen.isEmpty();
  }

  private static Place place(String segment) {
    return segment.isEmpty() ? Place.NOWHERE : Place.NOWHERE.during(segment);
  }
}
