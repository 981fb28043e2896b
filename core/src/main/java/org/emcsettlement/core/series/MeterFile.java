package org.emcsettlement.core.series;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.emcsettlement.core.csv.CsvTable;
import org.emcsettlement.core.csv.TextSource;
import org.emcsettlement.core.finding.EvidenceFinding;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.finding.Place;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.core.quantity.MeterUnit;

/**
 * Reads the file of one meter.
 *
 * <pre>
 * start,value_kwh,quality                  INTERVAL: the quantity from start to the next start
 * 2025-07-01T00:00:00+08:00,41.5,ACTUAL
 *
 * date,value,event                         REGISTER: the state of the register at that time
 * 2025-07-01,10412.0,
 * 2025-08-01,10988.5,
 * </pre>
 *
 * <ul>
 *   <li>The time column is {@code start}, {@code start_local}, {@code start_utc}, {@code date} or
 *       {@code time}; {@code end} may follow. Times carry an offset, or are local times of the
 *       zone, or UTC in a column {@code …_utc}. Without an end column intervals last for the usual
 *       step of the file, so a missing row is a gap.
 *   <li>The value column is {@code value} or {@code value_<unit>}. The unit comes from there, from
 *       the format, or both if they agree. An empty value is a missing value.
 *   <li>{@code quality} is ACTUAL (default), ESTIMATED, SUBSTITUTED or CORRECTED.
 *   <li>{@code multiplier} is the transformer ratio of a row, that of the format if empty; it
 *       changes only on a row with {@code event} EXCHANGE.
 *   <li>{@code event} is EXCHANGE on the first reading of a new register; no quantity is counted
 *       between the row before and that row.
 * </ul>
 *
 * <p>Rows may come in any order. Exact repeats count once; two values for one interval, overlaps
 * and a register that runs backwards block.
 */
public final class MeterFile {

  private MeterFile() {}

  /**
   * Reads a meter.
   *
   * @param source its file
   * @param format what has to be known to read it
   * @param findings takes what is wrong with the file
   * @return the readings, absent if something blocks
   */
  public static Optional<MeterReadings> read(
      TextSource source, MeterFormat format, FindingCollector findings) {
    int before = findings.blocking();
    Optional<MeterReadings> readings =
        CsvTable.read(source, findings)
            .flatMap(
                table ->
                    ValueColumn.find(table, findings, "value")
                        .flatMap(columns -> read(table, columns, format, findings)));
    return findings.blocking() > before ? Optional.empty() : readings;
  }

  private static Optional<MeterReadings> read(
      CsvTable table, ValueColumn columns, MeterFormat format, FindingCollector findings) {
    Optional<BigDecimal> factor = factor(columns, format, table.name(), findings);
    List<SeriesRow> rows =
        SeriesRows.read(table, columns, format.zone(), format.multiplier(), findings);
    if (table.has("multiplier")) {
      checkMultipliers(rows, format, findings);
    }
    if (factor.isEmpty()) {
      return Optional.empty();
    }
    IntervalSeriesBuilder series =
        new IntervalSeriesBuilder(table.name(), format.zone(), factor.get(), findings);
    Optional<IntervalSeries> built =
        format.kind() == MeterKind.REGISTER
            ? series.build(new RegisterDifferences(format, findings).of(rows))
            : series.fromRows(rows, columns.end().isPresent());
    return built.map(intervals -> new MeterReadings(format, intervals));
  }

  /** A transformer ratio changes with an exchange only. */
  private static void checkMultipliers(
      List<SeriesRow> rows, MeterFormat format, FindingCollector findings) {
    BigDecimal before = format.multiplier();
    boolean known = before.compareTo(BigDecimal.ONE) != 0;
    for (SeriesRow row : rows.stream().sorted(SeriesRow.IN_TIME).toList()) {
      BigDecimal now = row.multiplier();
      if (now.signum() <= 0) {
        findings.add(
            EvidenceFinding.METER_MULTIPLIER_RANGE, row.place(), "value", now.toPlainString());
      } else if (known && !row.exchange() && now.compareTo(before) != 0) {
        findings.add(
            EvidenceFinding.METER_MULTIPLIER,
            row.place(),
            "previous",
            before.toPlainString(),
            "current",
            now.toPlainString());
      }
      before = now;
      known = true;
    }
  }

  private static Optional<BigDecimal> factor(
      ValueColumn columns, MeterFormat format, String file, FindingCollector findings) {
    Place place = Place.builder().file(file).column(columns.value()).build();
    Optional<MeterUnit> written = columns.unit().flatMap(MeterUnit::of);
    Optional<MeterUnit> declared = format.unit();
    if (columns.unit().isPresent() && written.isEmpty()) {
      return notConvertible(columns.unit().get(), format.commodity(), place, findings);
    }
    if (written.isPresent() && declared.isPresent() && !written.equals(declared)) {
      findings.add(
          EvidenceFinding.UNIT_CONFLICT,
          place,
          "column",
          written.get(),
          "declared",
          declared.get());
      return Optional.empty();
    }
    Optional<MeterUnit> unit = written.or(() -> declared);
    if (unit.isEmpty()) {
      findings.add(EvidenceFinding.UNIT_MISSING, place);
      return Optional.empty();
    }
    Optional<BigDecimal> factor = format.commodity().factorFrom(unit.get());
    return factor.isPresent()
        ? factor
        : notConvertible(unit.get().symbol(), format.commodity(), place, findings);
  }

  private static Optional<BigDecimal> notConvertible(
      String unit, Commodity commodity, Place place, FindingCollector findings) {
    findings.add(
        EvidenceFinding.UNIT_NOT_CONVERTIBLE,
        place,
        "unit",
        unit,
        "commodity",
        commodity,
        "canonical",
        commodity.unit(),
        "accepted",
        commodity.acceptedUnits());
    return Optional.empty();
  }
}
