package org.emcsettlement.settlement.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.core.quantity.Rational;
import org.emcsettlement.settlement.report.page.Content;
import org.emcsettlement.settlement.report.page.Markup;
import org.emcsettlement.settlement.report.page.Table;
import org.emcsettlement.settlement.statement.Balance;
import org.emcsettlement.settlement.statement.Line;
import org.emcsettlement.settlement.statement.Statement;
import org.emcsettlement.settlement.statement.Totals;

/** The summary box: what is to be paid and what it rests on. */
final class SummaryPart {

  private final Statement statement;
  private final Lines lines;
  private final Markup page;

  SummaryPart(Statement statement, Markup page) {
    this.statement = statement;
    this.lines = Lines.of(statement);
    this.page = page;
  }

  void write() {
    page.open("section", "class", "summary");
    payable();
    List<Table> beside = Stream.of(use(), balances()).filter(table -> !table.isEmpty()).toList();
    page.open("div", "class", beside.isEmpty() ? "one" : "two").open("div");
    money().write(page);
    page.close("div");
    if (!beside.isEmpty()) {
      page.open("div");
      beside.forEach(table -> table.write(page));
      page.close("div");
    }
    page.close("div").close("section");
  }

  private void payable() {
    Totals totals = statement.totals();
    page.open("div", "class", "payable").open("div");
    page.open("p", "class", "label").both("应付净额", "net payable").close("p");
    page.open("p", "class", "direction");
    switch (totals.netPayable().signum()) {
      case 1 -> page.both("甲方应付乙方", "owed by the institution");
      case -1 -> page.both("乙方应付甲方", "owed by the service provider");
      default -> page.both("无应付款", "nothing is owed");
    }
    page.close("p").close("div").open("div", "class", "figure");
    page.open("p", "class", "net").open("span", "class", "currency");
    page.data(statement.currency()).close("span").text(" ");
    Content.amount(totals.netPayable()).write(page);
    page.close("p").open("p", "class", "words").data(totals.words()).close("p");
    page.close("div").close("div");
  }

  private Table money() {
    Totals totals = statement.totals();
    Table table = new Table().text("金额", "amount").number(statement.currency(), "");
    lines
        .first("VERIFIED_SAVINGS")
        .ifPresent(line -> table.row("aside", label(line), Content.amount(line.amount())));
    for (Line line : lines.of("SCORE_DEDUCTION")) {
      table.row("aside", label(line), Content.amount(line.amount()));
    }
    table.row(Content.both("不含税金额", "excl. VAT"), Content.amount(totals.net()));
    table.row(Content.both("增值税", "VAT"), Content.amount(totals.tax()));
    table.row(Content.both("含税金额", "incl. VAT"), Content.amount(totals.gross()));
    List<Line> outside = lines.untaxed();
    outside.forEach(line -> table.row(label(line), Content.amount(line.amount())));
    if (outside.isEmpty() && totals.outsideTax().signum() != 0) {
      table.row(Content.both("税外项目", "outside tax"), Content.amount(totals.outsideTax()));
    }
    return table.total(Content.both("应付净额", "net payable"), Content.amount(totals.netPayable()));
  }

  private static Content label(Line line) {
    return Content.data(line.label());
  }

  private Table use() {
    Table table =
        new Table()
            .text("品种", "commodity")
            .number("调整后基准", "adjusted")
            .number("实际", "actual")
            .number("节约量", "avoided")
            .number("节约率", "rate");
    for (Line avoided : lines.of("AVOIDED")) {
      avoided.commodity().ifPresent(commodity -> use(table, commodity, avoided));
    }
    return table;
  }

  private void use(Table table, Commodity commodity, Line avoided) {
    Optional<Rational> adjusted = quantity("ADJUSTED_BASELINE", commodity);
    Optional<Rational> actual = quantity("ACTUAL", commodity);
    Rational saved = avoided.quantity().orElse(Rational.ZERO);
    table.row(
        Content.commodity(commodity).then(Content.unit(commodity.unit().symbol())),
        adjusted.map(Content::quantity).orElse(Content.NONE),
        actual.map(Content::quantity).orElse(Content.NONE),
        Content.quantity(saved),
        adjusted.map(whole -> Content.rate(saved, whole)).orElse(Content.NONE));
  }

  private Optional<Rational> quantity(String kind, Commodity commodity) {
    return lines.of(kind).stream()
        .filter(line -> line.commodity().equals(Optional.of(commodity)))
        .findFirst()
        .flatMap(Line::quantity);
  }

  private Table balances() {
    Table table = new Table().text("余额", "balance").number("上期结转", "b/f").number("结转下期", "c/f");
    for (Balance balance : statement.balances()) {
      BigDecimal opening = balance.opening();
      if (opening.signum() != 0 || balance.closing().signum() != 0) {
        table.row(
            Glossary.balance(balance.name(), statement.balances()),
            Content.amount(opening),
            Content.amount(balance.closing()));
      }
    }
    return table;
  }
}
