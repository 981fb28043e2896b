package org.emcsettlement.baseline.hourly;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.emcsettlement.baseline.model.DayType;
import org.emcsettlement.baseline.model.DayTypeDays;
import org.emcsettlement.baseline.model.Days;
import org.emcsettlement.baseline.model.DaysBefore;
import org.emcsettlement.baseline.model.DegreesAbove;
import org.emcsettlement.baseline.model.DegreesBelow;
import org.emcsettlement.baseline.model.Regressor;
import org.emcsettlement.baseline.model.RegressorProduct;
import org.emcsettlement.baseline.model.TenDays;
import org.emcsettlement.baseline.model.YearWave;
import org.emcsettlement.core.series.DailyDrivers;

/**
 * The daily regressors of {@code institution-hourly}, each with how strongly it is shrunk: as if so
 * many days had shown no effect; zero leaves it free.
 *
 * <p>The ratios are round numbers. Their common scale is found for each building, and scales
 * between a half and twice of them move out-of-sample errors by no more than 2 % (study of 75 pairs
 * of years).
 */
final class DayTerms {

  /** Weekdays differ little from each other. */
  private static final double WEEKDAY = 20;

  /** Days of rest respond to temperature in their own way. */
  private static final double REST_SLOPE = 5;

  /** Heat loss per degree is larger when the sun is low. */
  private static final double SEASON_SLOPE = 20;

  /** Daylight, hot water and habits follow the year. */
  private static final double YEAR = 40;

  /** School holidays and the like: ten-day periods whose working days differ. */
  private static final double TEN_DAYS = 3;

  /** The level drifts from one step to the next. */
  private static final double STEP = 20;

  private static final int STEP_DAYS = 60;
  private static final int LEAST_DAYS_OF_STEP = 30;

  /** A wave over the year needs one. */
  private static final int LEAST_DAYS_OF_YEAR = 330;

  private static final int WAVES = 2;

  private final List<LocalDate> dates;
  private final DailyDrivers drivers;
  private final List<Regressor> regressors = new ArrayList<>();
  private final List<double[]> columns = new ArrayList<>();
  private final List<Double> ratios = new ArrayList<>();

  /**
   * The terms of a baseline period.
   *
   * @param dates its days, in order
   * @param names linear drivers
   * @param changePoints the response to temperature
   * @param drivers temperature, occupancy and calendar
   */
  DayTerms(
      List<LocalDate> dates, List<String> names, ChangePoints changePoints, DailyDrivers drivers) {
    this.dates = dates;
    this.drivers = drivers;
    Set<DayType> types = types();
    boolean rests = types.contains(DayType.RESTDAY);
    boolean works = types.contains(DayType.WORKDAY);
    add(new Days(), 0);
    if (rests && works) {
      add(type(DayType.RESTDAY), 0);
    }
    if (rests && hasSaturdayRest() && hasOtherRest()) {
      add(new RegressorProduct(type(DayType.RESTDAY), type(DayType.SATURDAY)), 0);
    }
    List<Regressor> degrees = degrees(changePoints);
    degrees.forEach(degree -> add(degree, 0));
    names.forEach(name -> add(Regressor.ofDriver(name), 0));
    if (works) {
      weekdays(types);
    }
    if (rests && works) {
      degrees.forEach(
          degree -> add(new RegressorProduct(type(DayType.RESTDAY), degree), REST_SLOPE));
    }
    if (days() >= LEAST_DAYS_OF_YEAR) {
      year(changePoints, degrees);
    }
    if (works) {
      tenDays();
    }
    steps();
  }

  private static Regressor type(DayType type) {
    return new DayTypeDays(type);
  }

  private static List<Regressor> degrees(ChangePoints points) {
    List<Regressor> degrees = new ArrayList<>();
    points
        .heating()
        .ifPresent(at -> degrees.add(new DegreesBelow(Hundredths.decimal(at), points.lag())));
    points
        .cooling()
        .ifPresent(at -> degrees.add(new DegreesAbove(Hundredths.decimal(at), points.lag())));
    return degrees;
  }

