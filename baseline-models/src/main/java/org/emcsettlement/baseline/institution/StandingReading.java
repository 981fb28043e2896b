package org.emcsettlement.baseline.institution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds meters that stand still. Zero for a week or more is a dead meter only if the building is
 * expected to use water: in a vacation it is true. A reading other than zero that repeats to the
 * last digit for two weeks was made up.
 */
final class StandingReading {

  private final WaterDays days;
  private final double[] expected;
  private final WaterLevel level;
  private final LeakDetection detection;

  /**
   * Prepares.
   *
   * @param days the days
   * @param expected what is expected per day; NaN where nothing is known
   * @param level what is usual
   * @param detection the shortest run, and the shortfall that counts
   */
  StandingReading(WaterDays days, double[] expected, WaterLevel level, LeakDetection detection) {
    this.days = days;
    this.expected = expected;
    this.level = level;
    this.detection = detection;
  }

  /** The dead meters, zero for so many days at least. */
  List<WaterEvent> events(int fewestZeros) {
    List<WaterEvent> events = new ArrayList<>();
    for (Run run : runs(fewestZeros)) {
      double usual = mean(run);
      if (run.value() > 0 || usual >= detection.share() * level.occupied()) {
        events.add(
            new WaterEvent(
                WaterEvent.Kind.DEAD_METER,
                days.period(run.from(), run.to()),
                run.to() == days.size(),
                run.value() - usual,
                level.spread(),
                0,
                usual));
      }
    }
    return events;
  }

  /** A run of rows with the same reading, the end not in it. */
  record Run(int from, int to, double value) {}

  /** The runs that are long enough to be looked at, whatever is expected. */
  List<Run> runs(int fewestZeros) {
    List<Run> runs = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= days.size(); i++) {
      if (i == days.size() || days.use()[i] != days.use()[from]) {
        double value = days.use()[from];
        int fewest = value == 0 ? fewestZeros : 2 * detection.minimumDays();
        if (value >= 0 && days.period(from, i).days() >= fewest) {
          runs.add(new Run(from, i, value));
        }
        from = i;
      }
    }
    return runs;
  }

  /** What is expected of a run; NaN if it is known for less than half of it. */
  private double mean(Run run) {
    double[] known =
        IntStream.range(run.from(), run.to())
            .mapToDouble(i -> expected[i])
            .filter(value -> !Double.isNaN(value))
            .toArray();
    return 2 * known.length < run.to() - run.from()
        ? Double.NaN
        : Arrays.stream(known).average().orElse(Double.NaN);
  }
}
