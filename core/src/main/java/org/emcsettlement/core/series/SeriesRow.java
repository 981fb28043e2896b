package org.emcsettlement.core.series;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.emcsettlement.core.finding.Place;

/** A parsed row of a series; the end is 0 until it is known, the value is yet to be multiplied. */
record SeriesRow(
    long start,
    long end,
    Optional<BigDecimal> value,
    Quality quality,
    Place place,
    boolean exchange,
    BigDecimal multiplier) {

  /** By start; of two readings at one time the new register's comes second. */
  static final Comparator<SeriesRow> IN_TIME =
      Comparator.comparingLong(SeriesRow::start).thenComparing(SeriesRow::exchange);

  SeriesRow until(long newEnd) {
    return new SeriesRow(start, newEnd, value, quality, place, exchange, multiplier);
  }

  SeriesRow withoutValue() {
    return new SeriesRow(
        start, end, Optional.empty(), Quality.MISSING, place, exchange, multiplier);
  }

  SeriesRow mapValue(UnaryOperator<BigDecimal> conversion) {
    return new SeriesRow(start, end, value.map(conversion), quality, place, exchange, multiplier);
  }

  boolean repeats(SeriesRow other) {
    return start == other.start
        && end == other.end
        && quality == other.quality
        && multiplier.compareTo(other.multiplier) == 0
        && value
            .map(BigDecimal::stripTrailingZeros)
            .equals(other.value.map(BigDecimal::stripTrailingZeros));
  }
}
