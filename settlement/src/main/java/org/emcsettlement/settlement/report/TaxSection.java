package org.emcsettlement.settlement.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.emcsettlement.settlement.statement.TaxStatus;

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
    Map<Group, List<Line>> groups = new TreeMap<>();
    for (Line line : Lines.of(statement).taxed()) {
      groups.computeIfAbsent(Group.of(tax(line)), rate -> new ArrayList<>()).add(line);
    }
    Table table =
        new Table()
            .text("项目", "item")
            .number("税率", "rate")
            .number("不含税金额", "net")
            .number("税额", "tax")
            .number("含税金额", "gross");
    groups.forEach(
        (group, lines) -> {
          String percent = group.shown();
          for (Line line : lines) {
            table.row(
                item(line),
                Content.text(percent),
                Content.amount(tax(line).net()),
                Content.amount(tax(line).tax()),
                Content.amount(tax(line).gross()));
          }
          table.total(
              group.total(),
              Content.NONE,
              Content.amount(lines.stream().map(l -> tax(l).net()).reduce(BigDecimal::add)),
              Content.amount(lines.stream().map(l -> tax(l).tax()).reduce(BigDecimal::add)),
              Content.amount(lines.stream().map(l -> tax(l).gross()).reduce(BigDecimal::add)));
        });
    table.write(page);
  }

  /** The lines of one category, taxed at one rate or not at a rate. */
  private record Group(
      BigDecimal rate, Optional<String> category, Optional<TaxStatus> status, String reason)
      implements Comparable<Group> {

    private static final Comparator<Group> ORDER =
        Comparator.comparing(Group::rate)
            .thenComparing(group -> group.category.orElse(""))
            .thenComparing(group -> group.status.map(Enum::name).orElse(""))
            .thenComparing(Group::reason);

    static Group of(LineTax tax) {
      return new Group(tax.rate(), tax.category(), tax.status(), tax.reason().orElse(""));
    }

    String shown() {
      return status
          .map(relief -> relief.label().zh())
          .orElseGet(() -> Numbers.percent(Rational.of(rate)));
    }

    Content total() {
      String named = category.map(name -> name + "，").orElse("");
      String why = reason.isEmpty() ? "" : "（" + reason + "）";
      return status
          .map(
              relief ->
                  Content.both(named + shown() + why + " 合计", "total, " + relief.label().en()))
          .orElseGet(() -> Content.both(named + "税率 " + shown() + " 合计", "total of the rate"));
    }

    @Override
    public int compareTo(Group other) {
      return ORDER.compare(this, other);
    }
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
