package org.emcsettlement.settlement.statement;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.math.BigDecimal;
import java.util.List;
import org.emcsettlement.core.LibraryStyle;
import org.emcsettlement.core.finding.RuleException;
import org.immutables.value.Value;

/** A quantity of money that is carried from statement to statement. */
@LibraryStyle
@Value.Immutable
@JsonDeserialize(as = ImmutableBalance.class)
public interface Balance {

  /** {@return its name, e.g. DEFICIT, RETENTION, ADVANCE, INVOICED} */
  String name();

  /** {@return the closing of the statement before, two decimals} */
  BigDecimal opening();

  /** {@return what happened, in order} */
  List<Movement> movements();

  /** {@return opening + additions − uses − expiries, two decimals} */
  BigDecimal closing();

  /** Checks that the balance adds up. */
  @Value.Check
  default void check() {
    BigDecimal sum = opening();
    for (Movement movement : movements()) {
      boolean raises = movement.kind() == Movement.Kind.ADDITION;
      sum = raises ? sum.add(movement.amount()) : sum.subtract(movement.amount());
    }
    if (sum.compareTo(closing()) != 0) {
      throw new RuleException(
          "余额 " + name() + " 期末为 " + closing() + "，但合计为 " + sum,
          "balance " + name() + " closes at " + closing() + " but adds up to " + sum);
    }
  }

  /** {@return a builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link Balance}. */
  final class Builder extends ImmutableBalance.Builder {
    Builder() {}
  }
}
