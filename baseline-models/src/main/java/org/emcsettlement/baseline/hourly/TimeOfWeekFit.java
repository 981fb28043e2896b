package org.emcsettlement.baseline.hourly;

import java.util.List;
import org.emcsettlement.baseline.solve.ColumnRank;
import org.emcsettlement.baseline.solve.GroupedFit;
import org.emcsettlement.baseline.solve.GroupedLeastSquares;

/**
 * Time of week and temperature: a level per hour of the week and slopes along temperature bins, the
 * slopes separate for occupied and unoccupied hours.
 *
 * <p>An hour of the week is either occupied or not, so the regression on [168 levels | occupied
 * bins | unoccupied bins] falls into two that share nothing, and each is solved with its levels
 * absorbed.
 */
final class TimeOfWeekFit {

  /** The hours of one mode, their bins and the fit. */
  record Mode(TemperatureBins bins, GroupedFit fit) {

    private double predict(int hourOfWeek, double temperature) {
      double sum = fit.level(hourOfWeek);
      for (int bin = 0; bin < bins.count(); bin++) {
        sum += fit.slope(bin) * bins.part(bin, temperature);
      }
      return sum;
    }
  }

  private final boolean[] occupied;
  private final Mode whenOccupied;
  private final Mode whenUnoccupied;

  /**
   * Fits.
   *
   * @param rows the hours, at least one
   * @param occupied per hour of week whether it is occupied
   * @param occupiedBins temperature bins of occupied hours
   * @param unoccupiedBins temperature bins of unoccupied hours
   */
  TimeOfWeekFit(
      HourRows rows,
      boolean[] occupied,
      TemperatureBins occupiedBins,
      TemperatureBins unoccupiedBins) {
    this.occupied = occupied;
    whenOccupied = fit(rows.where(occupied), occupiedBins);
    whenUnoccupied = fit(rows.where(opposite(occupied)), unoccupiedBins);
  }

  private static Mode fit(HourRows rows, TemperatureBins bins) {
    double[][] columns = new double[bins.count()][rows.size()];
    for (int bin = 0; bin < columns.length; bin++) {
      for (int i = 0; i < rows.size(); i++) {
        columns[bin][i] = bins.part(bin, rows.temperature()[i]);
      }
    }
    return new Mode(
        bins,
        GroupedLeastSquares.solve(
            HourRows.WEEK, rows.hourOfWeek(), columns, rows.use(), rows.weight()));
  }

  static boolean[] opposite(boolean[] chosen) {
    boolean[] opposite = new boolean[chosen.length];
    for (int i = 0; i < chosen.length; i++) {
      opposite[i] = !chosen[i];
    }
    return opposite;
  }

  /** {@return per hour of week whether it is occupied} */
  boolean[] occupied() {
    return occupied.clone();
  }

  /** {@return the bins and the fit of occupied or of unoccupied hours} */
  Mode mode(boolean isOccupied) {
    return isOccupied ? whenOccupied : whenUnoccupied;
  }

  /** {@return whether an hour of the week was seen, so that there is a prediction for it} */
  boolean seen(int hourOfWeek) {
    return mode(occupied[hourOfWeek]).fit().seen(hourOfWeek);
  }

  /** {@return the predicted use of an hour, not a number if its hour of week was never seen} */
  double predict(int hourOfWeek, double temperature) {
    return seen(hourOfWeek)
        ? mode(occupied[hourOfWeek]).predict(hourOfWeek, temperature)
        : Double.NaN;
  }

  /** {@return whether all slopes are determined by the data} */
  boolean isFullRank() {
    return clashes(true).isEmpty() && clashes(false).isEmpty();
  }

  /** {@return the temperature bins of a mode whose slope the data leave open} */
  List<ColumnRank.Clash> clashes(boolean isOccupied) {
    return mode(isOccupied).fit().clashes();
  }
}
