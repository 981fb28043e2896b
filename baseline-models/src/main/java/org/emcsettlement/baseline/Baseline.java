package org.emcsettlement.baseline;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.emcsettlement.baseline.judge.CriteriaSet;
import org.emcsettlement.baseline.judge.FitStatistics;
import org.emcsettlement.baseline.judge.Significant;
import org.emcsettlement.baseline.judge.StudentsT;
import org.emcsettlement.baseline.model.ModelFit;
import org.emcsettlement.baseline.model.Regressor;
import org.emcsettlement.baseline.model.Rejection;
import org.emcsettlement.baseline.model.Score;
import org.emcsettlement.baseline.solve.LinearFit;
import org.emcsettlement.core.finding.Findings;

/**
 * A fitted and judged baseline: the chosen form, its figures, and why the others were not chosen.
 */
public final class Baseline {

  private static final double ROUNDING_NOISE = 1e-12;

  private final Observations observations;
  private final String method;
  private final ModelFit fit;
  private final FitStatistics statistics;
  private final CriteriaSet criteria;
  private final BigDecimal confidence;
  private final Findings findings;

  Baseline(
      Observations observations,
      String method,
      ModelFit fit,
      FitStatistics statistics,
      CriteriaSet criteria,
      BigDecimal confidence,
      Findings findings) {
    this.observations = observations;
    this.method = method;
    this.fit = fit;
    this.statistics = statistics;
    this.criteria = criteria;
    this.confidence = confidence;
    this.findings = findings;
  }

  /** The same fit with what was found about it. */
  Baseline with(Findings found) {
    return new Baseline(observations, method, fit, statistics, criteria, confidence, found);
  }

  /** {@return the data it was fitted on} */
  public Observations observations() {
    return observations;
  }

  /** {@return the stable name of the chosen form, e.g. {@code 5P}} */
  public String form() {
    return fit.form();
  }

  /** {@return the method's name; of a change-point or degree-day model the form} */
  public String method() {
    return method;
  }

  /** {@return the heating change point [°C], absent if the form has none} */
  public Optional<Double> heatingChangePoint() {
    return fit.heatingChangePoint();
  }

  /** {@return the cooling change point [°C], absent if the form has none} */
  public Optional<Double> coolingChangePoint() {
    return fit.coolingChangePoint();
  }

  /** {@return how well it fits} */
  public FitStatistics statistics() {
    return statistics;
  }

  /** {@return statistics by name, decimals of 6 significant digits} */
  public Map<String, BigDecimal> statisticsByName() {
    Map<String, BigDecimal> named = new LinkedHashMap<>();
    named.put("n", BigDecimal.valueOf(statistics.observations()));
    named.put("parameters", BigDecimal.valueOf(statistics.parameters()));
    named.put("r2", fraction(statistics.r2()));
    named.put("adjustedR2", fraction(statistics.adjustedR2()));
    named.put("cvRmse", fraction(statistics.cvRmse()));
    named.put("nmbe", fraction(statistics.nmbe()));
    named.put("lag1Autocorrelation", fraction(statistics.lag1Autocorrelation()));
    named.put("effectiveObservations", rounded(statistics.effectiveObservations()));
    named.put("sumOfSquaredErrors", rounded(statistics.sse()));
    estimates().stream()
        .skip(1)
        .flatMap(estimate -> estimate.t().stream())
        .map(BigDecimal::abs)
        .min(BigDecimal::compareTo)
        .ifPresent(t -> named.put("minAbsT", t));
    return named;
  }

  private static BigDecimal rounded(double value) {
    return Double.isFinite(value) ? Significant.of(value, Significant.STATISTIC) : BigDecimal.ZERO;
  }

  /** A statistic between about −1 and 1; what is left of an exact zero says nothing. */
  private static BigDecimal fraction(double value) {
    return Math.abs(value) < ROUNDING_NOISE ? BigDecimal.ZERO : rounded(value);
  }

  /** {@return the coefficients, the constant first} */
  public List<Estimate> estimates() {
    List<Regressor> regressors = fit.regressors();
    LinearFit linear = fit.linear();
    int freedom = statistics.observations() - statistics.parameters();
    List<Estimate> estimates = new ArrayList<>();
    for (int j = 0; j < regressors.size(); j++) {
      double value = linear.coefficient(j);
      double error = linear.standardError(j, statistics.residualVariance());
      Optional<Double> t = error > 0 ? Optional.of(value / error) : Optional.empty();
      estimates.add(
          new Estimate(
              regressors.get(j),
              value,
              Units.of(observations.commodity(), regressors.get(j)),
              Double.isNaN(error) ? Optional.empty() : Optional.of(error),
              t.map(Baseline::rounded),
              t.map(ratio -> rounded(StudentsT.twoSidedP(ratio, freedom)))));
    }
    return estimates;
  }

  /** {@return the forms that were not chosen, each with its reason} */
  public List<Rejection> rejected() {
    return fit.rejected();
  }

  /** {@return what the form was chosen by, absent if there was no choice} */
  public Optional<Score> score() {
    return fit.score();
  }

  /** {@return the criteria that judge it} */
  public CriteriaSet criteria() {
    return criteria;
  }

  /**
   * {@return observed and fitted use in time order: by day, or by billing period; hourly data are
   * added up by local day}
   */
  public List<FittedRow> rows() {
    return observations.fitted(residuals());
  }

  /** {@return everything found while aligning, fitting and judging} */
  public Findings findings() {
    return findings;
  }

  /** {@return observed less fitted use per day, or per hour of hourly data, row by row} */
  public double[] residuals() {
    return fit.linear().residuals();
  }

  /** {@return the unrounded coefficients, for comparison with the frozen ones} */
  public double[] coefficients() {
    return fit.linear().coefficients();
  }

  ModelFit fit() {
    return fit;
  }

  BigDecimal confidence() {
    return confidence;
  }

  /**
   * Freezes the baseline: change points rounded to 0.01 °C, coefficients refitted there and rounded
   * to 9 significant digits, errors kept at 12.
   *
   * @param id the id of the frozen baseline
   * @param station the weather station it was fitted with
   * @return decimal coefficients that anyone can recompute by hand
   * @throws IllegalStateException for a change-point form on mean temperatures, which is not linear
   *     in sums over days
   */
  public FrozenBaseline freeze(String id, Optional<String> station) {
    if (method.startsWith(BaselineFitter.MEAN_TEMPERATURE)) {
      throw new IllegalStateException(
          method + " rests on mean temperatures of billing periods and cannot be frozen");
    }
    return new Freezing(this).freeze(id, station);
  }
}
