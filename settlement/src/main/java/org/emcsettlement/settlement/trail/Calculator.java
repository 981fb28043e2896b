package org.emcsettlement.settlement.trail;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.emcsettlement.core.money.AmountText;
import org.emcsettlement.core.money.RoundingProfile;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.quantity.Rational;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Computes and records at once: every method makes a node, so no figure exists that the trail does
 * not explain. One calculator writes for one clause and scope; all share the recorder of a
 * statement.
 */
public final class Calculator {

  private final Recorder recorder;
  private final String clause;
  private final String scope;

  Calculator(Recorder recorder, String clause, String scope) {
    this.recorder = recorder;
    this.clause = clause;
    this.scope = scope;
  }

  /**
   * The same calculator for a narrower scope.
   *
   * @param narrower what the next figures are about: commodity, segment, meter
   * @return a calculator that writes there
   */
  public Calculator in(String narrower) {
    return new Calculator(recorder, clause, narrower);
  }

  /** {@return the currency of the statement} */
  public CurrencyUnit currency() {
    return recorder.currency();
  }

  /** {@return the currency's code, the unit of amounts} */
  public String currencyCode() {
    return recorder.currency().getCode();
  }

  /**
   * A value taken from evidence.
   *
   * @param name what it means
   * @param value the value as written
   * @param unit its unit
   * @param source where it comes from, {@code <file>#<start>}
   * @return the figure
   */
  public Figure fact(String name, BigDecimal value, String unit, String source) {
    return leaf(NodeKind.FACT, name, Rational.of(value), value.toPlainString(), unit, source);
  }

  /**
   * A value taken from evidence that is no terminating decimal.
   *
   * @param name what it means
   * @param value the exact value
   * @param unit its unit
   * @param source where it comes from, {@code <file>#<start>}
   * @return the figure
   */
  public Figure fact(String name, Rational value, String unit, String source) {
    return leaf(NodeKind.FACT, name, value, value.toString(), unit, source);
  }

  /**
   * A term of the contract or a frozen coefficient.
   *
   * @param name what it means
   * @param value the value as written
   * @param unit its unit
   * @return the figure
   */
  public Figure parameter(String name, BigDecimal value, String unit) {
    return leaf(NodeKind.PARAMETER, name, Rational.of(value), value.toPlainString(), unit, "");
  }

  private Figure leaf(
      NodeKind kind, String name, Rational value, String text, String unit, String source) {
    return recorder.record(
        kind,
        name,
        Optional.empty(),
        List.of(),
        value,
        text,
        unit,
        clause,
        scope,
        source,
        Map.of());
  }

  private Figure operate(
      NodeKind kind,
      String name,
      Operation operation,
      String unit,
      Map<String, String> attributes,
      List<Figure> inputs) {
    List<Rational> values = new ArrayList<>(inputs.size());
    List<Integer> ids = new ArrayList<>(inputs.size());
    for (Figure input : inputs) {
      values.add(input.value());
      ids.add(input.node());
    }
    Rational value = operation.apply(values, attributes);
    return recorder.record(
        kind,
        name,
        Optional.of(operation),
        ids,
        value,
        value.toString(),
        unit,
        clause,
        scope,
        "",
        attributes);
  }

  private Figure plain(String name, Operation operation, String unit, Figure... inputs) {
    return operate(NodeKind.OPERATION, name, operation, unit, Map.of(), Arrays.asList(inputs));
  }

  /**
   * A sum.
   *
   * @param name what it means
   * @param terms at least one, of one unit
   * @return the sum
   */
  public Figure sum(String name, List<Figure> terms) {
    String unit = terms.get(0).unit();
    return operate(NodeKind.OPERATION, name, Operation.SUM, unit, Map.of(), terms);
  }

  /**
   * A sum of two.
   *
   * @param name what it means
   * @param left a figure
   * @param right another of the same unit
   * @return left + right
   */
  public Figure plus(String name, Figure left, Figure right) {
    return sum(name, List.of(left, right));
  }

  /**
   * A difference.
   *
   * @param name what it means
   * @param left a figure
   * @param right another of the same unit
   * @return left − right
   */
  public Figure minus(String name, Figure left, Figure right) {
    return plain(name, Operation.SUBTRACT, left.unit(), left, right);
  }

  /**
   * A product.
   *
   * @param name what it means
   * @param unit its unit
   * @param factors at least one
   * @return the product
   */
  public Figure times(String name, String unit, Figure... factors) {
    return plain(name, Operation.MULTIPLY, unit, factors);
  }

  /**
   * A quotient.
   *
   * @param name what it means
   * @param unit its unit
   * @param numerator the dividend
   * @param denominator the divisor, not zero
   * @return numerator ÷ denominator
   */
  public Figure over(String name, String unit, Figure numerator, Figure denominator) {
    return plain(name, Operation.DIVIDE, unit, numerator, denominator);
  }

