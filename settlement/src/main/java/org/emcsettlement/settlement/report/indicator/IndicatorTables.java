package org.emcsettlement.settlement.report.indicator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.stream.Collectors;
import org.emcsettlement.core.finding.Named;
import org.emcsettlement.core.json.InputDigest;
import org.emcsettlement.core.quantity.Factor;
import org.emcsettlement.core.quantity.Rational;
import org.emcsettlement.core.quantity.Trust;
import org.emcsettlement.settlement.indicator.HeadcountFormula;
import org.emcsettlement.settlement.indicator.IndicatorReport;
import org.emcsettlement.settlement.indicator.QuotaLevel;
import org.emcsettlement.settlement.indicator.ReductionTarget;
import org.emcsettlement.settlement.report.page.Content;
import org.emcsettlement.settlement.report.page.Markup;
import org.emcsettlement.settlement.report.page.Notation;
import org.emcsettlement.settlement.report.page.Numbers;
import org.emcsettlement.settlement.report.page.Table;
import org.emcsettlement.settlement.statement.Bilingual;

/** The tables of the page. */
final class IndicatorTables {

  private static final int DECIMALS = 2;

  private final IndicatorReport report;

  IndicatorTables(IndicatorReport report) {
    this.report = report;
  }

  private static Content number(Rational value) {
    BigDecimal rounded = value.round(DECIMALS, RoundingMode.HALF_UP);
    return Content.number(Numbers.grouped(rounded), value.signum());
  }

  private static Content name(Named named) {
    return Content.both(named.zh(), named.en());
  }

  private static String unit(String symbol) {
    return Notation.unit(symbol).replace("m2", "m²").replace("kgCO2", "kgCO₂");
  }

  /** Where a figure was read, and how far that could be checked. */
  private static Content source(String source, Trust trust) {
    Bilingual word =
        switch (trust) {
          case VERIFIED -> new Bilingual("已读来源", "read in the source");
          case SECONDARY -> new Bilingual("转引", "secondary");
          case DERIVED -> new Bilingual("推算", "derived");
          case UNVERIFIED -> new Bilingual("未核对", "unverified");
        };
    return page -> {
      page.open("span", "class", trust == Trust.UNVERIFIED ? "neg" : "");
      page.data(word).close("span").text(" ");
      page.open("span", "class", "remark").data(source).close("span");
    };
  }

  void indicators(Markup page) {
    Table table =
        new Table()
            .text("指标", "indicator", 40)
            .number("分子", "numerator")
            .number("分母", "denominator")
            .number("数值", "value")
            .unit("单位", "unit");
    for (IndicatorReport.IndicatorValue value : report.values()) {
      boolean total = value.denominator().equals(Rational.ONE);
      table.row(
          name(value.indicator()),
          total ? Content.NONE : number(value.numerator()),
          total ? Content.NONE : number(value.denominator()),
          number(value.value()),
          Content.text(unit(value.indicator().unit())));
    }
    table.write(page);
  }

  void quotas(Markup page) {
    Table table =
        new Table()
            .text("指标与类别", "indicator and category", 30)
            .number("数值", "value")
            .text("定额", "quota", 22)
            .mark("结论", "verdict")
            .text("来源", "source", 26);
    for (IndicatorReport.QuotaComparison row : report.quotas()) {
      boolean exceeded = row.verdict() == QuotaLevel.Verdict.EXCEEDED;
      table.row(
          exceeded ? "owed" : "",
          name(row.quota().indicator()).remarked(Optional.of(row.quota().name())),
          number(row.value()),
          levels(row),
          name(row.verdict()),
          source(row.quota().source(), row.quota().trust()));
    }
    table.write(page);
  }

  private static Content levels(IndicatorReport.QuotaComparison row) {
    return page ->
        row.quota()
            .levels()
            .forEach(
                (level, value) -> {
                  page.open("div").both(level.zh(), level.en());
                  page.text(" " + Numbers.grouped(value)).close("div");
                });
  }

  void targets(Markup page) {
    Table table =
        new Table()
            .text("指标", "indicator", 24)
            .text("目标", "target", 24)
            .number("本年允许值", "allowed")
            .number("数值", "value")
            .number("余量", "margin")
            .mark("结论", "result")
            .text("来源", "source", 20);
    for (IndicatorReport.TargetComparison row : report.targets()) {
      ReductionTarget target = row.target();
      String years =
          target.baseYear()
              + " "
              + Numbers.grouped(target.baseValue())
              + " → "
              + target.targetYear()
              + " −"
              + Numbers.percent(Rational.of(target.reduction()));
      table.row(
          row.isMet() ? "" : "owed",
          name(target.indicator()),
          Content.text(years),
          number(row.allowed()),
          number(row.value()),
          number(row.margin()),
          row.isMet() ? Content.both("✓ 完成", "met") : Content.both("✗ 未完成", "missed"),
          source(target.source(), target.trust()));
    }
    table.write(page);
    page.open("p", "class", "caveat");
    page.both(
        "基准年与目标年之间按年均匀下降，为本库约定。",
        "Between base and target year the allowed value falls in equal yearly steps, a convention.");
    page.close("p");
  }

