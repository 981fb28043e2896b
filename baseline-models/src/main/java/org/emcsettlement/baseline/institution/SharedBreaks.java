package org.emcsettlement.baseline.institution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.emcsettlement.baseline.solve.SideGuard;
import org.emcsettlement.baseline.solve.SplitHinge;

/**
 * Change points shared by working days and days of rest whose slopes differ. Side by side, the best
 * temperature of the data and then the best hundredth of a degree in the two cells around it, until
 * neither moves: no other temperature of the data, and no hundredth in those cells, is better for
 * one side while the other stays. Change points are frozen to hundredths, so nothing finer matters.
 */
final class SharedBreaks {

  private static final int MOST_ROUNDS = 40;

  private final DayRows rows;
  private final double[][] levels;
  private final SideGuard guard;
  private final boolean[] rest;
  private final int[] points;

  /**
   * Prepares.
   *
   * @param rows the days
   * @param levels the constant and the other columns beside the response
   * @param guard what change points must rest on
   */
  SharedBreaks(DayRows rows, double[][] levels, SideGuard guard) {
    this.rows = rows;
    this.levels = levels;
    this.guard = guard;
    rest = new boolean[rows.size()];
    for (int i = 0; i < rest.length; i++) {
      rest[i] = !rows.working()[i];
    }
    points = Arrays.stream(rows.celsius()).sorted().distinct().toArray();
  }

  TemperatureResponse refine(TemperatureResponse start) {
    Optional<Integer> heating = start.heating().map(TemperatureResponse::hundredths);
    Optional<Integer> cooling = start.cooling().map(TemperatureResponse::hundredths);
    for (int round = 0; round < MOST_ROUNDS; round++) {
      Optional<Integer> before = heating;
      Optional<Integer> beforeCooling = cooling;
      Optional<Integer> other = cooling;
      heating = heating.map(at -> best(at, other, false));
      Optional<Integer> moved = heating;
      cooling = cooling.map(at -> best(at, moved, true));
      if (heating.equals(before) && cooling.equals(beforeCooling)) {
        break;
      }
    }
    return new TemperatureResponse(
        start.line(), heating.map(SharedBreaks::celsius), cooling.map(SharedBreaks::celsius));
  }

  private static double celsius(int hundredths) {
    return hundredths / DayRows.HUNDREDTHS;
  }

  private int best(int start, Optional<Integer> other, boolean above) {
    List<double[]> columns = new ArrayList<>(List.of(levels));
    other.ifPresent(
        at -> {
          double[] degrees = TemperatureResponse.beyond(rows, at, above ? 1 : -1);
          columns.add(degrees);
          columns.add(
              IntStream.range(0, degrees.length)
                  .mapToDouble(i -> rest[i] ? degrees[i] : 0)
                  .toArray());
        });
    SplitHinge hinge =
        new SplitHinge(
            rows.temperature(), rest, rows.use(), columns.toArray(double[][]::new), above);
    int best = better(hinge, start, Arrays.stream(points), other, above);
    int place = Arrays.binarySearch(points, best);
    int left = place < 0 ? -place - 2 : place - 1;
    int right = place < 0 ? -place - 1 : place + 1;
    if (left < 0 || right >= points.length) {
      return best;
    }
    return better(hinge, best, IntStream.range(points[left], points[right]), other, above);
  }

  private int better(
      SplitHinge hinge, int start, IntStream candidates, Optional<Integer> other, boolean above) {
    int best = start;
    double most = hinge.explained(celsius(start));
    for (int at : candidates.toArray()) {
      double explained = hinge.explained(celsius(at));
      if (explained > most && hinge.allows(celsius(at), guard) && leavesFlat(at, other, above)) {
        most = explained;
        best = at;
      }
    }
    return best;
  }

  /** Whether enough days lie on the flat part. */
  private boolean leavesFlat(int at, Optional<Integer> other, boolean above) {
    int low = above ? other.orElse(Integer.MIN_VALUE) : at;
    int high = above ? at : other.orElse(Integer.MAX_VALUE);
    long flat = Arrays.stream(rows.celsius()).filter(t -> t >= low && t <= high).count();
    return low < high && flat >= Math.max(1, guard.flatPoints());
  }
}
