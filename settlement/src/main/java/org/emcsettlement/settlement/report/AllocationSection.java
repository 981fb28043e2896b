package org.emcsettlement.settlement.report;

import java.util.List;
import org.emcsettlement.settlement.report.page.Content;
import org.emcsettlement.settlement.report.page.Markup;
import org.emcsettlement.settlement.report.page.Table;
import org.emcsettlement.settlement.statement.Bilingual;
import org.emcsettlement.settlement.statement.Line;
import org.emcsettlement.settlement.statement.Statement;

/** What of an amount goes to which member of a package or which cost centre, by which weight. */
final class AllocationSection implements Section {

  @Override
  public Bilingual heading() {
    return new Bilingual("分摊", "allocation");
  }

  @Override
  public boolean applies(Statement statement) {
    return !Lines.of(statement).allocation().isEmpty();
  }

  @Override
  public void write(Statement statement, Markup page) {
    List<Line> parts = Lines.of(statement).allocation();
    boolean weighed = parts.stream().anyMatch(line -> line.quantity().isPresent());
    Table table = new Table().text("项目", "item").text("明细", "line");
    if (weighed) {
      table.number("权重", "weight");
    }
    table.number("金额", "amount");
    for (Line line : parts) {
      Content label = Content.data(line.label()).remarked(line.remark());
      Content amount = Content.amount(line.amount());
      if (weighed) {
        table.row(label, Content.code(line.id()), PricingSection.quantity(line), amount);
      } else {
        table.row(label, Content.code(line.id()), amount);
      }
    }
    table.write(page);
  }
}
