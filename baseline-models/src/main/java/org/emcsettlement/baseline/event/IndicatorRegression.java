package org.emcsettlement.baseline.event;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.emcsettlement.baseline.judge.Significant;
import org.emcsettlement.baseline.solve.LinearFit;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.quantity.Rational;

/**
 * An event estimated from the boundary's own use: the coefficient of its indicator in a regression
 * over baseline and reporting period together, times its days. The noise of the regression is that
 * of {@link EventDetection}, so the uncertainty knows of autocorrelation.
 *
 * @param basis what it rests on
 * @param kind LEVEL_SHIFT or TEMPORARY: the full effect on every day of the event; DRIFT: growing
 *     evenly over its days and full from then on
 * @param perDay the effect [canonical unit/d]
 * @param standardErrorPerDay its standard error [canonical unit/d]
 */
public record IndicatorRegression(
    Basis basis, DetectedEvent.Kind kind, BigDecimal perDay, BigDecimal standardErrorPerDay)
    implements Adjustment {

  /**
   * Estimates an event.
   *
   * @param basis the event
   * @param kind its course
   * @param series residuals of the baseline in its own and the reporting period; each period gets a
   *     level of its own, so that savings are not taken for the event
   * @param regressors the model's regressors beside the constant, {@code regressors[j][i]} on day
   *     {@code i} of the series, so that they may share what they explain with the indicator; none
   *     leaves the coefficients of the baseline as they are
   * @return the adjustment
   * @throws IllegalArgumentException if the kind is UNIT_CHANGE, or the series does not tell the
   *     event from the other columns, as when it lasts through a whole period
   */
  public static IndicatorRegression of(
      Basis basis, DetectedEvent.Kind kind, ResidualSeries series, double[][] regressors) {
    if (kind == DetectedEvent.Kind.UNIT_CHANGE) {
      throw new IllegalArgumentException(
          "kind " + kind + " is for the meter, not for a regression");
    }
    long[] day = series.epochDays();
    int from = series.rowOf(basis.days().start());
    int to = series.rowOf(basis.days().end());
    if (from == to) {
      throw new IllegalArgumentException("the series has no day in " + basis.days());
    }
    List<double[]> columns = new ArrayList<>();
    int end = to;
    for (EventSpan span : EventSpan.of(series)) {
      columns.add(span.level(day.length));
      end = span.from() <= from && from < span.to() ? Math.max(to, span.to()) : end;
    }
    columns.addAll(List.of(regressors));
    columns.add(new EventShape(kind, from, to, end).column(day));
    double[][] model = columns.toArray(double[][]::new);
    double[] residuals = series.residuals();
    LinearFit fit =
        ResidualNoise.mostLikely(ResidualNoise.grid(day), residuals, model).fit(residuals, model);
    int last = model.length - 1;
    double variance = fit.sse() / (day.length - model.length);
    return new IndicatorRegression(
        basis,
        kind,
        Significant.of(fit.coefficient(last), Significant.COEFFICIENT),
        Significant.of(fit.standardError(last, variance), Significant.COEFFICIENT));
  }

  @Override
  public BigDecimal quantity(Period period) {
    return Adjustment.decimal(Rational.of(perDay).times(fullDays(period)));
  }

  @Override
  public BigDecimal standardUncertainty(Period period) {
    return Adjustment.decimal(Rational.of(standardErrorPerDay).times(fullDays(period)));
  }

  /** The days of the period, each counted by its share of the full effect. */
  private Rational fullDays(Period period) {
    Period event = basis.days();
    if (kind != DetectedEvent.Kind.DRIFT) {
      return Rational.of(event.daysIn(period));
    }
    Rational sum = Rational.ZERO;
    for (LocalDate date : period.dates().filter(d -> !d.isBefore(event.start())).toList()) {
      int grown = Math.min(event.days(), Period.of(event.start(), date).days() + 1);
      sum = sum.plus(Rational.of(grown).dividedBy(Rational.of(event.days())));
    }
    return sum;
  }
}
