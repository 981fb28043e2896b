package org.emcsettlement.core.series;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.emcsettlement.core.csv.CsvRow;
import org.emcsettlement.core.finding.EvidenceFinding;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.finding.Place;
import org.jspecify.annotations.Nullable;

/**
 * The times of one column, turned into instants by one convention: with offsets, as UTC (a column
 * named {@code …_utc}), or as local times of the zone. A local time that occurs twice when clocks
 * go back is taken in row order, first the earlier instant, then the later.
 */
final class Stamps {

  private static final int DATE_LENGTH = 10;

  /** As spreadsheets in China write them: 2025/7/31 8:00. */
  private static final DateTimeFormatter SLASHED_TIME =
      DateTimeFormatter.ofPattern("yyyy/M/d H:mm[:ss]", Locale.ROOT);

  private static final DateTimeFormatter SLASHED =
      DateTimeFormatter.ofPattern("yyyy/M/d", Locale.ROOT);

  private static final DateTimeFormatter LOCAL_TIME =
      DateTimeFormatter.ofPattern("HH:mm[:ss[.SSS]]", Locale.ROOT);

  private record Stamp(
      LocalDateTime local, @Nullable ZoneOffset offset, boolean date, Place place) {}

  /** What follows the date: a time, a day more if it is 24:00, an offset if one is written. */
  private record TimeOfDay(LocalTime time, Period later, @Nullable ZoneOffset offset) {}

  private final String column;
  private final boolean utc;
  private final ZoneId zone;
  private final FindingCollector findings;

  /** A file repeats its times of day, and a date for every hour: each text is parsed once. */
  private final Map<String, TimeOfDay> times = new HashMap<>();

  private String dateText = "";
  private LocalDate date = LocalDate.EPOCH;

  private final List<@Nullable Stamp> stamps = new ArrayList<>();

  Stamps(String column, ZoneId zone, FindingCollector findings) {
    this.column = column;
    this.utc = column.endsWith("_utc");
    this.zone = zone;
    this.findings = findings;
  }

  /** Adds the cell of a row; returns whether it is a time. */
  boolean add(CsvRow row) {
    Optional<String> cell = row.requiredText(column);
    if (cell.isEmpty()) {
      stamps.add(null);
      return false;
    }
    Place place = row.place(column);
    try {
      stamps.add(parse(cell.get(), place));
      return true;
    } catch (DateTimeException notATime) {
      findings.add(EvidenceFinding.TIME_FORMAT, place, "value", cell.get());
      stamps.add(null);
      return false;
    }
  }

  private Stamp parse(String text, Place place) {
    if (text.length() <= DATE_LENGTH && text.indexOf(':') < 0) {
      LocalDate day =
          text.indexOf('/') > 0 ? LocalDate.parse(text, SLASHED) : LocalDate.parse(text);
      return new Stamp(day.atStartOfDay(), null, true, place);
    }
    if (text.indexOf('/') > 0) {
      return new Stamp(LocalDateTime.parse(text, SLASHED_TIME), null, false, place);
    }
    String day = text.substring(0, Math.min(DATE_LENGTH, text.length()));
    if (!day.equals(dateText)) {
      date = LocalDate.parse(day);
      dateText = day;
    }
    TimeOfDay time = times.computeIfAbsent(text.substring(day.length()), Stamps::time);
    return new Stamp(date.plus(time.later).atTime(time.time), time.offset, false, place);
  }

  private static TimeOfDay time(String text) {
    if (!text.startsWith("T") && !text.startsWith(" ")) {
      throw new DateTimeException("no time");
    }
    String time = text.substring(1);
    if (time.endsWith("Z") || time.indexOf('+') > 0 || time.indexOf('-') > 0) {
      OffsetTime parsed = OffsetTime.parse(time);
      return new TimeOfDay(parsed.toLocalTime(), Period.ZERO, parsed.getOffset());
    }
    TemporalAccessor parsed = LOCAL_TIME.parse(time);
    return new TimeOfDay(
        LocalTime.from(parsed), parsed.query(DateTimeFormatter.parsedExcessDays()), null);
  }

  /** The instants in epoch seconds, one for each row added; rows without a time give 0. */
  long[] instants() {
    checkOffsets();
    long[] instants = new long[stamps.size()];
    long previous = Long.MIN_VALUE;
    for (int i = 0; i < instants.length; i++) {
      Stamp stamp = stamps.get(i);
      if (stamp != null) {
        instants[i] = instant(stamp, previous);
        previous = instants[i];
      }
    }
    return instants;
  }

  private long instant(Stamp stamp, long previous) {
    if (stamp.offset != null) {
      return stamp.local.toEpochSecond(stamp.offset);
    }
    if (utc) {
      return stamp.local.toEpochSecond(ZoneOffset.UTC);
    }
    if (stamp.date) {
      return stamp.local.toLocalDate().atStartOfDay(zone).toEpochSecond();
    }
    ZoneOffsetTransition change = zone.getRules().getTransition(stamp.local);
    if (change == null) {
      return stamp.local.toEpochSecond(zone.getRules().getOffset(stamp.local));
    }
    if (change.isGap()) {
      findings.add(
          EvidenceFinding.TIME_SKIPPED, stamp.place, "value", stamp.local, "zone", zone.getId());
      return stamp.local.toEpochSecond(change.getOffsetAfter());
    }
    long earlier = stamp.local.toEpochSecond(change.getOffsetBefore());
    return previous >= earlier ? stamp.local.toEpochSecond(change.getOffsetAfter()) : earlier;
  }

  private void checkOffsets() {
    Stamp first = null;
    for (Stamp stamp : stamps) {
      if (stamp == null) {
        continue;
      }
      if (first == null) {
        first = stamp;
      } else if (!agree(first, stamp)) {
        findings.add(
            EvidenceFinding.TIME_MIXED_OFFSETS,
            stamp.place,
            "first",
            name(first.offset),
            "second",
            name(stamp.offset),
            "zone",
            zone.getId());
        return;
      }
    }
  }

  private boolean agree(Stamp first, Stamp second) {
    if (first.offset == null || second.offset == null) {
      return first.offset == null && second.offset == null;
    }
    return first.offset.equals(second.offset) || (inZone(first) && inZone(second));
  }

  private boolean inZone(Stamp stamp) {
    return stamp.offset != null && zone.getRules().isValidOffset(stamp.local, stamp.offset);
  }

  private static String name(@Nullable ZoneOffset offset) {
    return offset == null ? "–" : offset.getId();
  }

  /** Whether every time is a date without a time of day. */
  boolean areDates() {
    return stamps.stream().allMatch(stamp -> stamp == null || stamp.date);
  }
}
