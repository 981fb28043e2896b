package org.emcsettlement.settlement.report.fit;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.emcsettlement.baseline.FittedRow;
import org.emcsettlement.baseline.judge.Autocorrelation;
import org.emcsettlement.settlement.report.page.Axis;
import org.emcsettlement.settlement.report.page.Markup;
import org.emcsettlement.settlement.report.page.Svg;
import org.emcsettlement.settlement.statement.Bilingual;

/** How residuals go together with those some days or billing periods before. */
final class AutocorrelationChart {

  private static final double HEIGHT = 220;
  private static final int LAGS = 30;

  private final FitSeries series;
  private final double[] correlation;

  AutocorrelationChart(FitSeries series) {
    this.series = series;
    int lags = Math.min(LAGS, Math.max(1, series.rows().size() / 2));
    this.correlation = Autocorrelation.of(series.residuals(), places(series), lags);
  }

  /** Days by date; billing periods by their order, a gap counting as many as it could hold. */
  private static long[] places(FitSeries series) {
    List<FittedRow> rows = series.rows();
    long[] place = new long[rows.size()];
    for (int i = 1; i < place.length; i++) {
      FittedRow before = rows.get(i - 1);
      FittedRow row = rows.get(i);
      long gap = row.period().start().toEpochDay() - before.period().end().toEpochDay();
      long days = before.period().days();
      place[i] = place[i - 1] + 1 + (gap + (gap > 0 ? days - 1 : 0)) / days;
    }
    return place;
  }

  void write(Markup page) {
    Bilingual title = new Bilingual("残差自相关", "autocorrelation of residuals");
    double band = Autocorrelation.band(series.rows().size());
    double low = Math.min(-band, Arrays.stream(correlation).min().orElse(0));
    Frame frame = new Frame(Frame.HALF, HEIGHT, Axis.spanning(Math.min(-0.2, low), 1, 6));
    page.open("figure").open("figcaption").both(title.zh(), title.en()).close("figcaption");
    Svg svg =
        new Svg(
            page,
            "autocorrelation",
            Frame.HALF,
            HEIGHT,
            title,
            "柱为各滞后的自相关；虚线以内与零无显著差别。Bars are autocorrelations by lag; within the dashed lines they"
                + " do not differ from zero significantly.");
    frame.scale(svg);
    double slot = 1.0 / correlation.length;
    double width = Math.min(8, 0.55 * slot * (frame.right() - frame.left()));
    for (int lag = 0; lag < correlation.length; lag++) {
      double middle = frame.x(slot * (lag + 0.5));
      double y = frame.y(correlation[lag]);
      double zero = frame.y(0);
      boolean notable = Math.abs(correlation[lag]) > band;
      svg.rectangle(
          notable ? "bar solid" : "bar pale",
          middle - width / 2,
          Math.min(y, zero),
          width,
          Math.abs(zero - y));
      if (lag % 5 == 0 || correlation.length <= 12) {
        svg.text("month", middle, frame.bottom() + 12, Axis.label(BigDecimal.valueOf(lag)));
      }
    }
    for (double level : new double[] {-band, band}) {
      svg.line("mark", frame.left(), frame.y(level), frame.right(), frame.y(level));
    }
    svg.text(
        "month",
        (frame.left() + frame.right()) / 2,
        frame.bottom() + 25,
        series.billed() ? "滞后（账期） lag in periods" : "滞后（天） lag in days");
    svg.close();
    page.open("p", "class", "legend");
    ScatterChart.key(page, "fill", "超出界限", "beyond the band");
    ScatterChart.key(page, "faint", "±1.96/√n，界内与零无显著差别", "not distinguishable from zero within");
    page.close("p").close("figure");
  }
}
