package org.emcsettlement.settlement.report.assessment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.emcsettlement.core.quantity.Rational;
import org.emcsettlement.settlement.assessment.Distribution;
import org.emcsettlement.settlement.report.page.Axis;
import org.emcsettlement.settlement.report.page.Markup;
import org.emcsettlement.settlement.report.page.Svg;
import org.emcsettlement.settlement.statement.Bilingual;

/**
 * A party's cash flow year by year: the median as a line, the middle half of the draws and nine
 * tenths of them as bands around it.
 *
 * @param id unique in the page, never data
 * @param title whose flow it is
 * @param years the years from year 1; what is spent before would dwarf them
 */
record FanChart(String id, Bilingual title, List<Distribution> years) {

  private static final double WIDTH = 332;
  private static final double HEIGHT = 138;
  private static final double TOP = 10;
  private static final double BOTTOM = HEIGHT - 20;
  private static final double RIGHT = WIDTH - 10;
  private static final double FONT = 9;
  private static final BigDecimal UNIT = BigDecimal.valueOf(10_000);

  void write(Markup page) {
    page.open("figure").open("figcaption").both(title.zh() + "（万元）", title.en() + " (10,000)");
    page.close("figcaption");
    List<Rational> shown = new ArrayList<>();
    years.forEach(
        year -> {
          shown.add(inUnits(year.p5()));
          shown.add(inUnits(year.p95()));
        });
    Axis axis = Axis.covering(shown, 4);
    double left = axis.labelWidth() * FONT + 8;
    Svg svg =
        new Svg(
            page,
            id,
            WIDTH,
            HEIGHT,
            title,
            "横轴为合同年，线为中位数，深色带含一半的抽样，浅色带含九成；数据见表。Contract years from left to right; the line is the"
                + " median, the dark band holds half of the draws, the light band nine tenths; the data"
                + " are in the table.");
    for (BigDecimal tick : axis.ticks()) {
      double y = y(axis, Rational.of(tick));
      svg.line(tick.signum() == 0 ? "zero" : "grid", left, y, RIGHT, y);
      svg.text("tick", left - 5, y + 3, Axis.label(tick));
    }
    svg.path("pale", band(axis, left, Distribution::p5, Distribution::p95));
    svg.path("solid", band(axis, left, Distribution::p25, Distribution::p75));
    svg.path("model", path(points(axis, left, Distribution::p50)));
    double zero = y(axis, Rational.ZERO);
    svg.line("zero", left, zero, RIGHT, zero);
    for (int i = 0; i < years.size(); i++) {
      svg.text("month", x(left, i), BOTTOM + 12, Integer.toString(i + 1));
    }
    svg.close();
    legend(page);
    page.close("figure");
  }

  private static void legend(Markup page) {
    page.open("p", "class", "legend");
    page.open("span", "class", "key thin").close("span").both("中位数", "median").text(" ");
    page.open("span", "class", "key fill").close("span").text("P25–P75 ");
    page.open("span", "class", "key", "style", "background:#e3e6e8;border:0.7px solid #8b9298");
    page.close("span").text("P5–P95").close("p");
  }

  private static Rational inUnits(BigDecimal amount) {
    return Rational.of(amount).dividedBy(Rational.of(UNIT));
  }

  private double x(double left, int year) {
    return left + 6 + (RIGHT - left - 6) * year / Math.max(1, years.size() - 1);
  }

  private static double y(Axis axis, Rational value) {
    return BOTTOM - (BOTTOM - TOP) * axis.position(value);
  }

  private List<String> points(
      Axis axis, double left, Function<Distribution, BigDecimal> percentile) {
    List<String> points = new ArrayList<>();
    for (int i = 0; i < years.size(); i++) {
      double y = y(axis, inUnits(percentile.apply(years.get(i))));
      points.add(Svg.point(x(left, i), y).strip());
    }
    return points;
  }

  private static String path(List<String> points) {
    return "M" + String.join(" L", points);
  }

  private String band(
      Axis axis,
      double left,
      Function<Distribution, BigDecimal> low,
      Function<Distribution, BigDecimal> high) {
    List<String> around = points(axis, left, high);
    List<String> back = points(axis, left, low);
    Collections.reverse(back);
    around.addAll(back);
    return path(around) + " Z";
  }
}
