package org.emcsettlement.baseline;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.emcsettlement.baseline.judge.CriteriaSet;
import org.emcsettlement.baseline.judge.FitFinding;
import org.emcsettlement.baseline.judge.Sufficiency;
import org.emcsettlement.baseline.model.GuardSet;
import org.emcsettlement.baseline.model.ModelFit;
import org.emcsettlement.baseline.solve.ColumnRank;
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
   * The method: {@code auto}, a form such as {@code 3PH} or {@code HDD_CDD}, a published method
   * such as {@code caltrack-daily}, one of our own such as {@code institution-daily}. {@link
   * Methods} lists them.
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

  /**
   * The set of rules that says whether the data suffice, e.g. {@code emc-default}, {@code
   * caltrack}, {@code gb-public-institution}.
   *
   * @return its stable name
   */
  @Value.Default
  default String sufficiencySet() {
    return Sufficiency.DEFAULT;
  }

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

  /** {@return the fitter for hourly data} */
  static BaselineFitter hourly() {
    return builder().resolution(Resolution.HOURLY).build();
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
   * @throws IllegalArgumentException if the observations have another resolution or too many
   *     drivers, or the method is unknown for them
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
    Observations independent = withoutClashes(observations, findings);
    Checked<ModelFit> fitted = Methods.of(method(), resolution()).fit(independent, this);
    findings.addAll(fitted.findings());
    return new Checked<>(
        fitted.value().map(fit -> judged(independent.only(fit.rows()), fit, findings)),
        findings.findings());
  }

  private static Place place(Observations observations) {
    return Place.NOWHERE.during(observations.period().toString());
  }

  /** Drops drivers that are combinations of the constant and earlier ones, and names them. */
  private static Observations withoutClashes(Observations observations, FindingCollector findings) {
    double[][] drivers = observations.covariateColumns();
    if (drivers.length == 0) {
      return observations;
    }
    double[][] columns = new double[drivers.length + 1][];
    columns[0] = new double[drivers[0].length];
    Arrays.fill(columns[0], 1);
    System.arraycopy(drivers, 0, columns, 1, drivers.length);
    Observations kept = observations;
    List<ColumnRank.Clash> clashes = new ArrayList<>(ColumnRank.clashes(columns));
    for (int i = clashes.size() - 1; i >= 0; i--) {
      ColumnRank.Clash clash = clashes.get(i);
      if (clash.on().stream().allMatch(column -> column == 0)) {
        reportConstant(observations, clash, columns[clash.column()][0], findings);
      } else {
        reportClash(observations, clash, findings);
      }
      kept = kept.without(clash.column() - 1);
    }
    return kept;
  }

  /** A driver that does not vary says nothing that the constant does not. */
  private static void reportConstant(
      Observations observations, ColumnRank.Clash clash, double value, FindingCollector findings) {
    findings.add(
        FitFinding.CONSTANT_DRIVER,
        place(observations),
        "column",
        observations.covariates().get(clash.column() - 1).name(),
        "period",
        observations.period(),
        "value",
        BigDecimal.valueOf(value).stripTrailingZeros().toPlainString());
  }

  private static void reportClash(
      Observations observations, ColumnRank.Clash clash, FindingCollector findings) {
    findings.add(
        FitFinding.CLASHING_COLUMNS,
        place(observations),
        "column",
        observations.covariates().get(clash.column() - 1).name(),
        "others",
        clash.on().stream()
            .map(on -> on == 0 ? "CONSTANT" : observations.covariates().get(on - 1).name())
            .collect(Collectors.joining(", ")));
  }

  private Baseline judged(Observations observations, ModelFit fit, FindingCollector findings) {
    Baseline baseline =
        new Baseline(
            observations,
            Methods.title(method(), fit),
            fit,
            observations.judge(fit),
            criteriaInForce(),
            confidence(),
            Findings.none());
    FitJudgement judgement = new FitJudgement(this, baseline, findings);
    judgement.data();
    judgement.fit();
    return baseline.with(findings.findings());
  }

  /** {@return the criteria set that judges fits: the one given, the method's, the resolution's} */
  default CriteriaSet criteriaInForce() {
    return criteria()
        .orElseGet(
            () ->
                CriteriaSet.of(
                    Methods.of(method(), resolution())
                        .criteria()
                        .orElseGet(
                            () ->
                                switch (resolution()) {
                                  case HOURLY -> "ashrae-14-hourly";
                                  case DAILY -> "ashrae-14-daily";
                                  case BILLING -> "ashrae-14-monthly";
                                })));
  }

  /** {@return the sufficiency set in force} */
  default Sufficiency sufficiency() {
    return Sufficiency.of(sufficiencySet(), resolution());
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
