package org.emcsettlement.core.series;

import java.util.List;
import java.util.Optional;
import org.emcsettlement.core.csv.CsvTable;
import org.emcsettlement.core.finding.EvidenceFinding;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.finding.Place;

/** The first column that holds times, and the value column with the unit written in its name. */
record ValueColumn(String start, Optional<String> end, String value, Optional<String> unit) {

  private static final List<String> STARTS =
      List.of("start", "start_local", "start_utc", "date", "time", "time_local", "time_utc");
  private static final List<String> ENDS = List.of("end", "end_local", "end_utc");

  /**
   * Finds the columns of a series.
   *
   * @param plain names that stand for the value without a unit
   */
  static Optional<ValueColumn> find(CsvTable table, FindingCollector findings, String plain) {
    Optional<String> start = STARTS.stream().filter(table::has).findFirst();
    if (start.isEmpty()) {
      table.require(findings, STARTS.get(0));
    }
    List<String> values =
        table.columns().stream()
            .filter(column -> column.equals(plain) || column.startsWith(plain + "_"))
            .toList();
    if (values.isEmpty()) {
      table.require(findings, plain);
    } else if (values.size() > 1) {
      findings.add(
          EvidenceFinding.CSV_DUPLICATE_COLUMN,
          Place.file(table.name()),
          "column",
          String.join(", ", values));
    }
    if (start.isEmpty() || values.size() != 1) {
      return Optional.empty();
    }
    String value = values.get(0);
    Optional<String> unit =
        value.equals(plain) ? Optional.empty() : Optional.of(value.substring(plain.length() + 1));
    Optional<String> end = ENDS.stream().filter(table::has).findFirst();
    return Optional.of(new ValueColumn(start.get(), end, value, unit));
  }
}
