package org.emcsettlement.settlement;

import java.math.BigDecimal;
import org.emcsettlement.settlement.statement.Balance;
import org.emcsettlement.settlement.statement.Line;
import org.emcsettlement.settlement.statement.Statement;

/** The amounts of a statement; what does not stand on it is zero. */
public final class Amounts {

  private Amounts() {}

  /** The amount of a line. */
  public static BigDecimal line(Statement statement, String id) {
    return statement.line(id).flatMap(Line::amount).orElse(BigDecimal.ZERO);
  }

  /** The closing of a balance. */
  public static BigDecimal balance(Statement statement, String name) {
    return statement.balances().stream()
        .filter(balance -> balance.name().equals(name))
        .map(Balance::closing)
        .findFirst()
        .orElse(BigDecimal.ZERO);
  }
}
