package org.emcsettlement.settlement.report.fit;

import java.time.LocalDate;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.emcsettlement.baseline.FittedRow;
import org.emcsettlement.baseline.event.DetectedEvent;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.settlement.report.page.Markup;
import org.emcsettlement.settlement.report.page.Svg;
import org.emcsettlement.settlement.statement.Bilingual;

/** Charts over time: observed and fitted use, and what is left between them. */
final class TimeChart {

  private static final double HEIGHT = 168;

  /** A running mean needs half of its days. */
  private static final int HALF_WINDOW = 15;

  private final FitSeries series;
  private final List<Period> leftOut;
  private final List<DetectedEvent> events;

  TimeChart(FitSeries series, List<Period> leftOut, List<DetectedEvent> events) {
    this.series = series;
    this.leftOut = leftOut;
    this.events = events;
  }

  void use(Markup page) {
    Bilingual title =
        new Bilingual("观测与模型（" + series.unit() + "）", "observed and fitted use over time");
    double low = Double.MAX_VALUE;
    double high = -Double.MAX_VALUE;
    for (FittedRow row : series.rows()) {
      low = Math.min(low, Math.min(row.observed(), row.fitted()));
      high = Math.max(high, Math.max(row.observed(), row.fitted()));
    }
    Frame frame = new Frame(Frame.FULL, HEIGHT, Frame.scale(low, high, 4));
    page.open("figure", "class", "wide");
    page.open("figcaption").both(title.zh(), title.en()).close("figcaption");
    Svg svg =
        open(
            page,
            frame,
            "use",
            title,
            "蓝线为观测，黑线为模型。The blue line is observed, the black one fitted.");
    svg.path("seen-line", line(frame, FittedRow::observed));
    svg.path("said-line", line(frame, FittedRow::fitted));
    svg.close();
    page.open("p", "class", "legend");
    ScatterChart.key(page, "seen-line", "观测", "observed");
    ScatterChart.key(page, "thin", "模型", "fitted");
    leftOutKey(page);
    page.close("p").close("figure");
  }

  void residuals(Markup page) {
    Bilingual title =
        new Bilingual(
            "残差（观测 − 模型，" + series.unit() + "）", "residuals over time, observed − fitted");
    double spread = 2 * series.spread();
    double low = -spread;
    double high = spread;
    for (FittedRow row : series.rows()) {
      low = Math.min(low, row.residual());
      high = Math.max(high, row.residual());
    }
    Frame frame = new Frame(Frame.FULL, HEIGHT, Frame.scale(low, high, 4));
    page.open("figure", "class", "wide");
    page.open("figcaption").both(title.zh(), title.en()).close("figcaption");
    Svg svg =
        open(
            page,
            frame,
            "residuals",
            title,
            "每点一天或一个账期；虚线为正负两倍均方根误差；有编号的色带为非常规事件候选。Every point is a day or a billing period;"
                + " dashed lines are twice the root mean square either way; numbered bands are"
                + " candidates for non-routine events.");
    events(svg, frame);
    for (double level : new double[] {-spread, spread}) {
      svg.line("mark", frame.left(), frame.y(level), frame.right(), frame.y(level));
    }
    for (FittedRow row : series.rows()) {
      String style = series.working(row) ? "seen" : "seen rest";
      svg.circle(style, middle(frame, row.period()), frame.y(row.residual()), 1.7);
    }
    if (!series.billed()) {
      svg.path("model", runningMean(frame));
    }
    svg.close();
    page.open("p", "class", "legend");
    if (!series.billed()) {
      ScatterChart.key(page, "dot", "工作日", "working day");
      ScatterChart.key(page, "dot hollow", "休息日", "day of rest");
      ScatterChart.key(page, "step", "31 天滑动平均", "mean of 31 days");
    }
    ScatterChart.key(page, "faint", "±2 倍均方根误差", "±2 root mean squares");
    if (!events.isEmpty()) {
      ScatterChart.key(page, "event", "非常规事件候选（未剔除）", "possible non-routine event, not removed");
    }
    leftOutKey(page);
    page.close("p").close("figure");
  }

  private Svg open(Markup page, Frame frame, String id, Bilingual title, String description) {
    Svg svg = new Svg(page, id, Frame.FULL, HEIGHT, title, description).hatching();
    for (Period gap : leftOut) {
      double from = frame.x(series.period(), gap.start());
      double until = frame.x(series.period(), gap.end());
      svg.hatched("gap", from, frame.top(), until - from, frame.bottom() - frame.top());
    }
    frame.scale(svg);
    frame.months(svg, series.period());
    return svg;
  }

  /** Bands behind the points; a number each, since bands may overlap. */
  private void events(Svg svg, Frame frame) {
    for (int i = 0; i < events.size(); i++) {
      Period days = events.get(i).days();
      double from = frame.x(series.period(), days.start());
      double until = frame.x(series.period(), days.end());
      svg.rectangle("event", from, frame.top(), until - from, frame.bottom() - frame.top());
      svg.text("note strong", from + 3, frame.top() + 9, Integer.toString(i + 1));
    }
  }

  private void leftOutKey(Markup page) {
    if (!leftOut.isEmpty()) {
      ScatterChart.key(page, "hatch", "未计入", "left out");
    }
  }

  private double middle(Frame frame, Period days) {
    return (frame.x(series.period(), days.start()) + frame.x(series.period(), days.end())) / 2;
  }

  /** Days are joined at their middle, billing periods are steps; gaps break the line. */
  private String line(Frame frame, ToDoubleFunction<FittedRow> value) {
    StringBuilder path = new StringBuilder();
    LocalDate end = LocalDate.MIN;
    for (FittedRow row : series.rows()) {
      double y = frame.y(value.applyAsDouble(row));
      path.append(row.period().start().equals(end) ? 'L' : 'M');
      if (series.billed()) {
        path.append(Svg.point(frame.x(series.period(), row.period().start()), y));
        path.append('L').append(Svg.point(frame.x(series.period(), row.period().end()), y));
      } else {
        path.append(Svg.point(middle(frame, row.period()), y));
      }
      end = row.period().end();
    }
    return path.toString().strip();
  }

  private String runningMean(Frame frame) {
    List<FittedRow> rows = series.rows();
    StringBuilder path = new StringBuilder();
    boolean drawn = false;
    int first = 0;
    int next = 0;
    for (FittedRow row : rows) {
      LocalDate date = row.period().start();
      while (rows.get(first).period().start().isBefore(date.minusDays(HALF_WINDOW))) {
        first++;
      }
      while (next < rows.size()
          && !rows.get(next).period().start().isAfter(date.plusDays(HALF_WINDOW))) {
        next++;
      }
      boolean enough = next - first > HALF_WINDOW;
      if (enough) {
        double mean =
            rows.subList(first, next).stream().mapToDouble(FittedRow::residual).average().orElse(0);
        path.append(drawn ? 'L' : 'M')
            .append(Svg.point(middle(frame, row.period()), frame.y(mean)));
      }
      drawn = enough;
    }
    return path.toString().strip();
  }
}
