package org.emcsettlement.settlement.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.core.quantity.Rational;
import org.emcsettlement.settlement.report.page.Axis;
import org.emcsettlement.settlement.report.page.Content;
import org.emcsettlement.settlement.report.page.Markup;
import org.emcsettlement.settlement.report.page.Notation;
import org.emcsettlement.settlement.report.page.Svg;
import org.emcsettlement.settlement.report.page.Table;
import org.emcsettlement.settlement.statement.Bilingual;
import org.emcsettlement.settlement.statement.Statement;

/**
 * Adjusted baseline and actual use of one commodity by month: bars for what was used, hatched where
 * it is estimated, a stepped line for what would have been used.
 */
final class MonthChart {

  private final Commodity commodity;
  private final List<Month> months;

  private MonthChart(Commodity commodity, List<Month> months) {
    this.commodity = commodity;
    this.months = months;
  }

  /** One chart for every commodity with progress. */
  static List<MonthChart> of(Statement statement) {
    List<MonthChart> charts = new ArrayList<>();
    for (Map.Entry<Commodity, List<Month>> entry : Month.of(statement.progress()).entrySet()) {
      charts.add(new MonthChart(entry.getKey(), entry.getValue()));
    }
    return charts;
  }

  private String unit() {
    return Notation.unit(commodity.unit().symbol());
  }

  void write(Markup page) {
    Bilingual title =
        new Bilingual(
            commodity.zh() + "：基准与实际用量（" + unit() + "）", commodity.en() + ", baseline and actual");
    page.open("figure").open("figcaption").both(title.zh(), title.en()).close("figcaption");
    draw(page, title);
    legend(page);
    page.open("details", "open", "open").open("summary").both("数据表", "data").close("summary");
    table().write(page);
    page.close("details").close("figure");
  }

  private void draw(Markup page, Bilingual title) {
    Axis axis =
        Axis.covering(
            months.stream().flatMap(m -> Stream.of(m.baseline(), m.actual())).toList(), 4);
    Plot plot = new Plot(axis, months.size());
    Svg svg =
        new Svg(
                page,
                "months-" + commodity.id(),
                Plot.WIDTH,
                Plot.HEIGHT,
                title,
                "柱为各月实际用量，斜线填充为估计或按天拆分，阶梯线为调整后基准；数据见下表。Bars are actual use by month, hatched where"
                    + " estimated or split by days; the stepped line is the adjusted baseline; the data follow.")
            .hatching();
    plot.frame(svg, months);
    double zero = plot.y(Rational.ZERO);
    StringBuilder steps = new StringBuilder();
    for (int i = 0; i < months.size(); i++) {
      Month month = months.get(i);
      double y = plot.y(month.actual());
      double x = plot.middle(i) - plot.bar() / 2;
      double height = Math.abs(zero - y);
      if (month.estimated()) {
        svg.hatched("bar", x, Math.min(y, zero), plot.bar(), height);
      } else {
        svg.rectangle("bar solid", x, Math.min(y, zero), plot.bar(), height);
      }
      double level = plot.y(month.baseline());
      steps.append(i == 0 ? "M" : "L").append(Svg.point(plot.edge(i), level));
      steps.append('L').append(Svg.point(plot.edge(i + 1), level));
    }
    svg.path("steps", steps.toString().strip());
    svg.close();
  }

  private void legend(Markup page) {
    page.open("p", "class", "legend");
    page.open("span", "class", "key step").close("span");
    page.both("调整后基准", "adjusted").text(" ");
    page.open("span", "class", "key fill").close("span").both("实际用量", "actual").text(" ");
    if (months.stream().anyMatch(Month::estimated)) {
      page.open("span", "class", "key hatch").close("span").both("估计或拆分", "estimated or split");
    }
    page.close("p");
  }

  private Table table() {
    Table table =
        new Table()
            .text("月份", "month")
            .number("调整后基准", "adjusted")
            .number("实际", "actual")
            .number("节约量", "avoided")
            .number("节约率", "rate");
    Rational baseline = Rational.ZERO;
    Rational actual = Rational.ZERO;
    for (Month month : months) {
      baseline = baseline.plus(month.baseline());
      actual = actual.plus(month.actual());
      table.row(
          Content.text(month.label() + (month.estimated() ? " *" : "")),
          Content.brief(month.baseline()),
          Content.brief(month.actual()),
          Content.brief(month.avoided()),
          Content.rate(month.avoided(), month.baseline()));
    }
    Rational avoided = baseline.minus(actual);
    return table.total(
        Content.both("累计", "total"),
        Content.brief(baseline),
        Content.brief(actual),
        Content.brief(avoided),
        Content.rate(avoided, baseline));
  }
}
