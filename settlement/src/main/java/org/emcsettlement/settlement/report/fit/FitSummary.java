package org.emcsettlement.settlement.report.fit;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.emcsettlement.baseline.Baseline;
import org.emcsettlement.baseline.FrozenBaseline;
import org.emcsettlement.baseline.explain.FitExplanation;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.settlement.report.page.Markup;
import org.emcsettlement.settlement.report.page.Notation;
import org.emcsettlement.settlement.report.page.Numbers;

/** The box at the head of the page: the verdict, three figures, and the formula. */
final class FitSummary {

  /** A longer formula is told by the kinds of its terms. */
  private static final int LONGEST_FORMULA = 12;

  private final FitExplanation explanation;
  private final Baseline baseline;
  private final Optional<FrozenBaseline> frozen;
  private final Markup page;

  FitSummary(
      FitExplanation explanation, Baseline baseline, Optional<FrozenBaseline> frozen, Markup page) {
    this.explanation = explanation;
    this.baseline = baseline;
    this.frozen = frozen;
    this.page = page;
  }

  void write() {
    page.open("section", "class", "summary");
    page.open("div", "class", "payable").open("div");
    page.open("p", "class", "label");
    page.both(explanation.verdict().zh(), explanation.verdict().en()).close("p");
    page.open("p", "class", "direction");
    why();
    page.close("p").close("div");
    page.open("div", "class", "measures");
    measure("CV(RMSE)", percent(baseline.statistics().cvRmse()));
    measure("R²", Numbers.significant(baseline.statistics().r2(), 3));
    measure("n", Numbers.count(baseline.statistics().observations()));
    page.close("div").close("div").open("div", "class", "one").open("div");
    formula();
    page.close("div").close("div").close("section");
  }

  private void why() {
    int missed = explanation.missed().size();
    switch (explanation.verdict()) {
      case ACCEPTABLE -> page.both("达到全部判据", "meets all criteria");
      case PROVISIONAL ->
          page.both("达到全部判据，但数据尚有问题", "meets all criteria, data leave something to settle");
      case NOT_ACCEPTABLE ->
          page.both(
              missed > 0 ? "未达到 " + missed + " 项判据" : "存在阻断性问题",
              missed > 0 ? "criteria missed: " + missed : "a finding blocks");
      case NO_FIT -> page.both("没有可用模型", "no model");
    }
  }

  static String percent(double fraction) {
    return Numbers.significant(100 * fraction, 3) + (Double.isFinite(fraction) ? " %" : "");
  }

  private void measure(String name, String value) {
    page.open("div").element("p", value, "class", "value").element("p", name, "class", "label");
    page.close("div");
  }

  private void formula() {
    if (frozen.isEmpty()) {
      page.open("p").both("该模型不能冻结用于结算。", "This model cannot be frozen for settlement.").close("p");
      return;
    }
    if (frozen.get().coefficients().size() > LONGEST_FORMULA) {
      kinds(frozen.get().coefficients().size());
    } else {
      page.open("p", "class", "formula").data(frozen.get().formulaZh()).close("p");
      page.open("p", "class", "formula en", "lang", "en");
      page.data(frozen.get().formulaEn()).close("p");
    }
    page.open("p", "class", "caveat");
    page.both(
        "系数为冻结值（9 位有效数字），可逐项复算；摘要",
        "coefficients as frozen, 9 significant digits, to be recomputed term by term; digest");
    page.text(" ").open("code").data(frozen.get().digest()).close("code").close("p");
  }

  private void kinds(int terms) {
    List<TermGroup> groups = TermGroup.of(baseline.estimates());
    Commodity commodity = baseline.observations().commodity();
    String unit = Notation.unit(commodity.unit().symbol());
    page.open("p", "class", "formula");
    page.data(
        groups.stream()
            .map(group -> Numbers.count(group.size()) + " 项" + group.name().zh())
            .collect(
                Collectors.joining(
                    " + ", commodity.zh() + "基准 [" + unit + "] = ", "，每项 = 系数 × 回归量")));
    page.close("p").open("p", "class", "formula en", "lang", "en");
    page.data(
        groups.stream()
            .map(group -> Numbers.count(group.size()) + " of " + group.name().en())
            .collect(
                Collectors.joining(
                    " + ",
                    "baseline of " + commodity.en() + " [" + unit + "] = terms: ",
                    ", each coefficient × regressor")));
    page.close("p").open("p");
    page.both(
        "公式共 " + Numbers.count(terms) + " 项，逐项系数见冻结基准文件。",
        "The formula has " + Numbers.count(terms) + " terms; the frozen baseline lists them.");
    page.close("p");
  }
}
