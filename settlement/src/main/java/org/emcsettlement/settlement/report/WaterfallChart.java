package org.emcsettlement.settlement.report;

import java.math.BigDecimal;
import java.util.List;
import org.emcsettlement.settlement.report.page.Axis;
import org.emcsettlement.settlement.report.page.Content;
import org.emcsettlement.settlement.report.page.Markup;
import org.emcsettlement.settlement.report.page.Numbers;
import org.emcsettlement.settlement.report.page.Svg;
import org.emcsettlement.settlement.report.page.Table;
import org.emcsettlement.settlement.statement.Bilingual;

/**
 * The steps of a waterfall, one below the other: levels as dark bars from zero, increases light,
 * decreases hatched.
 */
final class WaterfallChart {

  private static final double WIDTH = 688;
  private static final double ROW = 28;
  private static final double LABELS = 214;
  private static final double AMOUNTS = 100;
  private static final double LEFT = LABELS + 10;
  private static final double RIGHT = WIDTH - AMOUNTS - 10;
  private static final double TOP = 6;
  private static final double FONT = 11.5;
  private static final double SMALL_FONT = 8.5;

  private static final Bilingual TITLE =
      new Bilingual("从基准费用到应付净额", "from the baseline cost to the net payable");

  private final List<Waterfall.Step> steps;
  private final Axis axis;

  WaterfallChart(Waterfall waterfall) {
    this.steps = waterfall.steps();
    this.axis = Axis.just(steps.stream().map(Waterfall.Step::running).toList());
  }

  private double x(BigDecimal amount) {
    return LEFT + (RIGHT - LEFT) * axis.position(amount);
  }

  void draw(Markup page) {
    double height = TOP + ROW * steps.size() - 2;
    Svg svg =
        new Svg(
                page,
                "waterfall",
                WIDTH,
                height,
                TITLE,
                "深色条为到达的金额，浅色条为增加，斜线条为减少，各步相加精确到分；数据见下表。Dark bars are amounts reached, light bars"
                    + " increases, hatched bars decreases; the steps add up to the fen; the data"
                    + " follow.")
            .hatching();
    double zero = x(BigDecimal.ZERO);
    svg.line("zero", zero, TOP - 4, zero, height - 2);
    for (int i = 0; i < steps.size(); i++) {
      step(svg, i);
    }
    svg.close();
  }

  private void step(Svg svg, int i) {
    Waterfall.Step step = steps.get(i);
    double y = TOP + ROW * i;
    String weight = step.level() ? " strong" : "";
    svg.text("label" + weight, 0, y + 10.5, Svg.fit(step.label().zh(), LABELS / FONT));
    svg.text("sublabel", 0, y + 21.5, Svg.fit(step.label().en(), LABELS / SMALL_FONT));
    double from = x(step.level() ? BigDecimal.ZERO : step.running().subtract(step.amount()));
    double to = x(step.running());
    double left = Math.min(from, to);
    double width = Math.max(Math.abs(to - from), 0.8);
    if (step.level()) {
      svg.rectangle("level", left, y + 4, width, ROW - 11);
    } else if (step.amount().signum() > 0) {
      svg.rectangle("rise", left, y + 4, width, ROW - 11);
    } else {
      svg.hatched("fall", left, y + 4, width, ROW - 11);
    }
    if (i + 1 < steps.size()) {
      svg.line("joint", to, y + ROW - 7, to, y + ROW + 4);
    }
    String sign = !step.level() && step.amount().signum() > 0 ? "+" : "";
    String negative = step.amount().signum() < 0 ? " neg" : "";
    svg.text("amount" + weight + negative, WIDTH, y + 16, sign + Numbers.amount(step.amount()));
  }

  Table table() {
    Table table = new Table().text("步骤", "step").number("增减", "change").number("到达", "reached");
    for (Waterfall.Step step : steps) {
      Content label = Content.data(step.label());
      if (step.level()) {
        table.row("result", label, Content.NONE, Content.amount(step.amount()));
      } else {
        table.row(label, Content.amount(step.amount()), Content.amount(step.running()));
      }
    }
    return table;
  }
}
