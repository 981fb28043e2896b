package org.emcsettlement.baseline.caltrack;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.emcsettlement.baseline.caltrack.CaltrackModel.Slope;
import org.emcsettlement.baseline.judge.Significant;
import org.emcsettlement.baseline.model.Days;
import org.emcsettlement.baseline.model.DegreesAbove;
import org.emcsettlement.baseline.model.DegreesBelow;
import org.emcsettlement.baseline.model.Fahrenheit;
import org.emcsettlement.baseline.model.ModelFit;
import org.emcsettlement.baseline.model.Regressor;
import org.emcsettlement.baseline.model.Rejection;
import org.emcsettlement.baseline.model.Score;
import org.emcsettlement.baseline.solve.LeastSquares;

/** Hands a fit over to a baseline: columns in kelvin, balance points in degrees Celsius. */
final class FitHandover {

  private static final int CHANGE_POINT_DECIMALS = 2;

  private final CaltrackFit fit;

  FitHandover(CaltrackFit fit) {
    this.fit = fit;
  }

  ModelFit modelFit() {
    FitRows rows = new FitRows(fit.sample(), fit.method().weighted());
    CaltrackModel model = fit.model();
    List<Regressor> regressors = new ArrayList<>();
    List<double[]> columns = new ArrayList<>();
    regressors.add(new Days());
    columns.add(inKelvin(ones(rows.size), 1));
    model
        .heating()
        .ifPresent(
            slope -> {
              regressors.add(new DegreesBelow(frozen(slope)));
              columns.add(inKelvin(rows.below(slope.balancePoint()), Fahrenheit.PER_KELVIN));
            });
    model
        .cooling()
        .ifPresent(
            slope -> {
              regressors.add(new DegreesAbove(frozen(slope)));
              columns.add(inKelvin(rows.above(slope.balancePoint()), Fahrenheit.PER_KELVIN));
            });
    int slopes = model.type().slopes();
    return new ModelFit(
        model.type().form(),
        regressors,
        LeastSquares.solve(columns.toArray(double[][]::new), rows.usePerDay, rows.weight),
        fit.sample().completeRows(),
        rows.weight,
        new double[1 + slopes],
        // every slope brings a balance point
        1 + 2 * slopes,
        model.heating().map(Slope::celsius),
        model.cooling().map(Slope::celsius),
        rejected(),
        Optional.of(new Score(Score.ADJUSTED_R2, fit.model().adjustedR2())));
  }

  private static double[] ones(int size) {
    double[] ones = new double[size];
    Arrays.fill(ones, 1);
    return ones;
  }

  private static double[] inKelvin(double[] column, double perKelvin) {
    for (int i = 0; i < column.length; i++) {
      column[i] /= perKelvin;
    }
    return column;
  }

  private static BigDecimal frozen(Slope slope) {
    return BigDecimal.valueOf(slope.celsius())
        .setScale(CHANGE_POINT_DECIMALS, RoundingMode.HALF_UP);
  }

  private List<Rejection> rejected() {
    List<Rejection> rejected = new ArrayList<>();
    for (CaltrackType type : CaltrackType.values()) {
      if (type != fit.model().type()) {
        rejected.add(rejection(type));
      }
    }
    return rejected;
  }

  private Rejection rejection(CaltrackType type) {
    CandidateCounts counts = fit.counts().getOrDefault(type, new CandidateCounts(0, 0, 0));
    Optional<String> best =
        Optional.ofNullable(fit.bestByType().get(type)).map(model -> digits(model.adjustedR2()));
    String chosen = digits(fit.model().adjustedR2());
    String tally =
        counts.qualified()
            + " qualified, "
            + counts.disqualified()
            + " with a negative coefficient, "
            + counts.notAttempted()
            + " without enough degree days";
    String tallyZh =
        "合格 "
            + counts.qualified()
            + " 个，系数为负 "
            + counts.disqualified()
            + " 个，度日数不足 "
            + counts.notAttempted()
            + " 个";
    return new Rejection(
        type.form(),
        best.map(r2 -> "adjusted R² " + r2 + " does not exceed " + chosen)
                .orElse("no candidate qualified")
            + " ("
            + tally
            + ")",
        best.map(r2 -> "调整 R² " + r2 + " 未超过 " + chosen).orElse("没有合格的候选模型") + "（" + tallyZh + "）",
        Optional.ofNullable(fit.bestByType().get(type))
            .map(model -> new Score(Score.ADJUSTED_R2, model.adjustedR2())));
  }

  private static String digits(double value) {
    return Significant.of(value, Significant.STATISTIC).toPlainString();
  }
}