  /**
   * The smaller of two.
   *
   * @param name what it means
   * @param left a figure
   * @param right another of the same unit
   * @return min(left, right)
   */
  public Figure min(String name, Figure left, Figure right) {
    return plain(name, Operation.MINIMUM, left.unit(), left, right);
  }

  /**
   * The larger of two.
   *
   * @param name what it means
   * @param left a figure
   * @param right another of the same unit
   * @return max(left, right)
   */
  public Figure max(String name, Figure left, Figure right) {
    return plain(name, Operation.MAXIMUM, left.unit(), left, right);
  }

  /**
   * A value without its sign.
   *
   * @param name what it means
   * @param figure the value
   * @return |figure|
   */
  public Figure absolute(String name, Figure figure) {
    return plain(name, Operation.ABSOLUTE, figure.unit(), figure);
  }

  /**
   * A whole power.
   *
   * @param name what it means
   * @param base a pure number
   * @param exponent not negative
   * @return base^exponent
   */
  public Figure power(String name, Figure base, int exponent) {
    return operate(
        NodeKind.OPERATION,
        name,
        Operation.POWER,
        base.unit(),
        Map.of(Operation.EXPONENT, Integer.toString(exponent)),
        List.of(base));
  }

  /**
   * A square root to 12 significant digits.
   *
   * @param name what it means
   * @param unit its unit
   * @param square not negative
   * @return √square
   */
  public Figure root(String name, String unit, Figure square) {
    return plain(name, Operation.ROOT, unit, square);
  }

  /**
   * A sum of products.
   *
   * @param name what it means
   * @param unit its unit
   * @param left the first factors
   * @param right the second factors, as many
   * @return Σ left_i·right_i
   */
  public Figure dot(String name, String unit, List<Figure> left, List<Figure> right) {
    List<Figure> inputs = new ArrayList<>(left);
    inputs.addAll(right);
    return operate(NodeKind.OPERATION, name, Operation.DOT, unit, Map.of(), inputs);
  }

  /**
   * The days of a period.
   *
   * @param name what they mean
   * @param period the period
   * @return its days [d]
   */
  public Figure days(String name, Period period) {
    return operate(
        NodeKind.OPERATION,
        name,
        Operation.DAYS,
        "d",
        Map.of(Operation.PERIOD, period.toString()),
        List.of());
  }

  /**
   * The part of a quantity inside a tier.
   *
   * @param name what it means
   * @param quantity the quantity
   * @param lower where the tier begins
   * @param upper where it ends, absent for the last tier
   * @return the part above lower and up to upper
   */
  public Figure tier(String name, Figure quantity, Figure lower, Optional<Figure> upper) {
    List<Figure> inputs = new ArrayList<>(List.of(quantity, lower));
    upper.ifPresent(inputs::add);
    return operate(NodeKind.OPERATION, name, Operation.TIER, quantity.unit(), Map.of(), inputs);
  }

  /**
   * A condition, recorded with the compared values.
   *
   * @param name what is decided
   * @param left a figure
   * @param relation how it is compared
   * @param right with what
   * @return 1 if it holds, else 0
   */
  public Figure compare(String name, Figure left, Relation relation, Figure right) {
    return operate(
        NodeKind.DECISION,
        name,
        Operation.COMPARE,
        "",
        Map.of(Operation.RELATION, relation.name()),
        List.of(left, right));
  }

  /**
   * The branch that a condition takes.
   *
   * @param name what it means
   * @param condition 1 or 0
   * @param holds the value if it holds
   * @param fails the value if not
   * @return one of the two
   */
  public Figure select(String name, Figure condition, Figure holds, Figure fails) {
    return operate(
        NodeKind.DECISION,
        name,
        Operation.SELECT,
        holds.unit(),
        Map.of(),
        List.of(condition, holds, fails));
  }

  /**
   * The value of the last step that a figure reaches.
   *
   * @param name what it means
   * @param figure the figure
   * @param boundsAndValues pairs of lower bound and value, bounds rising
   * @return the value of its step
   */
  public Figure lookup(String name, Figure figure, List<Figure> boundsAndValues) {
    List<Figure> inputs = new ArrayList<>(List.of(figure));
    inputs.addAll(boundsAndValues);
    String unit = boundsAndValues.get(1).unit();
    return operate(NodeKind.DECISION, name, Operation.LOOKUP, unit, Map.of(), inputs);
  }

  /**
   * A quantity or price rounded by a term of the contract.
   *
   * @param name what it means
   * @param figure the exact figure
   * @param scale the decimals
   * @return the rounded figure, HALF_UP
   */
  public Figure roundTo(String name, Figure figure, int scale) {
    return rounded(name, figure, scale, RoundingMode.HALF_UP);
  }

  private Figure rounded(String name, Figure figure, int scale, RoundingMode mode) {
    return operate(
        NodeKind.ROUNDING,
        name,
        Operation.ROUND,
        figure.unit(),
        Map.of(Operation.SCALE, Integer.toString(scale), Operation.MODE, mode.name()),
        List.of(figure));
  }

