package org.emcsettlement.baseline.institution;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.core.finding.Place;
import org.emcsettlement.core.period.Period;

/**
 * What happened to water and meter in a period: leaks, bursts, dead meters, catch-up readings and
 * resets. Nothing is removed from the data; the caller decides, and these are the usual decisions:
 *
 * <ul>
 *   <li>A baseline rests on {@link #usualRows()}: lost water is no part of it.
 *   <li>Savings leave out {@link #leftOutOfSavings()} on both sides: a meter that stands still
 *       saves nothing.
 *   <li>Leaks and bursts stay in the savings and are shown beside them by {@link
 *       WaterEvent#quantity()}; who bears them is for the contract to say.
 * </ul>
 */
public final class WaterReview {

  private final WaterDays days;
  private final WaterLevel level;
  private final List<WaterEvent> events;

  private WaterReview(WaterDays days, WaterLevel level, List<WaterEvent> events) {
    this.days = days;
    this.level = level;
    this.events = events;
  }

  /**
   * Reviews days by themselves. Meters that stand still at zero are not found, because only a model
   * knows that water should have run.
   *
   * @param days the days
   * @param detection what counts as a leak
   * @return what happened
   */
  public static WaterReview of(WaterDays days, LeakDetection detection) {
    double[] unknown = new double[days.size()];
    Arrays.fill(unknown, Double.NaN);
    return of(days, unknown, detection.level(days), detection);
  }

  /**
   * Reviews days by themselves, as far as leaks are concerned against nights.
   *
   * @param days the days
   * @param nights the flow of each night; {@link NightFlow#of}
   * @param detection what counts as a leak
   * @return what happened
   */
  public static WaterReview of(WaterDays days, WaterDays nights, LeakDetection detection) {
    WaterLevel level = detection.level(days);
    double[] unknown = new double[days.size()];
    Arrays.fill(unknown, Double.NaN);
    return of(
        days,
        unknown,
        level,
        detection.leaks(days, level, nights, detection.nightLevel(nights, level)),
        detection);
  }

  /**
   * Reviews days against what is expected.
   *
   * @param days the days
   * @param expected the use that a baseline expects on each day; NaN where it does not know
   * @param level what is usual, of the baseline period
   * @param detection what counts as a leak
   * @return what happened
   * @throws IllegalArgumentException if there is not one expected value per day
   */
  public static WaterReview of(
      WaterDays days, double[] expected, WaterLevel level, LeakDetection detection) {
    return of(days, expected, level, detection.leaks(days, level), detection);
  }

  /**
   * Reviews days whose leaks are known against what is expected.
   *
   * @param days the days
   * @param expected the use that a baseline expects on each day; NaN where it does not know
   * @param level what is usual, of the baseline period
   * @param leaks the leaks, as {@link LeakDetection} finds them
   * @param detection what counts as a leak
   * @return what happened
   * @throws IllegalArgumentException if there is not one expected value per day
   */
  public static WaterReview of(
      WaterDays days,
      double[] expected,
      WaterLevel level,
      List<WaterEvent> leaks,
      LeakDetection detection) {
    return of(days, expected, level, leaks, detection, detection.minimumDays());
  }

  /** The same with another number of days that a dead meter must read zero. */
  static WaterReview of(
      WaterDays days,
      double[] expected,
      WaterLevel level,
      List<WaterEvent> leaks,
      LeakDetection detection,
      int fewestZeros) {
    if (expected.length != days.size()) {
      throw new IllegalArgumentException(
          "expected has "
              + expected.length
              + " values, must have one for "
              + days.size()
              + " days");
    }
    List<WaterEvent> events = new ArrayList<>(leaks);
    boolean[] known = rowsIn(days, events);
    List<WaterEvent> dead =
        new StandingReading(days, expected, level, detection).events(fewestZeros);
    boolean[] isDead = rowsIn(days, dead);
    for (int i = 0; i < known.length; i++) {
      known[i] |= isDead[i];
    }
    events.addAll(dead);
    events.addAll(new UnusualDays(days, known, isDead, level).events());
    events.sort(Comparator.comparing(event -> event.days().start()));
    return new WaterReview(days, level, List.copyOf(events));
  }

  private static boolean[] rowsIn(WaterDays days, List<WaterEvent> events) {
    boolean[] in = new boolean[days.size()];
    for (WaterEvent event : events) {
      for (int i = 0; i < in.length; i++) {
        in[i] |= event.days().contains(days.dates().get(i));
      }
    }
    return in;
  }

  /** {@return the days reviewed} */
  public WaterDays days() {
    return days;
  }

  /** {@return what was taken as usual} */
  public WaterLevel level() {
    return level;
  }

  /** {@return the events in time order} */
  public List<WaterEvent> events() {
    return events;
  }

  /**
   * The events of a kind.
   *
   * @param kind the kind
   * @return them in time order
   */
  public List<WaterEvent> events(WaterEvent.Kind kind) {
    return events.stream().filter(event -> event.kind() == kind).toList();
  }

  /** {@return the rows of {@link #days()} on which nothing happened, ascending} */
  public int[] usualRows() {
    boolean[] in = rowsIn(days, events);
    return IntStream.range(0, in.length).filter(i -> !in[i]).toArray();
  }

  /** {@return the periods whose readings say nothing about use; neither side counts them} */
  public List<Period> leftOutOfSavings() {
    return events.stream()
        .filter(event -> event.kind().isMeterFault())
        .map(WaterEvent::days)
        .toList();
  }

  /**
   * {@return one finding per event, and for a baseline how many days it leaves out}
   *
   * @param baseline whether a baseline rests on the usual days
   */
  public Findings findings(boolean baseline) {
    FindingCollector findings = new FindingCollector();
    findings.addAll(WaterEvent.findings(events));
    int[] usual = usualRows();
    int left = days.size() - usual.length;
    if (baseline && left > 0) {
      boolean[] in = rowsIn(days, events);
      List<LocalDate> out =
          IntStream.range(0, in.length).filter(i -> in[i]).mapToObj(days.dates()::get).toList();
      Place place = Place.NOWHERE.during(days.period(0, days.size()).toString());
      findings.add(
          WaterFinding.LEFT_OUT,
          place,
          "count",
          left,
          "size",
          days.size(),
          "events",
          events.size(),
          "first",
          out.get(0),
          "last",
          out.get(left - 1));
      if (2 * left > days.size()) {
        findings.add(WaterFinding.MOSTLY_LEFT_OUT, place, "count", left, "size", days.size());
      }
    }
    return findings.findings();
  }
}
