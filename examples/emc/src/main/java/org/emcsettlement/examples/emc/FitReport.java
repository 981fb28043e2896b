package org.emcsettlement.examples.emc;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import org.emcsettlement.baseline.Baseline;
import org.emcsettlement.baseline.Estimate;
import org.emcsettlement.baseline.explain.CountedData;
import org.emcsettlement.baseline.explain.FitExplanation;
import org.emcsettlement.baseline.explain.JudgedCriterion;
import org.emcsettlement.baseline.explain.LeftOutDays;
import org.emcsettlement.baseline.explain.Remedy;
import org.emcsettlement.baseline.explain.Tried;
import org.emcsettlement.baseline.judge.CriteriaSet.Relation;

/** A fit as text for a terminal, in both languages. */
final class FitReport {

  /** So many coefficients are printed; {@code fit.json} has all. */
  private static final int MOST_COEFFICIENTS = 40;

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
    out.printf(
        Locale.ROOT, "  %-24s %16s %12s %9s %9s%n", "系数 coefficient", "value", "s.e.", "t", "p");
    int all = baseline.estimates().size();
    baseline.estimates().stream().limit(MOST_COEFFICIENTS).forEach(this::coefficient);
    if (all > MOST_COEFFICIENTS) {
      out.println("  （另有 and " + (all - MOST_COEFFICIENTS) + " 个系数 more in fit.json）");
    }
    out.println("  （标准误、t、p 以模型形式与变点为条件 s.e., t, p are conditional on form and change points）");
    out.println("  " + baseline.statisticsByName());
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
