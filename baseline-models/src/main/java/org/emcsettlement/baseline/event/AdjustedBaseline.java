package org.emcsettlement.baseline.event;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.emcsettlement.baseline.uncertainty.SavingsUncertainty;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.quantity.Rational;

/**
 * The adjusted baseline of a period before and after its non-routine adjustments.
 *
 * @param before the baseline under the period's conditions [canonical unit]
 * @param effects the adjustments with their effects, in the order given
 * @param after before plus all effects [canonical unit]
 * @param uncertainty U = √(U_model² + Σ (k·u)²): the half-width with the adjustments' own
 *     uncertainties at the same coverage [canonical unit]
 */
public record AdjustedBaseline(
    BigDecimal before, List<Effect> effects, BigDecimal after, BigDecimal uncertainty) {

  /**
   * The effect of one adjustment in the period.
   *
   * @param adjustment the adjustment
   * @param quantity what it adds [canonical unit]
   * @param standardUncertainty one standard deviation of it [canonical unit]
   */
  public record Effect(
      Adjustment adjustment, BigDecimal quantity, BigDecimal standardUncertainty) {}

  /**
   * Adds adjustments to a baseline.
   *
   * @param before the baseline under the period's conditions [canonical unit]
   * @param modelUncertainty U_model, the half-width of its interval [canonical unit]
   * @param coverage k, the quantile with which that half-width was made
   * @param adjustments the adjustments; those without a day in the period have no effect
   * @param period the period
   * @return the baseline after them
   */
  public static AdjustedBaseline of(
      BigDecimal before,
      BigDecimal modelUncertainty,
      BigDecimal coverage,
      List<? extends Adjustment> adjustments,
      Period period) {
    List<Effect> effects = new ArrayList<>();
    BigDecimal after = before;
    Rational squares = Rational.of(modelUncertainty).times(Rational.of(modelUncertainty));
    for (Adjustment adjustment : adjustments) {
      Effect effect =
          new Effect(
              adjustment, adjustment.quantity(period), adjustment.standardUncertainty(period));
      effects.add(effect);
      after = after.add(effect.quantity());
      Rational wide = Rational.of(coverage).times(Rational.of(effect.standardUncertainty()));
      squares = squares.plus(wide.times(wide));
    }
    return new AdjustedBaseline(
        before, List.copyOf(effects), after, SavingsUncertainty.root(squares));
  }
}
