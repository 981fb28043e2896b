package org.emcsettlement.settlement.report.assessment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.emcsettlement.settlement.assessment.Assessment;
import org.emcsettlement.settlement.assessment.CandidateForm;
import org.emcsettlement.settlement.assessment.Distribution;
import org.emcsettlement.settlement.assessment.FormOutcome;
import org.emcsettlement.settlement.report.page.Content;
import org.emcsettlement.settlement.report.page.Markup;
import org.emcsettlement.settlement.report.page.Numbers;
import org.emcsettlement.settlement.report.page.Table;
import org.emcsettlement.settlement.statement.Bilingual;

/** What the contract forms bring to both parties. */
final class FormTables {

  private static final BigDecimal UNIT = BigDecimal.valueOf(10_000);

  private final Assessment assessment;

  FormTables(Assessment assessment) {
    this.assessment = assessment;
  }

  /** An amount in ten thousands with two decimals. */
  private static Content brief(BigDecimal amount) {
    BigDecimal units = amount.divide(UNIT, 2, RoundingMode.HALF_UP);
    return Content.number(Numbers.grouped(units), units.signum());
  }

  void comparison(Markup page) {
    Table table =
        new Table()
            .text("合同模式与一方", "form and party", 30)
            .number("现值 P5（万元）", "present value P5")
            .number("中位数", "median")
            .number("P95", "")
            .number("亏损概率", "chance of a loss")
            .number("回收期（年）", "payback")
            .number("期内不能回收", "never paid back");
    for (FormOutcome form : assessment.forms()) {
      table.group(
          Content.data(form.label()).then(m -> m.text(" ")).then(Content.code(form.form().id())));
      boolean byInstitution = form.form().investor() == CandidateForm.Payer.INSTITUTION;
      row(table, "用能单位（甲方）", "institution", form.institution(), byInstitution);
      row(table, "节能服务公司（乙方）", "service provider", form.serviceProvider(), !byInstitution);
    }
    table.write(page);
  }

  private static void row(
      Table table, String zh, String en, FormOutcome.PartyOutcome party, boolean invests) {
    table.row(
        Content.both(zh, en),
        brief(party.presentValue().p5()),
        brief(party.presentValue().p50()),
        brief(party.presentValue().p95()),
        Content.text(OutlookTables.percent(party.loss())),
        invests ? payback(party) : Content.both("无投资", "no investment"),
        invests ? Content.text(OutlookTables.percent(party.neverPaidBack())) : Content.NONE);
  }

  private static Content payback(FormOutcome.PartyOutcome party) {
    return Content.text(
        party.payback().map(years -> years.p50().stripTrailingZeros().toPlainString()).orElse("–"));
  }

  void form(FormOutcome form, int index, Markup page) {
    page.open("p", "class", "contract").data(form.label()).text(" ");
    Content.code(form.form().preset()).write(page);
    page.close("p");
    page.open("p", "class", "remark");
    terms(form.form()).write(page);
    page.close("p");
    page.open("div", "class", "figures");
    new FanChart(
            "institution-" + index,
            new Bilingual("甲方年现金流", "the institution's yearly flow"),
            inService(form.institution()))
        .write(page);
    new FanChart(
            "provider-" + index,
            new Bilingual("乙方年现金流", "the service provider's yearly flow"),
            inService(form.serviceProvider()))
        .write(page);
    page.close("div");
    page.open("div", "class", "compact");
    years(form).write(page);
    page.close("div");
  }

  private static List<Distribution> inService(FormOutcome.PartyOutcome party) {
    return party.years().subList(1, party.years().size());
  }

  private static Content terms(CandidateForm form) {
    Bilingual utilities = payer(form.utilities());
    Bilingual investor = payer(form.investor());
    Content content =
        Content.both(
            "能源费用由" + utilities.zh() + "支付，措施由" + investor.zh() + "投资和运行。",
            "Utility bills are paid by the "
                + utilities.en()
                + ", the measures by the "
                + investor.en()
                + ".");
    Content parameters = Content.code(form.parameters().toString());
    return form.chosen()
        .map(why -> content.then(m -> m.text(" ")).then(Content.data(why)))
        .orElse(content)
        .then(m -> m.text(" "))
        .then(parameters);
  }

  private static Bilingual payer(CandidateForm.Payer payer) {
    return switch (payer) {
      case INSTITUTION -> new Bilingual("甲方", "institution");
      case SERVICE_PROVIDER -> new Bilingual("乙方", "service provider");
    };
  }

  private static Table years(FormOutcome form) {
    Table table =
        new Table()
            .text("合同年（万元）", "contract year (10,000)", 16)
            .number("甲方 P5", "institution")
            .number("P25", "")
            .number("中位数", "")
            .number("P75", "")
            .number("P95", "")
            .number("乙方 P5", "provider")
            .number("P25", "")
            .number("中位数", "")
            .number("P75", "")
            .number("P95", "")
            .number("甲方付款中位数", "paid");
    List<Distribution> institution = form.institution().years();
    for (int year = 0; year < institution.size(); year++) {
      Distribution ours = institution.get(year);
      Distribution theirs = form.serviceProvider().years().get(year);
      table.row(
          year == 0 ? Content.both("0（开始前）", "before") : Content.text(Integer.toString(year)),
          brief(ours.p5()),
          brief(ours.p25()),
          brief(ours.p50()),
          brief(ours.p75()),
          brief(ours.p95()),
          brief(theirs.p5()),
          brief(theirs.p25()),
          brief(theirs.p50()),
          brief(theirs.p75()),
          brief(theirs.p95()),
          year == 0 ? Content.NONE : brief(form.paid().get(year - 1).p50()));
    }
    return table;
  }
}
