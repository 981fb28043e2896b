package org.emcsettlement.baseline.solve;

/**
 * The shapes a search can fit. Coefficients stand in this order: the constant, the slopes of the
 * form in the order below, then the shift columns as given.
 */
public enum HingeForm {
  /** No slope, no break. */
  CONSTANT(0, 0),
  /** One slope along the position, of any sign; no break. */
  LINE(1, 0),
  /** {@code slope · (break − position)⁺} with a slope greater than zero. */
  BELOW(1, 1),
  /** {@code slope · (position − break)⁺} with a slope greater than zero. */
  ABOVE(1, 1),
  /** One break with a slope below and a slope above it, both of any sign. */
  SHARED(2, 1),
  /** A break below and a break above, in this order, each with a slope greater than zero. */
  BOTH(2, 2);

  private final int slopes;
  private final int breaks;

  HingeForm(int slopes, int breaks) {
    this.slopes = slopes;
    this.breaks = breaks;
  }

  /** {@return the number of slope coefficients} */
  public int slopes() {
    return slopes;
  }

  /** {@return the number of breaks that are searched for} */
  public int breaks() {
    return breaks;
  }
}
