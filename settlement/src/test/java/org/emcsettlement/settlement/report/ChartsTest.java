package org.emcsettlement.settlement.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.emcsettlement.settlement.report.ParsedPage.at;
import static org.emcsettlement.settlement.report.ParsedPage.elements;
import static org.emcsettlement.settlement.report.ParsedPage.number;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.data.Offset;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.core.quantity.Rational;
import org.emcsettlement.settlement.statement.ProgressRow;
import org.emcsettlement.settlement.statement.Statement;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/**
 * Charts by month, as drawn and as tables. The worked case E14 of settlement-methods: baseline
 * 100,000 kWh at 1 CNY/kWh, savings of 12,000, −4,500, 800, −9,000 and 20,000.
 */
class ChartsTest {

  private static final Statement E14 = WorkedStatements.of("e14-negative-months", "", "2025-05");

  /** Coordinates carry two decimals. */
  private static final Offset<Double> PRINTED = within(0.02);

  private static ParsedPage page(Statement statement) {
    return ParsedPage.of(StatementPage.html(statement));
  }

  /** Where a value lies by the labelled ticks of a drawing: straight through the outer two. */
  private static double height(Element svg, double value) {
    TreeMap<BigDecimal, Double> ticks = new TreeMap<>();
    List<Element> labels = elements(svg, "text", "tick");
    List<Element> lines = new ArrayList<>(elements(svg, "line", "grid"));
    lines.addAll(elements(svg, "line", "zero"));
    for (Element label : labels) {
      // the label's baseline is a little below its line
      Element line =
          lines.stream()
              .filter(candidate -> Math.abs(at(candidate, "y1") + 3 - at(label, "y")) < 0.02)
              .findFirst()
              .orElseThrow();
      ticks.put(number(label.getTextContent()), at(line, "y1"));
    }
    double low = ticks.firstKey().doubleValue();
    double high = ticks.lastKey().doubleValue();
    double bottom = ticks.firstEntry().getValue();
    double top = ticks.lastEntry().getValue();
    return bottom + (value - low) / (high - low) * (top - bottom);
  }

  @Test
  void barsOfActualUseStandOnZeroInProportion() {
    Element svg = page(E14).drawing("months-electricity");
    List<Element> bars = elements(svg, "rect", "bar");
    double[] actual = {88_000, 104_500, 99_200, 109_000, 80_000};
    assertThat(bars).hasSameSizeAs(actual);
    double unit = at(bars.get(0), "height") / actual[0];
    for (int i = 0; i < actual.length; i++) {
      Element bar = bars.get(i);
      assertThat(at(bar, "height")).isCloseTo(unit * actual[i], PRINTED);
      assertThat(at(bar, "y")).isCloseTo(height(svg, actual[i]), PRINTED);
      assertThat(at(bar, "y") + at(bar, "height")).isCloseTo(height(svg, 0), PRINTED);
    }
    double[] left = bars.stream().mapToDouble(bar -> at(bar, "x")).toArray();
    for (int i = 2; i < left.length; i++) {
      assertThat(left[i] - left[i - 1]).isCloseTo(left[1] - left[0], PRINTED);
      assertThat(left[i] - left[i - 1]).isGreaterThan(at(bars.get(0), "width"));
    }
  }

  @Test
  void theBaselineIsAStepAtItsHeight() {
    Element svg = page(E14).drawing("months-electricity");
    List<double[]> steps = points(elements(svg, "path", "steps").get(0));
    assertThat(steps).hasSize(10);
    double level = height(svg, 100_000);
    steps.forEach(point -> assertThat(point[1]).isCloseTo(level, PRINTED));
  }

  private static List<double[]> points(Element path) {
    List<double[]> points = new ArrayList<>();
    for (String point : path.getAttribute("d").split("[MLZ]", -1)) {
      if (!point.isBlank()) {
        String[] at = point.strip().split(" ", -1);
        points.add(new double[] {Double.parseDouble(at[0]), Double.parseDouble(at[1])});
      }
    }
    return points;
  }

  @Test
  void cumulativeSavingsFallBelowTheAxis() {
    Element svg = page(E14).drawing("cumulative");
    double[] total = {12_000, 7_500, 8_300, -700, 19_300};
    List<Element> dots = elements(svg, "circle");
    assertThat(dots).hasSameSizeAs(total);
    for (int i = 0; i < total.length; i++) {
      assertThat(at(dots.get(i), "cy")).isCloseTo(height(svg, total[i]), PRINTED);
    }
    double zero = at(elements(svg, "line", "zero").get(0), "y1");
    assertThat(at(dots.get(3), "cy")).isGreaterThan(zero + 1);
    assertThat(at(dots.get(2), "cy")).isLessThan(zero - 1);
    List<double[]> line = points(elements(svg, "path", "total-line").get(0));
    assertThat(line.get(0)[1]).isCloseTo(zero, PRINTED);
    for (int i = 0; i < total.length; i++) {
      assertThat(line.get(i + 1)[0]).isCloseTo(at(dots.get(i), "cx"), PRINTED);
      assertThat(line.get(i + 1)[1]).isCloseTo(at(dots.get(i), "cy"), PRINTED);
    }
  }

