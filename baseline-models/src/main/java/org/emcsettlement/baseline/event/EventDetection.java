package org.emcsettlement.baseline.event;

import java.util.List;
import org.emcsettlement.core.LibraryStyle;
import org.immutables.value.Value;

/**
 * Looks for non-routine events in the residuals of a baseline: level shifts, temporary events,
 * drifts, and changes of a meter's unit. It reports; nothing is removed or repaired.
 *
 * <p>Residuals of real buildings are related over weeks, so that plain tests see events everywhere.
 * Here the noise is daily noise plus a slow component. A course of use is compared with the noise
 * alone, each at its own greatest likelihood, so that an event neither passes for slow noise nor
 * slow noise for an event. A course is an event if its effect reaches {@link #minimumEffect()}, and
 * its likelihood that of a t statistic at the quantile that {@link #falseAlarmsPerYear()} leaves to
 * it when shared by the three kinds and by all courses of a kind that are searched (Bonferroni).
 * Between kinds, the one with fewer courses needs less to be preferred.
 *
 * <p>Baseline and reporting period have a level of their own each: a constant difference between
 * them is what savings look like. Events lie inside one of them; only a change of unit is also seen
 * on the border. While a change of unit is found, nothing else is looked for: other events can be
 * judged when readings have one unit.
 */
@LibraryStyle
@Value.Immutable
public interface EventDetection {

  /** {@return the fewest observed days of an event, and on either side of its bounds [d]} */
  @Value.Default
  default int minimumDays() {
    return 14;
  }

  /** {@return the smallest effect, as a fraction of the mean expected use} */
  @Value.Default
  default double minimumEffect() {
    return 0.05;
  }

  /**
   * The false alarms that are allowed a year while residuals err as the noise model says. Real
   * buildings have weeks that no model knows: at the default, a plain change-point model gives 0.11
   * alarms a year in its own year and 0.27 in the year ahead (73 pairs of years of 38 buildings
   * without a published change), fewer with a model that predicts better.
   *
   * @return the nominal rate [1/a]
   */
  @Value.Default
  default double falseAlarmsPerYear() {
    return 0.003;
  }

  /** Checks the settings. */
  @Value.Check
  default void check() {
    require(minimumDays() >= 2, "minimumDays " + minimumDays() + " must be 2 or more");
    require(minimumEffect() >= 0, "minimumEffect " + minimumEffect() + " must not be below 0");
    require(
        falseAlarmsPerYear() > 0 && falseAlarmsPerYear() <= 10,
        "falseAlarmsPerYear " + falseAlarmsPerYear() + " must be above 0 and at most 10");
  }

  private static void require(boolean met, String rule) {
    if (!met) {
      throw new IllegalArgumentException(rule);
    }
  }

  /** {@return the fewest days over which use is said to drift: a shorter one is a shift [d]} */
  default int shortestDriftDays() {
    return 6 * minimumDays();
  }

  /** {@return the distance of the bounds searched first; the best are refined day by day [d]} */
  @Value.Derived
  default int step() {
    return Math.max(1, minimumDays() / 2);
  }

  /** {@return the detection with its default settings} */
  static EventDetection standard() {
    return builder().build();
  }

  /**
   * Looks for events.
   *
   * @param series observed and expected use
   * @return the events in order of their first day; {@link DetectedEvent#findings} tells of them
   */
  default List<DetectedEvent> in(ResidualSeries series) {
    List<DetectedEvent> units = new UnitChanges(this, series).events();
    return units.isEmpty() ? new EventSearch(this, series).events() : units;
  }

  /** {@return a builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds an {@link EventDetection}. */
  final class Builder extends ImmutableEventDetection.Builder {
    Builder() {}
  }
}
