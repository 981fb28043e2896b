package org.emcsettlement.settlement.report.assessment;

import java.util.List;
import org.emcsettlement.core.finding.Effect;
import org.emcsettlement.core.json.CanonicalJson;
import org.emcsettlement.core.json.InputDigest;
import org.emcsettlement.settlement.assessment.Assessment;
import org.emcsettlement.settlement.assessment.AssessmentTerms;
import org.emcsettlement.settlement.report.page.Content;
import org.emcsettlement.settlement.report.page.FindingTable;
import org.emcsettlement.settlement.report.page.Markup;
import org.emcsettlement.settlement.report.page.Numbers;
import org.emcsettlement.settlement.report.page.Page;
import org.emcsettlement.settlement.report.page.PageMargins;
import org.emcsettlement.settlement.report.page.Table;
import org.emcsettlement.settlement.statement.Bilingual;

/** An assessment as one self-contained HTML page, what it does not cover among it. */
public final class ProposalPage {

  private static final String TITLE = "合同能源管理项目前期评估";

  private static final List<Bilingual> LIMITS =
      List.of(
          new Bilingual(
              "模拟的不确定性只来自：历史年份的气候（按整年抽取）、基准模型误差（回归误差与建筑逐年变化）、措施节约率和价格变化的给定范围。人数、面积、使用时间、设备、政策的变化，以及措施没有按期投运的风险，都不在内。",
              "What is uncertain in the simulation: the weather of the years of the history (drawn as whole"
                  + " years), the error of the baseline (regression, and what buildings change from year to"
                  + " year), and the stated ranges of savings and prices. Changes of headcount, area, hours,"
                  + " equipment and policy, and measures that start late, are not in it."),
          new Bilingual(
              "每年的付款由结算引擎按合同模式的条款算出；能源费用按全年一个平均单价，没有模拟分时、阶梯和需量电价。各项措施从合同期第一天起见效。",
              "What is paid in each year is settled by the engine under the terms of the form; utilities cost"
                  + " one price a year: bands, tiers and demand are not simulated. Measures save from the first"
                  + " day."),
          new Bilingual(
              "甲方现金流＝没有合同时的能源费用减去有合同时的全部支出；乙方现金流已扣除投资、运行费和增值税（销项减能源费用进项；设备进项、所得税、融资费用不在内）。合同期满后的节约和资产残值不在内。",
              "The institution's flow is what utilities would cost without the contract less all it pays with"
                  + " it; the service provider's is after investment, operation and value added tax (output less"
                  + " the input of utility bills; not of equipment, nor income tax or interest). Savings and"
                  + " assets after the term are not counted."),
          new Bilingual(
              "包干托管以服务税率对整笔托管费计销项、又抵扣能源进项，这种做法是否允许本库没有核实；不允许时应拆分转售能源，乙方结果会变差。",
              "All-in hosting charges the tax rate of services on the whole fee and deducts the input tax of"
                  + " utilities; whether that is allowed was not verified. If not, resold utilities are taxed"
                  + " apart and the service provider is worse off."),
          new Bilingual(
              "现值按年末折现。百分位数按线性插值（电子表格 PERCENTILE.INC）；“亏损概率”是现值小于零的抽样比例，“回收期”不折现。抽样次数有限，尾部百分位数本身有误差。",
              "Present values discount to the end of each year. Percentiles are linear between order statistics"
                  + " (PERCENTILE.INC); the chance of a loss is the part of draws with a present value below"
                  + " zero; payback is not discounted. With few draws the outer percentiles are themselves"
                  + " uncertain."));

  private final Assessment assessment;
  private final Page page;
  private final HistoryTables history;
  private final OutlookTables outlook;
  private final FormTables forms;

  private ProposalPage(Assessment assessment) {
    this.assessment = assessment;
    String title = TITLE + " " + assessment.frame().parties().institution().name();
    String digest = CanonicalJson.digest(ProposalFile.tree(assessment));
    String mark = isProvisional() ? "暂定 PROVISIONAL" : "";
    this.page = new Page(title, new PageMargins(title, mark, "SHA-256 " + digest));
    this.history = new HistoryTables(assessment);
    this.outlook = new OutlookTables(assessment);
    this.forms = new FormTables(assessment);
  }

  private boolean isProvisional() {
    return assessment.findings().has(Effect.PROVISIONAL);
  }

  /**
   * Renders an assessment.
   *
   * @param assessment the assessment
   * @return the page; write it as UTF-8
   */
  public static String html(Assessment assessment) {
    return new ProposalPage(assessment).html();
  }

