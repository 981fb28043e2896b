package org.emcsettlement.settlement.report.fit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.emcsettlement.baseline.FittedRow;
import org.emcsettlement.settlement.report.page.Axis;
import org.emcsettlement.settlement.report.page.Markup;
import org.emcsettlement.settlement.report.page.Svg;
import org.emcsettlement.settlement.statement.Bilingual;

/**
 * Use against outdoor temperature, with the curve of the model, or with what it says of every day
 * where use depends on more than the day's temperature.
 */
final class ScatterChart {

  private static final double HEIGHT = 220;

  private final FitSeries series;
  private final Optional<TemperatureCurve> curve;
  private final double coldest;
  private final double warmest;
  private final Axis temperatures;
  private final Frame frame;

  ScatterChart(FitSeries series) {
    this.series = series;
    this.curve = TemperatureCurve.of(series.baseline().estimates());
    this.coldest = least(row -> row.celsius().orElseThrow());
    this.warmest = -least(row -> -row.celsius().orElseThrow());
    this.temperatures = Axis.spanning(coldest, warmest, 6);
    double low = Math.min(least(FittedRow::observed), least(FittedRow::fitted));
    double high = -Math.min(least(row -> -row.observed()), least(row -> -row.fitted()));
    this.frame = new Frame(Frame.HALF, HEIGHT, Frame.scale(low, high, 5));
  }

  private double least(ToDoubleFunction<FittedRow> value) {
    return series.rows().stream().mapToDouble(value).min().orElse(0);
  }

  void write(Markup page) {
    Bilingual title =
        new Bilingual("用量与室外气温（" + series.unit() + "）", "use against outdoor temperature");
    page.open("figure").open("figcaption").both(title.zh(), title.en()).close("figcaption");
    Svg svg =
        new Svg(
            page,
            "scatter",
            Frame.HALF,
            HEIGHT,
            title,
            "每点一天或一个账期，线或小点为模型；虚线为变点。Every point is a day or a billing period, lines or small"
                + " points are the model; dashed lines are change points.");
    frame.scale(svg);
    frame.numbers(
        svg, temperatures, series.billed() ? "账期平均气温 mean of period, °C" : "日平均气温 daily mean, °C");
    changePoints(svg);
    for (FittedRow row : series.rows()) {
      svg.circle(style(row, "seen"), x(row.celsius().orElseThrow()), frame.y(row.observed()), 1.7);
    }
    if (curve.isEmpty() || series.billed()) {
      for (FittedRow row : series.rows()) {
        double x = x(row.celsius().orElseThrow());
        svg.circle(style(row, "said"), x, frame.y(row.fitted()), series.billed() ? 1.3 : 0.8);
      }
    }
    curve.ifPresent(line -> curve(svg, line));
    svg.close();
    legend(page);
    page.close("figure");
  }

  private String style(FittedRow row, String what) {
    return what + (series.working(row) ? "" : " rest");
  }

  private double x(double celsius) {
    return frame.x(temperatures.position(celsius));
  }

  private void changePoints(Svg svg) {
    List<Double> points =
        curve
            .map(TemperatureCurve::changePoints)
            .orElse(
                Stream.of(
                        series.baseline().heatingChangePoint(),
                        series.baseline().coolingChangePoint())
                    .flatMap(Optional::stream)
                    .distinct()
                    .toList());
    for (double point : points) {
      if (point >= coldest && point <= warmest) {
        svg.line("mark", x(point), frame.top() - 4, x(point), frame.bottom());
        svg.text("note", x(point) + 2, frame.top() + 3, changePoint(point));
      }
    }
  }

  /** A change point as it is frozen. */
  static String changePoint(double celsius) {
    return BigDecimal.valueOf(celsius).setScale(2, RoundingMode.HALF_UP).toPlainString() + " °C";
  }

  private void curve(Svg svg, TemperatureCurve line) {
    svg.path("model", path(line, true));
    if (line.tellsDaysApart()) {
      svg.path("model rest", path(line, false));
    }
  }

  private String path(TemperatureCurve line, boolean working) {
    StringBuilder path = new StringBuilder();
    for (double celsius : line.knots(coldest, warmest)) {
      path.append(path.isEmpty() ? "M" : "L")
          .append(Svg.point(x(celsius), frame.y(line.at(celsius, working))));
    }
    return path.toString().strip();
  }

  private void legend(Markup page) {
    page.open("p", "class", "legend");
    if (series.billed()) {
      key(page, "dot", "账期", "period");
    } else {
      key(page, "dot", "工作日", "working day");
      key(page, "dot hollow", "休息日", "day of rest");
    }
    if (curve.isPresent()) {
      boolean two = curve.get().tellsDaysApart();
      key(page, "step", two ? "模型，工作日" : "模型", two ? "model, working day" : "model");
      if (two) {
        key(page, "dash", "模型，休息日", "model, day of rest");
      }
    }
    if (curve.isEmpty() || series.billed()) {
      key(page, "point", "模型计算值", "fitted");
    }
    page.close("p");
  }

  static void key(Markup page, String style, String zh, String en) {
    page.open("span", "class", "key " + style).close("span").both(zh, en).text(" ");
  }
}
