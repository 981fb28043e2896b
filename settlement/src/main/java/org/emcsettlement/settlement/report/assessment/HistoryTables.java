package org.emcsettlement.settlement.report.assessment;

import java.util.Map;
import java.util.Optional;
import org.emcsettlement.baseline.FrozenBaseline;
import org.emcsettlement.baseline.model.YearPolicy;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.core.quantity.Rational;
import org.emcsettlement.settlement.assessment.Assessment;
import org.emcsettlement.settlement.assessment.FeeBase;
import org.emcsettlement.settlement.assessment.HistoryYear;
import org.emcsettlement.settlement.contract.BaselineTerms;
import org.emcsettlement.settlement.indicator.IndicatorReport;
import org.emcsettlement.settlement.report.page.Content;
import org.emcsettlement.settlement.report.page.Markup;
import org.emcsettlement.settlement.report.page.Notation;
import org.emcsettlement.settlement.report.page.Numbers;
import org.emcsettlement.settlement.report.page.Table;
import org.emcsettlement.settlement.statement.Bilingual;

/** The tables about the past: use, baselines, fee base, quotas. */
final class HistoryTables {

  private static final Bilingual YEAR_RULE =
      new Bilingual(
          "年度规则（JS/T 301-2024 第 4.3 条，转引，未读原文）：逐年下降取最近一年，各年与均值相差不超过 10 % 取均值；“10 %”相对什么、上升时如何，"
              + "引文未明，本库按均值计、上升不适用趋势规则。",
          "Rule of years (JS/T 301-2024 clause 4.3, from a secondary source): the latest year when use falls"
              + " every year, the mean when all years lie within 10 % of it; what the 10 % refer to and what"
              + " holds for rising use is not quoted, here it is the mean and no trend rule.");

  private final Assessment assessment;

  HistoryTables(Assessment assessment) {
    this.assessment = assessment;
  }

  static Content unit(Commodity commodity) {
    return Content.text(Notation.unit(commodity.unit().symbol()));
  }

  void history(Markup page) {
    Table table =
        new Table()
            .text("年度", "year", 34)
            .number("用量", "use")
            .unit("单位", "unit")
            .number("缺数（天）", "days missing");
    for (Assessment.CommodityHistory commodity : assessment.commodities()) {
      table.group(Content.commodity(commodity.commodity()));
      for (HistoryYear year : commodity.years()) {
        table.row(
            Content.days(year.period()),
            Content.brief(year.use()),
            unit(commodity.commodity()),
            year.missing() == 0 ? Content.NONE : Content.text(Numbers.count(year.missing())));
      }
      commodity
          .decision()
          .ifPresent(
              decision ->
                  table.row(
                      "aside",
                      rule(decision),
                      Content.brief(
                          decision.rule() == YearPolicy.Rule.LATEST
                              ? commodity.years().get(commodity.years().size() - 1).use()
                              : decision.mean()),
                      unit(commodity.commodity()),
                      Content.NONE));
    }
    table.write(page);
    page.open("p", "class", "caveat").both(YEAR_RULE.zh(), YEAR_RULE.en()).close("p");
  }

  private static Content rule(YearPolicy.Decision decision) {
    String deviation = Numbers.rate(decision.deviation(), Rational.ONE);
    return switch (decision.rule()) {
      case LATEST -> Content.both("年度规则：逐年下降，取最近一年", "rule of years: falling, the latest year");
      case MEAN ->
          Content.both(
              "年度规则：取均值，最大偏差 " + deviation, "rule of years: mean, largest deviation " + deviation);
      case MEAN_FLAGGED, NONE ->
          Content.both(
              "年度规则：均值，但最大偏差 " + deviation + " 超过 10 %，须协商",
              "rule of years: mean, but a deviation of "
                  + deviation
                  + " exceeds 10 %; to be agreed");
    };
  }

  void baselines(Markup page) {
    Table table =
        new Table()
            .text("品种", "commodity", 14)
            .text("建议基准", "proposed baseline", 54)
            .text("拟合统计", "statistics of the fit", 32);
    Map<Commodity, FrozenBaseline> frozen = assessment.baselines();
    for (Assessment.CommodityHistory commodity : assessment.commodities()) {
      FrozenBaseline model = frozen.get(commodity.commodity());
      if (model == null) {
        table.row(
            Content.commodity(commodity.commodity()), agreed(commodity.source()), Content.NONE);
      } else {
        table.row(
            Content.commodity(commodity.commodity()),
            Content.data(new Bilingual(model.formulaZh(), model.formulaEn()))
                .then(m -> m.text(" "))
                .then(Content.code(model.form() + " " + model.digest().substring(0, 12))),
            statistics(model));
      }
    }
    table.write(page);
  }

