package org.emcsettlement.settlement.report;

import java.math.BigDecimal;
import java.util.Optional;
import org.emcsettlement.settlement.report.page.Content;
import org.emcsettlement.settlement.report.page.Markup;
import org.emcsettlement.settlement.report.page.Table;
import org.emcsettlement.settlement.statement.Bilingual;
import org.emcsettlement.settlement.statement.Line;
import org.emcsettlement.settlement.statement.Posting;
import org.emcsettlement.settlement.statement.Statement;

/** The double entries of the payable lines, debit and credit. */
final class PostingSection implements Section {

  @Override
  public Bilingual heading() {
    return new Bilingual("会计分录（乙方）", "double entries of the service provider");
  }

  @Override
  public boolean applies(Statement statement) {
    return !statement.postings().isEmpty();
  }

  @Override
  public void write(Statement statement, Markup page) {
    Table table =
        new Table()
            .text("明细", "line")
            .text("科目", "account")
            .number("借方", "debit")
            .number("贷方", "credit");
    BigDecimal debit = BigDecimal.ZERO;
    BigDecimal credit = BigDecimal.ZERO;
    String before = "";
    for (Posting posting : statement.postings()) {
      BigDecimal amount = posting.amount();
      boolean debited = amount.signum() > 0;
      debit = debited ? debit.add(amount) : debit;
      credit = debited ? credit : credit.subtract(amount);
      table.row(
          posting.line().equals(before) ? Content.NONE : line(statement, posting.line()),
          Content.data(posting.account().label()),
          debited ? Content.amount(amount) : Content.NONE,
          debited ? Content.NONE : Content.amount(amount.negate()));
      before = posting.line();
    }
    table.total(
        Content.both("合计", "total"), Content.NONE, Content.amount(debit), Content.amount(credit));
    table.write(page);
  }

  private static Content line(Statement statement, String id) {
    Optional<Line> line = Lines.of(statement).line(id);
    Content code = Content.code(id);
    return line.map(l -> Content.data(l.label()).then(page -> page.text(" ")).then(code))
        .orElse(code);
  }
}
