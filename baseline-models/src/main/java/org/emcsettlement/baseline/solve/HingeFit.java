package org.emcsettlement.baseline.solve;

import java.util.List;
import java.util.Optional;

/**
 * The least-squares optimum of one form over all allowed breaks.
 *
 * @param form the form
 * @param sides the sloped sides, below before above; empty without a break
 * @param flatPoints number of points (rows) that no hinge reaches: all of a constant, none of a
 *     line
 * @param linear the linear solution at these breaks. Coefficients: constant, slopes (see {@link
 *     HingeForm}), shifts; residuals in the order the rows were given. Its standard errors hold for
 *     fixed breaks: they do not know that the breaks were searched for
 */
public record HingeFit(HingeForm form, List<HingeSide> sides, int flatPoints, LinearFit linear)
    implements HingeOutcome {

  /**
   * A fit; the list is copied.
   *
   * @param form the form
   * @param sides the sloped sides
   * @param flatPoints number of points that no hinge reaches
   * @param linear the linear solution
   */
  public HingeFit {
    sides = List.copyOf(sides);
  }

  /** {@return the weighted sum of squared errors} */
  public double sse() {
    return linear.sse();
  }

  /** {@return the number of coefficients plus the number of searched breaks} */
  public int parameters() {
    return linear.columns() + form.breaks();
  }

  /** {@return the side below its break, empty when the form has none} */
  public Optional<HingeSide> below() {
    return form == HingeForm.ABOVE ? Optional.empty() : sides.stream().findFirst();
  }

  /** {@return the side above its break, empty when the form has none} */
  public Optional<HingeSide> above() {
    return form == HingeForm.BELOW || sides.isEmpty()
        ? Optional.empty()
        : Optional.of(sides.get(sides.size() - 1));
  }
}
