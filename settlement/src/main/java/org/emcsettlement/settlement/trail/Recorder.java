package org.emcsettlement.settlement.trail;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.emcsettlement.core.money.RoundingProfile;
import org.emcsettlement.core.quantity.Rational;
import org.joda.money.CurrencyUnit;

/** Collects the nodes of one statement in the order they are made. Not thread-safe. */
public final class Recorder {

  private final CurrencyUnit currency;
  private final RoundingProfile rounding;
  private final List<Node> nodes = new ArrayList<>();

  /**
   * A recorder for one statement.
   *
   * @param currency the statement's currency
   * @param rounding how amounts are posted
   */
  public Recorder(CurrencyUnit currency, RoundingProfile rounding) {
    this.currency = currency;
    this.rounding = rounding;
  }

  /**
   * A calculator for a clause.
   *
   * @param clause the clause's id
   * @return the calculator
   */
  public Calculator calculator(String clause) {
    return new Calculator(this, clause, "");
  }

  /** {@return the trail recorded so far} */
  public Trail trail() {
    return new Trail(List.copyOf(nodes));
  }

  CurrencyUnit currency() {
    return currency;
  }

  RoundingProfile rounding() {
    return rounding;
  }

  Figure record(
      NodeKind kind,
      String name,
      Optional<Operation> operation,
      List<Integer> inputs,
      Rational value,
      String text,
      String unit,
      String clause,
      String scope,
      String source,
      Map<String, String> attributes) {
    int id = nodes.size();
    nodes.add(
        new Node(
            id,
            kind,
            name,
            operation,
            inputs,
            value,
            text,
            unit,
            clause,
            scope,
            source,
            attributes));
    return new Figure(value, unit, id);
  }
}
