package org.emcsettlement.baseline.institution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The leaks of a series whose sustained flow is known. */
final class Leaks {

  /** Days on one side of a leak with which its first or last week is compared. */
  private static final int COMPARED_DAYS = 28;

  /** Days of a kind that make a typical day. */
  private static final int LEAST_ALIKE = 2;

  /** A run of rows, the end not in it. */
  private record Span(int from, int to) {}

  private final WaterDays days;
  private final double[] use;
  private final double[] sustained;
  private final WaterLevel level;
  private final LeakDetection detection;
  private final boolean[] high;

  Leaks(WaterDays days, double[] sustained, WaterLevel level, LeakDetection detection) {
    this.days = days;
    use = days.drivers().length == 0 ? days.use() : KnownFlow.without(days, level.perDriver());
    this.sustained = sustained;
    this.level = level;
    this.detection = detection;
    high = new boolean[sustained.length];
    double limit = level.low() + detection.share() * level.occupied();
    for (int i = 0; i < high.length; i++) {
      high[i] = sustained[i] > limit;
    }
  }

  /** The leaks; with daily readings their first and last days are searched within a week. */
  List<WaterEvent> events(boolean searchEnds) {
    int fewest = searchEnds ? detection.minimumDays() : detection.nights() / 2 + 1;
    List<Span> leaks = new ArrayList<>();
    for (Span run : runs()) {
      Span leak = searchEnds ? searched(run) : run;
      if (leak.to() > leak.from() && days.period(leak.from(), leak.to()).days() >= fewest) {
        addOrJoin(leaks, leak);
      }
    }
    return leaks.stream().map(this::event).toList();
  }

  private List<Span> runs() {
    List<Span> runs = new ArrayList<>();
    for (int i = 0; i < high.length; i++) {
      if (high[i] && (i == 0 || !high[i - 1])) {
        int to = i;
        while (to < high.length && high[to]) {
          to++;
        }
        runs.add(new Span(i, to));
      }
    }
    return runs;
  }

  /** A leak that pauses for less than the shortest leak is one leak. */
  private void addOrJoin(List<Span> leaks, Span leak) {
    int last = leaks.size() - 1;
    if (last >= 0
        && days.between(leaks.get(last).to() - 1, leak.from()) <= detection.minimumDays()) {
      leaks.set(last, new Span(leaks.get(last).from(), leak.to()));
    } else {
      leaks.add(leak);
    }
  }

  /**
   * The run with its ends where a step of the leak's height fits best by least squares. Working
   * days before and after a leak may use more than the leak and a day of rest together, so that
   * they seem to belong to it; against other days of their kind they do not.
   */
  private Span searched(Span run) {
    double half = (mean(run) - level.base()) / 2;
    int reach = Math.min(detection.minimumDays() - 1, run.to() - run.from());
    int from = run.from() == 0 ? 0 : run.from() + passedOver(run.from(), 1, reach, half);
    int to =
        run.to() == high.length
            ? high.length
            : run.to() - passedOver(run.to() - 1, -1, reach, half);
    return new Span(from, to);
  }

  /** How many of the first rows, going inwards, do not belong to the leak. */
  private int passedOver(int edge, int inwards, int reach, double half) {
    double working = typical(edge, -inwards, true);
    double rest = typical(edge, -inwards, false);
    double best = 0;
    double sum = 0;
    int passed = 0;
    for (int k = 0; k < reach; k++) {
      int row = edge + k * inwards;
      double usual = days.working()[row] ? working : rest;
      // a day of a kind that was not seen outside belongs to the leak
      double excess = Double.isNaN(usual) ? half : use[row] - usual - half;
      sum -= excess;
      if (sum > best) {
        best = sum;
        passed = k + 1;
      }
    }
    return passed;
  }

  /** The median use of working days, or of days of rest, in the four weeks outside an edge. */
  private double typical(int edge, int outwards, boolean working) {
    double[] alike =
        IntStream.iterate(
                edge + outwards, row -> row >= 0 && row < high.length, row -> row + outwards)
            .takeWhile(row -> Math.abs(days.between(edge, row)) <= COMPARED_DAYS)
            .filter(row -> !high[row] && days.working()[row] == working)
            .mapToDouble(row -> use[row])
            .toArray();
    return alike.length < LEAST_ALIKE ? Double.NaN : Ranked.median(alike);
  }

  private double mean(Span span) {
    return Arrays.stream(sustained, span.from(), span.to()).average().orElseThrow();
  }

  private WaterEvent event(Span leak) {
    return new WaterEvent(
        WaterEvent.Kind.LEAK,
        days.period(leak.from(), leak.to()),
        leak.to() == high.length,
        mean(leak) - level.base(),
        standardError(leak),
        0,
        level.base());
  }

  /** How far the usual level strays, and the leak about its mean with a week as one observation. */
  private double standardError(Span leak) {
    double[] flow = Arrays.copyOfRange(sustained, leak.from(), leak.to());
    double weeks = Math.max(1, (double) flow.length / detection.minimumDays());
    double own = Ranked.spread(flow) / Math.sqrt(weeks);
    return Math.sqrt(level.spread() * level.spread() + own * own);
  }
}
