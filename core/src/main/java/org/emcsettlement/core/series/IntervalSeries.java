package org.emcsettlement.core.series;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.BitSet;
import org.emcsettlement.core.json.InputDigest;
import org.emcsettlement.core.period.Period;

/**
 * Values of intervals in time order without overlap, dense: a {@code long} with one scale for the
 * series, and a quality for each.
 */
record IntervalSeries(
    String name,
    ZoneId zone,
    Resolution resolution,
    long[] starts,
    long[] ends,
    long[] unscaled,
    int scale,
    byte[] qualities) {

  int size() {
    return starts.length;
  }

  /** The index of the first interval that starts at an instant or later. */
  int firstFrom(long epochSecond) {
    int found = Arrays.binarySearch(starts, epochSecond);
    return found < 0 ? -found - 1 : found;
  }

  Quality quality(int i) {
    return Quality.of(qualities[i]);
  }

  boolean isMissing(int i) {
    return qualities[i] == Quality.MISSING.code();
  }

  LocalDate startDate(int i) {
    return dateOf(starts[i]);
  }

  /** The date on which, or with whose first instant, the interval ends. */
  LocalDate endDate(int i) {
    return dateOf(ends[i]);
  }

  private LocalDate dateOf(long epochSecond) {
    return Instant.ofEpochSecond(epochSecond).atZone(zone).toLocalDate();
  }

  /** From the first interval's date to the date after the last one; reading dates for BILLING. */
  Period coverage() {
    int last = starts.length - 1;
    LocalDate end =
        switch (resolution) {
          case HOURLY -> dateOf(ends[last] - 1).plusDays(1);
          case DAILY -> startDate(last).plusDays(1);
          case BILLING -> endDate(last);
        };
    return Period.of(startDate(0), end);
  }

  IntervalSeries without(BitSet missing) {
    long[] values = unscaled.clone();
    byte[] quality = qualities.clone();
    missing.stream()
        .forEach(
            i -> {
              values[i] = 0;
              quality[i] = Quality.MISSING.code();
            });
    return with(values, scale, quality);
  }

  IntervalSeries times(BigDecimal factor, Period period) {
    int wider = Math.min(IntervalSeriesBuilder.MAX_SCALE, Math.max(scale, scale + factor.scale()));
    long[] values = new long[size()];
    for (int i = 0; i < values.length; i++) {
      BigDecimal value = BigDecimal.valueOf(unscaled[i], scale);
      BigDecimal product = period.contains(startDate(i)) ? value.multiply(factor) : value;
      values[i] = product.setScale(wider, RoundingMode.HALF_UP).unscaledValue().longValueExact();
    }
    return with(values, wider, qualities);
  }

  private IntervalSeries with(long[] values, int newScale, byte[] quality) {
    return new IntervalSeries(name, zone, resolution, starts, ends, values, newScale, quality);
  }

  InputDigest digest() {
    InputDigest.Builder digest = new InputDigest.Builder(name);
    for (int i = 0; i < starts.length; i++) {
      digest.row(row(i));
    }
    return digest.build();
  }

  /** The identity of the rows that start inside a period; later rows do not change it. */
  InputDigest digest(Period period) {
    InputDigest.Builder digest = new InputDigest.Builder(name + "#" + period);
    for (int i = 0; i < starts.length; i++) {
      if (period.contains(startDate(i))) {
        digest.row(row(i));
      }
    }
    return digest.build();
  }

  private String row(int i) {
    String value =
        isMissing(i)
            ? ""
            : BigDecimal.valueOf(unscaled[i], scale).stripTrailingZeros().toPlainString();
    return Instant.ofEpochSecond(starts[i])
        + "/"
        + Instant.ofEpochSecond(ends[i])
        + ","
        + value
        + ","
        + quality(i);
  }
}
