package org.emcsettlement.baseline;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.emcsettlement.baseline.judge.FitStatistics;
import org.emcsettlement.baseline.judge.Significant;
import org.emcsettlement.baseline.judge.StudentsT;
import org.emcsettlement.baseline.model.Form;
import org.emcsettlement.baseline.model.Regressor;
import org.emcsettlement.baseline.solve.HingeFit;
import org.emcsettlement.baseline.solve.HingeSide;
import org.emcsettlement.baseline.solve.LinearFit;
import org.emcsettlement.core.finding.Findings;

/**
 * A fitted and judged baseline: the chosen form, its figures, and why the others were not chosen.
 */
public final class Baseline {

  private static final double ROUNDING_NOISE = 1e-12;

  private final Observations observations;
  private final Form form;
  private final HingeFit fit;
  private final double[] weight;
  private final FitStatistics statistics;
  private final List<Rejection> rejected;
  private final BigDecimal confidence;
  private final boolean meanTemperature;
  private final Findings findings;

  Baseline(
      Observations observations,
      Form form,
      HingeFit fit,
      double[] weight,
      FitStatistics statistics,
      List<Rejection> rejected,
      BigDecimal confidence,
      boolean meanTemperature,
      Findings findings) {
    this.observations = observations;
    this.form = form;
    this.fit = fit;
    this.weight = weight;
    this.statistics = statistics;
    this.rejected = rejected;
    this.confidence = confidence;
    this.meanTemperature = meanTemperature;
    this.findings = findings;
  }

  /** The same fit with what was found about it. */
  Baseline with(Findings found) {
    return new Baseline(
        observations, form, fit, weight, statistics, rejected, confidence, meanTemperature, found);
  }

  /** {@return the data it was fitted on} */
  public Observations observations() {
    return observations;
  }

  /** {@return the chosen form} */
  public Form form() {
    return form;
  }

  /** {@return the method's name: the form, or {@code mean-temperature-} and the form} */
  public String method() {
    return meanTemperature ? BaselineFitter.MEAN_TEMPERATURE + form.code() : form.code();
  }

  /** {@return the heating change point [°C], absent if the form has none} */
  public Optional<Double> heatingChangePoint() {
    return fit.below().map(HingeSide::breakAt);
  }

  /** {@return the cooling change point [°C], absent if the form has none} */
  public Optional<Double> coolingChangePoint() {
    return fit.above().map(HingeSide::breakAt);
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
    List<Regressor> regressors = regressors();
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
              error,
              t.map(Baseline::rounded),
              t.map(ratio -> rounded(StudentsT.twoSidedP(ratio, freedom)))));
    }
    return estimates;
  }

  /** The regressors in coefficient order, change points rounded to 0.01 °C. */
  List<Regressor> regressors() {
    List<Regressor> regressors = new ArrayList<>();
    regressors.add(new Regressor.Days());
    switch (form.shape()) {
      case CONSTANT -> {}
      case LINE -> regressors.add(new Regressor.TemperatureDays());
      case BELOW -> regressors.add(below());
      case ABOVE -> regressors.add(above());
      case SHARED, BOTH -> {
        regressors.add(below());
        regressors.add(above());
      }
    }
    observations
        .covariates()
        .forEach(driver -> regressors.add(new Regressor.DriverDays(driver.name())));
    return regressors;
  }

  private Regressor below() {
    return new Regressor.DegreesBelow(Freezing.changePoint(heatingChangePoint().orElseThrow()));
  }

  private Regressor above() {
    return new Regressor.DegreesAbove(Freezing.changePoint(coolingChangePoint().orElseThrow()));
  }

  /** {@return the forms that were not chosen, each with its reason} */
  public List<Rejection> rejected() {
    return rejected;
  }

  /** {@return everything found while aligning, fitting and judging} */
  public Findings findings() {
    return findings;
  }

  /** {@return observed less fitted use per day, row by row} */
  public double[] residuals() {
    return fit.linear().residuals();
  }

  /** {@return the unrounded coefficients, for comparison with the frozen ones} */
  public double[] coefficients() {
    return fit.linear().coefficients();
  }

  double[] weight() {
    return weight.clone();
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
    if (meanTemperature) {
      throw new IllegalStateException(
          method() + " rests on mean temperatures of billing periods and cannot be frozen");
    }
    return new Freezing(this).freeze(id, station);
  }
}
