package org.emcsettlement.baseline.institution;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.period.WorkCalendar;
import org.emcsettlement.core.quantity.Rational;
import org.emcsettlement.core.series.HourlyUse;

/**
 * The flow of each night between 02:00 and 04:00 local time, when almost nobody uses water: what
 * runs then is the leak and the legitimate use of the night.
 */
public final class NightFlow {

  private static final int FIRST_HOUR = 2;
  private static final int LAST_HOUR = 3;
  private static final Rational HOURS_PER_DAY = Rational.of(24);

  private NightFlow() {}

  /**
   * The flow of the nights of a period.
   *
   * @param use use by hour
   * @param calendar the working days
   * @param period the days on whose morning the nights lie
   * @return the flow of each night with both hours, as if it ran all day [canonical unit/d]
   */
  public static WaterDays of(HourlyUse use, WorkCalendar calendar, Period period) {
    List<LocalDate> dates = new ArrayList<>();
    List<Double> flows = new ArrayList<>();
    for (LocalDate date : period.dates().toList()) {
      flow(use, date)
          .ifPresent(
              flow -> {
                dates.add(date);
                flows.add(flow.toDouble());
              });
    }
    boolean[] working = new boolean[dates.size()];
    for (int i = 0; i < working.length; i++) {
      working[i] = calendar.isWorkingDay(dates.get(i));
    }
    return new WaterDays(
        dates, flows.stream().mapToDouble(flow -> flow).toArray(), working, new double[0][]);
  }

  /** The mean flow of the hours of one night; absent if one was not read, or the clock skips it. */
  private static Optional<Rational> flow(HourlyUse use, LocalDate date) {
    Rational sum = Rational.ZERO;
    for (int hour = FIRST_HOUR; hour <= LAST_HOUR; hour++) {
      Optional<Rational> quantity = at(use, date, hour);
      if (quantity.isEmpty()) {
        return quantity;
      }
      sum = sum.plus(quantity.get());
    }
    return Optional.of(sum.times(HOURS_PER_DAY).dividedBy(Rational.of(LAST_HOUR - FIRST_HOUR + 1)));
  }

  private static Optional<Rational> at(HourlyUse use, LocalDate date, int hour) {
    ZoneId zone = use.zone();
    ZonedDateTime start = ZonedDateTime.of(date, LocalTime.of(hour, 0), zone);
    return start.getHour() == hour ? use.at(start.toEpochSecond()) : Optional.empty();
  }
}
