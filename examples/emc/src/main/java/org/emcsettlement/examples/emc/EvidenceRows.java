package org.emcsettlement.examples.emc;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.emcsettlement.core.csv.CsvRow;
import org.emcsettlement.core.csv.CsvTable;
import org.emcsettlement.core.csv.TextSource;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.period.Period;

/** The rows of an evidence file that a fact of the trail was taken from. */
final class EvidenceRows {

  private static final int MOST = 12;

  private final Path folder;

  EvidenceRows(Path folder) {
    this.folder = folder;
  }

  /** Prints the rows that a source {@code <file>#<start>[/<end>]} means, the middle left out. */
  void print(String source, String indent, PrintWriter out) {
    int hash = source.indexOf('#');
    if (hash < 0 || !source.substring(0, hash).endsWith(".csv")) {
      return;
    }
    Optional<CsvTable> table = table(source.substring(0, hash));
    if (table.isEmpty()) {
      return;
    }
    List<CsvRow> rows = rows(table.get(), source.substring(hash + 1));
    List<String> columns = table.get().columns();
    out.println(indent + "| " + String.join(", ", columns));
    for (int i = 0; i < rows.size(); i++) {
      if (rows.size() > MOST && i == MOST / 2) {
        i = rows.size() - MOST / 2;
        out.println(indent + "| … " + (rows.size() - MOST) + " 行 rows …");
      }
      CsvRow row = rows.get(i);
      out.println(
          indent
              + "| "
              + columns.stream().map(c -> row.text(c).orElse("")).collect(Collectors.joining(", "))
              + "   "
              + row.place().describe());
    }
  }

  private Optional<CsvTable> table(String name) {
    for (String candidate : List.of(name, name + ".gz")) {
      Path file = folder.resolve(candidate);
      if (Files.isRegularFile(file)) {
        return CsvTable.read(TextSource.of(folder, file), new FindingCollector());
      }
    }
    return Optional.empty();
  }

  /** The rows inside the days, and the one before that lasts into them. */
  private static List<CsvRow> rows(CsvTable table, String where) {
    String first = table.columns().get(0);
    Optional<LocalDate> from = date(where.substring(0, Math.min(10, where.length())));
    Optional<LocalDate> end =
        where.contains("/") ? date(where.substring(where.indexOf('/') + 1)) : Optional.empty();
    if (from.isEmpty()) {
      return List.of();
    }
    Period days = Period.of(from.get(), end.orElse(from.get().plusDays(1)));
    List<CsvRow> rows = new ArrayList<>();
    Optional<CsvRow> before = Optional.empty();
    for (CsvRow row : table.rows()) {
      Optional<LocalDate> date =
          row.text(first)
              .filter(t -> t.length() >= 10)
              .flatMap(text -> date(text.substring(0, 10)));
      if (date.isPresent() && days.contains(date.get())) {
        if (rows.isEmpty() && date.get().isAfter(days.start())) {
          before.ifPresent(rows::add);
        }
        rows.add(row);
      } else if (date.isPresent() && date.get().isBefore(days.start())) {
        before = Optional.of(row);
      }
    }
    if (rows.isEmpty()) {
      before.ifPresent(rows::add);
    }
    return rows;
  }

  private static Optional<LocalDate> date(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeException none) {
      return Optional.empty();
    }
  }
}
