package org.emcsettlement.settlement.report;

import java.math.BigDecimal;
import org.emcsettlement.settlement.report.page.Content;
import org.emcsettlement.settlement.report.page.Markup;
import org.emcsettlement.settlement.report.page.Table;
import org.emcsettlement.settlement.statement.Balance;
import org.emcsettlement.settlement.statement.Bilingual;
import org.emcsettlement.settlement.statement.Movement;
import org.emcsettlement.settlement.statement.Statement;

/** Balances carried from statement to statement: opening, movements, closing. */
final class BalanceSection implements Section {

  @Override
  public Bilingual heading() {
    return new Bilingual("结转余额", "balances");
  }

  @Override
  public boolean applies(Statement statement) {
    return !statement.balances().isEmpty();
  }

  @Override
  public void write(Statement statement, Markup page) {
    Table table =
        new Table()
            .text("余额与变动", "balance and movements")
            .code("条款", "clause")
            .number("金额", "amount");
    for (Balance balance : statement.balances()) {
      table.group(Glossary.balance(balance.name(), statement.balances()));
      table.row(
          Content.both("上期结转", "brought forward"), Content.NONE, Content.amount(balance.opening()));
      for (Movement movement : balance.movements()) {
        table.row(
            Content.data(Glossary.movement(movement.kind())),
            Content.code(movement.clause()),
            Content.amount(signed(movement)));
      }
      table.total(
          Content.both("结转下期", "carried forward"), Content.NONE, Content.amount(balance.closing()));
    }
    table.write(page);
  }

  /** With the sign that adds up: additions raise a balance, uses and expiries lower it. */
  private static BigDecimal signed(Movement movement) {
    return movement.kind() == Movement.Kind.ADDITION
        ? movement.amount()
        : movement.amount().negate();
  }
}
