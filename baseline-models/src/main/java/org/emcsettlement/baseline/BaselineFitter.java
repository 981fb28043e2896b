package org.emcsettlement.baseline;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.emcsettlement.baseline.judge.CriteriaSet;
import org.emcsettlement.baseline.judge.FitFinding;
import org.emcsettlement.baseline.judge.FitStatistics;
import org.emcsettlement.baseline.judge.Sufficiency;
import org.emcsettlement.baseline.model.Form;
import org.emcsettlement.baseline.model.GuardSet;
import org.emcsettlement.baseline.solve.ColumnRank;
import org.emcsettlement.baseline.solve.HingeFit;
import org.emcsettlement.core.LibraryStyle;
import org.emcsettlement.core.finding.Checked;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.core.finding.Place;
import org.emcsettlement.core.series.Resolution;
import org.immutables.value.Value;

/**
 * Chooses, fits and judges a baseline, and explains what it rejected. Immutable; {@link #daily()}
 * and {@link #billing()} are the defaults.
 *
 * <p>Every form is fitted at its global optimum over all change points that its guards allow. The
 * form is chosen by the Bayesian information criterion n·ln(SSE/n) + P·ln n with P = linear
 * coefficients + free change points; within 2 of the best the fewest parameters win, ties go to the
 * lower heating change point. A form that provably cannot be chosen is left unsearched, with the
 * bound as reason.
 */
@LibraryStyle
@Value.Immutable
public interface BaselineFitter {

  /** The prefix of methods on mean temperatures of billing periods. */
  String MEAN_TEMPERATURE = "mean-temperature-";

  /** The method that chooses among all forms. */
  String AUTO = "auto";

  /** The drivers that a fit may have beside temperature. */
  int MOST_DRIVERS = 8;

  /** {@return the resolution of the data} */
  Resolution resolution();

  /**
   * The method: {@code auto}, a form such as {@code 3PH} or {@code HDD_CDD}, {@code
   * mean-temperature} or {@code mean-temperature-3PH}.
   *
   * @return its stable name
   */
  @Value.Default
  default String method() {
    return AUTO;
  }

  /** {@return the guards that change points must meet} */
  @Value.Default
  default String guards() {
    return GuardSet.DEFAULT;
  }

  /** {@return the criteria that judge the fit; by resolution if absent} */
  Optional<CriteriaSet> criteria();

  /** {@return the confidence level of intervals} */
  @Value.Default
  default BigDecimal confidence() {
    return new BigDecimal("0.90");
  }

  /** {@return whether every form is searched, even one that cannot be chosen} */
  @Value.Default
  default boolean exhaustive() {
    return false;
  }

  /** {@return the fitter for daily data: 1P to 5P} */
  static BaselineFitter daily() {
    return builder().resolution(Resolution.DAILY).build();
  }

  /** {@return the fitter for billing periods: degree days of searched bases, weighted by days} */
  static BaselineFitter billing() {
    return builder().resolution(Resolution.BILLING).build();
  }

  /**
   * Fits.
   *
   * @param observations the data, of this fitter's resolution
   * @return the judged baseline, absent if nothing can be fitted; all findings either way
   */
  default Checked<Baseline> fit(Observations observations) {
    if (observations.resolution() != resolution()) {
      throw new IllegalArgumentException(
          "observations are " + observations.resolution() + ", the fitter is for " + resolution());
    }
    if (observations.covariates().size() > MOST_DRIVERS) {
      throw new IllegalArgumentException(
          "drivers " + observations.covariates().size() + " exceed the most, " + MOST_DRIVERS);
    }
    FindingCollector findings = new FindingCollector();
    findings.addAll(observations.findings());
    int needed = observations.covariates().size() + 3;
    if (observations.size() < needed) {
      findings.add(
          FitFinding.TOO_FEW, place(observations), "count", observations.size(), "needed", needed);
      return Checked.failed(findings.findings());
    }
    return search(withoutClashes(observations, findings), findings);
  }

  private static Place place(Observations observations) {
    return Place.NOWHERE.during(observations.period().toString());
  }

  private boolean isMeanTemperature() {
    return method().startsWith("mean-temperature");
  }

