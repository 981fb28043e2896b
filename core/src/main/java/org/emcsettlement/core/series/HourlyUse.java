package org.emcsettlement.core.series;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.core.quantity.Rational;
import org.jspecify.annotations.Nullable;

/** Exact use by hour of the local clock. An hour counts when all of it was read. */
public final class HourlyUse {

  private final Commodity commodity;
  private final HourGrid grid;
  private final @Nullable Rational[] quantities;

  private HourlyUse(Commodity commodity, HourGrid grid, @Nullable Rational[] quantities) {
    this.commodity = commodity;
    this.grid = grid;
    this.quantities = quantities;
  }

  /**
   * The use of one meter by hour.
   *
   * @param readings readings of one hour or less
   * @return its use by hour
   * @throws IllegalArgumentException if the meter was read less often
   */
  public static HourlyUse of(MeterReadings readings) {
    if (readings.resolution() != Resolution.HOURLY) {
      throw new IllegalArgumentException(
          "readings of "
              + readings.name()
              + " are "
              + readings.resolution()
              + "; they are not spread over hours");
    }
    IntervalSeries series = readings.series();
    HourGrid grid = HourGrid.over(series);
    HourSums sums = new HourSums(series, grid);
    @Nullable Rational[] quantities = new Rational[grid.size()];
    for (int hour = 0; hour < quantities.length; hour++) {
      quantities[hour] = sums.isWhole(hour) ? sums.sum(hour) : null;
    }
    return new HourlyUse(readings.commodity(), grid, quantities);
  }

  /**
   * One meter of a boundary with the sign it counts with.
   *
   * @param use its use by hour
   * @param sign +1 or −1
   */
  public record Signed(HourlyUse use, int sign) {}

  /**
   * The use of a boundary: the signed sum of its meters, in hours that all of them have.
   *
   * @param meters the meters in contract order, at least one, of one commodity and zone
   * @return the boundary's use by hour
   */
  public static HourlyUse sum(List<Signed> meters) {
    HourlyUse first = meters.get(0).use();
    @Nullable Rational[] quantities = new Rational[first.grid.size()];
    for (int hour = 0; hour < quantities.length; hour++) {
      quantities[hour] = signedSum(meters, first.start(hour));
    }
    return new HourlyUse(first.commodity, first.grid, quantities);
  }

  private static @Nullable Rational signedSum(List<Signed> meters, long start) {
    Rational sum = Rational.ZERO;
    for (Signed meter : meters) {
      Optional<Rational> quantity = meter.use().at(start);
      if (quantity.isEmpty()) {
        return null;
      }
      sum = meter.sign() > 0 ? sum.plus(quantity.get()) : sum.minus(quantity.get());
    }
    return sum;
  }

  /** {@return what is used} */
  public Commodity commodity() {
    return commodity;
  }

  /** {@return the zone whose clock the hours follow} */
  public ZoneId zone() {
    return grid.zone();
  }

  /** {@return the number of hours from the first to the last reading, missing ones too} */
  public int size() {
    return grid.size();
  }

  /**
   * The start of an hour.
   *
   * @param hour its index in time order
   * @return its first instant [epoch s]
   */
  public long start(int hour) {
    return grid.start(hour);
  }

  /**
   * The use of an hour.
   *
   * @param epochSecond an instant in the hour [epoch s]
   * @return the exact use [canonical unit], absent where a part of the hour is missing
   */
  public Optional<Rational> at(long epochSecond) {
    int hour = grid.indexOf(epochSecond);
    return hour < 0 ? Optional.empty() : Optional.ofNullable(quantities[hour]);
  }
}
