package org.emcsettlement.baseline.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import org.emcsettlement.core.quantity.Rational;
import org.emcsettlement.core.series.DailyDrivers;
import org.emcsettlement.core.series.DailyTemperature;
import org.emcsettlement.core.series.HourlyTemperature;

/**
 * The daily value of a regressor by hour of the local day as {@link HourlyValues} divides it,
 * exactly, for money that depends on the hour. The hours of a day add up to {@link Regressor#on}
 * with no remainder, so that nothing has to be rounded.
 */
public final class ExactHours {

  private static final Rational HUNDRED = Rational.of(100);

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
  public ExactHours(DailyDrivers drivers, ZoneId zone, LocalDate date) {
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
   * @return its first instant
   */
  public Instant start(int hour) {
    return Instant.ofEpochSecond(hours.start(hour));
  }

  /**
   * Whether a regressor differs between the hours of a day; the others are spread evenly.
   *
   * @param regressor the regressor
   * @return true if its hours differ
   */
  public static boolean differ(Regressor regressor) {
    return HourlyValues.differsByHour(regressor);
  }

  /**
   * A regressor's value in each hour.
   *
   * @param regressor the regressor
   * @return one value an hour in time order, absent where a driver is unknown on the day
   */
  public Optional<List<Rational>> of(Regressor regressor) {
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
      return differ(product.right())
          ? times(product.left(), product.right())
          : times(product.right(), product.left());
    }
    return regressor.on(drivers, date).map(this::spread);
  }

  private Optional<List<Rational>> times(Regressor daily, Regressor hourly) {
    Optional<BigDecimal> factor = daily.on(drivers, date);
    if (factor.isEmpty()) {
      return Optional.empty();
    }
    Rational value = Rational.of(factor.get());
    return of(hourly).map(parts -> parts.stream().map(value::times).toList());
  }

  private List<Rational> spread(BigDecimal daily) {
    Rational part = Rational.of(daily).dividedBy(Rational.of(hours.size()));
    return Collections.nCopies(hours.size(), part);
  }

  private List<Rational> ones(IntPredicate hoursOfWeek) {
    List<Rational> parts = new ArrayList<>();
    for (int i = 0; i < hours.size(); i++) {
      parts.add(hoursOfWeek.test(hours.hourOfWeek(i)) ? Rational.ONE : Rational.ZERO);
    }
    return parts;
  }

  private Optional<List<Rational>> degrees(HourDegrees regressor, HourlyTemperature known) {
    List<Rational> parts = new ArrayList<>();
    for (int i = 0; i < hours.size(); i++) {
      OptionalInt temperature = known.hundredthsAt(hours.start(i));
      if (temperature.isEmpty()) {
        return Optional.empty();
      }
      boolean counts = regressor.hours().contains(hours.hourOfWeek(i));
      parts.add(
          counts
              ? Rational.of(regressor.at(temperature.getAsInt())).dividedBy(HUNDRED)
              : Rational.ZERO);
    }
    return Optional.of(parts);
  }
}