  private List<Form> forms(Observations observations) {
    List<Form> all =
        resolution() == Resolution.DAILY || isMeanTemperature()
            ? List.of(
                Form.ONE_P, Form.TWO_P, Form.THREE_PH, Form.THREE_PC, Form.FOUR_P, Form.FIVE_P)
            : List.of(Form.ONE_P, Form.HDD, Form.CDD, Form.HDD_CDD);
    String name =
        isMeanTemperature() && method().length() > MEAN_TEMPERATURE.length()
            ? method().substring(MEAN_TEMPERATURE.length())
            : method();
    if (name.equals(AUTO) || name.equals("mean-temperature")) {
      return observations.hasTemperature() ? all : List.of(Form.ONE_P);
    }
    Form form =
        Form.of(name)
            .filter(all::contains)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "method \""
                            + method()
                            + "\" is unknown for "
                            + resolution()
                            + " data; known: auto, "
                            + all.stream().map(Form::code).collect(Collectors.joining(", "))
                            + ", mean-temperature[-FORM]"));
    if (form != Form.ONE_P && !observations.hasTemperature()) {
      throw new IllegalArgumentException(
          "method \"" + method() + "\" needs temperatures, the observations have none");
    }
    return List.of(form);
  }

  /** Drops drivers that are combinations of the constant and earlier ones, and names them. */
  private static Observations withoutClashes(Observations observations, FindingCollector findings) {
    int n = observations.size();
    int q = observations.covariates().size();
    double[][] columns = new double[q + 1][n];
    Arrays.fill(columns[0], 1);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < q; j++) {
        columns[j + 1][i] = observations.rows().get(i).covariates()[j];
      }
    }
    Observations kept = observations;
    List<ColumnRank.Clash> clashes = new ArrayList<>(ColumnRank.clashes(columns));
    for (int i = clashes.size() - 1; i >= 0; i--) {
      ColumnRank.Clash clash = clashes.get(i);
      findings.add(
          FitFinding.CLASHING_COLUMNS,
          place(observations),
          "column",
          observations.covariates().get(clash.column() - 1).name(),
          "others",
          clash.on().stream()
              .map(on -> on == 0 ? "CONSTANT" : observations.covariates().get(on - 1).name())
              .collect(Collectors.joining(", ")));
      kept = kept.without(clash.column() - 1);
    }
    return kept;
  }

  private Checked<Baseline> search(Observations observations, FindingCollector findings) {
    GuardSet guardSet = GuardSet.of(guards());
    CandidateSearch search =
        new CandidateSearch(
            observations,
            resolution() == Resolution.DAILY ? guardSet.daily() : guardSet.billing(),
            isMeanTemperature(),
            exhaustive());
    List<Candidate> candidates = search.candidates(forms(observations));
    Optional<Candidate> chosen = CandidateSearch.choose(candidates);
    if (chosen.isEmpty()) {
      findings.add(
          FitFinding.NO_CANDIDATE,
          place(observations),
          "reasons",
          candidates.stream()
              .flatMap(candidate -> candidate.rejection().stream())
              .map(rejection -> rejection.form() + ": " + rejection.reason())
              .collect(Collectors.joining("; ")));
      return Checked.failed(findings.findings());
    }
    return Checked.of(
        judged(observations, search, candidates, chosen.get(), findings), findings.findings());
  }

  private Baseline judged(
      Observations observations,
      CandidateSearch search,
      List<Candidate> candidates,
      Candidate chosen,
      FindingCollector findings) {
    HingeFit fit = chosen.fit().orElseThrow();
    List<Observations.Row> rows = observations.rows();
    FitStatistics statistics =
        FitStatistics.of(
            search.value(),
            search.weight(),
            fit.linear().residuals(),
            fit.sse(),
            fit.parameters(),
            rows.stream().map(row -> row.period().start()).toArray(LocalDate[]::new),
            rows.stream().mapToInt(row -> row.period().days()).toArray());
    Baseline baseline =
        new Baseline(
            observations,
            chosen.form(),
            fit,
            search.weight(),
            statistics,
            CandidateSearch.rejections(candidates, chosen),
            confidence(),
            isMeanTemperature(),
            Findings.none());
    FitJudgement judgement = new FitJudgement(this, baseline, findings);
    judgement.data();
    judgement.fit(isMeanTemperature());
    return baseline.with(findings.findings());
  }

  /** {@return the criteria set that judges fits of this resolution unless another is given} */
  default CriteriaSet criteriaInForce() {
    return criteria()
        .orElseGet(
            () ->
                CriteriaSet.of(
                    resolution() == Resolution.DAILY ? "ashrae-14-daily" : "ashrae-14-monthly"));
  }

  /** {@return the sufficiency rule in force} */
  default Sufficiency sufficiency() {
    return Sufficiency.of(Sufficiency.DEFAULT, resolution());
  }

  /** {@return a builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link BaselineFitter}. */
  final class Builder extends ImmutableBaselineFitter.Builder {
    Builder() {}
  }
}
