package org.emcsettlement.settlement.report.assessment;

import java.math.BigDecimal;
import java.util.Optional;
import org.emcsettlement.core.quantity.Rational;
import org.emcsettlement.settlement.assessment.Assessment;
import org.emcsettlement.settlement.assessment.Distribution;
import org.emcsettlement.settlement.assessment.Escalation;
import org.emcsettlement.settlement.assessment.Measure;
import org.emcsettlement.settlement.assessment.Outlook;
import org.emcsettlement.settlement.assessment.Range;
import org.emcsettlement.settlement.report.page.Content;
import org.emcsettlement.settlement.report.page.Markup;
import org.emcsettlement.settlement.report.page.Numbers;
import org.emcsettlement.settlement.report.page.Table;
import org.emcsettlement.settlement.statement.Bilingual;

/** The tables about what the measures are expected to save, and which term that allows. */
final class OutlookTables {

  private final Assessment assessment;

  OutlookTables(Assessment assessment) {
    this.assessment = assessment;
  }

  static String percent(BigDecimal fraction) {
    return Numbers.rate(Rational.of(fraction), Rational.ONE);
  }

  void measures(Markup page) {
    Table table =
        new Table()
            .text("措施", "measure", 24)
            .text("品种", "commodity", 12)
            .number("节约率 低–可能–高", "saving low – likely – high")
            .number("投资", "investment")
            .number("年运行费", "operation a year")
            .number("寿命（年）", "life")
            .text("来源", "source", 14);
    for (Measure measure : assessment.terms().measures()) {
      table.row(
          Content.data(measure.name()),
          Content.commodity(measure.commodity()),
          Content.text(range(measure.saving())),
          Content.amount(measure.investment()),
          Content.amount(measure.operatingCost()),
          Content.text(Integer.toString(measure.lifetimeYears())),
          Content.data(measure.source()));
    }
    table.write(page);
    if (!assessment.terms().priceEscalation().isEmpty()) {
      Table prices =
          new Table()
              .text("价格", "price of", 30)
              .number("年变化率 低–可能–高", "change a year low – likely – high")
              .text("来源", "source", 40);
      for (Escalation escalation : assessment.terms().priceEscalation()) {
        prices.row(
            Content.commodity(escalation.commodity()),
            Content.text(range(escalation.rate())),
            Content.data(escalation.source()));
      }
      prices.write(page);
    }
  }

  private static String range(Range range) {
    return Numbers.percent(Rational.of(range.low()))
        + " – "
        + Numbers.percent(Rational.of(range.likely()))
        + " – "
        + Numbers.percent(Rational.of(range.high()));
  }

  void saving(Outlook outlook, Markup page) {
    Table table =
        new Table()
            .text("第 1 合同年", "contract year 1", 34)
            .number("P5", "")
            .number("P25", "")
            .number("中位数", "P50")
            .number("P75", "")
            .number("P95", "")
            .number("均值", "mean");
    for (Outlook.OfCommodity row : outlook.commodities()) {
      table.group(
          Content.commodity(row.commodity()).then(Content.unit(row.commodity().unit().symbol())));
      fractions(table, Content.both("节约率", "fraction saved"), row.fraction());
      quantities(table, Content.both("实际节约", "really saved"), row.saved());
      row.measured()
          .ifPresent(
              measured ->
                  quantities(
                      table,
                      Content.both(
                          "结算单上的节约（含基准误差）", "as a statement shows it, with the baseline's error"),
                      measured));
    }
    table.group(Content.both("合计", "together"));
    amounts(
        table,
        Content.both("节约费用", "money saved").then(Content.unit(assessment.frame().currency())),
        outlook.money());
    outlook
        .energyReduction()
        .ifPresent(
            reduction ->
                fractions(
                    table,
                    Content.both("能耗强度下降率", "reduction of energy intensity")
                        .remarked(
                            Optional.of(
                                new Bilingual(
                                    outlook.standardCoal().nameZh(),
                                    outlook.standardCoal().nameEn()))),
                    reduction.distribution()));
    table.write(page);
  }

  static void amounts(Table table, Content name, Distribution values) {
    table.row(
        name,
        Content.amount(values.p5()),
        Content.amount(values.p25()),
        Content.amount(values.p50()),
        Content.amount(values.p75()),
        Content.amount(values.p95()),
        Content.amount(values.mean()));
  }

  private static void quantities(Table table, Content name, Distribution values) {
    table.row(
        name,
        quantity(values.p5()),
        quantity(values.p25()),
        quantity(values.p50()),
        quantity(values.p75()),
        quantity(values.p95()),
        quantity(values.mean()));
  }

  private static Content quantity(BigDecimal value) {
    return Content.number(Numbers.grouped(value), value.signum());
  }

  private static void fractions(Table table, Content name, Distribution values) {
    table.row(
        name,
        fraction(values.p5()),
        fraction(values.p25()),
        fraction(values.p50()),
        fraction(values.p75()),
        fraction(values.p95()),
        fraction(values.mean()));
  }

  private static Content fraction(BigDecimal value) {
    return Content.number(percent(value), value.signum());
  }

  void limits(Markup page) {
    Table table =
        new Table()
            .text("期限与读法", "term and reading", 50)
            .number("要求下降率", "reduction required")
            .number("抽样中达到的比例", "draws that reach it");
    for (Assessment.TermLimit limit : assessment.termLimits()) {
      table.group(
          Content.data(limit.rule().place())
              .then(m -> m.text(" · "))
              .then(Content.data(limit.reading().label())));
      for (Assessment.Needed needed : limit.terms()) {
        boolean planned = needed.years() == assessment.terms().term().years();
        table.row(
            planned ? "owed" : "",
            Content.both(
                needed.years() + " 年" + (planned ? "（拟定期限）" : ""),
                needed.years() + " years" + (planned ? " (planned)" : "")),
            Content.text(Numbers.rate(needed.required(), Rational.ONE)),
            Content.text(percent(needed.reached())));
      }
      table.total(
          Content.both(
              "可达最长期限：中位数 "
                  + years(limit.longest(), true)
                  + "，九成五把握 "
                  + years(limit.cautious(), true),
              "longest: at the median "
                  + years(limit.longest(), false)
                  + ", reached by 19 draws in 20 "
                  + years(limit.cautious(), false)),
          Content.NONE,
          Content.NONE);
    }
    table.write(page);
    assessment.termLimits().stream()
        .findFirst()
        .ifPresent(
            limit -> {
              page.open("p", "class", "caveat").data(limit.rule().metric()).text(" · ");
              Sources.content(limit.rule().source(), limit.rule().trust()).write(page);
              page.close("p");
            });
  }

  private static String years(int years, boolean zh) {
    if (years == 0) {
      return zh ? "不足 5 年所要求的下降率" : "less than five years ask for";
    }
    return years + (zh ? " 年" : " years");
  }
}
