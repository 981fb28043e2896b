package org.emcsettlement.settlement.report.fit;

import java.util.List;
import java.util.Optional;
import org.emcsettlement.baseline.Baseline;
import org.emcsettlement.baseline.FrozenBaseline;
import org.emcsettlement.baseline.explain.FitExplanation;
import org.emcsettlement.baseline.explain.LeftOutDays;
import org.emcsettlement.baseline.explain.Verdict;
import org.emcsettlement.settlement.report.page.Content;
import org.emcsettlement.settlement.report.page.FindingTable;
import org.emcsettlement.settlement.report.page.Markup;
import org.emcsettlement.settlement.report.page.Numbers;
import org.emcsettlement.settlement.report.page.Page;
import org.emcsettlement.settlement.report.page.PageMargins;
import org.emcsettlement.settlement.statement.Bilingual;

/**
 * A fit as one self-contained HTML page, for engineers and officials: verdict and what would change
 * it, charts, possible non-routine events, coefficients, statistics with criteria, data left out,
 * what was tried, findings.
 *
 * <p>The page depends on nothing but the fit: the same fit gives the same bytes on any machine.
 * Numbers are rounded for reading; {@link FitFile} holds them in full.
 */
public final class FitPage {

  private static final Bilingual REMARK =
      new Bilingual(
          "本页由拟合结果生成，数字为便于阅读作了舍入；完整数值见 fit.json，结算以冻结基准为准。",
          "This page shows a fit; numbers are rounded for reading, fit.json holds them in full;"
              + " settlement rests on the frozen baseline.");

  private final String name;
  private final FitExplanation explanation;
  private final Baseline baseline;
  private final Optional<FrozenBaseline> frozen;
  private final Page page;
  private final Markup markup;

  private FitPage(
      String name, FitExplanation explanation, Baseline baseline, Optional<FrozenBaseline> frozen) {
    this.name = name;
    this.explanation = explanation;
    this.baseline = baseline;
    this.frozen = frozen;
    this.page = new Page("基准拟合报告 " + name, margins(name, explanation.verdict(), frozen));
    this.markup = page.markup();
  }

  private static PageMargins margins(
      String name, Verdict verdict, Optional<FrozenBaseline> frozen) {
    // the mark is set in red, which would say the wrong thing of an acceptable fit
    String mark = verdict == Verdict.ACCEPTABLE ? "" : verdict.zh() + " " + verdict.en();
    return new PageMargins(
        "基准拟合报告 · " + name,
        mark,
        frozen.map(baseline -> "SHA-256 " + baseline.digest()).orElse(""));
  }

  /**
   * Renders a fit.
   *
   * @param name what the fit is of: a baseline's id, a meter's file
   * @param explanation the fit, with a baseline
   * @param frozen the same fit frozen, absent if it cannot be
   * @return the page; write it as UTF-8
   * @throws IllegalArgumentException if the explanation has no baseline
   */
  public static String html(
      String name, FitExplanation explanation, Optional<FrozenBaseline> frozen) {
    Baseline baseline =
        explanation
            .baseline()
            .orElseThrow(
                () ->
                    new IllegalArgumentException("explanation has no baseline, a page needs one"));
    return new FitPage(name, explanation, baseline, frozen).html();
  }

  private String html() {
    header();
    new FitSummary(explanation, baseline, frozen, markup).write();
    if (!explanation.remedies().isEmpty()) {
      page.section(remediesHeading(), m -> FitTables.remedies(explanation, m));
    }
    page.section(new Bilingual("图", "charts"), this::charts);
    page.section(
        new Bilingual("非常规事件候选", "possible non-routine events"),
        m -> new EventTable(explanation.events(), FitSeries.of(baseline).unit()).write(m));
    page.section(
        new Bilingual("系数", "coefficients"), m -> new CoefficientTable(baseline, m).write());
    page.section(
        new Bilingual("统计量与判据", "statistics and criteria"),
        m -> FitTables.statistics(explanation, baseline, m));
    page.section(
        new Bilingual("数据", "data"),
        m -> FitTables.data(explanation.data().orElseThrow(), baseline, m));
    page.section(new Bilingual("尝试过的形式", "what was tried"), m -> FitTables.tried(explanation, m));
    if (!explanation.findings().isEmpty()) {
      page.section(
          new Bilingual("核查结果", "findings"), m -> FindingTable.write(explanation.findings(), m));
    }
    return page.finish(m -> {}, REMARK);
  }

