package org.emcsettlement.baseline.explain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.emcsettlement.baseline.Baseline;
import org.emcsettlement.baseline.Estimate;
import org.emcsettlement.baseline.FittedRow;
import org.emcsettlement.baseline.Methods;
import org.emcsettlement.baseline.judge.FitFinding;
import org.emcsettlement.core.finding.Finding;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.core.period.Period;

/** What helps where the model does not describe the use well enough. */
final class ModelRemedies {

  /** Statistics that improve as errors shrink. */
  private static final Set<String> SCATTER = Set.of("cvRmse", "r2", "adjustedR2");

  /** The method for daily data that knows day types. */
  private static final String DAY_TYPES = "institution-daily";

  private static final String MISSED = FitFinding.CRITERION_MISSED.code();

  private ModelRemedies() {}

  private static Remedy remedy(Finding finding, String zh, String en) {
    return new Remedy(finding.code(), zh, en);
  }

  static List<Remedy> removeDriver(Finding finding, Baseline baseline) {
    String column = finding.arguments().get("column");
    String others = finding.arguments().get("others");
    return List.of(
        remedy(
            finding,
            "从驱动因素中去掉 " + column + "（或去掉 " + others + "）：两者在基期内说的是同一件事。",
            "Remove "
                + column
                + " from the drivers (or "
                + others
                + "): in the baseline period they say the same."));
  }

  static List<Remedy> checkBase(Finding finding, Baseline baseline) {
    return List.of(
        remedy(
            finding,
            "核对表计符号和读数；若用量只在部分季节发生，请缩短基期或选用不含负基础用量的形式。",
            "Check the meter's sign and readings; if there is use in some seasons only, narrow the"
                + " period or choose a form whose base is not negative."));
  }

  static List<Remedy> useDegreeDays(Finding finding, Baseline baseline) {
    return List.of(
        remedy(
            finding,
            "改用 auto（按日平均气温的度日数），结果才能冻结用于结算。",
            "Use method auto (degree days of daily temperatures); only that can be frozen for"
                + " settlement."));
  }

  static List<Remedy> agreeCriteria(Finding finding, Baseline baseline) {
    String set = finding.arguments().get("set");
    return List.of(
        remedy(
            finding,
            "对照标准原文核对判据集 " + set + " 的数值，或在合同 policies.acceptance 中约定判据。",
            "Check the values of criteria set "
                + set
                + " against the standard's text, or agree on criteria in policies.acceptance of"
                + " the contract."));
  }

  /** The longest run on one side of the model is where to look first. */
  static List<Remedy> explainRun(Finding finding, Baseline baseline) {
    Residuals residuals = new Residuals(baseline);
    List<FittedRow> run = residuals.longestRun();
    if (run.size() < 2) {
      return List.of();
    }
    Period days = Period.of(run.get(0).period().start(), run.get(run.size() - 1).period().end());
    double mean = Residuals.mean(run);
    String size = Residuals.shown(Math.abs(mean)) + " " + residuals.unit();
    return List.of(
        remedy(
            finding,
            "查明 "
                + Residuals.days(days)
                + " 用量持续"
                + (mean > 0 ? "高于" : "低于")
                + "模型（平均 "
                + size
                + "）的原因，作为驱动因素或非常规事件处理；在此之前区间保持放大。",
            "Find out why use lay "
                + (mean > 0 ? "above" : "below")
                + " the model throughout "
                + Residuals.days(days)
                + " (by "
                + size
                + " on average), and make it a driver or a non-routine event; until then intervals"
                + " stay widened."));
  }

  static List<Remedy> reachCriterion(Finding finding, Baseline baseline) {
    Map<String, String> facts = finding.arguments();
    double value = new BigDecimal(facts.getOrDefault("value", "0")).doubleValue();
    double threshold = new BigDecimal(facts.getOrDefault("threshold", "0")).doubleValue();
    return switch (facts.getOrDefault("statistic", "")) {
      case "cvRmse" ->
          List.of(shrink(finding, "CV(RMSE)", threshold * threshold / (value * value)));
      case "r2" -> List.of(shrink(finding, "R²", (1 - threshold) / (1 - value)));
      case "adjustedR2" ->
          List.of(shrink(finding, "调整 R² adjusted R²", (1 - threshold) / (1 - value)));
      case "nmbe" -> List.of(centre(finding));
      case "minAbsT" -> weakest(finding, baseline);
      default -> List.of(new Remedy(finding.code(), finding.zh(), finding.en()));
    };
  }

