package org.emcsettlement.baseline.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

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
