package org.emcsettlement.baseline.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.emcsettlement.core.series.DailyDrivers;
import org.emcsettlement.core.series.DailyTemperature;
import org.emcsettlement.core.series.HourlyTemperature;

/** The hours of a local day: 24, or 23 and 25 when clocks change. */
final class LocalHours {

  static final long HOUR = 3600;

  private final ZoneId zone;
  private final long start;
  private final int size;
  private final int weekday;

  LocalHours(LocalDate date, ZoneId zone) {
    ZonedDateTime midnight = date.atStartOfDay(zone);
    this.zone = zone;
    this.start = midnight.toEpochSecond();
    this.size = (int) ((date.plusDays(1).atStartOfDay(zone).toEpochSecond() - start) / HOUR);
    this.weekday = date.getDayOfWeek().getValue() - 1;
  }

  /** The zone of the hourly temperatures, whose clock the hours follow; empty without them. */
  static Optional<ZoneId> zone(DailyDrivers drivers) {
    return drivers.temperature().flatMap(DailyTemperature::hours).map(HourlyTemperature::zone);
  }

  /** How many hours of the day have an hour of the week that counts. */
  BigDecimal count(IntPredicate hourOfWeek) {
    return BigDecimal.valueOf(
        IntStream.range(0, size).map(this::hourOfWeek).filter(hourOfWeek).count());
  }

  int size() {
    return size;
  }

  long start(int hour) {
    return start + hour * HOUR;
  }

  /** The hour of the week on the local clock, 0 = Monday 00:00 to 01:00. */
  int hourOfWeek(int hour) {
    int clock = hour;
    if (size != 24) {
      ZoneOffset offset = zone.getRules().getOffset(Instant.ofEpochSecond(start(hour)));
      clock = (int) Math.floorMod(start(hour) + offset.getTotalSeconds(), 24 * HOUR) / (int) HOUR;
    }
    return weekday * 24 + clock;
  }
}
