package org.emcsettlement.baseline.caltrack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.emcsettlement.baseline.caltrack.CaltrackModel.Slope;
import org.emcsettlement.baseline.solve.ColumnRank;
import org.emcsettlement.baseline.solve.LeastSquares;
import org.emcsettlement.baseline.solve.LinearFit;
import org.jspecify.annotations.Nullable;

/** A type of model with its columns of degree days; null where the type has none. */
record Candidate(
    CaltrackType type, @Nullable DegreeColumn heating, @Nullable DegreeColumn cooling) {

  /** Solved to full precision; empty if the columns are dependent. */
  Optional<CaltrackModel> solve(FitRows rows) {
    List<double[]> columns = new ArrayList<>();
    double[] ones = new double[rows.size];
    Arrays.fill(ones, 1);
    columns.add(ones);
    if (heating != null) {
      columns.add(heating.value);
    }
    if (cooling != null) {
      columns.add(cooling.value);
    }
    double[][] matrix = columns.toArray(double[][]::new);
    if (!ColumnRank.clashes(matrix).isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(model(LeastSquares.solve(matrix, rows.usePerDay, rows.weight), rows));
  }

  private CaltrackModel model(LinearFit fit, FitRows rows) {
    return new CaltrackModel(
        type,
        fit.coefficient(0),
        Optional.ofNullable(heating).map(column -> slope(column, fit.coefficient(1))),
        Optional.ofNullable(cooling).map(column -> slope(column, fit.coefficient(type.slopes()))),
        // the peer gives the constant exactly 0
        type == CaltrackType.INTERCEPT_ONLY ? 0 : rows.adjustedR2(fit.sse(), type.slopes()));
  }

  private static Slope slope(DegreeColumn column, double perDegree) {
    return new Slope(column.balancePoint, perDegree);
  }
}
