package org.emcsettlement.core.series;

import java.math.RoundingMode;
import java.time.ZoneId;
import java.util.OptionalInt;
import org.emcsettlement.core.quantity.Rational;

/**
 * Mean outdoor temperatures of one station by hour of the local clock: raw for methods that are
 * defined on raw values, and in whole hundredths of a degree Celsius (HALF_UP) for models that are
 * frozen. An hour without any reading has no temperature.
 */
public final class HourlyTemperature {

  private static final int NONE = Integer.MIN_VALUE;

  private final HourGrid grid;
  private final int[] hundredths;
  private final double[] celsius;

  private HourlyTemperature(HourGrid grid, int[] hundredths, double[] celsius) {
    this.grid = grid;
    this.hundredths = hundredths;
    this.celsius = celsius;
  }

  static HourlyTemperature of(IntervalSeries series) {
    HourGrid grid = HourGrid.over(series);
    HourSums sums = new HourSums(series, grid);
    int[] hundredths = new int[grid.size()];
    double[] celsius = new double[grid.size()];
    for (int hour = 0; hour < hundredths.length; hour++) {
      if (sums.count(hour) > 0) {
        Rational mean = sums.sum(hour).dividedBy(Rational.of(sums.count(hour)));
        hundredths[hour] = mean.round(2, RoundingMode.HALF_UP).unscaledValue().intValueExact();
        celsius[hour] = mean.toDouble();
      } else {
        hundredths[hour] = NONE;
        celsius[hour] = Double.NaN;
      }
    }
    return new HourlyTemperature(grid, hundredths, celsius);
  }

  /** {@return the zone whose clock the hours follow} */
  public ZoneId zone() {
    return grid.zone();
  }

  /** {@return the start of the first hour [epoch s]} */
  public long first() {
    return grid.first();
  }

  /** {@return the number of hours from the first to the last, those without a temperature too} */
  public int size() {
    return grid.size();
  }

  /**
   * The mean temperature of an hour.
   *
   * @param epochSecond an instant in the hour [epoch s]
   * @return the unrounded mean [°C], NaN if unknown
   */
  public double celsiusAt(long epochSecond) {
    int hour = grid.indexOf(epochSecond);
    return hour < 0 ? Double.NaN : celsius[hour];
  }

  /**
   * The mean temperature of an hour as a frozen model takes it.
   *
   * @param epochSecond an instant in the hour [epoch s]
   * @return hundredths of a degree Celsius, absent if unknown
   */
  public OptionalInt hundredthsAt(long epochSecond) {
    int hour = grid.indexOf(epochSecond);
    return hour < 0 || hundredths[hour] == NONE
        ? OptionalInt.empty()
        : OptionalInt.of(hundredths[hour]);
  }
}
