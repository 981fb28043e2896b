package org.emcsettlement.baseline.solve;

/**
 * Why a form has no fit.
 *
 * @param form the form that was searched
 * @param reason the reason
 * @param gate for {@link Reason#GATE} the sum of squared errors that had to be beaten; else
 *     positive infinity
 * @param lowerBound for {@link Reason#GATE} a proven lower bound, at least the gate, of what any
 *     fit of the form can reach; else zero
 */
public record HingeRejection(HingeForm form, Reason reason, double gate, double lowerBound)
    implements HingeOutcome {

  /** The reasons for which a form is rejected. */
  public enum Reason {
    /** Not more rows than coefficients and breaks. */
    TOO_FEW_ROWS,
    /** No break satisfies the guard and the allowed range. */
    GUARDS,
    /** The position is a linear combination of the constant and the shift columns. */
    COLLINEAR,
    /** The optimum has a slope of zero: a form with fewer slopes fits as well. */
    ZERO_SLOPE,
    /** No fit of the form is better than the gate. */
    GATE
  }

  static HingeRejection of(HingeForm form, Reason reason) {
    return new HingeRejection(form, reason, Double.POSITIVE_INFINITY, 0);
  }
}
