package org.emcsettlement.settlement.evidence;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.emcsettlement.core.csv.CsvRow;
import org.emcsettlement.core.csv.CsvTable;
import org.emcsettlement.core.csv.TextSource;
import org.emcsettlement.core.finding.EvidenceFinding;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.finding.Place;
import org.emcsettlement.core.json.InputDigest;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.core.quantity.MeterUnit;

/**
 * What a utility meter counts beside the quantity, {@code registers/<commodity>.csv}: the highest
 * demand, the power factor and the quantity of every time band.
 *
 * <pre>
 * start,end,demand_kw,power_factor,sharp_kwh,peak_kwh,flat_kwh,valley_kwh
 * 2025-07-01,2025-08-01,705,0.93,11250,55400,81300,50050
 * </pre>
 *
 * <p>A time band is a column {@code <band>_<unit>}; cells may be empty.
 */
public final class RegisterTable {

  /** The register of the highest demand [kW]. */
  public static final String DEMAND = "demand_kw";

  /** The register of the power factor. */
  public static final String POWER_FACTOR = "power_factor";

  private static final Set<String> OTHERS = Set.of("start", "end", "source");

  /**
   * The registers of one interval.
   *
   * @param period the dates from reading to reading
   * @param values what was read, by register; quantities in the canonical unit under their band
   */
  public record Row(Period period, Map<String, BigDecimal> values) {}

  private final InputDigest digest;
  private final List<Row> rows;

  private RegisterTable(InputDigest digest, List<Row> rows) {
    this.digest = digest;
    this.rows = rows;
  }

  /**
   * Reads a table.
   *
   * @param source the file
   * @param commodity what the meter counts
   * @param findings takes what is wrong with it
   * @return the table, absent if something blocks
   */
  public static Optional<RegisterTable> read(
      TextSource source, Commodity commodity, FindingCollector findings) {
    int before = findings.blocking();
    Optional<RegisterTable> table =
        CsvTable.read(source, findings)
            .filter(csv -> csv.require(findings, "start", "end"))
            .map(csv -> of(csv, commodity, findings));
    return findings.blocking() > before ? Optional.empty() : table;
  }

  private static RegisterTable of(CsvTable csv, Commodity commodity, FindingCollector findings) {
    List<Row> rows = new ArrayList<>();
    for (CsvRow cells : csv.rows()) {
      Optional<LocalDate> start = cells.requiredDate("start");
      Optional<LocalDate> end = cells.requiredDate("end");
      if (start.isPresent() && end.isPresent() && !end.get().isAfter(start.get())) {
        findings.add(
            EvidenceFinding.SERIES_BACKWARDS,
            cells.place("end"),
            "start",
            start.get(),
            "end",
            end.get());
      } else if (start.isPresent() && end.isPresent()) {
        Map<String, BigDecimal> values = new TreeMap<>();
        for (String column : csv.columns()) {
          value(cells, column, commodity, findings)
              .ifPresent(value -> values.put(register(column), value));
        }
        rows.add(new Row(Period.of(start.get(), end.get()), values));
      }
    }
    rows.sort(Comparator.comparing(Row::period));
    for (int i = 1; i < rows.size(); i++) {
      Period earlier = rows.get(i - 1).period();
      if (earlier.overlap(rows.get(i).period()).isPresent()) {
        findings.add(
            EvidenceFinding.SERIES_OVERLAP,
            Place.file(csv.name()),
            "first",
            earlier,
            "second",
            rows.get(i).period());
      }
    }
    InputDigest.Builder digest = new InputDigest.Builder(csv.name());
    rows.forEach(row -> digest.row(canonical(row)));
    return new RegisterTable(digest.build(), List.copyOf(rows));
  }

  private static Optional<BigDecimal> value(
      CsvRow cells, String column, Commodity commodity, FindingCollector findings) {
    if (OTHERS.contains(column)) {
      return Optional.empty();
    }
    Optional<BigDecimal> value = cells.decimal(column);
    if (column.equals(DEMAND) || column.equals(POWER_FACTOR)) {
      return value;
    }
    Optional<BigDecimal> factor =
        MeterUnit.of(column.substring(column.lastIndexOf('_') + 1)).flatMap(commodity::factorFrom);
    if (factor.isEmpty()) {
      findings.add(
          EvidenceFileFinding.REGISTER_COLUMN,
          cells.place(column),
          "column",
          column,
          "unit",
          commodity.unit());
    }
    return value.flatMap(v -> factor.map(v::multiply));
  }

  private static String register(String column) {
    return column.equals(DEMAND) || column.equals(POWER_FACTOR)
        ? column
        : column.substring(0, Math.max(0, column.lastIndexOf('_')));
  }

  private static String canonical(Row row) {
    StringBuilder text = new StringBuilder(row.period().toString());
    row.values()
        .forEach(
            (register, value) ->
                text.append(',')
                    .append(register)
                    .append('=')
                    .append(value.stripTrailingZeros().toPlainString()));
    return text.toString();
  }

  /** {@return the identity of the rows} */
  public InputDigest digest() {
    return digest;
  }

  /**
   * The rows that share days with a period.
   *
   * @param period the period
   * @return the rows in order
   */
  public List<Row> in(Period period) {
    return rows.stream().filter(row -> row.period().overlap(period).isPresent()).toList();
  }

  /**
   * The highest value of a register.
   *
   * @param register the register
   * @param period the period
   * @return the row with the highest value among those that share days with the period, absent if
   *     none was read
   */
  public Optional<Row> highest(String register, Period period) {
    return in(period).stream()
        .filter(row -> row.values().containsKey(register))
        .max(Comparator.comparing(row -> row.values().get(register)));
  }
}
