package org.emcsettlement.examples.emc;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import org.emcsettlement.baseline.Baseline;
import org.emcsettlement.baseline.Estimate;
import org.emcsettlement.baseline.judge.FitStatistics;
import org.emcsettlement.baseline.model.Rejection;
import org.emcsettlement.core.finding.Findings;
import org.jspecify.annotations.Nullable;

/** A fit as a JSON object, and as text for a terminal. */
final class FitReport {

  private static final double ROUNDING_NOISE = 1e-12;

  private FitReport() {}

  /** The JSON object; without a fit it holds only the findings. */
  static ObjectNode json(Optional<Baseline> fit, Findings findings) {
    ObjectNode report = JsonNodeFactory.instance.objectNode();
    fit.ifPresent(baseline -> fill(report, baseline));
    report.set("findings", ValidateCommand.tree(findings));
    return report;
  }

  private static void fill(ObjectNode report, Baseline baseline) {
    report.put("form", baseline.form());
    report.put("method", baseline.method());
    report.put("commodity", baseline.observations().commodity().id());
    report.put("resolution", baseline.observations().resolution().name().toLowerCase(Locale.ROOT));
    report.put("baselinePeriod", baseline.observations().period().toString());
    ObjectNode changePoints = report.putObject("changePointsCelsius");
    changePoints.put("heating", baseline.heatingChangePoint().orElse(null));
    changePoints.put("cooling", baseline.coolingChangePoint().orElse(null));
    ArrayNode coefficients = report.putArray("coefficients");
    for (Estimate estimate : baseline.estimates()) {
      coefficients
          .addObject()
          .put("name", estimate.regressor().toString())
          .put("value", estimate.value())
          .put("unit", estimate.unit())
          .put("standardError", estimate.standardError().orElse(null))
          .put("t", estimate.t().orElse(null))
          .put("p", estimate.p().orElse(null));
    }
    FitStatistics statistics = baseline.statistics();
    report
        .putObject("statistics")
        .put("n", statistics.observations())
        .put("parameters", statistics.parameters())
        .put("r2", finite(statistics.r2()))
        .put("adjustedR2", finite(statistics.adjustedR2()))
        .put("cvRmse", finite(statistics.cvRmse()))
        .put("nmbe", finite(statistics.nmbe()))
        .put("lag1Autocorrelation", finite(statistics.lag1Autocorrelation()))
        .put("effectiveObservations", finite(statistics.effectiveObservations()))
        .put("sumOfSquaredErrors", statistics.sse());
    ArrayNode rejected = report.putArray("rejected");
    for (Rejection rejection : baseline.rejected()) {
      rejected
          .addObject()
          .put("form", rejection.form())
          .put("reason", rejection.reason())
          .put("reasonZh", rejection.reasonZh());
    }
  }

  /** JSON knows no NaN: what cannot be computed is null. What is left of an exact zero is zero. */
  private static @Nullable Double finite(double value) {
    if (!Double.isFinite(value)) {
      return null;
    }
    return Math.abs(value) < ROUNDING_NOISE ? 0.0 : value;
  }

  private static String text(String format, Optional<? extends Number> statistic) {
    return statistic.map(value -> String.format(Locale.ROOT, format, value)).orElse("–");
  }

  static void print(String title, Optional<Baseline> fit, Findings findings, PrintWriter out) {
    out.println(title);
    fit.ifPresent(baseline -> print(baseline, out));
    FindingList.print(findings, out);
  }

  private static void print(Baseline baseline, PrintWriter out) {
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
    for (Estimate estimate : baseline.estimates()) {
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
    out.println("  （标准误、t、p 以模型形式与变点为条件 s.e., t, p are conditional on form and change points）");
    out.println("  " + baseline.statisticsByName());
    for (Rejection rejection : baseline.rejected()) {
      out.println("  未选 not chosen  " + rejection.form() + "  " + rejection.reasonZh());
      out.println("                        " + rejection.reason());
    }
  }
}
