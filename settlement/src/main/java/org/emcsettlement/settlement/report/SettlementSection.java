package org.emcsettlement.settlement.report;

import java.util.List;
import java.util.Optional;
import org.emcsettlement.settlement.report.page.Content;
import org.emcsettlement.settlement.report.page.Markup;
import org.emcsettlement.settlement.report.page.Notation;
import org.emcsettlement.settlement.report.page.Table;
import org.emcsettlement.settlement.statement.Bilingual;
import org.emcsettlement.settlement.statement.Line;
import org.emcsettlement.settlement.statement.LineRole;
import org.emcsettlement.settlement.statement.Statement;

/** Fees, shares, deductions, retention and advances, with the year to date beside the period. */
final class SettlementSection implements Section {

  @Override
  public Bilingual heading() {
    return new Bilingual("费用、分享与应付", "fees, shares and payables");
  }

  @Override
  public boolean applies(Statement statement) {
    return !Lines.of(statement).settlement().isEmpty();
  }

  @Override
  public void write(Statement statement, Markup page) {
    table(statement, Lines.of(statement).settlement()).write(page);
    page.open("p", "class", "caveat");
    page.both("● 应付：计入应付净额；○ 列示：只说明来源，不重复计入。", "● owed, ○ shown only.");
    page.close("p");
  }

  static Table table(Statement statement, List<Line> shown) {
    Table table =
        new Table()
            .mark("", "")
            .text("项目", "item")
            .code("条款", "clause")
            .number("比例", "ratio")
            .number("本期金额", "period")
            .number("合同年累计", "YTD");
    for (Line line : shown) {
      boolean net = line.kind().equals("NET_PAYABLE");
      table.row(
          net ? "total" : line.role() == LineRole.PAYABLE ? "owed" : "",
          mark(line),
          item(statement, line),
          Content.code(line.clause()),
          PricingSection.price(line),
          Content.amount(line.amount()),
          Content.amount(line.yearToDate()));
    }
    return table;
  }

  /** What a line says of itself; an adjustment of nothing also says why it is nothing. */
  private static Optional<Bilingual> remark(Line line) {
    boolean untouched =
        line.kind().equals("FEE_ADJUSTMENT")
            && line.amount().filter(amount -> amount.signum() == 0).isPresent()
            && line.unitPrice().filter(ratio -> ratio.signum() == 0).isPresent();
    return untouched
        ? line.remark()
            .map(
                change ->
                    new Bilingual(
                        change.zh() + "，未超过约定阈值，不调整",
                        change.en() + ", not above the agreed threshold, nothing is adjusted"))
        : line.remark();
  }

  /** Whether a line is owed or only shown. */
  static Content mark(Line line) {
    return Content.text(line.role() == LineRole.PAYABLE ? "●" : "○");
  }

  private static Content item(Statement statement, Line line) {
    Content label = Content.data(line.label());
    Content named =
        line.commodity()
            .map(c -> label.then(page -> page.text(" · ").both(c.zh(), c.en())))
            .orElse(label);
    Content dated =
        line.period().equals(statement.servicePeriod())
            ? named
            : named.then(page -> page.text("，" + Notation.days(line.period())));
    return dated.remarked(remark(line));
  }
}
