package org.emcsettlement.baseline.institution;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.emcsettlement.baseline.model.DailySample;
import org.emcsettlement.baseline.model.DegreesAbove;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.period.WorkCalendar;
import org.emcsettlement.core.series.DailyDrivers;
import org.emcsettlement.core.series.DailyUse;
import org.emcsettlement.core.series.Occupancy;

/**
 * The water use of the days that have a reading, in time order. Arrays are not copied and must not
 * be changed.
 *
 * @param dates the days, ascending; days without a reading are not among them
 * @param use use per day [canonical unit/d]
 * @param working whether each day is a working day
 * @param drivers daily values of what is known to draw water, {@code drivers[j][i]} on day {@code
 *     i}: residents, irrigation, degrees above 20 °C; NaN where unknown
 */
public record WaterDays(
    List<LocalDate> dates, double[] use, boolean[] working, double[][] drivers) {

  private static final BigDecimal WARM = new BigDecimal("20.00");

  /**
   * Days.
   *
   * @param dates the days, ascending; days without a reading are not among them
   * @param use use per day [canonical unit/d]
   * @param working whether each day is a working day
   * @param drivers daily values of what is known to draw water, {@code drivers[j][i]} on day {@code
   *     i}: residents, irrigation, degrees above 20 °C; NaN where unknown
   * @throws IllegalArgumentException if lengths differ
   */
  public WaterDays {
    dates = List.copyOf(dates);
    if (use.length != dates.size() || working.length != dates.size()) {
      throw new IllegalArgumentException(
          "use has "
              + use.length
              + " days, working "
              + working.length
              + ", dates "
              + dates.size()
              + "; the numbers must be equal");
    }
    for (double[] driver : drivers) {
      if (driver.length != use.length) {
        throw new IllegalArgumentException(
            "a driver has " + driver.length + " days, must have " + use.length);
      }
    }
  }

  /**
   * The days of a sample.
   *
   * @param sample the sample
   * @return its days
   */
  public static WaterDays of(DailySample sample) {
    List<double[]> drivers = new ArrayList<>();
    for (int j = 0; j < sample.drivers().size(); j++) {
      if (!sample.drivers().get(j).equals(DailyDrivers.WORKDAY)) {
        drivers.add(sample.covariates()[j]);
      }
    }
    addDegrees(drivers, sample.dailyDrivers(), sample.dates());
    return new WaterDays(
        sample.dates(), sample.use(), sample.working(), drivers.toArray(double[][]::new));
  }

  /** Degrees above 20 °C, if temperatures are known: cooling towers and irrigation draw by them. */
  private static void addDegrees(
      List<double[]> drivers, DailyDrivers known, List<LocalDate> dates) {
    if (known.temperature().isPresent()) {
      DegreesAbove degrees = new DegreesAbove(WARM);
      drivers.add(
          dates.stream()
              .mapToDouble(
                  date -> degrees.on(known, date).map(BigDecimal::doubleValue).orElse(Double.NaN))
              .toArray());
    }
  }

  /**
   * The days of a meter or boundary.
   *
   * @param use use by day
   * @param calendar the working days
   * @param period the days that are looked at
   * @return those of them that have a reading, no driver known
   */
  public static WaterDays of(DailyUse use, WorkCalendar calendar, Period period) {
    return of(
        use, new DailyDrivers(Optional.empty(), Occupancy.none(), calendar), List.of(), period);
  }

  /**
   * The days of a meter or boundary, with what is known to draw water.
   *
   * @param use use by day
   * @param known drivers and working days
   * @param drivers the names of the drivers, e.g. HEADCOUNT
   * @param period the days that are looked at
   * @return those of them that have a reading
   */
  public static WaterDays of(
      DailyUse use, DailyDrivers known, List<String> drivers, Period period) {
    List<LocalDate> dates = use.countedDays(period);
    List<double[]> values = new ArrayList<>();
    for (String driver : drivers) {
      values.add(
          dates.stream()
              .mapToDouble(
                  date -> known.on(driver, date).map(BigDecimal::doubleValue).orElse(Double.NaN))
              .toArray());
    }
    addDegrees(values, known, dates);
    boolean[] working = new boolean[dates.size()];
    for (int i = 0; i < working.length; i++) {
      working[i] = known.calendar().isWorkingDay(dates.get(i));
    }
    return new WaterDays(
        dates,
        dates.stream().mapToDouble(date -> use.on(date).orElseThrow().toDouble()).toArray(),
        working,
        values.toArray(double[][]::new));
  }

  /** {@return the number of days} */
  public int size() {
    return use.length;
  }

  /** Some of the days, by their rows. */
  WaterDays only(int[] rows) {
    boolean[] kept = new boolean[rows.length];
    for (int i = 0; i < rows.length; i++) {
      kept[i] = working[rows[i]];
    }
    return new WaterDays(
        IntStream.of(rows).mapToObj(dates::get).toList(),
        IntStream.of(rows).mapToDouble(i -> use[i]).toArray(),
        kept,
        Arrays.stream(drivers)
            .map(driver -> IntStream.of(rows).mapToDouble(i -> driver[i]).toArray())
            .toArray(double[][]::new));
  }

  /** The days with a true reading and known drivers. */
  WaterDays valid() {
    return only(
        IntStream.range(0, size())
            .filter(i -> use[i] >= 0)
            .filter(i -> Arrays.stream(drivers).noneMatch(driver -> Double.isNaN(driver[i])))
            .toArray());
  }

  /** The days without a reading right before a row [d]. */
  int missingBefore(int row) {
    return row == 0 ? 0 : between(row - 1, row) - 1;
  }

  /** The days from one row to another [d]. */
  int between(int from, int to) {
    return Math.toIntExact(dates.get(to).toEpochDay() - dates.get(from).toEpochDay());
  }

  /** The period from a row to the one before {@code end}, days without a reading included. */
  Period period(int from, int end) {
    return Period.of(dates.get(from), dates.get(end - 1).plusDays(1));
  }
}
