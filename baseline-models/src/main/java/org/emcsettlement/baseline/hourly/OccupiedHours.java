package org.emcsettlement.baseline.hourly;

import org.emcsettlement.baseline.solve.GroupedFit;
import org.emcsettlement.baseline.solve.GroupedLeastSquares;

/**
 * Which hours of the week are occupied (CalTRACK 3.8.4): those in which use lies above a plain
 * heating and cooling model more often than the threshold. Hours of the week without data count as
 * occupied, as they do for the peers.
 */
final class OccupiedHours {

  /** Share of hours above the plain model that makes an hour of the week occupied. */
  private static final double THRESHOLD = 0.65;

  private OccupiedHours() {}

  /**
   * Detects occupancy.
   *
   * @param rows the hours
   * @param heatingBelow temperature below which the plain model heats
   * @param coolingAbove temperature above which it cools
   * @return per hour of week whether it is occupied
   */
  static boolean[] of(HourRows rows, double heatingBelow, double coolingAbove) {
    int n = rows.size();
    double[] heating = new double[n];
    double[] cooling = new double[n];
    for (int i = 0; i < n; i++) {
      heating[i] = Math.max(heatingBelow - rows.temperature()[i], 0);
      cooling[i] = Math.max(rows.temperature()[i] - coolingAbove, 0);
    }
    GroupedFit plain =
        GroupedLeastSquares.solve(
            1, new int[n], new double[][] {cooling, heating}, rows.use(), rows.weight());
    int[] hours = new int[HourRows.WEEK];
    int[] above = new int[HourRows.WEEK];
    for (int i = 0; i < n; i++) {
      double fitted = plain.level(0) + plain.slope(0) * cooling[i] + plain.slope(1) * heating[i];
      hours[rows.hourOfWeek()[i]]++;
      above[rows.hourOfWeek()[i]] += rows.use()[i] > fitted ? 1 : 0;
    }
    boolean[] occupied = new boolean[HourRows.WEEK];
    for (int hour = 0; hour < occupied.length; hour++) {
      occupied[hour] = hours[hour] == 0 || (double) above[hour] / hours[hour] > THRESHOLD;
    }
    return occupied;
  }
}
