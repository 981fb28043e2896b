package org.emcsettlement.baseline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.emcsettlement.baseline.judge.FitFinding;
import org.emcsettlement.baseline.model.Days;
import org.emcsettlement.baseline.model.DegreesAbove;
import org.emcsettlement.baseline.model.DegreesBelow;
import org.emcsettlement.baseline.model.Form;
import org.emcsettlement.baseline.model.GuardSet;
import org.emcsettlement.baseline.model.ModelFit;
import org.emcsettlement.baseline.model.Regressor;
import org.emcsettlement.baseline.model.Rejection;
import org.emcsettlement.baseline.model.Score;
import org.emcsettlement.baseline.model.TemperatureDays;
import org.emcsettlement.baseline.solve.HingeFit;
import org.emcsettlement.baseline.solve.HingeSide;
import org.emcsettlement.core.finding.Checked;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.finding.Named;
import org.emcsettlement.core.finding.Place;
import org.emcsettlement.core.series.Resolution;

/**
 * Change-point forms of daily data, degree-day forms of billing periods: every form at its global
 * optimum, chosen by the Bayesian information criterion.
 */
final class ChangePointMethod implements Method {

  private final List<Form> forms;
  private final boolean meanTemperature;

  /** The forms to choose among, simple ones first. */
  ChangePointMethod(List<Form> forms, boolean meanTemperature) {
    this.forms = forms;
    this.meanTemperature = meanTemperature;
  }

  /** The forms of a resolution; those of daily data also serve mean temperatures of bills. */
  static List<Form> forms(Resolution resolution) {
    return resolution == Resolution.BILLING
        ? List.of(Form.ONE_P, Form.HDD, Form.CDD, Form.HDD_CDD)
        : List.of(Form.ONE_P, Form.TWO_P, Form.THREE_PH, Form.THREE_PC, Form.FOUR_P, Form.FIVE_P);
  }

  @Override
  public Checked<ModelFit> fit(Observations observations, BaselineFitter fitter) {
    GuardSet guards = GuardSet.of(fitter.guards());
    CandidateSearch search =
        new CandidateSearch(
            observations,
            fitter.resolution() == Resolution.DAILY ? guards.daily() : guards.billing(),
            meanTemperature,
            fitter.exhaustive());
    List<Candidate> candidates = search.candidates(possible(observations));
    FindingCollector findings = new FindingCollector();
    Optional<Candidate> chosen = CandidateSearch.choose(candidates);
    if (chosen.isEmpty()) {
      findings.add(
          FitFinding.NO_CANDIDATE,
          Place.NOWHERE.during(observations.period().toString()),
          "reasons",
          new Reasons(
              candidates.stream().flatMap(candidate -> candidate.rejection().stream()).toList()));
      return Checked.failed(findings.findings());
    }
    return Checked.of(
        model(
            observations,
            search,
            chosen.get(),
            CandidateSearch.rejections(candidates, chosen.get())),
        findings.findings());
  }

  /** Why every form was rejected, in the language of the reader. */
  private record Reasons(List<Rejection> rejections) implements Named {

    @Override
    public String id() {
      return en();
    }

    @Override
    public String zh() {
      return rejections.stream()
          .map(rejection -> rejection.form() + "：" + rejection.reasonZh())
          .collect(Collectors.joining("；"));
    }

    @Override
    public String en() {
      return rejections.stream()
          .map(rejection -> rejection.form() + ": " + rejection.reason())
          .collect(Collectors.joining("; "));
    }
  }

  private List<Form> possible(Observations observations) {
    if (observations.hasTemperature()) {
      return forms;
    }
    if (!forms.contains(Form.ONE_P)) {
      throw new IllegalArgumentException(
          "form " + forms.get(0) + " needs temperatures, the observations have none");
    }
    return List.of(Form.ONE_P);
  }

  private static ModelFit model(
      Observations observations,
      CandidateSearch search,
      Candidate chosen,
      List<Rejection> rejected) {
    HingeFit fit = chosen.fit().orElseThrow();
    List<Regressor> regressors = regressors(observations, chosen.form(), fit);
    return new ModelFit(
        chosen.form().code(),
        regressors,
        fit.linear(),
        ModelFit.allRows(observations.size()),
        search.weight(),
        new double[regressors.size()],
        fit.parameters(),
        fit.below().map(HingeSide::breakAt),
        fit.above().map(HingeSide::breakAt),
        rejected,
        Optional.of(new Score(Score.BIC, chosen.bic())));
  }

  /** The regressors in coefficient order, change points rounded to 0.01 °C. */
  private static List<Regressor> regressors(Observations observations, Form form, HingeFit fit) {
    List<Regressor> regressors = new ArrayList<>();
    regressors.add(new Days());
    switch (form.shape()) {
      case CONSTANT -> {}
      case LINE -> regressors.add(new TemperatureDays());
      case BELOW -> regressors.add(below(fit));
      case ABOVE -> regressors.add(above(fit));
      case SHARED, BOTH -> {
        regressors.add(below(fit));
        regressors.add(above(fit));
      }
    }
    observations.covariates().forEach(driver -> regressors.add(Regressor.ofDriver(driver.name())));
    return regressors;
  }

  private static Regressor below(HingeFit fit) {
    return new DegreesBelow(Freezing.changePoint(fit.below().orElseThrow().breakAt()));
  }

  private static Regressor above(HingeFit fit) {
    return new DegreesAbove(Freezing.changePoint(fit.above().orElseThrow().breakAt()));
  }
}
