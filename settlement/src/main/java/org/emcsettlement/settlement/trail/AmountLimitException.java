package org.emcsettlement.settlement.trail;

import java.math.BigDecimal;
import org.emcsettlement.core.money.AmountText;

/** A posted amount so large that no document could state it; the units of its inputs are wrong. */
public final class AmountLimitException extends ArithmeticException {

  private static final long serialVersionUID = 1L;

  /** The amount. */
  private final BigDecimal amount;

  AmountLimitException(BigDecimal amount) {
    super(
        "amount "
            + amount.toPlainString()
            + " must be smaller than "
            + AmountText.LIMIT.toPlainString());
    this.amount = amount;
  }

  /** {@return the amount} */
  public BigDecimal amount() {
    return amount;
  }
}
