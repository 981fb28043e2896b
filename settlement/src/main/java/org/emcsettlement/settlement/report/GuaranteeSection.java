package org.emcsettlement.settlement.report;

import java.util.List;
import java.util.Optional;
import org.emcsettlement.core.quantity.Rational;
import org.emcsettlement.settlement.report.page.Content;
import org.emcsettlement.settlement.report.page.Markup;
import org.emcsettlement.settlement.report.page.Numbers;
import org.emcsettlement.settlement.report.page.Table;
import org.emcsettlement.settlement.statement.Bilingual;
import org.emcsettlement.settlement.statement.Line;
import org.emcsettlement.settlement.statement.LineRole;
import org.emcsettlement.settlement.statement.Statement;

/** What was guaranteed for the days of the statement, what was reached, what follows from it. */
final class GuaranteeSection implements Section {

  @Override
  public Bilingual heading() {
    return new Bilingual("节约量保证", "guarantee");
  }

  @Override
  public boolean applies(Statement statement) {
    return !Lines.of(statement).guarantee().isEmpty();
  }

  @Override
  public void write(Statement statement, Markup page) {
    List<Line> shown = Lines.of(statement).guarantee();
    Table table =
        new Table()
            .mark("", "")
            .text("项目", "item")
            .code("条款", "clause")
            .number("数量", "quantity")
            .number("单价", "price")
            .number("本期金额", "period")
            .number("合同年累计", "YTD");
    for (Line line : shown) {
      boolean owed = line.role() == LineRole.PAYABLE;
      table.row(
          owed ? "owed" : "",
          Content.text(owed ? "●" : "○"),
          Content.data(line.label()).remarked(line.remark()),
          Content.code(line.clause()),
          PricingSection.quantity(line),
          PricingSection.price(line),
          Content.amount(line.amount()),
          Content.amount(line.yearToDate()));
    }
    table.write(page);
    attained(shown, page);
  }

  private static void attained(List<Line> lines, Markup page) {
    Optional<Rational> agreed = quantity(lines, "GUARANTEE");
    Optional<Rational> verified = quantity(lines, "GUARANTEE_VERIFIED");
    if (agreed.isPresent() && verified.isPresent()) {
      page.open("p", "class", "caveat").both("核定量占保证量", "verified in percent of the guarantee");
      page.text(" ").element("strong", Numbers.rate(verified.get(), agreed.get()));
      page.close("p");
    }
  }

  private static Optional<Rational> quantity(List<Line> lines, String kind) {
    List<Line> found = lines.stream().filter(line -> line.kind().equals(kind)).toList();
    return found.size() == 1 ? found.get(0).quantity() : Optional.empty();
  }
}
