package org.emcsettlement.baseline.savings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.emcsettlement.baseline.FrozenBaseline;
import org.emcsettlement.core.finding.Checked;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.quantity.Rational;

/**
 * Savings under the conditions of a normal year: {@code ŷ_base(x_norm) − ŷ_rep(x_norm)}, or a chain
 * of such steps where models were fitted again in between, after a change of scope for instance.
 *
 * <p>The half-width is {@code U² = Σ (c·U_i)²} over the models, each with its own error and counted
 * c times, minuses against pluses: what one step subtracts and the next one adds again cancels, in
 * the savings and in their error. Each U is that of a measured year against the model, so it
 * includes the scatter of days.
 */
public final class NormalisedSavings {

  /**
   * One step of a chain.
   *
   * @param before the model of use before the step
   * @param after the model of use after it
   */
  public record Step(FrozenBaseline before, FrozenBaseline after) {}

  private NormalisedSavings() {}

  /**
   * Compares two models in a normal year.
   *
   * @param baseline the model of the baseline period
   * @param reporting the model of the reporting period
   * @param year the normal year
   * @return the savings with everything found; absent if the year is incomplete
   * @throws IllegalArgumentException if the models are of different commodities or confidence
   *     levels
   */
  public static Checked<Savings> of(
      FrozenBaseline baseline, FrozenBaseline reporting, NormalYear year) {
    return sum(SavingsQuantity.NORMALISED, List.of(new Step(baseline, reporting)), year);
  }

  /**
   * Adds the steps of a chain up. Baseline use is that of the first model, reporting use is
   * baseline use less the savings of all steps.
   *
   * @param steps the steps in time order, at least one
   * @param year the normal year of all of them
   * @return the savings with everything found; absent if the year is incomplete
   * @throws IllegalArgumentException if there is no step, or the models are of different
   *     commodities or confidence levels
   */
  public static Checked<Savings> chained(List<Step> steps, NormalYear year) {
    if (steps.isEmpty()) {
      throw new IllegalArgumentException("steps of a chain: at least one is needed");
    }
    return sum(SavingsQuantity.CHAINED, steps, year);
  }

  /** How often each model counts; equal models are one. */
  private static Map<FrozenBaseline, Integer> counts(List<Step> steps) {
    Map<FrozenBaseline, Integer> counts = new LinkedHashMap<>();
    for (Step step : steps) {
      counts.merge(step.before(), 1, Integer::sum);
      counts.merge(step.after(), -1, Integer::sum);
    }
    return counts;
  }

  private static Checked<Savings> sum(SavingsQuantity quantity, List<Step> steps, NormalYear year) {
    Map<FrozenBaseline, Integer> counts = counts(steps);
    FrozenBaseline first = steps.get(0).before();
    FindingCollector findings = new FindingCollector();
    List<ModelledUse> uses = new ArrayList<>();
    for (FrozenBaseline model : counts.keySet()) {
      if (model.commodity() != first.commodity()) {
        throw new IllegalArgumentException(
            "models are of " + first.commodity().id() + " and " + model.commodity().id());
      }
      Checked<Conditions> conditions = year.conditions(model);
      findings.addAll(conditions.findings());
      conditions.value().ifPresent(known -> uses.add(new ModelledUse(model, known)));
    }
    if (uses.size() < counts.size()) {
      return Checked.failed(findings.findings());
    }
    Rational savings = Rational.ZERO;
    CombinedErrors errors = new CombinedErrors();
    for (ModelledUse use : uses) {
      int times = counts.getOrDefault(use.model(), 0);
      savings = savings.plus(use.use().times(Rational.of(times)));
      errors.add(use, times);
    }
    Rational baselineUse = uses.get(0).use();
    Savings result =
        Savings.builder()
            .quantity(quantity)
            .commodity(first.commodity())
            .period(year.history())
            .baselineUse(baselineUse)
            .reportingUse(baselineUse.minus(savings))
            .days(NormalYear.DAYS)
            .intervals(errors.around(savings, findings))
            .build();
    return Checked.of(result, findings.findings());
  }
}
