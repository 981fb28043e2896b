package org.emcsettlement.baseline.institution;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.emcsettlement.baseline.solve.SideGuard;
import org.emcsettlement.baseline.solve.SplitHinge;
import org.emcsettlement.baseline.solve.SplitSide;

/**
 * Change points shared by working days and days of rest whose slopes differ: the best of all
 * temperatures of the data, or of all pairs of them, and then the best hundredth of a degree, or
 * pair of hundredths, in the cells of the data around it, until it stays. Change points are frozen
 * to hundredths, so inside these cells nothing is better; outside of them a change point between
 * two temperatures of the data might be.
 */
final class SharedBreaks {

  private static final int MOST_MOVES = 20;
  private static final List<Candidate> NO_HEATING =
      List.of(new Candidate(-Integer.MAX_VALUE, SplitSide.NONE));
  private static final List<Candidate> NO_COOLING =
      List.of(new Candidate(Integer.MAX_VALUE, SplitSide.NONE));

  private final SideGuard guard;
  private final SplitHinge below;
  private final SplitHinge above;
  private final int[] ascending;
  private final int[] points;

  /**
   * Prepares.
   *
   * @param rows the days
   * @param levels the constant and the other columns beside the response
   * @param guard what change points must rest on
   */
  SharedBreaks(DayRows rows, double[][] levels, SideGuard guard) {
    this.guard = guard;
    boolean[] rest = new boolean[rows.size()];
    for (int i = 0; i < rest.length; i++) {
      rest[i] = !rows.working()[i];
    }
    below = new SplitHinge(rows.temperature(), rest, rows.use(), levels, false);
    above = new SplitHinge(rows.temperature(), rest, rows.use(), levels, true);
    ascending = rows.celsius().clone();
    Arrays.sort(ascending);
    points = IntStream.of(ascending).distinct().toArray();
  }

  /** A side at a change point, in hundredths; without one, as far out as can be. */
  private record Candidate(int at, SplitSide side) {}

  /** Change points in hundredths, and what they explain. */
  private record Found(int heating, int cooling, double explained) {}

  /** The best change points where the given response has one, or as they are if none may be. */
  TemperatureResponse refine(TemperatureResponse start) {
    boolean heats = start.heating().isPresent();
    boolean cools = start.cooling().isPresent();
    if (!heats && !cools) {
      return start;
    }
    Optional<Found> best =
        best(
            heats ? candidates(below, IntStream.of(points)) : NO_HEATING,
            cools ? candidates(above, IntStream.of(points)) : NO_COOLING);
    for (int move = 0; best.isPresent() && move < MOST_MOVES; move++) {
      Found before = best.get();
      Optional<Found> inside =
          best(
              heats ? candidates(below, around(before.heating())) : NO_HEATING,
              cools ? candidates(above, around(before.cooling())) : NO_COOLING);
      if (inside.isEmpty() || inside.get().explained() <= before.explained()) {
        break;
      }
      best = inside;
    }
    return best.map(
            found ->
                new TemperatureResponse(
                    false,
                    start.heating().map(at -> celsius(found.heating())),
                    start.cooling().map(at -> celsius(found.cooling()))))
        .orElse(start);
  }

  private static double celsius(int hundredths) {
    return hundredths / DayRows.HUNDREDTHS;
  }

  /** The hundredths between the temperatures of the data next to one. */
  private IntStream around(int at) {
    int place = Arrays.binarySearch(points, at);
    int left = place < 0 ? -place - 2 : place - 1;
    int right = place < 0 ? -place - 1 : place + 1;
    return left < 0 || right >= points.length
        ? IntStream.of(at)
        : IntStream.rangeClosed(points[left], points[right]);
  }

  private List<Candidate> candidates(SplitHinge hinge, IntStream at) {
    return at.filter(point -> hinge.allows(celsius(point), guard))
        .mapToObj(point -> new Candidate(point, hinge.at(celsius(point))))
        .toList();
  }

  private Optional<Found> best(List<Candidate> heating, List<Candidate> cooling) {
    int leastFlat = Math.max(1, guard.flatPoints());
    int[] upToCooling = cooling.stream().mapToInt(side -> upTo(side.at())).toArray();
    Optional<Found> best = Optional.empty();
    double most = -1;
    for (Candidate low : heating) {
      int colder = upTo(low.at() - 1);
      for (int j = cooling.size() - 1; j >= 0 && upToCooling[j] - colder >= leastFlat; j--) {
        Candidate high = cooling.get(j);
        double explained = low.side().explainedWith(high.side());
        if (high.at() > low.at() && explained > most) {
          most = explained;
          best = Optional.of(new Found(low.at(), high.at(), explained));
        }
      }
    }
    return best;
  }

  /** How many days are not warmer. */
  private int upTo(int celsius) {
    int low = 0;
    int high = ascending.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (ascending[middle] <= celsius) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
