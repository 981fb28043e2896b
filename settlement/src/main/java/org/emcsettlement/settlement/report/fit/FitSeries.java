package org.emcsettlement.settlement.report.fit;

import java.util.List;
import org.emcsettlement.baseline.Baseline;
import org.emcsettlement.baseline.FittedRow;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.series.Resolution;
import org.emcsettlement.settlement.report.page.Notation;

/**
 * Observed and fitted use as charts take it.
 *
 * @param baseline the fit
 * @param rows its days or billing periods
 * @param period the baseline period
 */
record FitSeries(Baseline baseline, List<FittedRow> rows, Period period) {

  static FitSeries of(Baseline baseline) {
    return new FitSeries(baseline, baseline.rows(), baseline.observations().period());
  }

  /** The unit of use per day. */
  String unit() {
    return Notation.unit(baseline.observations().commodity().unit().symbol()) + "/d";
  }

  boolean billed() {
    return baseline.observations().resolution() == Resolution.BILLING;
  }

  boolean hasTemperature() {
    return rows.stream().allMatch(row -> row.celsius().isPresent());
  }

  /** Whether a row is a working day; billing periods are drawn like working days. */
  boolean working(FittedRow row) {
    return billed()
        || baseline.observations().drivers().calendar().isWorkingDay(row.period().start());
  }

  double[] residuals() {
    return rows.stream().mapToDouble(FittedRow::residual).toArray();
  }

  /** The root of the mean squared residual. */
  double spread() {
    return Math.sqrt(
        rows.stream().mapToDouble(row -> row.residual() * row.residual()).average().orElse(0));
  }
}