  private Bilingual remediesHeading() {
    return explanation.verdict() == Verdict.ACCEPTABLE
        ? new Bilingual("可以改进之处", "what would make it better")
        : new Bilingual("怎样才可接受", "what would make it acceptable");
  }

  private void header() {
    markup.open("header").open("div", "class", "title").open("div");
    markup.element("h1", "基准拟合报告");
    markup.element("p", "Report of a baseline fit", "class", "en", "lang", "en");
    markup.close("div");
    String stamp = explanation.verdict() == Verdict.ACCEPTABLE ? "stamp good" : "stamp";
    markup.open("p", "class", stamp);
    markup.both(explanation.verdict().zh(), explanation.verdict().en());
    markup.close("p").close("div");
    markup.open("p", "class", "contract").data(name).close("p");
    markup.open("dl", "class", "facts lined");
    facts();
    markup.close("dl").close("header");
  }

  private void facts() {
    fact("品种", "commodity", Content.commodity(baseline.observations().commodity()));
    fact(
        "基准期",
        "baseline period",
        Content.days(baseline.observations().period())
            .then(m -> m.text(" · " + baseline.observations().period().days() + " d")));
    fact("方法", "method", Content.data(baseline.method()));
    Bilingual resolution =
        switch (baseline.observations().resolution()) {
          case HOURLY -> new Bilingual("逐时", "hourly");
          case DAILY -> new Bilingual("逐日", "daily");
          case BILLING -> new Bilingual("账期", "billing periods");
        };
    fact(
        "数据粒度",
        "resolution",
        Content.both(resolution.zh(), resolution.en())
            .then(m -> m.text(" · n = " + Numbers.count(baseline.statistics().observations()))));
    fact("模型形式", "form", Content.data(baseline.form()));
    fact("变点", "change points", Content.text(changePoints()));
    frozen
        .flatMap(FrozenBaseline::station)
        .ifPresent(station -> fact("气象站", "weather station", Content.data(station)));
    fact(
        "工作日历", "work calendar", Content.data(baseline.observations().drivers().calendar().name()));
  }

  private String changePoints() {
    StringBuilder text = new StringBuilder();
    baseline.heatingChangePoint().ifPresent(point -> text.append(ScatterChart.changePoint(point)));
    baseline
        .coolingChangePoint()
        .filter(point -> !baseline.heatingChangePoint().equals(Optional.of(point)))
        .ifPresent(
            point ->
                text.append(text.isEmpty() ? "" : " / ").append(ScatterChart.changePoint(point)));
    return text.isEmpty() ? "—" : text.toString();
  }

  private void fact(String zh, String en, Content content) {
    markup.open("div").open("dt").both(zh, en).close("dt").open("dd");
    content.write(markup);
    markup.close("dd").close("div");
  }

  private void charts(Markup to) {
    FitSeries series = FitSeries.of(baseline);
    to.open("div", "class", "figures");
    if (series.hasTemperature()) {
      new ScatterChart(series).write(to);
    }
    new AutocorrelationChart(series).write(to);
    to.close("div");
    TimeChart overTime =
        new TimeChart(
            series,
            explanation.data().stream()
                .flatMap(data -> data.leftOut().stream())
                .map(LeftOutDays::runs)
                .flatMap(List::stream)
                .toList(),
            explanation.events().events());
    overTime.use(to);
    overTime.residuals(to);
  }
}
