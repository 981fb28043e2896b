package org.emcsettlement.settlement.assessment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.emcsettlement.baseline.model.YearPolicy;
import org.emcsettlement.core.finding.Checked;
import org.emcsettlement.core.finding.Effect;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.core.finding.Place;
import org.emcsettlement.core.json.InputDigest;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.core.quantity.FactorSet;
import org.emcsettlement.core.quantity.Rational;
import org.emcsettlement.settlement.contract.ContractFormat;
import org.emcsettlement.settlement.indicator.IndicatorCalculation;
import org.emcsettlement.settlement.indicator.IndicatorReport;
import org.emcsettlement.settlement.indicator.IndicatorTerms;
import org.emcsettlement.settlement.indicator.QuotaLevel;

/** Assesses a folder. The same folder gives the same assessment on any machine. */
public final class AssessmentCalculation {

  private static final String STANDARD_COAL = "gb-t-2589-2020-calorific";
  private static final int LONGEST_SHOWN = 10;

  private final AssessmentFolder folder;
  private final ContractFormat format;
  private final History history;
  private final FindingCollector findings;
  private final Assessment.Builder assessment = Assessment.builder();

  private AssessmentCalculation(
      AssessmentFolder folder, ContractFormat format, History history, FindingCollector findings) {
    this.folder = folder;
    this.format = format;
    this.history = history;
    this.findings = findings;
  }

  /**
   * Assesses a folder.
   *
   * @param folder the folder
   * @param format the kinds of clauses and presets that forms may use
   * @return the assessment, absent if the history does not carry it; all findings either way
   */
  public static Checked<Assessment> of(AssessmentFolder folder, ContractFormat format) {
    FindingCollector findings = new FindingCollector();
    Optional<History> history = History.of(folder, format, findings);
    history.ifPresent(known -> new Futures(known, folder.terms()).reportUnknown(findings));
    if (history.isEmpty() || findings.blocking() > 0) {
      return Checked.failed(findings.findings());
    }
    Assessment assessment =
        new AssessmentCalculation(folder, format, history.get(), findings).assess();
    return Checked.of(assessment, assessment.findings());
  }

  private AssessmentTerms terms() {
    return folder.terms();
  }

  private Assessment assess() {
    assessment.terms(terms()).frame(folder.frame()).baselines(history.baselines());
    history.commodities().forEach(commodity -> assessment.addCommodities(past(commodity)));
    note();
    standing();
    // the fee base depends on none of what is drawn
    Futures futures = new Futures(history, terms());
    Checked<FeeBase> base = FeeBase.proposed(folder, futures.draw(0), format);
    findings.addAll(notes(base.findings()));
    assessment.feeBase(base.value());
    FeeBase.byYears(folder, history, futures.draw(0), format)
        .flatMap(Checked::value)
        .ifPresent(assessment::feeBaseByYears);
    if (!terms().measures().isEmpty()) {
      simulate(futures, comparisons(base.value()));
    }
    List<InputDigest> inputs = new ArrayList<>(List.of(terms().digest()));
    folder.indicators().map(IndicatorTerms::digest).ifPresent(inputs::add);
    inputs.addAll(folder.evidence().inputs());
    return assessment
        .inputs(inputs)
        .findings(Findings.of(new LinkedHashSet<>(findings.findings().list())))
        .build();
  }

  private Assessment.CommodityHistory past(Commodity commodity) {
    List<HistoryYear> years = history.ofCommodity(commodity);
    List<Rational> used =
        history.years().stream().map(year -> history.use(commodity, year)).toList();
    Optional<YearPolicy.Decision> decision =
        history.isConsecutive()
            ? Optional.of(YearPolicy.builder().build().decide(used))
            : Optional.empty();
    return new Assessment.CommodityHistory(
        commodity,
        folder.frame().baseline(commodity).orElseThrow().source(),
        years,
        decision,
        history.price(commodity));
  }

  private void note() {
    if (history.years().size() == 1) {
      findings.add(AssessmentFinding.ONE_YEAR, Place.NOWHERE);
    }
    if (terms().measures().isEmpty()) {
      findings.add(AssessmentFinding.NO_MEASURES, Place.pointer(AssessmentTerms.FILE, "/measures"));
      return;
    }
    for (Commodity commodity : history.commodities()) {
      if (terms().priceEscalation().stream().noneMatch(e -> e.commodity() == commodity)) {
        findings.add(
            AssessmentFinding.PRICE_CONSTANT,
            Place.pointer(AssessmentTerms.FILE, "/priceEscalation"),
            "commodity",
            commodity);
      }
      if (!history.baselines().containsKey(commodity)) {
        findings.add(AssessmentFinding.NO_MODEL_ERROR, Place.NOWHERE, "commodity", commodity);
      }
    }
  }