  void used(Markup page) {
    Table table =
        new Table()
            .text("品种", "commodity")
            .number("用量", "quantity")
            .number("其中供暖", "for heating")
            .number("其中交通", "for vehicles")
            .unit("单位", "unit")
            .number("标准煤 kgce", "standard coal")
            .number("CO₂ kg", "");
    for (IndicatorReport.Used row : report.used()) {
      table.row(
          Content.commodity(row.commodity()),
          number(row.quantity()),
          number(row.heating()),
          number(row.transport()),
          Content.text(Notation.unit(row.commodity().unit().symbol())),
          row.energy().map(IndicatorTables::number).orElse(Content.text("–")),
          row.carbon().map(IndicatorTables::number).orElse(Content.text("–")));
    }
    table.write(page);
    factors(page);
  }

  private void factors(Markup page) {
    Table table =
        new Table()
            .text("品种", "commodity", 18)
            .number("系数", "factor")
            .unit("单位", "unit")
            .text("来源", "source", 58);
    for (IndicatorReport.Used row : report.used()) {
      row.standardCoal().ifPresent(factor -> factor(table, factor));
      row.carbonFactor().ifPresent(factor -> factor(table, factor));
    }
    if (!table.isEmpty()) {
      table.write(page);
    }
  }

  private static void factor(Table table, Factor factor) {
    table.row(
        Content.commodity(factor.commodity()),
        Content.text(Numbers.grouped(factor.value())),
        Content.text(unit(factor.unit())),
        source(factor.source(), factor.trust()));
  }

  void carvedOut(Markup page) {
    Table table =
        new Table()
            .text("部分", "part", 34)
            .mark("项目边界", "project boundary")
            .number("面积 m²", "area")
            .number("人数", "persons")
            .text("用量", "used", 28);
    for (IndicatorReport.CarvedOut row : report.carvedOut()) {
      String quantities =
          row.quantities().entrySet().stream()
              .map(
                  entry ->
                      Numbers.quantity(entry.getValue())
                          + " "
                          + Notation.unit(entry.getKey().unit().symbol()))
              .collect(Collectors.joining(" · "));
      table.row(
          Content.data(row.part().name()).then(m -> m.text(" ")).then(name(row.part().use())),
          row.inside() ? Content.both("内，已扣除", "inside") : Content.both("外", "outside"),
          optional(row.part().floorArea()),
          optional(row.part().persons()),
          Content.text(quantities));
    }
    table.write(page);
  }

  private static Content optional(Optional<BigDecimal> value) {
    return value.map(v -> Content.text(Numbers.grouped(v))).orElse(Content.text("–"));
  }

  void generation(Markup page) {
    Table table = new Table().text("项目", "item").number("电量", "quantity").unit("单位", "unit");
    report
        .generated()
        .ifPresent(
            own -> {
              row(table, "自发电量", "own generation", own.generated());
              row(table, "上网电量", "fed into the grid", own.exported());
              row(table, "自发自用电量", "used on site", own.used());
            });
    report.greenPower().ifPresent(green -> row(table, "绿电凭证电量", "certified green power", green));
    table.write(page);
  }

  private static void row(Table table, String zh, String en, Rational quantity) {
    table.row(Content.both(zh, en), number(quantity), Content.text("kWh"));
  }

  void divisors(Markup page) {
    Table table =
        new Table()
            .text("分母", "divisor", 30)
            .number("已扣特殊用能", "taken off")
            .number("数值", "value")
            .text("口径与来源", "formula and source", 44);
    for (IndicatorReport.Divisor row : report.divisors()) {
      Bilingual name =
          switch (row.kind()) {
            case FLOOR_AREA -> new Bilingual("建筑面积 m²", "floor area m²");
            case HEATED_AREA -> new Bilingual("供暖面积 m²", "heated area m²");
            case HEADCOUNT -> new Bilingual("用能人数", "headcount");
            case WATER_HEADCOUNT -> new Bilingual("用水人数或床日", "persons or bed-days for water");
          };
      table.row(
          Content.data(name),
          number(row.takenOff()),
          number(row.value()),
          row.formula().map(IndicatorTables::formula).orElse(Content.NONE));
    }
    table.write(page);
  }

  private static Content formula(HeadcountFormula formula) {
    return Content.data(formula.name())
        .then(m -> m.text(" "))
        .then(source(formula.source(), formula.trust()));
  }

  void inputs(Markup page) {
    Table table = new Table().text("文件", "file").number("行数", "rows").text("SHA-256", "", 57);
    for (InputDigest input : report.inputs()) {
      table.row(
          Content.code(input.name()),
          Content.text(Numbers.count(input.rows())),
          m -> m.open("code", "class", "digest").data(input.sha256()).close("code"));
    }
    table.write(page);
  }
}
