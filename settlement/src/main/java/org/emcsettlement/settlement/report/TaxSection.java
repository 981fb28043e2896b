package org.emcsettlement.settlement.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.emcsettlement.core.quantity.Rational;
import org.emcsettlement.settlement.report.page.Content;
import org.emcsettlement.settlement.report.page.Markup;
import org.emcsettlement.settlement.report.page.Numbers;
import org.emcsettlement.settlement.report.page.Table;
import org.emcsettlement.settlement.statement.Bilingual;
import org.emcsettlement.settlement.statement.Line;
import org.emcsettlement.settlement.statement.LineTax;
import org.emcsettlement.settlement.statement.Statement;

/** Value added tax line by line and per rate. */
final class TaxSection implements Section {

  @Override
  public Bilingual heading() {
    return new Bilingual("增值税", "value added tax");
  }

  @Override
  public boolean applies(Statement statement) {
    return !Lines.of(statement).taxed().isEmpty();
  }

  @Override
  public void write(Statement statement, Markup page) {
    Map<BigDecimal, List<Line>> rates = new TreeMap<>();
    for (Line line : Lines.of(statement).taxed()) {
      rates.computeIfAbsent(tax(line).rate(), rate -> new ArrayList<>()).add(line);
    }
    Table table =
        new Table()
            .text("项目", "item")
            .number("税率", "rate")
            .number("不含税金额", "net")
            .number("税额", "tax")
            .number("含税金额", "gross");
    rates.forEach(
        (rate, lines) -> {
          String percent = Numbers.percent(Rational.of(rate));
          for (Line line : lines) {
            table.row(
                item(line),
                Content.text(percent),
                Content.amount(tax(line).net()),
                Content.amount(tax(line).tax()),
                Content.amount(tax(line).gross()));
          }
          table.total(
              Content.both("税率 " + percent + " 合计", "total of the rate"),
              Content.NONE,
              Content.amount(lines.stream().map(l -> tax(l).net()).reduce(BigDecimal::add)),
              Content.amount(lines.stream().map(l -> tax(l).tax()).reduce(BigDecimal::add)),
              Content.amount(lines.stream().map(l -> tax(l).gross()).reduce(BigDecimal::add)));
        });
    table.write(page);
  }

  private static LineTax tax(Line line) {
    return line.tax().orElseThrow();
  }

  private static Content item(Line line) {
    Content label = Content.data(line.label());
    return line.commodity()
        .map(c -> label.then(page -> page.text(" · ").both(c.zh(), c.en())))
        .orElse(label)
        .then(page -> page.text(" "))
        .then(Content.code(line.clause()));
  }
}
