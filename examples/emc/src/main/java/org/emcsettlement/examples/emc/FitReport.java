package org.emcsettlement.examples.emc;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.emcsettlement.baseline.Baseline;
import org.emcsettlement.baseline.Estimate;
import org.emcsettlement.baseline.event.DetectedEvent;
import org.emcsettlement.baseline.explain.CountedData;
import org.emcsettlement.baseline.explain.EventCandidates;
import org.emcsettlement.baseline.explain.FitExplanation;
import org.emcsettlement.baseline.explain.JudgedCriterion;
import org.emcsettlement.baseline.explain.LeftOutDays;
import org.emcsettlement.baseline.explain.Remedy;
import org.emcsettlement.baseline.explain.Tried;
import org.emcsettlement.baseline.judge.CriteriaSet.Relation;
import org.emcsettlement.settlement.report.fit.EventTable;
import org.emcsettlement.settlement.report.fit.TermGroup;
import org.emcsettlement.settlement.statement.Bilingual;

/** A fit as text for a terminal, in both languages. */
final class FitReport {

  private final FitExplanation fit;
  private final PrintWriter out;

  private FitReport(FitExplanation fit, PrintWriter out) {
    this.fit = fit;
    this.out = out;
  }

  /** Prints a fit: the model first, then what counts, what was tried, what to do. */
  static void print(String title, FitExplanation fit, PrintWriter out) {
    new FitReport(fit, out).print(title);
  }

  private void print(String title) {
    out.println(title + "  " + fit.verdict().zh() + " " + fit.verdict().en());
    fit.baseline().ifPresent(this::model);
    fit.criteria().forEach(this::criterion);
    fit.data().ifPresent(this::data);
    fit.baseline().ifPresent(this::events);
    fit.tried().forEach(this::tried);
    for (Remedy remedy : fit.remedies()) {
      out.println("  改进 to do  " + remedy.finding());
      out.println("      " + remedy.zh());
      out.println("      " + remedy.en());
    }
    FindingList.print(fit.findings(), out);
  }

  private void model(Baseline baseline) {
    out.println("  模型 form  " + baseline.method() + "  " + baseline.observations().period());
    baseline
        .heatingChangePoint()
        .ifPresent(
            point -> out.printf(Locale.ROOT, "  供暖变点 heating change point  %.2f °C%n", point));
    baseline
        .coolingChangePoint()
        .ifPresent(
            point -> out.printf(Locale.ROOT, "  制冷变点 cooling change point  %.2f °C%n", point));
    if (baseline.estimates().size() > TermGroup.MOST_LISTED) {
      groups(baseline.estimates());
    } else {
      coefficients(baseline);
    }
    out.println("  统计量 statistics  " + statistics(baseline));
  }

  private static String statistics(Baseline baseline) {
    return baseline.statisticsByName().entrySet().stream()
        .map(entry -> entry.getKey() + " = " + entry.getValue().toPlainString())
        .collect(Collectors.joining(", "));
  }

  private void coefficients(Baseline baseline) {
    out.printf(
        Locale.ROOT, "  %-24s %16s %12s %9s %9s%n", "系数 coefficient", "value", "s.e.", "t", "p");
    baseline.estimates().forEach(this::coefficient);
    out.println("  （标准误、t、p 以模型形式与变点为条件 s.e., t, p are conditional on form and change points）");
  }

  private void groups(List<Estimate> estimates) {
    out.println(
        "  系数 coefficients  共 "
            + estimates.size()
            + " 个，按类汇总，逐项见 fit.json, by kind, every one in fit.json");
    for (TermGroup group : TermGroup.of(estimates)) {
      out.printf(
          Locale.ROOT,
          "  %6d × %s %s %s  %.4g … %.4g %s%n",
          group.size(),
          group.name().zh(),
          group.name().en(),
          group.pattern(),
          group.least(),
          group.greatest(),
          group.unit());
    }
  }

  private void coefficient(Estimate estimate) {
    out.printf(
        Locale.ROOT,
        "  %-26s %16.6g %12s %9s %9s  %s%n",
        estimate.regressor(),
        estimate.value(),
        text("%.4g", estimate.standardError()),
        text("%.2f", estimate.t()),
        text("%.2g", estimate.p()),
        estimate.unit());
  }

  private static String text(String format, Optional<? extends Number> statistic) {
    return statistic.map(value -> String.format(Locale.ROOT, format, value)).orElse("–");
  }

  private void criterion(JudgedCriterion judged) {
    String relation = judged.criterion().relation() == Relation.AT_MOST ? " ≤ " : " ≥ ";
    String result = judged.met() ? "  达到 met" : "  未达到 missed";
    out.println(
        "  判据 criterion  "
            + judged.set()
            + "  "
            + judged.criterion().statistic()
            + relation
            + judged.criterion().threshold().toPlainString()
            + judged
                .value()
                .map(value -> "  " + value.toPlainString() + result)
                .orElse("  未比较 not compared"));
  }

  private void data(CountedData data) {
    out.println(
        "  数据 data  计入 counted "
            + data.counted()
            + " / "
            + data.span()
            + " d, n = "
            + data.observations());
    for (LeftOutDays days : data.leftOut()) {
      out.println("  未计入 left out  " + days.count() + " d  " + days.first() + " – " + days.last());
      out.println("      " + days.zh());
      out.println("      " + days.en());
    }
  }

  private void events(Baseline baseline) {
    EventCandidates candidates = fit.events();
    Bilingual remark = EventTable.remark(candidates);
    out.println("  非常规事件候选 possible non-routine events  " + candidates.events().size());
    out.println("      " + remark.zh());
    out.println("      " + remark.en());
    for (DetectedEvent event : candidates.events()) {
      Bilingual name = EventTable.name(event.kind());
      out.printf(
          Locale.ROOT,
          "      %s %s  %s – %s  %+.4g ± %.3g %s  (%+.1f %%, t = %.1f)%n",
          name.zh(),
          name.en(),
          event.days().start(),
          event.days().end().minusDays(1),
          event.effectPerDay(),
          event.standardError(),
          baseline.observations().commodity().unit() + "/d",
          100 * event.fraction(),
          event.statistic());
    }
  }

  private void tried(Tried tried) {
    String label = tried.chosen() ? "  选中 chosen  " : "  未选 not chosen  ";
    String score =
        tried
            .score()
            .map(known -> String.format(Locale.ROOT, "  %s %.6g", known.name(), known.value()))
            .orElse("");
    out.println(label + tried.form() + score);
    out.println("      " + tried.zh());
    out.println("      " + tried.en());
  }
}
