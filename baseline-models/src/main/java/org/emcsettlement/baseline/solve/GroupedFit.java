package org.emcsettlement.baseline.solve;

import java.util.List;

/**
 * The solution of a least-squares problem with a level per group. Immutable: arrays are handed out
 * as copies.
 *
 * <p>Where the data leave a choice, it is the solution with the smallest sum of squares of levels
 * and slopes, and {@link #clashes()} names the columns that left it. A row whose group and columns
 * are a combination of rows that were fitted has the same prediction in every solution.
 */
public final class GroupedFit {

  private final double[] levels;
  private final boolean[] seen;
  private final double[] slopes;
  private final double withinGroups;
  private final double sse;
  private final List<ColumnRank.Clash> clashes;

  GroupedFit(
      double[] levels,
      boolean[] seen,
      double[] slopes,
      double withinGroups,
      double sse,
      List<ColumnRank.Clash> clashes) {
    this.levels = levels;
    this.seen = seen;
    this.slopes = slopes;
    this.withinGroups = withinGroups;
    this.sse = sse;
    this.clashes = List.copyOf(clashes);
  }

  /**
   * {@return the level of a group, zero for a group without rows}
   *
   * @param group index of the group
   */
  public double level(int group) {
    return levels[group];
  }

  /**
   * {@return whether any row belongs to a group}
   *
   * @param group index of the group
   */
  public boolean seen(int group) {
    return seen[group];
  }

  /**
   * {@return the slope along a column}
   *
   * @param column index of the column
   */
  public double slope(int column) {
    return slopes[column];
  }

  /** {@return the slopes, in the order of the columns} */
  public double[] slopes() {
    return slopes.clone();
  }

  /** {@return the weighted sum of squares about the means of the groups, before any slope} */
  public double withinGroups() {
    return withinGroups;
  }

  /** {@return the weighted sum of squared residuals} */
  public double sse() {
    return sse;
  }

  /** {@return the columns that within groups say nothing which earlier columns have not said} */
  public List<ColumnRank.Clash> clashes() {
    return clashes;
  }
}