  private static Content agreed(BaselineTerms.Source source) {
    return switch (source) {
      case TABLE -> Content.both("约定用量表", "agreed table");
      case YEAR_POLICY -> Content.both("按年度规则选定", "chosen by the rule of years");
      case DRIVER_RATIO -> Content.both("按驱动因素比例调整的约定用量", "agreed, follows ratios of drivers");
      case FITTED -> Content.both("回归模型", "regression");
    };
  }

  private static Content statistics(FrozenBaseline model) {
    return page -> {
      for (String name : new String[] {"cvRmse", "nmbe", "rSquared"}) {
        Optional.ofNullable(model.statistics().get(name))
            .ifPresent(
                value ->
                    page.open("div")
                        .element("code", name)
                        .text(" " + Numbers.quantity(Rational.of(value)))
                        .close("div"));
      }
    };
  }

  void feeBase(Markup page) {
    Table table =
        new Table()
            .text("品种", "commodity", 30)
            .number("年基准量", "baseline of a year")
            .unit("单位", "unit")
            .number("单价", "unit price")
            .number("金额", "amount");
    assessment.feeBase().ifPresent(base -> add(table, base, "按建议基准", "by the proposed baselines"));
    assessment
        .feeBaseByYears()
        .ifPresent(base -> add(table, base, "对照：按年度规则", "for comparison: by the rule of years"));
    table.write(page);
    page.open("p", "class", "caveat")
        .both(
            "费用基数＝基准量×单价（JS/T 301-2024 摘要：可取前期评估的能源基准乘以相应的……，引文至此中断，“单价”为推断），托管系数取 1，未加固定运维费。",
            "Fee base = baseline × unit price (JS/T 301-2024 as excerpted: the baseline may be multiplied by"
                + " the corresponding …; the excerpt ends there, unit price is inferred), coefficient 1, no"
                + " fixed operation part.")
        .close("p");
  }

  private static void add(Table table, FeeBase base, String zh, String en) {
    table.group(Content.both(zh, en));
    for (FeeBase.Part part : base.parts()) {
      table.row(
          Content.commodity(part.commodity()),
          Content.brief(part.quantity()),
          unit(part.commodity()),
          Content.text(Numbers.price(part.price())),
          Content.amount(part.amount()));
    }
    table.total(
        Content.both("费用基数（合同年）", "fee base of a contract year"),
        Content.NONE,
        Content.NONE,
        Content.NONE,
        Content.amount(base.amount()));
  }

  void quotas(Markup page) {
    if (assessment.standing().isEmpty()) {
      page.open("p")
          .both("文件夹中没有 indicators.json，未作定额对标。", "No indicators.json, so nothing is compared.")
          .close("p");
      return;
    }
    IndicatorReport report = assessment.standing().get();
    if (report.quotas().isEmpty()) {
      page.open("p")
          .both("indicators.json 没有列出适用的定额。", "indicators.json names no quota.")
          .close("p");
      return;
    }
    Table table =
        new Table()
            .text("指标与定额", "indicator and quota", 34)
            .number("数值", "value")
            .text("高于哪一级", "above which level", 16)
            .number("差距", "gap")
            .number("占数值", "of the value")
            .text("来源", "source", 26);
    for (IndicatorReport.QuotaComparison row : report.quotas()) {
      boolean none = assessment.gaps().stream().noneMatch(gap -> gap.comparison().equals(row));
      if (none) {
        table.row(
            name(row),
            Content.brief(row.value()),
            Content.both(row.verdict().zh(), row.verdict().en()),
            Content.NONE,
            Content.NONE,
            Sources.content(row.quota().source(), row.quota().trust()));
      }
    }
    for (Assessment.Gap gap : assessment.gaps()) {
      table.row(
          name(gap.comparison()),
          Content.brief(gap.comparison().value()),
          Content.both(gap.level().zh(), gap.level().en()),
          Content.brief(gap.gap()),
          Content.rate(gap.fraction(), Rational.ONE),
          Sources.content(gap.comparison().quota().source(), gap.comparison().quota().trust()));
    }
    table.write(page);
    page.open("p", "class", "caveat")
        .both(
            report.year()
                + " 年指标。差距是潜力，不是预期节约量。"
                + (assessment.isPriority() ? "未达约束值、基准值（或用水通用值）的机构优先实施（JS/T 301-2024 摘要）。" : ""),
            "Indicators of "
                + report.year()
                + ". A gap is a potential, no expected saving."
                + (assessment.isPriority()
                    ? " Institutions that miss the limit or the reference value go first (JS/T 301-2024 as"
                        + " summarised)."
                    : ""))
        .close("p");
  }

  private static Content name(IndicatorReport.QuotaComparison row) {
    return Content.both(row.quota().indicator().zh(), row.quota().indicator().en())
        .then(Content.unit(row.quota().indicator().unit()))
        .remarked(Optional.of(row.quota().name()));
  }
}