  private void weekdays(Set<DayType> types) {
    for (DayOfWeek day : DayOfWeek.values()) {
      DayType weekday = DayType.of(day);
      if (day.compareTo(DayOfWeek.SATURDAY) < 0 && types.contains(weekday)) {
        add(new RegressorProduct(type(DayType.WORKDAY), type(weekday)), WEEKDAY);
      }
    }
    for (DayType exception : List.of(DayType.HOLIDAY, DayType.SWAPPED)) {
      if (types.contains(exception)) {
        add(type(exception), WEEKDAY);
      }
    }
  }

  private void year(ChangePoints changePoints, List<Regressor> degrees) {
    if (changePoints.heating().isPresent()) {
      YearWave winter = new YearWave(YearWave.Phase.COS, 1);
      add(new RegressorProduct(winter, degrees.get(0)), SEASON_SLOPE);
    }
    for (int cycles = 1; cycles <= WAVES; cycles++) {
      for (YearWave.Phase phase : YearWave.Phase.values()) {
        add(new YearWave(phase, cycles), YEAR);
      }
    }
  }

  private void tenDays() {
    Set<Integer> seen = new TreeSet<>();
    dates.forEach(date -> seen.add(TenDays.numberOf(date)));
    for (int number : seen) {
      add(new RegressorProduct(type(DayType.WORKDAY), new TenDays(number)), TEN_DAYS);
    }
  }

  /** Steps back from the end, so that the level of the last one is carried forward. */
  private void steps() {
    LocalDate end = dates.get(dates.size() - 1).plusDays(1);
    LocalDate last = dates.get(0).plusDays(LEAST_DAYS_OF_STEP);
    for (LocalDate at = end.minusDays(STEP_DAYS);
        !at.isBefore(last);
        at = at.minusDays(STEP_DAYS)) {
      add(new DaysBefore(at), STEP);
    }
  }

  private long days() {
    return ChronoUnit.DAYS.between(dates.get(0), dates.get(dates.size() - 1)) + 1;
  }

  private Set<DayType> types() {
    Set<DayType> types = EnumSet.noneOf(DayType.class);
    for (DayType type : DayType.values()) {
      if (dates.stream().anyMatch(date -> type.includes(date, drivers.calendar()))) {
        types.add(type);
      }
    }
    return types;
  }

  private boolean hasSaturdayRest() {
    return dates.stream()
        .anyMatch(
            date ->
                date.getDayOfWeek() == DayOfWeek.SATURDAY
                    && !drivers.calendar().isWorkingDay(date));
  }

  private boolean hasOtherRest() {
    return dates.stream()
        .anyMatch(
            date ->
                date.getDayOfWeek() != DayOfWeek.SATURDAY
                    && !drivers.calendar().isWorkingDay(date));
  }

  /** Adds a column of exact daily values; a column of zeros says nothing and is left out. */
  private void add(Regressor regressor, double ratio) {
    double[] column = new double[dates.size()];
    double squares = 0;
    int count = 0;
    for (int i = 0; i < column.length; i++) {
      column[i] = regressor.on(drivers, dates.get(i)).orElseThrow().doubleValue();
      squares += column[i] * column[i];
      count += column[i] != 0 ? 1 : 0;
    }
    if (count > 0) {
      regressors.add(regressor);
      columns.add(column);
      // in units of the column, so that a day counts as one whatever is measured
      ratios.add(ratio * squares / count);
    }
  }

  /** Leaves out terms by index. */
  void remove(List<Integer> indices) {
    for (int k = indices.size() - 1; k >= 0; k--) {
      int index = indices.get(k);
      regressors.remove(index);
      columns.remove(index);
      ratios.remove(index);
    }
  }

  /** {@return the regressors, free ones first} */
  List<Regressor> regressors() {
    return regressors;
  }

  /** {@return their daily values, {@code columns()[j][day]}} */
  double[][] columns() {
    return columns.toArray(double[][]::new);
  }

  /** {@return how strongly each is shrunk, in units of its column} */
  double[] ratios() {
    return Handover.array(ratios);
  }

  /** {@return the values of the free ones} */
  double[][] freeColumns() {
    int free = (int) ratios.stream().filter(ratio -> ratio == 0).count();
    return Arrays.copyOf(columns(), free);
  }
}
