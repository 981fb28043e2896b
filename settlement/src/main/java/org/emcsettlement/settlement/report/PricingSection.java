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
import org.emcsettlement.settlement.report.page.Numbers;
import org.emcsettlement.settlement.report.page.Table;
import org.emcsettlement.settlement.statement.Bilingual;
import org.emcsettlement.settlement.statement.Line;
import org.emcsettlement.settlement.statement.LineRole;
import org.emcsettlement.settlement.statement.Statement;

/** Quantity × price = amount, one row per posted product. */
final class PricingSection implements Section {

  @Override
  public Bilingual heading() {
    return new Bilingual("计价", "pricing");
  }

  @Override
  public boolean applies(Statement statement) {
    return !Lines.of(statement).pricing().isEmpty();
  }

  @Override
  public void write(Statement statement, Markup page) {
    Lines lines = Lines.of(statement);
    boolean owes = lines.pricing().stream().anyMatch(line -> line.role() == LineRole.PAYABLE);
    Table table = owes ? new Table().mark("", "") : new Table();
    table
        .text("项目", "item")
        .code("条款", "clause")
        .text("日期", "days")
        .number("数量", "quantity")
        .number("单价", "price")
        .number("金额", "amount")
        .number("合同年累计", "YTD");
    Map<Optional<Commodity>, List<Line>> groups = new LinkedHashMap<>();
    lines
        .pricing()
        .forEach(
            line -> groups.computeIfAbsent(line.commodity(), key -> new ArrayList<>()).add(line));
    groups.forEach(
        (commodity, group) -> {
          table.group(commodity.map(Content::commodity).orElse(Content.both("其他", "others")));
          for (Line line : group) {
            List<Content> row = new ArrayList<>();
            if (owes) {
              row.add(SettlementSection.mark(line));
            }
            row.addAll(
                List.of(
                    Content.data(line.label()).remarked(line.remark()),
                    Content.code(line.clause()),
                    days(statement, line),
                    quantity(line),
                    price(line),
                    Content.amount(line.amount()),
                    Content.amount(line.yearToDate())));
            table.row(line.role() == LineRole.PAYABLE ? "owed" : "", row.toArray(Content[]::new));
          }
        });
    table.write(page);
  }

  /** The days of a line that is not about the whole service period; of the whole year, its year. */
  private static Content days(Statement statement, Line line) {
    if (line.yearToDate().isEmpty()) {
      return page -> page.open("span", "class", "days").both("合同年", "year").close("span");
    }
    return line.period().equals(statement.servicePeriod())
        ? page -> page.open("span", "class", "days").both("本期", "period").close("span")
        : Content.days(line.period());
  }

  /** A quantity with its unit. */
  static Content quantity(Line line) {
    return line.quantity()
        .map(Content::quantity)
        .orElse(Content.NONE)
        .then(line.unit().map(Content::unit).orElse(Content.NONE));
  }

  /** A unit price with its unit, or a ratio in percent. */
  static Content price(Line line) {
    if (line.unitPrice().isEmpty()) {
      return Content.NONE;
    }
    Rational price = line.unitPrice().get();
    return line.priceUnit()
        .filter(unit -> !unit.isEmpty())
        .map(unit -> Content.number(Numbers.price(price), price.signum()).then(Content.unit(unit)))
        .orElseGet(() -> Content.number(Numbers.percent(price), price.signum()));
  }
}
