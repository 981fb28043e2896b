package org.emcsettlement.core.series;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.core.quantity.Rational;
import org.jspecify.annotations.Nullable;

/**
 * Exact use by local day, formed in the building's time zone (days of 23, 24 or 25 hours).
 *
 * <p>A day counts when at most one of its hours is missing; it is then scaled to its full length
 * and flagged. Other days have no quantity and are left out on both sides of every comparison.
 */
public final class DailyUse {

  private final Commodity commodity;
  private final ZoneId zone;
  private final Period coverage;
  private final @Nullable Rational[] quantities;
  private final Set<LocalDate> scaled;

  DailyUse(
      Commodity commodity,
      ZoneId zone,
      Period coverage,
      @Nullable Rational[] quantities,
      Set<LocalDate> scaled) {
    this.commodity = commodity;
    this.zone = zone;
    this.coverage = coverage;
    this.quantities = quantities;
    this.scaled = scaled;
  }

  /**
   * The use of one meter by day.
   *
   * @param readings hourly or daily readings
   * @return its use by day
   * @throws IllegalArgumentException if the readings cover billing periods, which are never spread
   *     over days
   */
  public static DailyUse of(MeterReadings readings) {
    if (readings.resolution() == Resolution.BILLING) {
      throw new IllegalArgumentException(
          "readings of "
              + readings.name()
              + " cover billing periods; they are not spread over days");
    }
    return readings.daily();
  }

  /** One meter of a boundary with the sign it counts with. */
  public record Signed(DailyUse use, int sign) {}

  /**
   * The use of a boundary: the signed sum of its meters, on days that all of them have.
   *
   * @param meters the meters in contract order, at least one, of one commodity
   * @return the boundary's use by day
   */
  public static DailyUse sum(List<Signed> meters) {
    if (meters.size() == 1 && meters.get(0).sign() == 1) {
      return meters.get(0).use();
    }
    DailyUse first = meters.get(0).use();
    Period coverage = first.coverage;
    Set<LocalDate> scaled = new HashSet<>();
    for (Signed meter : meters) {
      coverage =
          coverage
              .overlap(meter.use().coverage)
              .orElse(Period.of(first.coverage.start(), first.coverage.start()));
      scaled.addAll(meter.use().scaled);
    }
    @Nullable Rational[] quantities = new Rational[coverage.days()];
    for (int day = 0; day < quantities.length; day++) {
      quantities[day] = signedSum(meters, coverage.start().plusDays(day));
    }
    return new DailyUse(first.commodity, first.zone, coverage, quantities, Set.copyOf(scaled));
  }

  private static @Nullable Rational signedSum(List<Signed> meters, LocalDate date) {
    Rational sum = Rational.ZERO;
    for (Signed meter : meters) {
      Optional<Rational> quantity = meter.use().on(date);
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

  /** {@return the zone in which days are formed} */
  public ZoneId zone() {
    return zone;
  }

  /** {@return the days from the first to the last reading} */
  public Period coverage() {
    return coverage;
  }

  /**
   * The use of a day.
   *
   * @param date the local date
   * @return the exact use [canonical unit], absent if the day does not count
   */
  public Optional<Rational> on(LocalDate date) {
    return coverage.contains(date)
        ? Optional.ofNullable(
            quantities[Math.toIntExact(date.toEpochDay() - coverage.start().toEpochDay())])
        : Optional.empty();
  }

  /**
   * The days of a period that count.
   *
   * @param period the period
   * @return its days with a quantity, in order
   */
  public List<LocalDate> countedDays(Period period) {
    return period.dates().filter(date -> on(date).isPresent()).toList();
  }

  /**
   * Whether a day was completed for a missing hour.
   *
   * @param date the local date
   * @return true if it was scaled
   */
  public boolean isScaled(LocalDate date) {
    return scaled.contains(date);
  }

  @Override
  public String toString() {
    return commodity.id()
        + " "
        + coverage
        + " "
        + Arrays.stream(quantities).filter(q -> q != null).count();
  }
}
