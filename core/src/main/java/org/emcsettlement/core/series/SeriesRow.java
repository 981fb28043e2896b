package org.emcsettlement.core.series;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.emcsettlement.core.finding.Place;

/** A parsed row of a series; the end is 0 until it is known. */
record SeriesRow(
    long start,
    long end,
    Optional<BigDecimal> value,
    Quality quality,
    Place place,
    boolean exchange) {

  SeriesRow until(long newEnd) {
    return new SeriesRow(start, newEnd, value, quality, place, exchange);
  }

  SeriesRow withoutValue() {
    return new SeriesRow(start, end, Optional.empty(), Quality.MISSING, place, exchange);
  }

  SeriesRow mapValue(UnaryOperator<BigDecimal> conversion) {
    return new SeriesRow(start, end, value.map(conversion), quality, place, exchange);
  }

  boolean repeats(SeriesRow other) {
    return start == other.start
        && end == other.end
        && quality == other.quality
        && value
            .map(BigDecimal::stripTrailingZeros)
            .equals(other.value.map(BigDecimal::stripTrailingZeros));
  }
}
