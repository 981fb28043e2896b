package org.emcsettlement.baseline.solve;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds the columns that say nothing which earlier columns have not said.
 *
 * <p>Columns are taken in their declared order, so of two clashing columns the later one is named.
 * A column is dependent when, after scaling to unit length, the part of it that earlier columns do
 * not explain is at most 1e-10 long. Rounding leaves about 1e-16 of an exact copy; strongly
 * correlated but usable regressors (the Longley data: 1e-5) stay far above. Weights greater than
 * zero do not change dependence and are not asked for.
 */
public final class ColumnRank {

  /** A part of a dependent column smaller than this does not name the column it comes from. */
  private static final double NEGLIGIBLE_SHARE = 1e-6;

  private ColumnRank() {}

  /**
   * A column that is a linear combination of earlier ones.
   *
   * @param column index of the dependent column
   * @param on indices of the earlier columns it is made of, ascending; empty for a column of zeros
   */
  public record Clash(int column, List<Integer> on) {

    /**
     * A clash; the list is copied.
     *
     * @param column index of the dependent column
     * @param on indices of the earlier columns
     */
    public Clash {
      on = List.copyOf(on);
    }
  }

  /**
   * Names the dependent columns. The constant has no privilege: give it as the first column.
   *
   * @param columns {@code columns[j][i]} in row {@code i}, in declared order
   * @return the dependent columns, ascending; empty when all are independent
   * @throws IllegalArgumentException if lengths differ or an entry is not finite
   */
  public static List<Clash> clashes(double[][] columns) {
    if (columns.length > 0) {
      Arguments.columns("columns", columns, columns[0].length);
    }
    OrthonormalBasis basis = new OrthonormalBasis(columns.length);
    List<Integer> accepted = new ArrayList<>();
    List<double[]> unit = new ArrayList<>();
    List<Clash> clashes = new ArrayList<>();
    for (int j = 0; j < columns.length; j++) {
      double length = Vectors.norm(columns[j]);
      double[] column = columns[j].clone();
      Vectors.scale(column, length == 0 ? 0 : 1 / length);
      if (basis.grow(column)) {
        accepted.add(j);
        unit.add(column);
      } else {
        clashes.add(new Clash(j, sources(column, basis, unit, accepted)));
      }
    }
    return List.copyOf(clashes);
  }

  /** Writes the column in terms of the accepted ones: back substitution in their triangle. */
  private static List<Integer> sources(
      double[] column, OrthonormalBasis basis, List<double[]> unit, List<Integer> accepted) {
    double[] rest = column.clone();
    List<Integer> sources = new ArrayList<>();
    for (int k = accepted.size() - 1; k >= 0; k--) {
      double[] axis = basis.vector(k);
      double share = Vectors.dot(axis, rest) / Vectors.dot(axis, unit.get(k));
      Vectors.add(rest, -share, unit.get(k));
      if (Math.abs(share) > NEGLIGIBLE_SHARE) {
        sources.add(0, accepted.get(k));
      }
    }
    return sources;
  }
}