  private static Remedy shrink(Finding finding, String statistic, double remaining) {
    String percent = Residuals.shown(100 * (1 - remaining)) + " %";
    String threshold = finding.arguments().get("threshold");
    return remedy(
        finding,
        statistic + " 要达到 " + threshold + "，误差平方和需减少 " + percent + "。",
        "For "
            + statistic
            + " to reach "
            + threshold
            + " the squared errors have to shrink by "
            + percent
            + ".");
  }

  private static Remedy centre(Finding finding) {
    return remedy(
        finding,
        "模型整体偏离观测；请改用带常数项且不收缩系数的方法（auto），误差合计即为零。",
        "The model is off on the whole; use a method with a constant and without shrinkage (auto),"
            + " whose errors add up to zero.");
  }

  private static List<Remedy> weakest(Finding finding, Baseline baseline) {
    Optional<Estimate> least =
        baseline.estimates().stream()
            .skip(1)
            .filter(estimate -> estimate.t().isPresent())
            .min(Comparator.comparing(estimate -> estimate.t().orElseThrow().abs()));
    return least.stream()
        .map(
            estimate ->
                remedy(
                    finding,
                    estimate.regressor().text() + " 的系数与零没有显著差别；去掉该项，或补充使其变化更大的数据。",
                    "The coefficient of "
                        + estimate.regressor().text()
                        + " does not differ from zero significantly; drop it, or add data in which"
                        + " it varies more."))
        .toList();
  }

  /** Once for all missed criteria that errors decide. */
  static List<Remedy> explainScatter(Baseline baseline, Findings findings) {
    boolean scatters =
        findings.stream()
            .anyMatch(
                f ->
                    f.code().equals(MISSED)
                        && SCATTER.contains(f.arguments().getOrDefault("statistic", "")));
    if (!scatters) {
      return List.of();
    }
    List<Remedy> remedies = new ArrayList<>();
    Residuals residuals = new Residuals(baseline);
    Optional<Double> working = residuals.workingDays();
    working.ifPresent(difference -> remedies.add(addWorkingDays(baseline, difference)));
    List<String> unused = residuals.unusedDrivers();
    if (!unused.isEmpty()) {
      String names = String.join(", ", unused);
      remedies.add(
          new Remedy(
              MISSED,
              "把 " + names + " 加入驱动因素：证据中已有，且与误差相关。",
              "Add " + names + " to the drivers: the evidence has it, and the errors go with it."));
    }
    if (working.isEmpty() && unused.isEmpty()) {
      remedies.add(
          new Remedy(
              MISSED,
              "证据中没有能解释误差的驱动因素；请考虑开放时间、用能人数、场次等数据，写入 occupancy.csv。",
              "No driver in the evidence explains the errors; think of opening hours, headcount or"
                  + " events, and put them into occupancy.csv."));
    }
    remedies.add(checkLargest(residuals));
    return remedies;
  }

  private static Remedy addWorkingDays(Baseline baseline, double difference) {
    String size = Residuals.shown(Math.abs(difference)) + " " + new Residuals(baseline).unit();
    boolean known = Methods.names(baseline.observations().resolution()).contains(DAY_TYPES);
    return new Remedy(
        MISSED,
        "区分工作日与休息日（驱动因素 WORKDAY"
            + (known ? "，或方法 " + DAY_TYPES : "")
            + "）：工作日的误差比休息日平均"
            + (difference > 0 ? "高 " : "低 ")
            + size
            + "。",
        "Tell working days from days of rest (driver WORKDAY"
            + (known ? ", or method " + DAY_TYPES : "")
            + "): errors of working days are on average "
            + size
            + (difference > 0 ? " above" : " below")
            + " those of days of rest.");
  }

  private static Remedy checkLargest(Residuals residuals) {
    List<FittedRow> largest = residuals.largest();
    String share = residuals.share(largest);
    String list = residuals.list(largest);
    return new Remedy(
        MISSED,
        "核对误差最大的 "
            + largest.size()
            + " 个观测，它们占误差平方和的 "
            + share
            + "："
            + list
            + " "
            + residuals.unit()
            + "；属实的登记为非常规事件，读数有误的更正。",
        "Check the "
            + largest.size()
            + " observations with the largest errors, which make up "
            + share
            + " of the squared errors: "
            + list
            + " "
            + residuals.unit()
            + "; record what is real as a non-routine event, correct what was misread.");
  }
}
