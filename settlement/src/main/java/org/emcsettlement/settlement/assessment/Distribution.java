package org.emcsettlement.settlement.assessment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;
import org.emcsettlement.core.quantity.Rational;

/**
 * How drawn values are spread. Percentiles are linear between order statistics (type 7 of Hyndman
 * and Fan, {@code PERCENTILE.INC} of spreadsheets), exact until they are rounded HALF_UP.
 *
 * @param mean the arithmetic mean
 * @param p5 one value in twenty is below it
 * @param p25 the lower quartile
 * @param p50 the median
 * @param p75 the upper quartile
 * @param p95 one value in twenty is above it
 */
public record Distribution(
    BigDecimal mean,
    BigDecimal p5,
    BigDecimal p25,
    BigDecimal p50,
    BigDecimal p75,
    BigDecimal p95) {

  /**
   * The distribution of values.
   *
   * @param values the values in any order, at least one
   * @param scale the decimals that are shown
   * @return mean and percentiles
   * @throws IllegalArgumentException if there are no values
   */
  public static Distribution of(Collection<BigDecimal> values, int scale) {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("values of a distribution: at least one is needed");
    }
    List<BigDecimal> sorted = values.stream().sorted().toList();
    BigDecimal sum = values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    return new Distribution(
        Rational.of(sum).dividedBy(Rational.of(sorted.size())).round(scale, RoundingMode.HALF_UP),
        percentile(sorted, 5, scale),
        percentile(sorted, 25, scale),
        percentile(sorted, 50, scale),
        percentile(sorted, 75, scale),
        percentile(sorted, 95, scale));
  }

  private static BigDecimal percentile(List<BigDecimal> sorted, int percent, int scale) {
    Rational position = Rational.of((long) (sorted.size() - 1) * percent, 100);
    int below = position.floor().intValueExact();
    Rational low = Rational.of(sorted.get(below));
    Rational high = Rational.of(sorted.get(Math.min(below + 1, sorted.size() - 1)));
    return low.plus(high.minus(low).times(position.minus(Rational.of(below))))
        .round(scale, RoundingMode.HALF_UP);
  }
}
