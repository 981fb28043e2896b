package org.emcsettlement.baseline.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import org.emcsettlement.core.series.DailyDrivers;
import org.emcsettlement.core.series.DailyTemperature;
import org.emcsettlement.core.series.HourlyTemperature;

/**
 * The daily value of a regressor by hour of the local day, so that a frozen model of hours can be
 * compared with single hours. The hours of a day always add up to {@link Regressor#on}, which is
 * what a settlement uses.
 *
 * <p>Hours of the week are 1 in their hours; degree hours fall on the hours of their set; a value
 * of the whole day is spread evenly; a product is the daily value of one factor times the hours of
 * the other, the one that differs by hour.
 */
public final class HourlyValues {

  private final DailyDrivers drivers;
  private final Optional<HourlyTemperature> outdoors;
  private final LocalDate date;
  private final LocalHours hours;

  /**
   * The hours of a day.
   *
   * @param drivers what drives use
   * @param zone the zone of the local clock
   * @param date the local day
   */
  public HourlyValues(DailyDrivers drivers, ZoneId zone, LocalDate date) {
    this.drivers = drivers;
    this.outdoors = drivers.temperature().flatMap(DailyTemperature::hours);
    this.date = date;
    this.hours = new LocalHours(date, zone);
  }

  /** {@return the number of hours of the day: 23, 24 or 25} */
  public int size() {
    return hours.size();
  }

  /**
   * The start of an hour.
   *
   * @param hour its place in the day, from 0
   * @return its first instant [epoch s]
   */
  public long start(int hour) {
    return hours.start(hour);
  }

  /**
   * A regressor's value in each hour.
   *
   * @param regressor the regressor
   * @return one value an hour in time order, absent where a driver is unknown on the day
   */
  public Optional<double[]> of(Regressor regressor) {
    if (regressor instanceof HourOfWeek single) {
      return outdoors.map(known -> ones(hour -> hour == single.hour()));
    }
    if (regressor instanceof HourCount count) {
      return outdoors.map(known -> ones(count.hours()::contains));
    }
    if (regressor instanceof HourDegrees degrees) {
      return outdoors.flatMap(known -> degrees(degrees, known));
    }
    if (regressor instanceof RegressorProduct product) {
      return differsByHour(product.right())
          ? times(product.left(), product.right())
          : times(product.right(), product.left());
    }
    return regressor.on(drivers, date).map(this::spread);
  }

  static boolean differsByHour(Regressor regressor) {
    return regressor instanceof HourOfWeek
        || regressor instanceof HourCount
        || regressor instanceof HourDegrees
        || (regressor instanceof RegressorProduct product
            && (differsByHour(product.left()) || differsByHour(product.right())));
  }

  private Optional<double[]> times(Regressor daily, Regressor hourly) {
    Optional<BigDecimal> factor = daily.on(drivers, date);
    if (factor.isEmpty()) {
      return Optional.empty();
    }
    double value = factor.get().doubleValue();
    return of(hourly).map(parts -> Arrays.stream(parts).map(part -> value * part).toArray());
  }

  private double[] spread(BigDecimal daily) {
    double[] parts = new double[hours.size()];
    Arrays.fill(parts, daily.doubleValue() / parts.length);
    return parts;
  }

  private double[] ones(IntPredicate hoursOfWeek) {
    double[] parts = new double[hours.size()];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = hoursOfWeek.test(hours.hourOfWeek(i)) ? 1 : 0;
    }
    return parts;
  }

  private Optional<double[]> degrees(HourDegrees regressor, HourlyTemperature known) {
    double[] parts = new double[hours.size()];
    for (int i = 0; i < parts.length; i++) {
      OptionalInt temperature = known.hundredthsAt(hours.start(i));
      if (temperature.isEmpty()) {
        return Optional.empty();
      }
      if (regressor.hours().contains(hours.hourOfWeek(i))) {
        parts[i] = regressor.at(temperature.getAsInt()) / 100.0;
      }
    }
    return Optional.of(parts);
  }
}
