package org.emcsettlement.core.csv;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.emcsettlement.core.finding.EvidenceFinding;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.finding.FindingsException;
import org.emcsettlement.core.finding.Place;

/**
 * A CSV file: a header line and rows with as many fields as the header.
 *
 * <p>Comma separated, double quotes, any line end; lines that start with {@code #} are comments and
 * empty lines are passed over. Column names are trimmed and compared in lower case.
 */
public final class CsvTable {

  private final String name;
  private final Map<String, Integer> columns;
  private final int width;
  private final List<CsvRow> rows;

  private CsvTable(String name, Map<String, Integer> columns, int width) {
    this.name = name;
    this.columns = columns;
    this.width = width;
    this.rows = new ArrayList<>();
  }

  /**
   * Reads a table.
   *
   * @param source the text
   * @param findings takes what is wrong, each with its line
   * @return the table with its well-formed rows, absent if there is no header or no row
   */
  public static Optional<CsvTable> read(TextSource source, FindingCollector findings) {
    return source.text(findings).flatMap(text -> parse(source.name(), text, findings));
  }

  /**
   * Reads a table that ships in the jar beside a class.
   *
   * @param owner the class beside which the resource lies
   * @param resource its file name
   * @return the table
   * @throws FindingsException if the packaged table is malformed
   */
  public static CsvTable resource(Class<?> owner, String resource) {
    try (InputStream stream = owner.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalStateException(
            "resource " + resource + " is not packaged beside " + owner);
      }
      String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      FindingCollector findings = new FindingCollector();
      Optional<CsvTable> table = parse(resource, text, findings);
      if (findings.blocking() > 0) {
        throw new FindingsException(findings.findings());
      }
      return table.orElseThrow();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Optional<CsvTable> parse(String name, String text, FindingCollector findings) {
    CsvTable table = null;
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .commentStrategy(CommentStrategy.SKIP)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .ofCsvRecord(text)) {
      for (CsvRecord line : reader) {
        if (table == null) {
          if (line.getFieldCount() == 1 && line.getField(0).contains(";")) {
            findings.add(
                EvidenceFinding.CSV_SEMICOLONS,
                Place.line(name, (int) line.getStartingLineNumber()));
            return Optional.empty();
          }
          table = new CsvTable(name, header(name, line, findings), line.getFieldCount());
        } else {
          table.add(line, findings);
        }
      }
    } catch (IOException | CsvParseException broken) {
      String reason = String.valueOf(broken.getMessage());
      findings.add(EvidenceFinding.CSV_UNREADABLE, Place.file(name), "reason", reason);
      return Optional.empty();
    }
    if (table == null || table.rows.isEmpty()) {
      findings.add(EvidenceFinding.CSV_EMPTY, Place.file(name));
      return Optional.empty();
    }
    return Optional.of(table);
  }

  private static Map<String, Integer> header(
      String name, CsvRecord line, FindingCollector findings) {
    Map<String, Integer> columns = new LinkedHashMap<>();
    for (int i = 0; i < line.getFieldCount(); i++) {
      String column = line.getField(i).strip().toLowerCase(Locale.ROOT);
      if (columns.putIfAbsent(column, i) != null) {
        findings.add(
            EvidenceFinding.CSV_DUPLICATE_COLUMN,
            Place.line(name, (int) line.getStartingLineNumber()),
            "column",
            column);
      }
    }
    return columns;
  }

  private void add(CsvRecord line, FindingCollector findings) {
    int number = (int) line.getStartingLineNumber();
    if (line.getFieldCount() != width) {
      findings.add(
          EvidenceFinding.CSV_MALFORMED,
          Place.line(name, number),
          "found",
          line.getFieldCount(),
          "expected",
          width);
      return;
    }
    rows.add(new CsvRow(this, number, line.getFields(), findings));
  }

  /** {@return the name in findings} */
  public String name() {
    return name;
  }

  /** {@return the column names in file order, in lower case} */
  public List<String> columns() {
    return List.copyOf(columns.keySet());
  }

  /** {@return the well-formed rows in file order} */
  public List<CsvRow> rows() {
    return List.copyOf(rows);
  }

  /**
   * Whether there is a column.
   *
   * @param column its name in lower case
   * @return true if there is
   */
  public boolean has(String column) {
    return columns.containsKey(column);
  }

  /**
   * Asks for columns that must be there.
   *
   * @param findings takes a finding for each that is missing
   * @param required names in lower case
   * @return whether all are there
   */
  public boolean require(FindingCollector findings, String... required) {
    boolean complete = true;
    for (String column : required) {
      if (!has(column)) {
        complete = false;
        findings.add(
            EvidenceFinding.CSV_MISSING_COLUMN,
            Place.file(name),
            "column",
            column,
            "found",
            String.join(", ", columns.keySet()));
      }
    }
    return complete;
  }

  OptionalInt index(String column) {
    Integer index = columns.get(column);
    return index == null ? OptionalInt.empty() : OptionalInt.of(index);
  }
}
