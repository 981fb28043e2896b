package org.emcsettlement.baseline;

import java.math.RoundingMode;
import org.emcsettlement.baseline.judge.FitFinding;
import org.emcsettlement.baseline.judge.FitStatistics;
import org.emcsettlement.baseline.judge.Significant;
import org.emcsettlement.baseline.judge.Sufficiency;
import org.emcsettlement.baseline.model.Days;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.finding.Place;

/** Says whether the data suffice and the fit is good enough. */
final class FitJudgement {

  /** From so much autocorrelation on it is worth a sentence. */
  private static final double NOTABLE_AUTOCORRELATION = 0.5;

  private final BaselineFitter fitter;
  private final Baseline baseline;
  private final Observations observations;
  private final FitStatistics statistics;
  private final FindingCollector findings;
  private final Place place;

  FitJudgement(BaselineFitter fitter, Baseline baseline, FindingCollector findings) {
    this.fitter = fitter;
    this.baseline = baseline;
    this.observations = baseline.observations();
    this.statistics = baseline.statistics();
    this.findings = findings;
    this.place = Place.NOWHERE.during(observations.period().toString());
  }

  void data() {
    Sufficiency set = fitter.sufficiency();
    if (set.name().equals(Sufficiency.DEFAULT)) {
      findings.addAll(
          set.judge(
              observations.period(),
              observations.days(),
              statistics.observations(),
              statistics.parameters()));
    } else {
      findings.addAll(set.screen(observations.coverage()).findings());
      findings.addAll(set.judgeFit(statistics.observations(), statistics.parameters()));
    }
    if (!(statistics.sst() > 0)) {
      findings.add(FitFinding.CONSTANT_USE, place);
    }
  }

  void fit() {
    if (baseline.method().startsWith(BaselineFitter.MEAN_TEMPERATURE)) {
      findings.add(FitFinding.MEAN_TEMPERATURE, place);
    }
    if (statistics.lag1Autocorrelation() >= NOTABLE_AUTOCORRELATION) {
      findings.add(
          FitFinding.AUTOCORRELATION,
          place,
          "rho",
          Significant.of(statistics.lag1Autocorrelation(), 3).toPlainString(),
          "count",
          statistics.observations(),
          "effective",
          Significant.of(statistics.effectiveObservations(), Significant.STATISTIC)
              .setScale(1, RoundingMode.HALF_UP)
              .toPlainString());
    }
    double base = baseline.coefficients()[0];
    boolean isBase = baseline.fit().regressors().get(0) instanceof Days;
    if (isBase && observations.covariates().isEmpty() && base < 0) {
      findings.add(
          FitFinding.NEGATIVE_BASE,
          place,
          "value",
          Significant.of(base, Significant.STATISTIC).toPlainString());
    }
    if (statistics.sst() > 0 && statistics.mean() > 0) {
      findings.addAll(fitter.criteriaInForce().judge(baseline.statisticsByName()));
    }
  }
}
