package org.emcsettlement.baseline.solve;

/**
 * One cone as a curve describes it: what is known of its hinge column {@code h} and step column
 * {@code v}. A mutable record that is filled again and again.
 */
final class Cone {

  /** Coupling vector of h, and after it the product of h with the residual. */
  final double[] hinge;

  /** Coupling vector of v, and after it the product of v with the residual. */
  final double[] step;

  /** Inner products after projection. */
  double hh;

  double hv;
  double vv;

  /** Squared lengths before projection, to tell small from rounding error. */
  double hingeSquare;

  double stepSquare;

  /** How far from the span a true column of slope one may lie; zero for a single cell. */
  double radius;

  Cone(int dimension) {
    hinge = new double[dimension + 1];
    step = new double[dimension + 1];
  }
}
