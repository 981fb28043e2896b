package org.emcsettlement.baseline.institution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.emcsettlement.core.LibraryStyle;
import org.immutables.value.Value;

/**
 * Finds leaks: flow that does not stop for a week or more and that is not usual for the building.
 *
 * <p>People do not use water without a pause, a leak does. With daily readings the indicator is the
 * highest level that use kept for {@link #minimumDays()} days in a row; as a run of seven days has
 * days of rest in it, weekly life drops out. With hourly readings it is the flow between 02:00 and
 * 04:00, the median of seven nights. A leak is a rise of the indicator above its lower quartile by
 * more than {@link #share()} of what the building uses on an occupied day: a rule with two
 * parameters, both of which a person can check on a plot. It is the same in cubic metres and in
 * litres, and does not depend on a model, so a leak that lasts half a year is not taken for a
 * season.
 *
 * <p>Other steady use looks the same: irrigation every day, a pool that is filled, lodgers in the
 * vacation; the findings say so. Where a driver tells of it ({@code on_campus}, {@code
 * irrigation}), the flow that comes and goes with the driver is taken away first. Buildings
 * inhabited on days of rest need such a driver or hourly readings. A leak that takes more than
 * three quarters of all days cannot be told from what is usual.
 */
@LibraryStyle
@Value.Immutable
public interface LeakDetection {

  /** {@return the fewest days of a leak, and of the run in which use must not fall [d]} */
  @Value.Default
  default int minimumDays() {
    return 7;
  }

  /** {@return the smallest leak, as a fraction of the use of an occupied day} */
  @Value.Default
  default double share() {
    return 0.5;
  }

  /** {@return the nights whose median is the night flow, odd} */
  @Value.Default
  default int nights() {
    return 7;
  }

  /** Checks the settings. */
  @Value.Check
  default void check() {
    require(minimumDays() >= 7, "minimumDays " + minimumDays() + " must be 7, a week, or more");
    require(share() > 0, "share " + share() + " must be greater than 0");
    require(
        nights() >= 3 && nights() % 2 == 1, "nights " + nights() + " must be odd and 3 or more");
  }

  private static void require(boolean met, String rule) {
    if (!met) {
      throw new IllegalArgumentException(rule);
    }
  }

  /** {@return the detection with its default settings} */
  static LeakDetection standard() {
    return builder().build();
  }

  /**
   * What is usual for a building. Leaks in the days do not matter unless they take three quarters
   * of them.
   *
   * @param days the days of a year or more; those with use below zero do not count
   * @return the level; NaN if there are fewer days than a leak has
   */
  default WaterLevel level(WaterDays days) {
    WaterDays valid = days.valid();
    List<Double> perDriver = KnownFlow.perDriver(valid, minimumDays());
    double[] sustained = sustained(valid, perDriver);
    double[] beyond =
        IntStream.range(0, sustained.length)
            .filter(i -> valid.working()[i])
            .mapToDouble(i -> valid.use()[i] - sustained[i])
            .toArray();
    double low = Ranked.quantile(sustained, 0.25);
    double occupied = low + (beyond.length == 0 ? 0 : Ranked.quantile(beyond, 0.75));
    return withBase(sustained, low, occupied, perDriver);
  }

  /**
   * What is usual at night.
   *
   * @param nights the flow of each night; {@link NightFlow#of}
   * @param days what is usual by day
   * @return the level of the nights, occupied days as given
   */
  default WaterLevel nightLevel(WaterDays nights, WaterLevel days) {
    double[] sustained = SustainedFlow.ofNights(nights.use(), nights());
    return withBase(sustained, Ranked.quantile(sustained, 0.25), days.occupied(), List.of());
  }

  private double[] sustained(WaterDays valid, List<Double> perDriver) {
    return SustainedFlow.ofDays(KnownFlow.without(valid, perDriver), minimumDays());
  }

  private WaterLevel withBase(
      double[] sustained, double low, double occupied, List<Double> perDriver) {
    double limit = low + share() * occupied;
    double[] usual =
        IntStream.range(0, sustained.length)
            .mapToDouble(i -> sustained[i])
            .filter(flow -> flow <= limit)
            .toArray();
    return new WaterLevel(low, occupied, Ranked.median(usual), Ranked.spread(usual), perDriver);
  }

  /**
   * Finds leaks in daily readings.
   *
   * @param days the days
   * @param level what is usual, from the same days or from the baseline period
   * @return the leaks in time order; dates are sure within six days
   */
  default List<WaterEvent> leaks(WaterDays days, WaterLevel level) {
    WaterDays valid = days.valid();
    double[] sustained = sustained(valid, level.perDriver());
    return new Leaks(valid, sustained, level, this).events(true);
  }

  /**
   * Finds leaks in night flow.
   *
   * @param nights the flow of each night; {@link NightFlow#of}
   * @param level what is usual at night
   * @return the leaks in time order; dates are sure within a night or two
   */
  default List<WaterEvent> nightLeaks(WaterDays nights, WaterLevel level) {
    double[] sustained = SustainedFlow.ofNights(nights.use(), nights());
    return new Leaks(nights, sustained, level, this).events(false);
  }

  /**
   * Finds leaks in night flow, and in daily readings where no night was read: people use water by
   * day, so that nights know better.
   *
   * @param days the days
   * @param level what is usual by day
   * @param nights the flow of each night; {@link NightFlow#of}
   * @param nightLevel what is usual at night
   * @return the leaks in time order
   */
  default List<WaterEvent> leaks(
      WaterDays days, WaterLevel level, WaterDays nights, WaterLevel nightLevel) {
    List<WaterEvent> leaks = new ArrayList<>(nightLeaks(nights, nightLevel));
    leaks(days, level).stream()
        .filter(leak -> nights.dates().stream().noneMatch(leak.days()::contains))
        .forEach(leaks::add);
    leaks.sort(Comparator.comparing(leak -> leak.days().start()));
    return leaks;
  }

  /** {@return a builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link LeakDetection}. */
  final class Builder extends ImmutableLeakDetection.Builder {
    Builder() {}
  }
}
