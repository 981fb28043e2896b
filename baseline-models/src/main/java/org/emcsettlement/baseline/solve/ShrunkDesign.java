package org.emcsettlement.baseline.solve;

import java.util.Arrays;

/**
 * Columns of a least-squares problem, some of them shrunk: free columns, columns whose coefficient
 * is drawn towards zero, and one set of levels, one per group of rows, that are drawn towards zero
 * too. Levels are kept as group numbers, so many of them cost little. Arrays are not copied.
 *
 * @param columns free and shrunk columns, {@code columns[j][i]} in row {@code i}
 * @param precision per column the variance of a residual divided by the prior variance of the
 *     coefficient; zero for a free column
 * @param group per row the group whose level it has, −1 for none
 * @param groups the number of groups
 * @param groupPrecision the same ratio for the level of a group, above zero
 */
public record ShrunkDesign(
    double[][] columns, double[] precision, int[] group, int groups, double groupPrecision) {

  /**
   * A design.
   *
   * @param columns free and shrunk columns, {@code columns[j][i]} in row {@code i}
   * @param precision per column the variance of a residual divided by the prior variance of the
   *     coefficient; zero for a free column
   * @param group per row the group whose level it has, −1 for none
   * @param groups the number of groups
   * @param groupPrecision the same ratio for the level of a group, above zero
   * @throws IllegalArgumentException if lengths differ, a precision is negative, that of the groups
   *     is not above zero, or a group number is out of range
   */
  public ShrunkDesign {
    Arguments.length("precision", precision.length, columns.length);
    Arguments.columns("columns", columns, group.length);
    for (double entry : precision) {
      Arguments.notNegative("precision", entry);
    }
    if (!(groupPrecision > 0)) {
      throw new IllegalArgumentException(
          "groupPrecision is " + groupPrecision + ", must be above zero");
    }
    int most = groups;
    if (Arrays.stream(group).anyMatch(g -> g < -1 || g >= most)) {
      throw new IllegalArgumentException("group must be −1 to " + (groups - 1));
    }
  }

  int rows() {
    return group.length;
  }
}
