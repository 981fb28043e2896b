package org.emcsettlement.settlement.savings;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.emcsettlement.core.LibraryStyle;
import org.emcsettlement.core.finding.RuleException;
import org.emcsettlement.core.json.JsonElement;
import org.emcsettlement.core.json.JsonObject;
import org.emcsettlement.settlement.trail.Calculator;
import org.emcsettlement.settlement.trail.Figure;
import org.emcsettlement.settlement.trail.Relation;
import org.immutables.value.Value;

/**
 * How a relative change x of a driver becomes an adjustment ratio a(x) (settlement-methods, 5.1). A
 * change of exactly the threshold does not trigger.
 */
@LibraryStyle
@Value.Immutable
public interface AdjustmentRule {

  /** The modes. */
  enum Mode {
    /** 0 if |x| ≤ θ, else x. */
    FULL_ONCE_TRIGGERED,
    /** sign(x) × max(0, |x| − θ). */
    EXCESS_ONLY,
    /** By a table of lower bounds of x. */
    STEP,
    /** x. */
    ALWAYS
  }

  /**
   * One step of a table.
   *
   * @param from the least change it holds for
   * @param ratio the adjustment ratio
   */
  record Step(BigDecimal from, BigDecimal ratio) {}

  /** {@return the mode} */
  Mode mode();

  /** {@return θ, the threshold} */
  @Value.Default
  default BigDecimal threshold() {
    return BigDecimal.ZERO;
  }

  /** {@return the table of STEP, bounds rising} */
  List<Step> steps();

  /** Checks that the mode has what it needs. */
  @Value.Check
  default void check() {
    if (mode() == Mode.STEP && steps().isEmpty()) {
      throw new RuleException("STEP 方式需要 steps", "mode STEP needs steps");
    }
    if (threshold().signum() < 0) {
      throw new RuleException(
          "阈值 " + threshold() + " 不能为负", "threshold " + threshold() + " must not be negative");
    }
    for (int i = 1; i < steps().size(); i++) {
      if (steps().get(i).from().compareTo(steps().get(i - 1).from()) <= 0) {
        throw new RuleException("steps 的起点必须依次增大", "the bounds of steps must rise");
      }
    }
  }

  /**
   * The adjustment ratio.
   *
   * @param calculator records the decision
   * @param change x
   * @return a(x)
   */
  default Figure ratio(Calculator calculator, Figure change) {
    if (mode() == Mode.ALWAYS) {
      return change;
    }
    Figure zero = calculator.parameter("nothing", BigDecimal.ZERO, "");
    if (mode() == Mode.STEP) {
      List<Figure> table = new ArrayList<>();
      for (Step step : steps()) {
        table.add(calculator.parameter("step-from", step.from(), ""));
        table.add(calculator.parameter("step-ratio", step.ratio(), ""));
      }
      Figure reached =
          calculator.compare("first-step-reached", change, Relation.AT_LEAST, table.get(0));
      Figure stepped = calculator.lookup("adjustment-ratio", change, table);
      return calculator.select("adjustment-ratio", reached, stepped, zero);
    }
    Figure threshold = calculator.parameter("threshold", threshold(), "");
    Figure size = calculator.absolute("change-size", change);
    Figure triggered = calculator.compare("threshold-exceeded", size, Relation.GREATER, threshold);
    if (mode() == Mode.FULL_ONCE_TRIGGERED) {
      return calculator.select("adjustment-ratio", triggered, change, zero);
    }
    Figure rising = calculator.compare("change-is-rise", change, Relation.AT_LEAST, zero);
    Figure above = calculator.minus("change-above-threshold", change, threshold);
    Figure below = calculator.plus("change-below-threshold", change, threshold);
    Figure excess = calculator.select("change-beyond-threshold", rising, above, below);
    return calculator.select("adjustment-ratio", triggered, excess, zero);
  }

  /**
   * Reads {@code mode}, {@code threshold} and {@code steps} of a clause.
   *
   * @param json the clause's object
   * @return the rule
   */
  static Optional<AdjustmentRule> read(JsonObject json) {
    Builder builder = builder();
    json.constant("mode", Mode.class).ifPresent(builder::mode);
    json.optional("threshold").flatMap(JsonElement::notNegative).ifPresent(builder::threshold);
    builder.steps(
        json.objects(
            "steps",
            step -> {
              Optional<BigDecimal> from = step.decimal("from");
              Optional<BigDecimal> ratio = step.decimal("ratio");
              return step.build(() -> new Step(from.orElseThrow(), ratio.orElseThrow()));
            }));
    return json.build(builder::build);
  }

  /** {@return a builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds an {@link AdjustmentRule}. */
  final class Builder extends ImmutableAdjustmentRule.Builder {
    Builder() {}
  }
}