  private String html() {
    header(page.markup());
    if (!assessment.forms().isEmpty()) {
      page.section(new Bilingual("合同模式比较", "contract forms compared"), forms::comparison);
    }
    page.section(new Bilingual("历史用量", "use so far"), history::history);
    page.section(new Bilingual("建议基准", "proposed baselines"), history::baselines);
    if (assessment.feeBase().isPresent()) {
      page.section(new Bilingual("托管费用基数", "fee base"), history::feeBase);
    }
    page.section(new Bilingual("定额对标与潜力", "quotas and potential"), history::quotas);
    assessment
        .outlook()
        .ifPresent(
            expected -> {
              page.section(new Bilingual("拟采取的措施", "measures"), outlook::measures);
              page.section(
                  new Bilingual("预期节约", "expected saving"), m -> outlook.saving(expected, m));
            });
    if (!assessment.termLimits().isEmpty()) {
      page.section(new Bilingual("期限与能耗下降率要求", "term and required reduction"), outlook::limits);
    }
    if (!assessment.forms().isEmpty()) {
      page.section(new Bilingual("逐年现金流", "cash flow by year"), this::flows);
    }
    page.section(new Bilingual("口径与未覆盖的内容", "how to read it, and what it lacks"), this::limits);
    if (!assessment.findings().isEmpty()) {
      page.section(
          new Bilingual("核查结果", "findings"), m -> FindingTable.write(assessment.findings(), m));
    }
    page.section(new Bilingual("输入", "inputs"), this::inputs);
    return page.finish(
        m -> {},
        new Bilingual(
            "评估不是承诺：金额取决于所列假设。精确数值见 proposal.json；同样的输入和种子在任何机器上得到同样的字节。",
            "An assessment promises nothing: amounts rest on the assumptions listed. proposal.json holds the"
                + " figures; the same input and seed give the same bytes on any machine."));
  }

  private void header(Markup markup) {
    AssessmentTerms terms = assessment.terms();
    markup.open("header").open("div", "class", "title").open("div");
    markup.element("h1", TITLE);
    markup.element(
        "p", "Assessment before an energy performance contract", "class", "en", "lang", "en");
    markup.close("div");
    if (isProvisional()) {
      markup.open("p", "class", "stamp").both("暂定", "provisional").close("p");
    }
    markup.close("div");
    markup.open("p", "class", "contract").data(assessment.frame().name()).close("p");
    markup.open("dl", "class", "facts lined");
    fact(
        markup,
        "用能单位",
        "institution",
        Content.data(assessment.frame().parties().institution().name()));
    fact(markup, "项目边界", "boundary", Content.data(assessment.frame().boundary().name()));
    fact(markup, "历史期", "history", Content.days(terms.history()));
    fact(
        markup,
        "拟定合同期",
        "planned term",
        Content.days(terms.term().period()).then(Content.text("（" + terms.term().years() + " 年）")));
    if (assessment.outlook().isPresent()) {
      fact(
          markup,
          "模拟",
          "simulation",
          Content.both(
              Numbers.count(terms.draws()) + " 次抽样，种子 " + terms.seed(),
              terms.draws() + " draws, seed " + terms.seed()));
      fact(
          markup,
          "折现率",
          "discount rate",
          Content.text(OutlookTables.percent(terms.discountRate())));
    }
    markup.close("dl").close("header");
  }

  private static void fact(Markup markup, String zh, String en, Content content) {
    markup.open("div").open("dt").both(zh, en).close("dt").open("dd");
    content.write(markup);
    markup.close("dd").close("div");
  }

  private void flows(Markup markup) {
    for (int i = 0; i < assessment.forms().size(); i++) {
      markup.open("div", "class", "keep");
      forms.form(assessment.forms().get(i), i, markup);
      markup.close("div");
    }
  }

  private void limits(Markup markup) {
    markup.open("ul", "class", "notes");
    LIMITS.forEach(limit -> markup.open("li").both(limit.zh(), limit.en()).close("li"));
    markup.close("ul");
  }

  private void inputs(Markup markup) {
    Table table = new Table().text("文件", "file", 40).number("行数", "rows").text("SHA-256", "", 50);
    for (InputDigest input : assessment.inputs()) {
      table.row(
          Content.code(input.name()),
          Content.text(Numbers.count(input.rows())),
          Content.code(input.sha256()));
    }
    table.write(markup);
  }
}
