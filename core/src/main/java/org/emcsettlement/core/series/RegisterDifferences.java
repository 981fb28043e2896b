package org.emcsettlement.core.series;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.emcsettlement.core.finding.EvidenceFinding;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.finding.Place;

/** Turns the states of a counting register into quantities of the intervals between them. */
final class RegisterDifferences {

  private final MeterFormat format;
  private final FindingCollector findings;

  RegisterDifferences(MeterFormat format, FindingCollector findings) {
    this.format = format;
    this.findings = findings;
  }

  List<SeriesRow> of(List<SeriesRow> rows) {
    List<SeriesRow> readings = new ArrayList<>();
    for (SeriesRow row : rows) {
      if (row.value().isPresent()) {
        readings.add(row);
      }
    }
    readings.sort(SeriesRow.IN_TIME);
    List<SeriesRow> intervals = new ArrayList<>();
    for (int i = 1; i < readings.size(); i++) {
      SeriesRow previous = readings.get(i - 1);
      SeriesRow current = readings.get(i);
      if (current.start() == previous.start()) {
        sameInstant(previous, current);
      } else {
        intervals.add(difference(previous, current));
      }
    }
    if (intervals.isEmpty()) {
      findings.add(
          EvidenceFinding.SERIES_OPEN_END,
          readings.isEmpty() ? Place.NOWHERE : readings.get(0).place());
    }
    return intervals;
  }

  private void sameInstant(SeriesRow previous, SeriesRow current) {
    boolean same = previous.value().orElseThrow().compareTo(current.value().orElseThrow()) == 0;
    if (!current.exchange() && !same) {
      findings.add(
          EvidenceFinding.SERIES_CONFLICT,
          current.place(),
          "first",
          IntervalSeriesBuilder.shown(previous),
          "second",
          IntervalSeriesBuilder.shown(current));
    }
  }

  private SeriesRow difference(SeriesRow previous, SeriesRow current) {
    Place place = current.place();
    if (current.exchange()) {
      return interval(previous, current, Optional.empty(), Quality.MISSING);
    }
    Quality quality = previous.quality().isEstimate() ? previous.quality() : current.quality();
    BigDecimal from = previous.value().orElseThrow();
    BigDecimal to = current.value().orElseThrow();
    BigDecimal quantity = to.subtract(from);
    if (quantity.signum() < 0) {
      quantity = rolledOver(from, to, place).orElse(BigDecimal.ZERO);
    }
    return interval(previous, current, Optional.of(quantity), quality);
  }

  private static SeriesRow interval(
      SeriesRow previous, SeriesRow current, Optional<BigDecimal> quantity, Quality quality) {
    return new SeriesRow(
        previous.start(),
        current.start(),
        quantity,
        quality,
        current.place(),
        false,
        current.multiplier());
  }

  /** A fall counts as a rollover if it then stays within half the range of the register. */
  private Optional<BigDecimal> rolledOver(BigDecimal from, BigDecimal to, Place place) {
    Optional<BigDecimal> quantity =
        format
            .registerRange()
            .map(range -> to.subtract(from).add(range))
            .filter(
                rolled ->
                    rolled.signum() >= 0
                        && rolled.add(rolled).compareTo(format.registerRange().orElseThrow()) <= 0);
    if (quantity.isPresent()) {
      findings.add(
          EvidenceFinding.METER_ROLLOVER,
          place,
          "previous",
          from.toPlainString(),
          "current",
          to.toPlainString(),
          "range",
          format.registerRange().orElseThrow().toPlainString());
    } else {
      findings.add(
          EvidenceFinding.METER_BACKWARDS,
          place,
          "previous",
          from.toPlainString(),
          "current",
          to.toPlainString());
    }
    return quantity;
  }
}
