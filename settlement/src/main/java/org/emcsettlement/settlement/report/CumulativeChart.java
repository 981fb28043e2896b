package org.emcsettlement.settlement.report;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.emcsettlement.core.quantity.Rational;
import org.emcsettlement.settlement.report.page.Axis;
import org.emcsettlement.settlement.report.page.Content;
import org.emcsettlement.settlement.report.page.Markup;
import org.emcsettlement.settlement.report.page.Svg;
import org.emcsettlement.settlement.report.page.Table;
import org.emcsettlement.settlement.statement.Bilingual;

/**
 * Savings of the contract year added up month by month, with the guarantee as a dashed line where
 * there is one in the same unit for the same days.
 *
 * @param id unique in the page, never data
 * @param title what is added up
 * @param unit its unit
 * @param money whether it is money
 * @param months the months
 * @param savings what each month saved
 * @param guarantee what was guaranteed for all of them
 */
record CumulativeChart(
    String id,
    Bilingual title,
    String unit,
    boolean money,
    List<Month> months,
    List<Rational> savings,
    Optional<Rational> guarantee) {

  private List<Rational> totals() {
    List<Rational> totals = new ArrayList<>();
    Rational total = Rational.ZERO;
    for (Rational saving : savings) {
      total = total.plus(saving);
      totals.add(total);
    }
    return totals;
  }

  void write(Markup page) {
    page.open("figure").open("figcaption");
    page.text(title.zh() + "（").data(unit).text("） ");
    page.element("span", title.en(), "class", "en", "lang", "en").close("figcaption");
    draw(page);
    legend(page);
    page.open("details", "open", "open").open("summary").both("数据表", "data").close("summary");
    table().write(page);
    page.close("details").close("figure");
  }

  private void draw(Markup page) {
    List<Rational> totals = totals();
    List<Rational> shown = new ArrayList<>(totals);
    guarantee.ifPresent(shown::add);
    Plot plot = new Plot(Axis.covering(shown, 4), months.size());
    Svg svg =
        new Svg(
            page,
            id,
            Plot.WIDTH,
            Plot.HEIGHT,
            title,
            "折线为逐月累计的节约，空心点为含估计或按天拆分的月份，虚线为保证量；数据见下表。The line adds up savings by month, hollow points hold"
                + " estimates or split bills, the dashed line is the guarantee; the data follow.");
    plot.frame(svg, months);
    double zero = plot.y(Rational.ZERO);
    StringBuilder line = new StringBuilder("M").append(Svg.point(plot.left(), zero));
    for (int i = 0; i < totals.size(); i++) {
      line.append('L').append(Svg.point(plot.middle(i), plot.y(totals.get(i))));
    }
    String path = line.toString().strip();
    svg.path("area", path + " L" + Svg.point(plot.middle(totals.size() - 1), zero) + "Z");
    svg.path("total-line", path);
    for (int i = 0; i < totals.size(); i++) {
      String style = months.get(i).estimated() ? "dot hollow" : "dot";
      svg.circle(style, plot.middle(i), plot.y(totals.get(i)), 2.6);
    }
    if (guarantee.isPresent()) {
      double y = plot.y(guarantee.get());
      svg.line("guarantee", plot.left(), y, plot.right(), y);
    }
    svg.close();
  }

  private void legend(Markup page) {
    page.open("p", "class", "legend");
    page.open("span", "class", "key curve").close("span").both("累计节约", "savings so far").text(" ");
    if (guarantee.isPresent()) {
      page.open("span", "class", "key dash").close("span").both("保证量", "guarantee").text(" ");
      (money ? number(guarantee.get()) : Content.quantity(guarantee.get())).write(page);
    }
    page.close("p");
  }

  private Table table() {
    Table table = new Table().text("月份", "month").number("当月", "month").number("累计", "so far");
    List<Rational> totals = totals();
    for (int i = 0; i < totals.size(); i++) {
      Month month = months.get(i);
      table.row(
          Content.text(month.label() + (month.estimated() ? " *" : "")),
          number(savings.get(i)),
          number(totals.get(i)));
    }
    return table;
  }

  private Content number(Rational value) {
    return money ? Content.amount(value.round(2, RoundingMode.HALF_UP)) : Content.brief(value);
  }
}
