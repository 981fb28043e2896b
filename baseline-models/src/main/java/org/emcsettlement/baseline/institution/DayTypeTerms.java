package org.emcsettlement.baseline.institution;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.emcsettlement.baseline.model.DayType;
import org.emcsettlement.baseline.model.DayTypeDays;
import org.emcsettlement.baseline.model.Regressor;
import org.emcsettlement.baseline.model.RegressorProduct;

/**
 * Levels by day type, from coarse to fine, as far as there are days to tell them apart: rest beside
 * work, Saturdays beside other days of rest, weekdays beside Wednesdays. A holiday has the level of
 * a Sunday.
 */
final class DayTypeTerms {

  /** Days on either side of a comparison. */
  private static final int LEAST_DAYS = 5;

  private static final List<DayOfWeek> BESIDE_WEDNESDAY =
      List.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY);

  /** The most day types: one for each term, and the days in none. */
  static final int GROUPS = BESIDE_WEDNESDAY.size() + 3;

  private final DayRows rows;

  DayTypeTerms(DayRows rows) {
    this.rows = rows;
  }

  boolean isRest(int i) {
    return !rows.working()[i];
  }

  private boolean isRestSaturday(int i) {
    return isRest(i) && rows.weekday(i) == DayOfWeek.SATURDAY;
  }

  /** The terms, each role only if the coarser ones are there. */
  List<Term> terms() {
    List<Term> terms = new ArrayList<>();
    if (!splits(i -> true, this::isRest)) {
      return terms;
    }
    terms.add(Term.free(rest(), indicator(this::isRest), Term.Role.REST));
    if (!splits(this::isRest, this::isRestSaturday)) {
      return terms;
    }
    terms.add(
        Term.free(
            new RegressorProduct(rest(), new DayTypeDays(DayType.SATURDAY)),
            indicator(this::isRestSaturday),
            Term.Role.SATURDAY));
    if (BESIDE_WEDNESDAY.stream().allMatch(day -> splits(i -> !isRest(i), isWorked(day)))) {
      for (DayOfWeek day : BESIDE_WEDNESDAY) {
        Regressor weekday =
            new RegressorProduct(
                new DayTypeDays(DayType.WORKDAY), new DayTypeDays(DayType.of(day)));
        terms.add(Term.free(weekday, indicator(isWorked(day)), Term.Role.WEEKDAY));
      }
    }
    return terms;
  }

  /** The finest day type of each day, below {@link #GROUPS}: levels of these are all levels. */
  int[] groups() {
    int[] groups = new int[rows.size()];
    List<Term> terms = terms();
    for (int j = 0; j < terms.size(); j++) {
      double[] values = terms.get(j).values();
      for (int i = 0; i < groups.length; i++) {
        groups[i] = values[i] > 0 ? j + 1 : groups[i];
      }
    }
    return groups;
  }

  static Regressor rest() {
    return new DayTypeDays(DayType.RESTDAY);
  }

  private IntPredicate isWorked(DayOfWeek day) {
    return i -> !isRest(i) && rows.weekday(i) == day;
  }

  private boolean splits(IntPredicate whole, IntPredicate part) {
    int in = 0;
    int out = 0;
    for (int i = 0; i < rows.size() && Math.min(in, out) < LEAST_DAYS; i++) {
      if (part.test(i)) {
        in++;
      } else if (whole.test(i)) {
        out++;
      }
    }
    return Math.min(in, out) >= LEAST_DAYS;
  }

  private double[] indicator(IntPredicate days) {
    double[] indicator = new double[rows.size()];
    for (int i = 0; i < indicator.length; i++) {
      indicator[i] = days.test(i) ? 1 : 0;
    }
    return indicator;
  }
}
