package org.emcsettlement.baseline.caltrack;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.emcsettlement.baseline.judge.StudentsT;
import org.emcsettlement.baseline.uncertainty.AshraeFactor;
import org.emcsettlement.core.series.Resolution;

/**
 * Metered savings as the peer computes them: what the baseline model says less what was used, for
 * every complete row of the reporting period.
 *
 * <p>Base use counts exact elapsed days, degree days count all blocks of the row at the mean of
 * those that count. So a local day of 25 hours, which is one whole block and the begin of a second,
 * has its degree days twice; this is the peer's arithmetic and kept to reproduce it. Zones without
 * summer time never meet it.
 *
 * @param rows the complete rows of the reporting period, in order
 * @param errorBands error bands of the total; absent where the baseline has no variance or its
 *     residuals no defined autocorrelation
 */
public record CaltrackSavings(List<Row> rows, Optional<ErrorBands> errorBands) {

  /**
   * One row of the reporting period.
   *
   * @param row its index in the sample
   * @param observed what was used
   * @param base base use by the baseline model
   * @param heating heating use by the baseline model
   * @param cooling cooling use by the baseline model
   */
  public record Row(int row, double observed, double base, double heating, double cooling) {

    /** {@return what the baseline model says for the row} */
    public double counterfactual() {
      return base + heating + cooling;
    }

    /** {@return avoided use, positive where use went down} */
    public double savings() {
      return counterfactual() - observed;
    }
  }

  /**
   * Half-widths of the error of total savings, in the unit of use.
   *
   * @param fractional from the fractional savings uncertainty of ASHRAE Guideline 14
   * @param ols from the peer's approximation of the regression's prediction error
   * @param olsModel its part from the model
   * @param olsNoise its part from the noise
   */
  public record ErrorBands(double fractional, double ols, double olsModel, double olsNoise) {}

  /**
   * Savings; the list is copied.
   *
   * @param rows the complete rows
   * @param errorBands error bands of the total
   */
  public CaltrackSavings {
    rows = List.copyOf(rows);
  }

  /**
   * Applies a fit to a reporting period.
   *
   * @param fit the baseline fit
   * @param reporting use and temperatures of the reporting period
   * @param confidence two-sided confidence level, between 0 and 1
   * @return the savings
   */
  public static CaltrackSavings of(CaltrackFit fit, CaltrackSample reporting, double confidence) {
    CaltrackModel model = fit.model();
    List<Row> rows = new ArrayList<>();
    for (int i : reporting.completeRows()) {
      double[] means = reporting.means(i);
      rows.add(
          new Row(
              i,
              reporting.use(i),
              model.intercept() * reporting.days(i),
              model.heatingPerDay(means) * reporting.blocks(i),
              model.coolingPerDay(means) * reporting.blocks(i)));
    }
    return new CaltrackSavings(rows, bands(fit, reporting, rows, confidence));
  }

  private static Optional<ErrorBands> bands(
      CaltrackFit fit, CaltrackSample reporting, List<Row> rows, double confidence) {
    CaltrackMetrics totals = fit.metricsOfTotals(confidence);
    boolean billing = fit.method().weighted();
    // billing: months of the whole period, halves to even
    double m = billing && !rows.isEmpty() ? Math.rint(reporting.span() / 30.0) : rows.size();
    double n = totals.length();
    int freedom = totals.length() - totals.parameters();
    double rho = totals.autocorrResid();
    boolean undefined =
        m == 0
            || freedom < 1
            || Double.isNaN(rho)
            || Math.abs(rho) == 1
            || totals.observedMean() == 0
            || totals.observedVariance() == 0;
    if (undefined) {
      return Optional.empty();
    }
    double ts = StudentsT.quantile(confidence, freedom) * totals.rmseAdj();
    double shift = totals.observedMean() - sum(rows, Row::observed) / rows.size();
    double ofModel =
        ts * m / Math.sqrt(n) * Math.sqrt(1 + shift * shift / totals.observedVariance());
    double ofNoise = ts * Math.sqrt(m * n / totals.nPrime());
    double fractional =
        n
            * ts
            * factor(billing, billing ? m : m / 30)
            * Math.sqrt(n / totals.nPrime() * (1 + 2 / totals.nPrime()) / m);
    return Optional.of(
        new ErrorBands(
            fractional, Math.sqrt(ofModel * ofModel + ofNoise * ofNoise), ofModel, ofNoise));
  }

  /** The factor of ASHRAE's formula; the peer counts months by its own rule. */
  private static double factor(boolean billing, double months) {
    AshraeFactor factor = AshraeFactor.byMonths(billing ? Resolution.BILLING : Resolution.DAILY);
    return (factor.a().doubleValue() * months + factor.b().doubleValue()) * months
        + factor.c().doubleValue();
  }

  private static double sum(List<Row> rows, ToDoubleFunction<Row> part) {
    double sum = 0;
    for (Row row : rows) {
      sum += part.applyAsDouble(row);
    }
    return sum;
  }

  /**
   * A part summed over all rows.
   *
   * @param part the part, e.g. {@code Row::savings}
   * @return its total
   */
  public double total(ToDoubleFunction<Row> part) {
    return sum(rows, part);
  }
}