  /** The standing in the last calendar year that the history holds wholly. */
  private void standing() {
    if (folder.indicators().isEmpty()) {
      findings.add(AssessmentFinding.NO_INDICATORS, Place.file(IndicatorTerms.FILE));
      return;
    }
    int year = terms().history().end().getYear() - 1;
    Checked<IndicatorReport> report =
        IndicatorCalculation.of(folder.frame(), folder.evidence(), folder.indicators().get(), year);
    findings.addAll(report.value().isPresent() ? report.findings() : notes(report.findings()));
    assessment.standing(report.value());
    for (IndicatorReport.QuotaComparison row :
        report.value().map(IndicatorReport::quotas).orElse(List.of())) {
      if (row.verdict() != QuotaLevel.Verdict.NOT_COMPARABLE) {
        gaps(row);
      }
    }
  }

  private void gaps(IndicatorReport.QuotaComparison row) {
    for (Map.Entry<QuotaLevel, BigDecimal> level : row.quota().levels().entrySet()) {
      Rational gap = row.value().minus(Rational.of(level.getValue()));
      if (gap.signum() > 0) {
        assessment.addGaps(
            new Assessment.Gap(row, level.getKey(), gap, gap.dividedBy(row.value())));
      }
    }
  }

  private void simulate(Futures futures, List<FormComparison> comparisons) {
    List<Future.Year> first = new ArrayList<>();
    for (int draw = 0; draw < terms().draws(); draw++) {
      Future future = futures.draw(draw);
      first.add(future.years().get(0));
      comparisons.forEach(comparison -> comparison.add(future));
    }
    List<Map<Commodity, BigDecimal>> measured =
        comparisons.stream()
            .map(FormComparison::measured)
            .filter(drawn -> drawn.size() == first.size())
            .findFirst()
            .orElse(List.of());
    Outlook outlook = Outlook.of(history, terms(), first, measured, coal());
    assessment.outlook(outlook);
    outlook.energyReduction().ifPresent(this::limits);
    for (FormComparison comparison : comparisons) {
      comparison.outcome(terms(), format, findings).ifPresent(assessment::addForms);
    }
  }

  private FactorSet coal() {
    return FactorSet.of(
        folder.indicators().map(IndicatorTerms::standardCoal).orElse(STANDARD_COAL));
  }

  private void limits(Outlook.EnergyReduction reduction) {
    for (TermRule rule : TermRule.standard()) {
      findings.add(
          AssessmentFinding.TERM_RULE_SOURCE,
          Place.NOWHERE,
          "place",
          rule.place().zh() + " " + rule.place().en(),
          "source",
          rule.source(),
          "trust",
          rule.trust());
      for (TermRule.Reading reading : TermRule.Reading.values()) {
        List<Assessment.Needed> needed = new ArrayList<>();
        int shown = Math.max(LONGEST_SHOWN, terms().term().years());
        for (int years = rule.baseYears(); years <= shown; years++) {
          Rational required = rule.required(years, reading);
          needed.add(new Assessment.Needed(years, required, reduction.reaching(required)));
        }
        assessment.addTermLimits(
            new Assessment.TermLimit(
                rule,
                reading,
                needed,
                rule.longest(Rational.of(reduction.distribution().p50()), reading),
                rule.longest(Rational.of(reduction.distribution().p5()), reading)));
      }
    }
  }

  private List<FormComparison> comparisons(Optional<FeeBase> base) {
    boolean stated = !terms().forms().isEmpty();
    List<CandidateForm> forms =
        stated
            ? terms().forms()
            : base.map(known -> new DefaultForms(history, terms(), known, coal()).all())
                .orElse(List.of());
    List<FormComparison> comparisons = new ArrayList<>();
    for (int i = 0; i < forms.size(); i++) {
      FormComparison.of(forms.get(i), stated ? "/forms/" + i : "", terms(), format, findings)
          .ifPresent(comparisons::add);
    }
    return comparisons;
  }

  /** What stopped a part of the assessment does not stop the rest. */
  private static Findings notes(Findings blocking) {
    return Findings.of(
        blocking.stream()
            .filter(finding -> finding.effect() == Effect.BLOCK)
            .map(finding -> finding.withEffect(Effect.PROVISIONAL))
            .toList());
  }
}
