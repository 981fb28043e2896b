package org.emcsettlement.baseline.institution;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.emcsettlement.baseline.model.DayType;
import org.emcsettlement.baseline.model.DayTypeDays;
import org.emcsettlement.baseline.model.Regressor;
import org.emcsettlement.baseline.model.RegressorProduct;
import org.emcsettlement.baseline.model.TenDays;
import org.emcsettlement.baseline.solve.ShrunkDesign;
import org.emcsettlement.baseline.solve.ShrunkGram;

/** All terms that a model may have at given change points, and the sums over them. */
final class DailyTerms {

  private final DayRows rows;
  private final List<Term> terms;
  private final double shrinkage;

  /**
   * Gathers.
   *
   * @param rows the days
   * @param base the constant, the drivers, the day types
   * @param response the response to temperature
   * @param season the shrunken terms
   */
  DailyTerms(DayRows rows, List<Term> base, TemperatureResponse response, List<Term> season) {
    this.rows = rows;
    terms = new ArrayList<>(base);
    terms.addAll(1, response.terms(rows));
    if (base.stream().anyMatch(term -> term.role() == Term.Role.REST)) {
      terms.addAll(response.restTerms(rows));
    }
    terms.addAll(season);
    shrinkage = 1;
  }

  private DailyTerms(DayRows rows, List<Term> terms, double shrinkage) {
    this.rows = rows;
    this.terms = terms;
    this.shrinkage = shrinkage;
  }

  /** The same terms, all precisions multiplied. */
  DailyTerms shrunk(double factor) {
    return new DailyTerms(rows, terms, factor);
  }

  ShrunkGram gram(double[] weight) {
    ShrunkDesign design =
        new ShrunkDesign(
            terms.stream().map(Term::values).toArray(double[][]::new),
            terms.stream().mapToDouble(term -> shrinkage * term.precision()).toArray(),
            SeasonTerms.tenDayPeriods(rows),
            TenDays.COUNT,
            shrinkage * SeasonTerms.TEN_DAY_PRECISION);
    return new ShrunkGram(design, rows.use(), weight);
  }

  Set<Term.Role> roles() {
    Set<Term.Role> roles = EnumSet.noneOf(Term.Role.class);
    terms.forEach(term -> roles.add(term.role()));
    return roles;
  }

  boolean[] chosen(Structure structure) {
    boolean[] chosen = new boolean[terms.size()];
    for (int j = 0; j < chosen.length; j++) {
      chosen[j] = structure.has(terms.get(j).role());
    }
    return chosen;
  }

  /** The chosen terms in order, then the ten-day periods that have working days. */
  List<Regressor> regressors(Structure structure, ShrunkGram gram) {
    List<Regressor> regressors = new ArrayList<>();
    for (Term term : terms) {
      if (structure.has(term.role())) {
        regressors.add(term.regressor());
      }
    }
    if (structure.has(Term.Role.SHRUNK)) {
      for (int group : gram.groupsWithRows()) {
        regressors.add(
            new RegressorProduct(new DayTypeDays(DayType.WORKDAY), new TenDays(group + 1)));
      }
    }
    return regressors;
  }

  /** The precisions in the order of the regressors. */
  double[] precision(Structure structure, int size) {
    double[] precision = new double[size];
    int count = 0;
    for (Term term : terms) {
      if (structure.has(term.role())) {
        precision[count++] = shrinkage * term.precision();
      }
    }
    while (count < size) {
      precision[count++] = shrinkage * SeasonTerms.TEN_DAY_PRECISION;
    }
    return precision;
  }
}
