package org.emcsettlement.core.series;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.emcsettlement.core.finding.EvidenceFinding;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.finding.Place;

/** Turns parsed rows into a series of intervals, reporting repeats, conflicts and overlaps. */
final class IntervalSeriesBuilder {

  /** Decimals kept; canonical values with more are rounded once, with a finding. */
  static final int MAX_SCALE = 9;

  /** Keeps the sum of a thousand readings of a day inside a long. */
  private static final BigDecimal MAX_UNSCALED = BigDecimal.valueOf(Long.MAX_VALUE / 1000);

  private final String name;
  private final ZoneId zone;
  private final BigDecimal factor;
  private final FindingCollector findings;

  IntervalSeriesBuilder(String name, ZoneId zone, BigDecimal factor, FindingCollector findings) {
    this.name = name;
    this.zone = zone;
    this.factor = factor;
    this.findings = findings;
  }

  Optional<IntervalSeries> fromRows(List<SeriesRow> rows, boolean withEnds) {
    List<SeriesRow> sorted = withoutRepeats(rows);
    Optional<long[]> ends = withEnds ? Optional.of(ends(sorted)) : inferredEnds(sorted);
    List<SeriesRow> intervals = new ArrayList<>();
    for (int i = 0; i < sorted.size(); i++) {
      SeriesRow row = sorted.get(i);
      boolean last = i == sorted.size() - 1;
      if (ends.isEmpty() && last) {
        findings.add(EvidenceFinding.SERIES_OPEN_END, row.place());
        break;
      }
      long end = ends.isPresent() ? ends.get()[i] : sorted.get(i + 1).start();
      intervals.add(row.until(end));
    }
    return build(intervals);
  }

  private List<SeriesRow> withoutRepeats(List<SeriesRow> rows) {
    List<SeriesRow> sorted = new ArrayList<>(rows);
    sorted.sort(Comparator.comparingLong(SeriesRow::start).thenComparingLong(SeriesRow::end));
    List<SeriesRow> unique = new ArrayList<>();
    int repeats = 0;
    for (SeriesRow row : sorted) {
      SeriesRow previous = unique.isEmpty() ? row : unique.get(unique.size() - 1);
      if (unique.isEmpty() || row.start() != previous.start() || row.end() != previous.end()) {
        unique.add(row);
      } else if (row.repeats(previous)) {
        repeats++;
      } else {
        findings.add(
            EvidenceFinding.SERIES_CONFLICT,
            row.place().during(Instant.ofEpochSecond(row.start()).toString()),
            "first",
            shown(previous),
            "second",
            shown(row));
      }
    }
    if (repeats > 0) {
      findings.add(EvidenceFinding.SERIES_DUPLICATE, Place.file(name), "count", repeats);
    }
    return unique;
  }

  static String shown(SeriesRow row) {
    return row.value().map(BigDecimal::toPlainString).orElse("–");
  }

  private static long[] ends(List<SeriesRow> rows) {
    return rows.stream().mapToLong(SeriesRow::end).toArray();
  }

  private Optional<long[]> inferredEnds(List<SeriesRow> rows) {
    long[] starts = rows.stream().mapToLong(SeriesRow::start).toArray();
    Intervals intervals = new Intervals(starts, zone);
    Optional<long[]> ends = intervals.ends();
    if (intervals.cutShort() > 0) {
      findings.add(
          EvidenceFinding.SERIES_LATE_START,
          Place.file(name),
          "count",
          intervals.cutShort(),
          "first",
          intervals.firstCut());
    }
    return ends;
  }

  Optional<IntervalSeries> build(List<SeriesRow> intervals) {
    checkOrder(intervals);
    if (intervals.isEmpty()) {
      return Optional.empty();
    }
    int scale = scale(intervals);
    int size = intervals.size();
    long[] starts = new long[size];
    long[] ends = new long[size];
    long[] unscaled = new long[size];
    byte[] qualities = new byte[size];
    for (int i = 0; i < size; i++) {
      SeriesRow interval = intervals.get(i);
      starts[i] = interval.start();
      ends[i] = interval.end();
      unscaled[i] = unscaled(interval, scale);
      qualities[i] = interval.quality().code();
    }
    return Optional.of(
        new IntervalSeries(
            name,
            zone,
            Intervals.resolution(starts, ends),
            starts,
            ends,
            unscaled,
            scale,
            qualities));
  }

  private void checkOrder(List<SeriesRow> intervals) {
    for (int i = 0; i < intervals.size(); i++) {
      SeriesRow interval = intervals.get(i);
      if (interval.end() <= interval.start()) {
        findings.add(
            EvidenceFinding.SERIES_BACKWARDS,
            interval.place(),
            "start",
            Instant.ofEpochSecond(interval.start()),
            "end",
            Instant.ofEpochSecond(interval.end()));
      } else if (i > 0 && intervals.get(i - 1).end() > interval.start()) {
        findings.add(
            EvidenceFinding.SERIES_OVERLAP,
            interval.place(),
            "first",
            span(intervals.get(i - 1)),
            "second",
            span(interval));
      }
    }
  }

  private static String span(SeriesRow interval) {
    return Instant.ofEpochSecond(interval.start()) + "/" + Instant.ofEpochSecond(interval.end());
  }

  private int scale(List<SeriesRow> intervals) {
    int scale = 0;
    int rounded = 0;
    for (SeriesRow interval : intervals) {
      int own = canonical(interval).map(BigDecimal::scale).orElse(0);
      scale = Math.max(scale, Math.min(own, MAX_SCALE));
      rounded += own > MAX_SCALE ? 1 : 0;
    }
    if (rounded > 0) {
      findings.add(
          EvidenceFinding.SERIES_ROUNDED, Place.file(name), "count", rounded, "scale", MAX_SCALE);
    }
    return scale;
  }

  private Optional<BigDecimal> canonical(SeriesRow row) {
    return row.value()
        .map(value -> value.multiply(row.multiplier()).multiply(factor).stripTrailingZeros());
  }

  private long unscaled(SeriesRow interval, int scale) {
    Optional<BigDecimal> value = canonical(interval);
    if (value.isEmpty()) {
      return 0;
    }
    BigDecimal digits = value.get().setScale(scale, RoundingMode.HALF_UP).scaleByPowerOfTen(scale);
    if (digits.abs().compareTo(MAX_UNSCALED) > 0) {
      findings.add(EvidenceFinding.SERIES_TOO_LARGE, interval.place(), "value", shown(interval));
      return 0;
    }
    return digits.longValueExact();
  }
}