  /**
   * Posts an exact amount: rounds it once by the statement's profile.
   *
   * @param name what it means
   * @param amount the exact amount in the statement's currency
   * @return the posted amount
   */
  public PostedAmount post(String name, Figure amount) {
    RoundingProfile profile = recorder.rounding();
    return posted(rounded(name, amount, currency().getDecimalPlaces(), profile.mode()));
  }

  /**
   * Adds posted amounts.
   *
   * @param name what the sum means
   * @param parts at least one
   * @return the sum, itself a whole number of fen
   */
  public PostedAmount total(String name, List<PostedAmount> parts) {
    return posted(sum(name, parts.stream().map(PostedAmount::figure).toList()));
  }

  /**
   * The rest of a posted amount when one part is known.
   *
   * @param name what the rest means
   * @param whole the whole
   * @param part the known part
   * @return whole − part
   */
  public PostedAmount complement(String name, PostedAmount whole, PostedAmount part) {
    return posted(minus(name, whole.figure(), part.figure()));
  }

  /**
   * A posted amount with the opposite sign.
   *
   * @param name what it means
   * @param amount the amount
   * @return −amount
   */
  public PostedAmount opposite(String name, PostedAmount amount) {
    return complement(name, zero("nothing"), amount);
  }

  /**
   * No amount.
   *
   * @param name what it means
   * @return zero, as a parameter
   */
  public PostedAmount zero(String name) {
    return posted(parameter(name, BigDecimal.ZERO.setScale(2), currencyCode()));
  }

  /**
   * A posted amount that an agreement or an earlier statement fixed in whole fen.
   *
   * @param figure a fact or parameter, a whole number of fen in the statement's currency
   * @return the same as a posted amount
   * @throws ArithmeticException if it is no whole number of fen
   */
  public PostedAmount given(Figure figure) {
    return posted(figure);
  }

  /**
   * The smaller of two posted amounts.
   *
   * @param name what it means
   * @param left an amount
   * @param right another
   * @return min(left, right)
   */
  public PostedAmount smaller(String name, PostedAmount left, PostedAmount right) {
    return posted(min(name, left.figure(), right.figure()));
  }

  /**
   * The larger of two posted amounts.
   *
   * @param name what it means
   * @param left an amount
   * @param right another
   * @return max(left, right)
   */
  public PostedAmount larger(String name, PostedAmount left, PostedAmount right) {
    return posted(max(name, left.figure(), right.figure()));
  }

  /**
   * Chooses between posted amounts.
   *
   * @param name what it means
   * @param condition 1 or 0
   * @param holds the amount if it holds
   * @param fails the amount if not
   * @return one of the two
   */
  public PostedAmount choose(
      String name, Figure condition, PostedAmount holds, PostedAmount fails) {
    return posted(select(name, condition, holds.figure(), fails.figure()));
  }

  /**
   * Allocates a posted amount by largest remainder.
   *
   * @param name what the parts mean
   * @param total the amount
   * @param weights one per member, in rank order
   * @return one part per member, adding up to the total
   */
  public List<PostedAmount> allocate(String name, PostedAmount total, List<Figure> weights) {
    List<Figure> inputs = new ArrayList<>(List.of(total.figure()));
    inputs.addAll(weights);
    List<PostedAmount> parts = new ArrayList<>();
    // all parts at once: one by one would allocate as often as there are members
    List<Rational> values =
        Operation.allocated(inputs.stream().map(Figure::value).toList(), currencyCode());
    List<Integer> ids = inputs.stream().map(Figure::node).toList();
    for (int i = 0; i < weights.size(); i++) {
      Map<String, String> attributes =
          Map.of(Operation.INDEX, Integer.toString(i), Operation.CURRENCY, currencyCode());
      parts.add(
          posted(
              recorder.record(
                  NodeKind.ALLOCATION,
                  name,
                  Optional.of(Operation.ALLOCATE),
                  ids,
                  values.get(i),
                  values.get(i).toString(),
                  currencyCode(),
                  clause,
                  scope,
                  "",
                  attributes)));
    }
    return parts;
  }

  private PostedAmount posted(Figure figure) {
    BigDecimal amount =
        figure
            .value()
            .toDecimal()
            .orElseThrow(() -> new ArithmeticException(figure + " is no whole number of fen"));
    if (amount.abs().compareTo(AmountText.LIMIT) >= 0) {
      throw new AmountLimitException(amount);
    }
    return new PostedAmount(Money.of(currency(), amount, RoundingMode.UNNECESSARY), figure.node());
  }

  /**
   * Records that an amount stands on the statement.
   *
   * @param line the line's id
   * @param amount the amount
   * @return the id of the LINE node
   */
  public int line(String line, PostedAmount amount) {
    return operate(
            NodeKind.LINE, line, Operation.SUM, currencyCode(), Map.of(), List.of(amount.figure()))
        .node();
  }
}
