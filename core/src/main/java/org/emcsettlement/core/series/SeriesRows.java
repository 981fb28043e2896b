package org.emcsettlement.core.series;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.emcsettlement.core.csv.CsvRow;
import org.emcsettlement.core.csv.CsvTable;
import org.emcsettlement.core.finding.FindingCollector;

/** Parses the rows of a series file: times to instants, values to decimals. */
final class SeriesRows {

  private SeriesRows() {}

  static List<SeriesRow> read(
      CsvTable table, ValueColumn columns, ZoneId zone, FindingCollector findings) {
    return read(table, columns, zone, BigDecimal.ONE, findings);
  }

  /** Reads rows; one without a multiplier of its own has the given one. */
  static List<SeriesRow> read(
      CsvTable table,
      ValueColumn columns,
      ZoneId zone,
      BigDecimal multiplier,
      FindingCollector findings) {
    Stamps starts = new Stamps(columns.start(), zone, findings);
    Optional<Stamps> ends = columns.end().map(column -> new Stamps(column, zone, findings));
    List<CsvRow> cells = table.rows();
    for (CsvRow cell : cells) {
      starts.add(cell);
      ends.ifPresent(stamps -> stamps.add(cell));
    }
    long[] startSeconds = starts.instants();
    long[] endSeconds = ends.map(Stamps::instants).orElseGet(() -> new long[cells.size()]);
    List<SeriesRow> rows = new ArrayList<>(cells.size());
    for (int i = 0; i < cells.size(); i++) {
      CsvRow cell = cells.get(i);
      Optional<BigDecimal> value = cell.decimal(columns.value());
      Quality stated = cell.constant("quality", Quality.class).orElse(Quality.ACTUAL);
      rows.add(
          new SeriesRow(
              startSeconds[i],
              endSeconds[i],
              value,
              value.isPresent() ? stated : Quality.MISSING,
              cell.place(),
              cell.text("event").map("EXCHANGE"::equalsIgnoreCase).orElse(false),
              cell.decimal("multiplier").orElse(multiplier)));
    }
    return rows;
  }
}
