package org.emcsettlement.settlement.report.indicator;

import org.emcsettlement.core.finding.Effect;
import org.emcsettlement.core.json.CanonicalJson;
import org.emcsettlement.settlement.indicator.IndicatorReport;
import org.emcsettlement.settlement.report.page.Content;
import org.emcsettlement.settlement.report.page.FindingTable;
import org.emcsettlement.settlement.report.page.Markup;
import org.emcsettlement.settlement.report.page.Page;
import org.emcsettlement.settlement.report.page.PageMargins;
import org.emcsettlement.settlement.statement.Bilingual;

/**
 * The indicators of a year as one self-contained HTML page: indicators, quotas, targets, and what
 * they were computed from, each figure with its source and how far it could be checked.
 */
public final class IndicatorPage {

  private static final Bilingual REMARK =
      new Bilingual(
          "数字为便于阅读作了舍入，精确值见 report.json。标注“转引”“未核对”的定额和系数请以标准原文为准；" + "水不折算标准煤，不计入综合能耗。",
          "Numbers are rounded for reading, report.json holds them exactly. Check quotas and factors marked"
              + " secondary or unverified in the standards themselves; water is not converted and no part of"
              + " comprehensive energy.");

  private final IndicatorReport report;
  private final Page page;
  private final IndicatorTables tables;

  private IndicatorPage(IndicatorReport report) {
    this.report = report;
    String title = "公共机构能源资源消费指标 " + report.institution() + " " + report.year();
    String digest = CanonicalJson.digest(IndicatorFile.tree(report));
    this.page = new Page(title, new PageMargins(title, mark(), "SHA-256 " + digest));
    this.tables = new IndicatorTables(report);
  }

  private String mark() {
    return isProvisional() ? "暂定 PROVISIONAL" : "";
  }

  private boolean isProvisional() {
    return report.findings().has(Effect.PROVISIONAL);
  }

  /**
   * Renders a report.
   *
   * @param report the report
   * @return the page; write it as UTF-8
   */
  public static String html(IndicatorReport report) {
    return new IndicatorPage(report).html();
  }

  private String html() {
    header(page.markup());
    page.section(new Bilingual("指标", "indicators"), tables::indicators);
    if (!report.quotas().isEmpty()) {
      page.section(new Bilingual("与定额比较", "compared with quotas"), tables::quotas);
    }
    if (!report.targets().isEmpty()) {
      page.section(new Bilingual("双控目标（总量与强度）", "targets of total and intensity"), tables::targets);
    }
    page.section(new Bilingual("能源与水消费", "energy and water used"), tables::used);
    if (!report.carvedOut().isEmpty()) {
      page.section(
          new Bilingual("不计入指标的特殊用能", "special uses, no part of indicators"), tables::carvedOut);
    }
    if (report.generated().isPresent() || report.greenPower().isPresent()) {
      page.section(new Bilingual("自发电与绿电", "own generation and green power"), tables::generation);
    }
    page.section(new Bilingual("面积与人数", "areas and persons"), tables::divisors);
    if (!report.findings().isEmpty()) {
      page.section(
          new Bilingual("核查结果", "findings"), m -> FindingTable.write(report.findings(), m));
    }
    page.section(new Bilingual("输入", "inputs"), tables::inputs);
    return page.finish(m -> {}, REMARK);
  }

  private void header(Markup markup) {
    markup.open("header").open("div", "class", "title").open("div");
    markup.element("h1", "公共机构能源资源消费指标");
    markup.element(
        "p", "Energy and water indicators of a public institution", "class", "en", "lang", "en");
    markup.close("div");
    if (isProvisional()) {
      markup.open("p", "class", "stamp").both("暂定", "provisional").close("p");
    }
    markup.close("div");
    markup.open("p", "class", "contract").data(report.institution()).close("p");
    markup.open("dl", "class", "facts lined");
    fact(markup, "年度", "calendar year", Content.text(String.valueOf(report.year())));
    fact(markup, "项目边界", "boundary", Content.data(report.boundary()));
    fact(
        markup,
        "折标口径",
        "standard coal",
        Content.data(new Bilingual(report.standardCoal().nameZh(), report.standardCoal().nameEn()))
            .then(m -> m.text(" "))
            .then(Content.code(report.standardCoal().id())));
    fact(
        markup,
        "二氧化碳因子",
        "CO2 factors",
        Content.data(
                new Bilingual(report.carbonDioxide().nameZh(), report.carbonDioxide().nameEn()))
            .then(m -> m.text(" "))
            .then(Content.code(report.carbonDioxide().id())));
    markup.close("dl").close("header");
  }

  private static void fact(Markup markup, String zh, String en, Content content) {
    markup.open("div").open("dt").both(zh, en).close("dt").open("dd");
    content.write(markup);
    markup.close("dd").close("div");
  }
}
