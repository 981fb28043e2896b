package org.emcsettlement.settlement.report.fit;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.emcsettlement.baseline.Baseline;
import org.emcsettlement.baseline.explain.CountedData;
import org.emcsettlement.baseline.explain.FitExplanation;
import org.emcsettlement.baseline.explain.JudgedCriterion;
import org.emcsettlement.baseline.explain.LeftOutDays;
import org.emcsettlement.baseline.explain.Remedy;
import org.emcsettlement.baseline.explain.Tried;
import org.emcsettlement.baseline.judge.CriteriaSet.Relation;
import org.emcsettlement.baseline.model.Score;
import org.emcsettlement.core.json.InputDigest;
import org.emcsettlement.settlement.report.page.Content;
import org.emcsettlement.settlement.report.page.Markup;
import org.emcsettlement.settlement.report.page.Numbers;
import org.emcsettlement.settlement.report.page.Table;
import org.emcsettlement.settlement.statement.Bilingual;

/** The tables of the page beside coefficients and events. */
final class FitTables {

  private static final int DIGITS = 6;

  private static final Map<String, Bilingual> STATISTICS =
      Map.of(
          "n", new Bilingual("观测数", "observations"),
          "parameters", new Bilingual("参数个数", "parameters"),
          "r2", new Bilingual("R²", "R²"),
          "adjustedR2", new Bilingual("调整 R²", "adjusted R²"),
          "cvRmse", new Bilingual("CV(RMSE)", "CV(RMSE)"),
          "nmbe", new Bilingual("归一化平均偏差 NMBE", "normalised mean bias error"),
          "lag1Autocorrelation", new Bilingual("残差一阶自相关", "lag-1 autocorrelation"),
          "effectiveObservations", new Bilingual("有效观测数", "effective observations"),
          "sumOfSquaredErrors", new Bilingual("误差平方和", "sum of squared errors"),
          "minAbsT", new Bilingual("最小 |t|", "least |t|"));

  private FitTables() {}

  static void remedies(FitExplanation explanation, Markup page) {
    page.open("ul", "class", "notes");
    for (Remedy remedy : explanation.remedies()) {
      page.open("li").data(remedy.zh()).text(" ");
      page.open("code").data(remedy.finding()).close("code");
      page.open("div", "class", "en", "lang", "en").data(remedy.en()).close("div").close("li");
    }
    page.close("ul");
  }

  private static Content number(double value, int digits) {
    return Content.text(Numbers.significant(value, digits));
  }

  static void statistics(FitExplanation explanation, Baseline baseline, Markup page) {
    Table table =
        new Table()
            .text("统计量", "statistic")
            .number("数值", "value")
            .number("判据", "criterion")
            .mark("结果", "result")
            .text("来源", "source", 44);
    for (Map.Entry<String, BigDecimal> entry : baseline.statisticsByName().entrySet()) {
      Optional<JudgedCriterion> judged =
          explanation.criteria().stream()
              .filter(criterion -> criterion.criterion().statistic().equals(entry.getKey()))
              .findFirst();
      Bilingual name =
          STATISTICS.getOrDefault(entry.getKey(), new Bilingual(entry.getKey(), entry.getKey()));
      table.row(
          judged.filter(criterion -> !criterion.met()).isPresent() ? "owed" : "",
          Content.data(name),
          number(entry.getValue().doubleValue(), 4),
          judged.map(FitTables::threshold).orElse(Content.NONE),
          judged.map(FitTables::result).orElse(Content.NONE),
          judged.map(FitTables::source).orElse(Content.NONE));
    }
    table.write(page);
  }

  private static Content threshold(JudgedCriterion judged) {
    boolean most = judged.criterion().relation() == Relation.AT_MOST;
    return Content.text((most ? "≤ " : "≥ ") + Numbers.grouped(judged.criterion().threshold()));
  }

  private static Content result(JudgedCriterion judged) {
    if (judged.value().isEmpty()) {
      return Content.both("未比较", "not compared");
    }
    return judged.met()
        ? Content.both("✓ 达到", "met")
        : page -> page.open("span", "class", "neg").both("✗ 未达到", "missed").close("span");
  }

  private static Content source(JudgedCriterion judged) {
    return page -> {
      page.open("span", "class", "remark").data(judged.criterion().source()).text(" ");
      page.open("code").data(judged.set()).close("code").close("span");
    };
  }

  static void data(CountedData data, Baseline baseline, Markup page) {
    page.open("p");
    page.both(
        "基准期 "
            + data.span()
            + " 天，计入 "
            + data.counted()
            + " 天，共 "
            + Numbers.count(data.observations())
            + " 个观测。",
        "Of "
            + data.span()
            + " days of the baseline period "
            + data.counted()
            + " count, in "
            + Numbers.count(data.observations())
            + " observations.");
    page.close("p");
    if (!data.leftOut().isEmpty()) {
      Table table =
          new Table()
              .text("未计入的原因", "left out because of", 50)
              .number("天数", "days")
              .text("首日", "first")
              .text("末日", "last")
              .number("段数", "gaps");
      for (LeftOutDays days : data.leftOut()) {
        table.row(
            Content.data(new Bilingual(days.zh(), days.en())),
            Content.text(Numbers.count(days.count())),
            Content.text(days.first().toString()),
            Content.text(days.last().toString()),
            Content.text(Numbers.count(days.runs().size())));
      }
      table.write(page);
    }
    inputs(baseline, page);
  }

  private static void inputs(Baseline baseline, Markup page) {
    Table table = new Table().text("文件", "file").number("行数", "rows").text("SHA-256", "", 57);
    for (InputDigest input : baseline.observations().inputs()) {
      table.row(
          Content.code(input.name()),
          Content.text(Numbers.count(input.rows())),
          m -> m.open("code", "class", "digest").data(input.sha256()).close("code"));
    }
    if (!table.isEmpty()) {
      table.write(page);
    }
  }

  static void tried(FitExplanation explanation, Markup page) {
    String name =
        explanation.tried().stream()
            .flatMap(tried -> tried.score().stream())
            .map(Score::name)
            .findFirst()
            .map(code -> code.equals(Score.ADJUSTED_R2) ? "调整 R²" : code)
            .orElse("—");
    Table table =
        new Table().mark("", "").text("形式", "form", 26).number(name, "").text("原因", "reason", 56);
    for (Tried tried : explanation.tried()) {
      table.row(
          tried.chosen() ? "owed" : "",
          Content.text(tried.chosen() ? "✓" : ""),
          Content.data(tried.form()),
          tried.score().map(score -> number(score.value(), DIGITS)).orElse(Content.text("–")),
          Content.data(new Bilingual(tried.zh(), tried.en())));
    }
    table.write(page);
  }
}
