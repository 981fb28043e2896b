package org.emcsettlement.baseline.institution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.emcsettlement.baseline.judge.FitFinding;
import org.emcsettlement.baseline.model.DailySample;
import org.emcsettlement.baseline.model.Days;
import org.emcsettlement.baseline.model.Lag;
import org.emcsettlement.baseline.model.ModelFit;
import org.emcsettlement.baseline.model.Regressor;
import org.emcsettlement.baseline.model.Rejection;
import org.emcsettlement.baseline.solve.ColumnRank;
import org.emcsettlement.baseline.solve.LinearFit;
import org.emcsettlement.baseline.solve.ShrunkGram;
import org.emcsettlement.baseline.solve.SideGuard;
import org.emcsettlement.core.finding.Checked;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.core.finding.Place;
import org.emcsettlement.core.series.DailyDrivers;

/**
 * The daily model of a public institution, {@code institution-daily}: a change-point response to
 * temperature that may differ between working days and days of rest, levels by day type, linear
 * drivers, and a shrunken season and slow change of the level.
 *
 * <ol>
 *   <li>The weight of the day before in the temperature: {@link LagChoice}.
 *   <li>Form and change points by exact search: {@link ChangePointChoice}.
 *   <li>Which day types, whether slopes differ on days of rest, whether season and slow change
 *       enter: the simplest of the {@link Structure}s that no other beats strongly in marginal
 *       likelihood, {@link ShrunkGram#criterion}. If slopes differ, {@link SharedBreaks} moves the
 *       change points to the best for them; if nothing enters, the model is the plain change-point
 *       model.
 *   <li>One more solution in which days far off weigh less, {@link HuberWeights}, so that a fault
 *       or an unusual closure does not bend the model.
 * </ol>
 */
public final class InstitutionDaily {

  /** The stable name of the form. */
  public static final String FORM = "INSTITUTION_DAILY";

  /** Days that are needed beside one per driver. */
  private static final int LEAST_DAYS = 5;

  /**
   * Twice the logarithm of a Bayes factor from which evidence for more terms counts as strong (Kass
   * and Raftery 1995).
   */
  private static final double STRONG = 6;

  private static final double ROUNDING = 1e-6;

  /**
   * Meters of buildings leave more than this part of the variance unexplained. Where less is left,
   * shrinkage fades in proportion, down to nothing that matters: effects without noise are taken as
   * they are.
   */
  private static final double NOISE = 1e-3;

  private static final double LEAST_SHRINKAGE = 1e-6;

  /** Below this part of the variance what is unexplained may be an error of the weight. */
  private static final double CLOSE = 0.01;

  private final DayRows rows;
  private final SideGuard guard;

  /** The constant, the drivers, and the day types that are no combination of them. */
  private final List<Term> base;

  private final List<Term> season;
  private final ChangePointChoice search;
  private final List<Rejection> rejected = new ArrayList<>();

  private InstitutionDaily(DayRows rows, SideGuard guard) {
    this.rows = rows;
    this.guard = guard;
    List<Term> all = new ArrayList<>();
    all.add(Term.free(new Days(), HuberWeights.equal(rows.size()), Term.Role.CORE));
    for (int j = 0; j < rows.sample().drivers().size(); j++) {
      String name = rows.sample().drivers().get(j);
      // the day types say as much, and more
      if (!name.equals(DailyDrivers.WORKDAY)) {
        all.add(Term.free(Regressor.ofDriver(name), rows.driver(j), Term.Role.CORE));
      }
    }
    all.addAll(new DayTypeTerms(rows).terms());
    List<Integer> clashing =
        ColumnRank.clashes(values(all)).stream().map(ColumnRank.Clash::column).toList();
    base =
        IntStream.range(0, all.size())
            .filter(j -> !clashing.contains(j))
            .mapToObj(all::get)
            .toList();
    season = SeasonTerms.terms(rows);
    search = search(base);
  }

  /**
   * Fits.
   *
   * @param sample the days
   * @param guard what change points must rest on
   * @return the fit, absent with a blocking finding if there are too few days
   */
  public static Checked<ModelFit> fit(DailySample sample, SideGuard guard) {
    DayRows rows = DayRows.of(sample, LagChoice.of(sample));
    int needed = sample.drivers().size() + LEAST_DAYS;
    if (rows.size() < needed) {
      FindingCollector findings = new FindingCollector();
      findings.add(FitFinding.TOO_FEW, Place.NOWHERE, "count", rows.size(), "needed", needed);
      return Checked.failed(findings.findings());
    }
    ModelFit fit = new InstitutionDaily(rows, guard).fit();
    // a weight found on a broken line must hold where the model itself is close enough to tell
    if (!rows.lag().isNone() && squares(fit) < CLOSE * total(rows.use())) {
      ModelFit without = new InstitutionDaily(DayRows.of(sample, Lag.NONE), guard).fit();
      fit = squares(without) <= squares(fit) ? without : fit;
    }
    return Checked.of(fit, Findings.none());
  }