  @Test
  void theDataStandBelowEachChart() {
    List<List<String>> cumulative = ParsedPage.rows(page(E14).figure("cumulative"));
    assertThat(cumulative)
        .containsExactly(
            List.of("2025-01", "12,000.00", "12,000.00"),
            List.of("2025-02", "-4,500.00", "7,500.00"),
            List.of("2025-03", "800.00", "8,300.00"),
            List.of("2025-04", "-9,000.00", "-700.00"),
            List.of("2025-05", "20,000.00", "19,300.00"));
    List<List<String>> months = ParsedPage.rows(page(E14).figure("months-electricity"));
    assertThat(months.get(1)).containsExactly("2025-02", "100,000", "104,500", "-4,500", "-4.50 %");
    assertThat(months.get(5).subList(1, 5))
        .containsExactly("500,000", "480,700", "19,300", "3.86 %");
  }

  /** On every worked statement the table under a chart is the statement's own series. */
  @Test
  void tablesHoldTheSeriesOfTheStatement() {
    Map<String, Statement> all = WorkedStatements.all();
    assertThat(all.values()).anyMatch(statement -> statement.progress().size() > 12);
    all.forEach(
        (name, statement) -> {
          ParsedPage page = page(statement);
          for (Commodity commodity : Commodity.values()) {
            List<ProgressRow> series =
                statement.progress().stream()
                    .filter(row -> row.commodity().equals(commodity))
                    .toList();
            if (!series.isEmpty()) {
              List<List<String>> rows = ParsedPage.rows(page.figure("months-" + commodity.id()));
              agree(name, series, rows);
            }
          }
        });
  }

  private static void agree(String name, List<ProgressRow> series, List<List<String>> rows) {
    // adjusted baseline, actual use
    TreeMap<String, Rational[]> months = new TreeMap<>();
    Rational[] whole = {Rational.ZERO, Rational.ZERO};
    for (ProgressRow row : series) {
      Rational[] part = {row.adjustedBaseline(), row.actual()};
      months.merge(row.period().start().toString().substring(0, 7), part, ChartsTest::sum);
      whole = sum(whole, part);
    }
    assertThat(rows).as(name).hasSize(months.size() + 1);
    int i = 0;
    for (Map.Entry<String, Rational[]> month : months.entrySet()) {
      assertThat(rows.get(i).get(0)).as(name).startsWith(month.getKey());
      shows(rows.get(i++), month.getValue());
    }
    shows(rows.get(i), whole);
  }

  private static Rational[] sum(Rational[] one, Rational[] other) {
    return new Rational[] {one[0].plus(other[0]), one[1].plus(other[1])};
  }

  private static void shows(List<String> row, Rational[] month) {
    shows(row.get(1), month[0]);
    shows(row.get(2), month[1]);
    shows(row.get(3), month[0].minus(month[1]));
  }

  private static void shows(String text, Rational exact) {
    BigDecimal read = number(text);
    assertThat(read).isEqualTo(exact.round(read.scale(), RoundingMode.HALF_UP));
  }

  @Test
  void theGuaranteeIsALineAtItsHeight() {
    Statement water = WorkedStatements.of("case-4-water", "", "Y1");
    Rational agreed =
        water.lines().stream()
            .filter(line -> line.kind().equals("GUARANTEE"))
            .findFirst()
            .flatMap(line -> line.quantity())
            .orElseThrow();
    Element svg = page(water).drawing("cumulative-water");
    double level = at(elements(svg, "line", "guarantee").get(0), "y1");
    assertThat(level).isCloseTo(height(svg, agreed.toDouble()), PRINTED);
    assertThat(elements(svg, "circle").stream().filter(dot -> at(dot, "cy") > level)).isNotEmpty();
  }

  @Test
  void estimatedMonthsAreHatchedAndStarred() {
    Statement yearly = WorkedStatements.of("case-4-water", "", "Y1");
    ParsedPage page = page(yearly);
    List<Element> bars = elements(page.drawing("months-water"), "rect", "bar");
    assertThat(bars).hasSize(12);
    bars.forEach(bar -> assertThat(bar.getAttribute("fill")).isEqualTo("url(#months-water-hatch)"));
    assertThat(ParsedPage.rows(page.figure("months-water")).subList(0, 12))
        .allMatch(row -> row.get(0).endsWith(" *"));
  }

  /** Nothing that is drawn leaves the drawing or lies under another month's label. */
  @Test
  void everythingIsDrawnInside() {
    WorkedStatements.all()
        .forEach(
            (name, statement) -> {
              for (Element svg : page(statement).elements("svg")) {
                String[] box = svg.getAttribute("viewBox").split(" ", -1);
                double width = Double.parseDouble(box[2]);
                double height = Double.parseDouble(box[3]);
                for (Element bar : elements(svg, "rect")) {
                  if (bar.hasAttribute("x")) {
                    assertThat(at(bar, "x")).as(name).isBetween(0.0, width);
                    assertThat(at(bar, "x") + at(bar, "width")).as(name).isLessThan(width + 0.02);
                    assertThat(at(bar, "y")).as(name).isNotNegative();
                    assertThat(at(bar, "y") + at(bar, "height")).as(name).isLessThan(height);
                  }
                }
                for (Element dot : elements(svg, "circle")) {
                  assertThat(at(dot, "cx")).as(name).isBetween(0.0, width);
                  assertThat(at(dot, "cy")).as(name).isBetween(0.0, height);
                }
              }
            });
  }
}
