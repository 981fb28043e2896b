package org.emcsettlement.baseline.solve;

import java.util.Arrays;
import java.util.Optional;

/** Checked rows in canonical order: what every form of a search has in common. */
final class Rows {

  private final int[] order;
  private final double[] value;
  private final double[] weight;
  private final double[] rootWeight;
  private final double[][] shifts;

  Rows(double[] value, double[] weight, double[][] shifts, int[] order) {
    this.order = order;
    this.value = CanonicalOrder.pick(value, order);
    this.weight = CanonicalOrder.pick(weight, order);
    this.shifts = new double[shifts.length][];
    for (int j = 0; j < shifts.length; j++) {
      this.shifts[j] = CanonicalOrder.pick(shifts[j], order);
    }
    rootWeight = new double[order.length];
    for (int i = 0; i < order.length; i++) {
      rootWeight[i] = Math.sqrt(this.weight[i]);
    }
  }

  /** Checks what a caller gave, before anything is sorted. */
  static void check(double[] value, double[] weight, double[][] shiftColumns, long[] key) {
    int rows = value.length;
    Arguments.finite("value", value);
    Arguments.length("weight", weight.length, rows);
    Arguments.positive("weight", weight);
    Arguments.columns("shiftColumns", shiftColumns, rows);
    Arguments.length("tieBreak", key.length, rows);
    if (rows <= shiftColumns.length + 1) {
      throw new IllegalArgumentException(
          "value has "
              + rows
              + " rows, must have more than the constant and "
              + shiftColumns.length
              + " shift columns");
    }
  }

  int count() {
    return value.length;
  }

  double[] value() {
    return value;
  }

  double[] weight() {
    return weight;
  }

  double[] rootWeight() {
    return rootWeight;
  }

  double[][] shifts() {
    return shifts;
  }

  /** Whether a form leaves at least one residual degree of freedom, its breaks counted. */
  boolean suffice(HingeForm form) {
    return count() > 1 + form.slopes() + form.breaks() + shifts.length;
  }

  /**
   * The linear fit on the constant, the given columns and the shifts, with residuals in the order
   * in which the rows came; empty when the columns are dependent.
   */
  Optional<LinearFit> solve(double[]... columns) {
    double[][] design = new double[1 + columns.length + shifts.length][];
    design[0] = new double[count()];
    Arrays.fill(design[0], 1);
    System.arraycopy(columns, 0, design, 1, columns.length);
    System.arraycopy(shifts, 0, design, 1 + columns.length, shifts.length);
    return LeastSquares.solveChecked(design, value, weight).map(fit -> fit.withResidualsAt(order));
  }
}
