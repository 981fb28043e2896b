package org.emcsettlement.settlement.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.core.quantity.Rational;
import org.emcsettlement.settlement.report.page.Content;
import org.emcsettlement.settlement.report.page.Markup;
import org.emcsettlement.settlement.report.page.Notation;
import org.emcsettlement.settlement.report.page.Numbers;
import org.emcsettlement.settlement.report.page.Table;
import org.emcsettlement.settlement.statement.Bilingual;
import org.emcsettlement.settlement.statement.Interval;
import org.emcsettlement.settlement.statement.Line;
import org.emcsettlement.settlement.statement.Statement;

/** From the baseline over its adjustments to the avoided quantity, commodity by commodity. */
final class UseSection implements Section {

  @Override
  public Bilingual heading() {
    return new Bilingual("基准调整与节约量", "adjustments and avoided quantities");
  }

  @Override
  public boolean applies(Statement statement) {
    return !Lines.of(statement).use().isEmpty();
  }

  @Override
  public void write(Statement statement, Markup page) {
    List<Line> lines = Lines.of(statement).use();
    Table table =
        new Table()
            .text("项目", "item")
            .code("条款", "clause")
            .number("数量", "quantity")
            .unit("单位", "unit")
            .number("占基准", "of baseline");
    Map<Optional<Commodity>, List<Line>> groups = new LinkedHashMap<>();
    lines.forEach(
        line -> groups.computeIfAbsent(line.commodity(), key -> new ArrayList<>()).add(line));
    groups.forEach(
        (commodity, group) -> {
          commodity.ifPresent(named -> table.group(Content.commodity(named)));
          if (commodity.isEmpty()) {
            table.group(Content.both("折算与其他", "equivalents and others"));
          }
          Optional<Rational> whole = whole(group);
          group.forEach(line -> row(table, line, whole));
        });
    table.write(page);
    intervals(lines, page);
  }

  /** What shares are stated of: the adjusted baseline. */
  private static Optional<Rational> whole(List<Line> group) {
    return group.stream()
        .filter(line -> line.kind().equals("ADJUSTED_BASELINE"))
        .findFirst()
        .flatMap(Line::quantity);
  }

  private static void row(Table table, Line line, Optional<Rational> whole) {
    Optional<Rational> quantity = line.quantity();
    boolean result = line.kind().equals("ADJUSTED_BASELINE") || line.kind().equals("AVOIDED");
    Content share =
        quantity
            .filter(part -> whole.isPresent() && !line.kind().equals("BASELINE"))
            .map(part -> Content.rate(part, whole.get()))
            .orElse(Content.NONE);
    table.row(
        result ? "result" : "",
        Content.data(line.label()).remarked(line.remark()),
        Content.code(line.clause()),
        quantity.map(Content::quantity).orElse(Content.NONE),
        line.unit().map(Notation::unit).map(Content::data).orElse(Content.NONE),
        share);
  }

  private static void intervals(List<Line> lines, Markup page) {
    Table table =
        new Table()
            .text("节约量的区间", "interval around")
            .text("方法", "method")
            .number("置信水平", "confidence")
            .number("半宽", "half-width")
            .number("下限", "lower")
            .number("上限", "upper")
            .unit("单位", "unit");
    for (Line line : lines) {
      for (Interval interval : line.intervals()) {
        table.row(
            line.commodity().map(Content::commodity).orElseGet(() -> Content.data(line.label())),
            Content.data(Glossary.method(interval.method())),
            Content.text(Numbers.percent(Rational.of(interval.confidence()))),
            Content.quantity(Rational.of(interval.halfWidth())),
            Content.quantity(interval.lower()),
            Content.quantity(interval.upper()),
            line.unit().map(Notation::unit).map(Content::data).orElse(Content.NONE));
      }
    }
    if (!table.isEmpty()) {
      table.write(page);
      page.open("p", "class", "caveat");
      page.both(
          "区间只反映回归误差以及非常规调整所载明的不确定度，不含计量误差、模型形式和其他非常规变化的不确定度。",
          "The intervals cover regression error and the stated uncertainty of non-routine adjustments"
              + " only, not errors of meters, of the model's form or of other non-routine changes.");
      page.close("p");
    }
  }
}