  private static double squares(ModelFit fit) {
    return Arrays.stream(fit.linear().residuals()).map(e -> e * e).sum();
  }

  private static double total(double[] use) {
    double mean = Arrays.stream(use).average().orElseThrow();
    return Arrays.stream(use).map(value -> (value - mean) * (value - mean)).sum();
  }

  private static double[][] values(List<Term> terms) {
    return terms.stream().map(Term::values).toArray(double[][]::new);
  }

  private List<Term> base(Structure structure) {
    return base.stream().filter(term -> structure.has(term.role())).toList();
  }

  private ModelFit fit() {
    TemperatureResponse response = search.response();
    DailyTerms terms = new DailyTerms(rows, base, response, season);
    ShrunkGram gram = terms.gram(HuberWeights.equal(rows.size()));
    Structure structure = choose(terms, gram);
    TemperatureResponse better = response;
    List<Rejection> forms = search.rejected();
    if (structure.has(Term.Role.REST_SLOPE)) {
      better = new SharedBreaks(rows, values(base(structure)), guard).refine(response);
    } else if (structure.isPlain() && base(structure).size() < base.size()) {
      ChangePointChoice again = search(base(structure));
      better = again.response();
      forms = again.rejected();
    }
    if (!better.equals(response)) {
      rejected.clear();
      terms = new DailyTerms(rows, base, better, season);
      gram = terms.gram(HuberWeights.equal(rows.size()));
      structure = choose(terms, gram);
    }
    rejected.addAll(forms);
    return robust(terms, better, structure, gram);
  }

  private ChangePointChoice search(List<Term> levels) {
    return new ChangePointChoice(rows, values(levels.subList(1, levels.size())), guard);
  }

  /** The first of the structures, simple ones first, that no other beats strongly. */
  private Structure choose(DailyTerms terms, ShrunkGram gram) {
    List<Structure> structures = Structure.of(terms.roles());
    double[] criterion =
        structures.stream()
            .mapToDouble(s -> gram.criterion(terms.chosen(s), s.has(Term.Role.SHRUNK)))
            .toArray();
    double least = Arrays.stream(criterion).min().orElseThrow();
    int best = 0;
    while (criterion[best] > least + STRONG) {
      best++;
    }
    for (int s = 0; s < criterion.length; s++) {
      if (s != best) {
        rejected.add(
            outdone(structures.get(s), criterion[s], structures.get(best), criterion[best]));
      }
    }
    return structures.get(best);
  }

  private static Rejection outdone(
      Structure other, double criterion, Structure best, double least) {
    return new Rejection(
        FORM,
        "with "
            + other.en()
            + ": criterion "
            + ChangePointChoice.shown(criterion)
            + " against "
            + ChangePointChoice.shown(least)
            + " with "
            + best.en(),
        other.zh()
            + "：准则值 "
            + ChangePointChoice.shown(criterion)
            + "，"
            + best.zh()
            + "为 "
            + ChangePointChoice.shown(least));
  }

  private ModelFit robust(
      DailyTerms full, TemperatureResponse response, Structure structure, ShrunkGram equal) {
    DailyTerms terms = full;
    boolean[] chosen = terms.chosen(structure);
    boolean levels = structure.has(Term.Role.SHRUNK);
    double[] weight = HuberWeights.equal(rows.size());
    LinearFit linear = equal.solve(chosen, levels);
    double left = equal.unexplained(linear.sse());
    for (double factor = 1; levels && 2 * left < factor * NOISE && factor > LEAST_SHRINKAGE; ) {
      factor = Math.max(left / NOISE, LEAST_SHRINKAGE);
      terms = full.shrunk(factor);
      linear = terms.gram(weight).solve(chosen, true);
      left = equal.unexplained(linear.sse());
    }
    // what is left of a perfect fit is rounding, not faults
    if (left > 0) {
      weight = HuberWeights.of(linear.residuals());
      linear = terms.gram(weight).solve(chosen, levels);
    }
    double[] precision = terms.precision(structure, linear.columns());
    int searched = response.changePoints() + (rows.lag().isNone() ? 0 : 1);
    return new ModelFit(
        FORM,
        terms.regressors(structure, equal),
        linear,
        rows.index(),
        weight,
        precision,
        (int) Math.ceil(effective(linear, precision) - ROUNDING) + searched,
        response.heating(),
        response.cooling(),
        rejected);
  }

  /** The trace of the projection on fitted values: shrunken coefficients count in part. */
  private static double effective(LinearFit linear, double[] precision) {
    double[][] inverse = linear.inverseGram();
    double effective = precision.length;
    for (int j = 0; j < precision.length; j++) {
      effective -= precision[j] * inverse[j][j];
    }
    return effective;
  }
}
