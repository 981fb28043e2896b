package org.emcsettlement.examples.emc;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a study says about all its buildings together. */
final class EvaluationSummary {

  private final Map<String, Integer> methods = new TreeMap<>();
  private final List<Double> cvRmseIn = new ArrayList<>();
  private final List<Double> cvRmseOut = new ArrayList<>();
  private final List<Double> savings = new ArrayList<>();
  private final List<Double> millis = new ArrayList<>();
  private int fitted;
  private int failed;
  private int intervals;
  private int holding;

  void add(CaseResult result) {
    if (result.figures().isEmpty()) {
      failed++;
      return;
    }
    CaseFigures figures = result.figures().get();
    fitted++;
    result.method().ifPresent(name -> methods.merge(name, 1, Integer::sum));
    add(cvRmseIn, figures.cvRmse());
    add(cvRmseOut, figures.errors().cvRmse());
    add(savings, Math.abs(figures.savingsFraction()));
    add(millis, figures.fitMillis());
    figures
        .holdsTruth()
        .ifPresent(
            holds -> {
              intervals++;
              holding += holds ? 1 : 0;
            });
  }

  private static void add(List<Double> values, double value) {
    if (Double.isFinite(value)) {
      values.add(value);
    }
  }

  boolean isAnyFitted() {
    return fitted > 0;
  }

  void print(BigDecimal confidence, PrintWriter out) {
    out.printf(Locale.ROOT, "%-46s %10d%n", "建筑 cases fitted", fitted);
    out.printf(Locale.ROOT, "%-46s %10d%n", "失败 failed", failed);
    if (fitted == 0) {
      return;
    }
    out.println(
        "方法 method  "
            + methods.entrySet().stream()
                .map(method -> method.getKey() + " (" + method.getValue() + ")")
                .collect(Collectors.joining(", ")));
    print("基期 median cvrmse_in", "%.4f", cvRmseIn, out);
    print("报告期 median cvrmse_out", "%.4f", cvRmseOut, out);
    print("节约率绝对值 median |savings_fraction|", "%.4f", savings, out);
    if (intervals > 0) {
      out.printf(
          Locale.ROOT,
          "%s  %.4f (%d/%d), nominal 名义 %s%n",
          "区间覆盖率 coverage of intervals",
          (double) holding / intervals,
          holding,
          intervals,
          confidence.toPlainString());
    }
    print("拟合耗时 median fit_millis", "%.3f", millis, out);
  }

  private static void print(String title, String format, List<Double> values, PrintWriter out) {
    out.println(
        title
            + "  "
            + (values.isEmpty() ? "–" : String.format(Locale.ROOT, format, median(values))));
  }

  /** The middle value, or the mean of the two in the middle. */
  static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int size = sorted.size();
    return (sorted.get((size - 1) / 2) + sorted.get(size / 2)) / 2;
  }
}
