package org.emcsettlement.settlement.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.emcsettlement.settlement.statement.Bilingual;

/**
 * Steps that lead from one amount to another: levels, and named changes between them that add up to
 * the fen. Not thread-safe.
 */
final class Waterfall {

  /**
   * One step.
   *
   * @param label what it is
   * @param level whether it is an amount reached, not a change
   * @param amount the change, or the amount reached
   * @param running the amount reached after it
   */
  record Step(Bilingual label, boolean level, BigDecimal amount, BigDecimal running) {}

  private final List<Step> steps = new ArrayList<>();
  private BigDecimal running = BigDecimal.ZERO;

  /** {@return the steps so far} */
  List<Step> steps() {
    return List.copyOf(steps);
  }

  /** {@return the amount reached so far} */
  BigDecimal running() {
    return running;
  }

  /** {@return whether it has any change to show} */
  boolean hasChange() {
    return steps.stream().anyMatch(step -> !step.level());
  }

  /** Starts at an amount. */
  Waterfall start(Bilingual label, BigDecimal amount) {
    if (!steps.isEmpty()) {
      throw new IllegalStateException("a waterfall starts once");
    }
    running = amount;
    steps.add(new Step(label, true, amount, amount));
    return this;
  }

  /** Adds a change; one of zero does not show. */
  Waterfall change(Bilingual label, BigDecimal amount) {
    if (amount.signum() != 0) {
      running = running.add(amount);
      steps.add(new Step(label, false, amount, running));
    }
    return this;
  }

  /** Changes to an amount that is known; the difference has to be what the label says. */
  Waterfall changeTo(Bilingual label, BigDecimal amount) {
    return change(label, amount.subtract(running));
  }

  /**
   * Names the amount reached; it replaces a level that nothing has changed since.
   *
   * @param label what it is
   * @param amount what the statement says it is
   * @return this waterfall
   * @throws IllegalStateException if the steps do not add up to it
   */
  Waterfall level(Bilingual label, BigDecimal amount) {
    if (running.compareTo(amount) != 0) {
      throw new IllegalStateException(
          label.zh() + " is " + amount + " but the steps add up to " + running);
    }
    if (!steps.isEmpty() && steps.get(steps.size() - 1).level()) {
      steps.remove(steps.size() - 1);
    }
    steps.add(new Step(label, true, amount, amount));
    return this;
  }
}
