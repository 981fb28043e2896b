package org.emcsettlement.settlement.report.page;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.emcsettlement.core.quantity.Rational;

/**
 * The scale of a chart: round numbers that cover all values.
 *
 * @param least its lower end
 * @param greatest its upper end
 * @param step the distance of its ticks
 */
public record Axis(BigDecimal least, BigDecimal greatest, BigDecimal step) {

  private static final List<BigDecimal> STEPS =
      List.of(BigDecimal.ONE, BigDecimal.valueOf(2), BigDecimal.valueOf(5), BigDecimal.valueOf(10));

  /**
   * A scale.
   *
   * @param values what it has to cover besides zero
   * @param intervals about how many intervals it is to have
   * @return the scale
   */
  public static Axis covering(List<Rational> values, int intervals) {
    Rational low = Rational.ZERO;
    Rational high = Rational.ZERO;
    for (Rational value : values) {
      low = low.min(value);
      high = high.max(value);
    }
    return between(low, high, intervals);
  }

  /**
   * A scale that need not hold zero.
   *
   * @param low the least value
   * @param high the greatest value, not below the least
   * @param intervals about how many intervals it is to have
   * @return the scale
   */
  public static Axis spanning(double low, double high, int intervals) {
    return between(
        Rational.of(BigDecimal.valueOf(low)), Rational.of(BigDecimal.valueOf(high)), intervals);
  }

  private static Axis between(Rational low, Rational top, int intervals) {
    Rational high = low.compareTo(top) == 0 ? low.plus(Rational.of(1)) : top;
    BigDecimal raw =
        high.minus(low).dividedBy(Rational.of(intervals)).toDecimal(MathContext.DECIMAL64);
    int exponent = raw.precision() - raw.scale() - 1;
    BigDecimal step =
        STEPS.stream()
            .map(digit -> digit.scaleByPowerOfTen(exponent))
            .filter(candidate -> candidate.compareTo(raw) >= 0)
            .findFirst()
            .orElseThrow();
    return new Axis(
        multiple(low, step, RoundingMode.FLOOR), multiple(high, step, RoundingMode.CEILING), step);
  }

  /**
   * A scale without round ends: from the least to the greatest value or zero.
   *
   * @param values what it has to cover besides zero
   * @return the scale
   */
  public static Axis just(List<BigDecimal> values) {
    BigDecimal low = values.stream().reduce(BigDecimal.ZERO, BigDecimal::min);
    BigDecimal high = values.stream().reduce(BigDecimal.ZERO, BigDecimal::max);
    BigDecimal end = low.compareTo(high) == 0 ? high.add(BigDecimal.ONE) : high;
    return new Axis(low, end, end.subtract(low));
  }

  private static BigDecimal multiple(Rational value, BigDecimal step, RoundingMode mode) {
    return value.dividedBy(Rational.of(step)).round(0, mode).multiply(step);
  }

  /** {@return the ticks from the least to the greatest} */
  public List<BigDecimal> ticks() {
    List<BigDecimal> ticks = new ArrayList<>();
    for (BigDecimal tick = least; tick.compareTo(greatest) <= 0; tick = tick.add(step)) {
      ticks.add(tick);
    }
    return ticks;
  }

  /**
   * How a tick reads.
   *
   * @param tick the tick
   * @return with thousands separators, without trailing zeros
   */
  public static String label(BigDecimal tick) {
    return Numbers.grouped(tick.signum() == 0 ? BigDecimal.ZERO : tick.stripTrailingZeros());
  }

  /** {@return the width of the longest label in units of the font size} */
  public double labelWidth() {
    return ticks().stream().mapToDouble(tick -> Svg.width(label(tick))).max().orElse(0);
  }

  /**
   * Where a value lies.
   *
   * @param value the value
   * @return from 0 at the lower end to 1 at the upper one
   */
  public double position(Rational value) {
    Rational from = Rational.of(least);
    return value.minus(from).dividedBy(Rational.of(greatest).minus(from)).toDouble();
  }

  /**
   * Where a value lies.
   *
   * @param value the value
   * @return from 0 at the lower end to 1 at the upper one
   */
  public double position(double value) {
    double from = least.doubleValue();
    return (value - from) / (greatest.doubleValue() - from);
  }

  /**
   * Where a tick lies.
   *
   * @param tick the tick
   * @return from 0 at the lower end to 1 at the upper one
   */
  public double position(BigDecimal tick) {
    return position(Rational.of(tick));
  }
}
