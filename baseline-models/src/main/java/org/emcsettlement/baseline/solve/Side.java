package org.emcsettlement.baseline.solve;

/**
 * The two sides of a break. The side above is the mirror image of the side below: with {@code ξ =
 * −x} the hinge {@code (x − τ)⁺} is {@code (ν − ξ)⁺} with {@code ν = −τ}. So everything is written
 * once, for hinges below, in the mirrored coordinate.
 */
enum Side {
  BELOW(1),
  ABOVE(-1);

  private final double sign;

  Side(double sign) {
    this.sign = sign;
  }

  /** From position to mirrored coordinate, or back; never a negative zero. */
  double mirror(double x) {
    return sign * x + 0.0;
  }

  /** Ascending positions in mirrored coordinates, again ascending. */
  double[] mirror(double[] ascending) {
    double[] mirrored = inOrder(ascending);
    if (this == ABOVE) {
      Vectors.scale(mirrored, -1);
    }
    return mirrored;
  }

  /** The range in mirrored coordinates. */
  BreakRange mirror(BreakRange range) {
    return this == BELOW ? range : new BreakRange(-range.high(), -range.low());
  }

  /** Entries of ascending rows in mirrored order; the array itself on the side below. */
  double[] inOrder(double[] ascending) {
    if (this == BELOW) {
      return ascending;
    }
    double[] reversed = new double[ascending.length];
    for (int i = 0; i < reversed.length; i++) {
      reversed[i] = ascending[reversed.length - 1 - i];
    }
    return reversed;
  }
}
