package org.emcsettlement.core.series;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

  /** As spreadsheets in China write them: 2025/7/31 8:00. */
  private static final DateTimeFormatter LOCAL =
      new DateTimeFormatterBuilder()
          .appendPattern("[yyyy-MM-dd['T'][' ']HH:mm[:ss[.SSS]]][yyyy/M/d H:mm[:ss]]")
          .toFormatter(Locale.ROOT);

  private static final DateTimeFormatter SLASHED =
      DateTimeFormatter.ofPattern("yyyy/M/d", Locale.ROOT);

  private record Stamp(
      LocalDateTime local, @Nullable ZoneOffset offset, boolean date, Place place) {}

  private final String column;
  private final boolean utc;
  private final ZoneId zone;
  private final FindingCollector findings;
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

  private static Stamp parse(String text, Place place) {
    if (text.length() <= 10 && text.indexOf(':') < 0) {
      LocalDate date =
          text.indexOf('/') > 0 ? LocalDate.parse(text, SLASHED) : LocalDate.parse(text);
      return new Stamp(date.atStartOfDay(), null, true, place);
    }
    String iso = text.replace(' ', 'T');
    if (iso.endsWith("Z") || iso.lastIndexOf('+') > 10 || iso.lastIndexOf('-') > 10) {
      OffsetDateTime time = OffsetDateTime.parse(iso);
      return new Stamp(time.toLocalDateTime(), time.getOffset(), false, place);
    }
    return new Stamp(LocalDateTime.parse(text, LOCAL), null, false, place);
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
