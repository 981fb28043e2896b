package org.emcsettlement.examples.emc;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.emcsettlement.baseline.Baseline;
import org.emcsettlement.baseline.BaselineFitter;
import org.emcsettlement.baseline.FrozenBaseline;
import org.emcsettlement.baseline.savings.AvoidedUse;
import org.emcsettlement.baseline.savings.Backcast;
import org.emcsettlement.baseline.savings.NormalYear;
import org.emcsettlement.baseline.savings.NormalisedSavings;
import org.emcsettlement.baseline.savings.Savings;
import org.emcsettlement.baseline.savings.SavingsQuantity;
import org.emcsettlement.core.finding.Checked;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.core.period.Period;

/**
 * Fits what the asked quantities need and computes them. Lives for one run.
 *
 * <p>Quantities whose model could not be fitted are absent; the findings say why.
 */
final class SavingsStudy {

  private final Study study;
  private final Period baselinePeriod;
  private final Period reportingPeriod;
  private final BigDecimal confidence;
  private final FindingCollector findings;
  private final List<FrozenBaseline> models = new ArrayList<>();
  private final List<Savings> savings = new ArrayList<>();

  SavingsStudy(
      Study study,
      Period baselinePeriod,
      Period reportingPeriod,
      BigDecimal confidence,
      FindingCollector findings) {
    this.study = study;
    this.baselinePeriod = baselinePeriod;
    this.reportingPeriod = reportingPeriod;
    this.confidence = confidence;
    this.findings = findings;
  }

  /** Computes quantities; a normal year is needed for normalised savings only. */
  void compute(Set<SavingsQuantity> asked, Optional<NormalYear> year) {
    boolean base = !asked.equals(Set.of(SavingsQuantity.BACKCAST));
    boolean report = !asked.equals(Set.of(SavingsQuantity.AVOIDED));
    Optional<FrozenBaseline> baseline = base ? model("baseline", baselinePeriod) : Optional.empty();
    Optional<FrozenBaseline> reporting =
        report ? model("reporting", reportingPeriod) : Optional.empty();
    findings.addAll(study.review(baselinePeriod));
    findings.addAll(study.review(reportingPeriod));
    for (SavingsQuantity quantity : asked) {
      switch (quantity) {
        case AVOIDED ->
            baseline.ifPresent(
                model ->
                    add(
                        AvoidedUse.of(
                            model,
                            study.drivers(),
                            study.measured(reportingPeriod),
                            reportingPeriod)));
        case BACKCAST ->
            reporting.ifPresent(
                model ->
                    add(
                        Backcast.of(
                            model,
                            study.drivers(),
                            study.measured(baselinePeriod),
                            baselinePeriod)));
        case NORMALISED -> {
          if (baseline.isPresent() && reporting.isPresent() && year.isPresent()) {
            add(NormalisedSavings.of(baseline.get(), reporting.get(), year.get()));
          }
        }
        case CHAINED ->
            throw new IllegalArgumentException("chained savings need a chain of models");
      }
    }
  }

  private Optional<FrozenBaseline> model(String id, Period period) {
    Checked<Baseline> fit = study.fit(period, BaselineFitter.builder().confidence(confidence));
    findings.addAll(fit.findings());
    if (fit.value().filter(b -> b.method().startsWith("mean-temperature")).isPresent()) {
      throw new InvalidInputException(
          "--method mean-temperature: such models serve comparison and cannot be frozen"
              + " 平均气温模型仅用于对比，不能固化");
    }
    Optional<FrozenBaseline> frozen =
        fit.value().map(baseline -> baseline.freeze(id, study.station()));
    frozen.ifPresent(models::add);
    return frozen;
  }

  private void add(Checked<Savings> computed) {
    findings.addAll(computed.findings());
    computed.value().ifPresent(savings::add);
  }

  Period baselinePeriod() {
    return baselinePeriod;
  }

  Period reportingPeriod() {
    return reportingPeriod;
  }

  /** The models that were fitted: of the baseline period, of the reporting period. */
  List<FrozenBaseline> models() {
    return List.copyOf(models);
  }

  /** The quantities in the order asked. */
  List<Savings> savings() {
    return List.copyOf(savings);
  }

  Findings findings() {
    return findings.findings();
  }
}
