package org.emcsettlement.core.series;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.emcsettlement.core.csv.CsvRow;
import org.emcsettlement.core.csv.CsvTable;
import org.emcsettlement.core.csv.TextSource;
import org.emcsettlement.core.finding.EvidenceFinding;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.json.InputDigest;
import org.emcsettlement.core.period.Period;

/**
 * Counts and hours of a building by day: headcount (用能人数), visitors per day, operating hours per
 * day, and own variables, each known for half-open periods. Between periods there is no value; the
 * last one is never carried on.
 */
public final class Occupancy {

  /** The driver of the column {@code headcount} [persons]. */
  public static final String HEADCOUNT = "HEADCOUNT";

  /** The driver of the column {@code visitors} [persons per day]. */
  public static final String VISITORS = "VISITORS";

  /** The driver of the column {@code operatingHours} [h per day]. */
  public static final String OPERATING_HOURS = "OPERATING_HOURS";

  private static final Map<String, String> STANDARD =
      Map.of("headcount", HEADCOUNT, "visitors", VISITORS, "operatinghours", OPERATING_HOURS);

  private static final Set<String> DATES = Set.of("start", "end");

  private record Step(LocalDate end, BigDecimal value) {}

  private final InputDigest digest;
  private final Map<String, NavigableMap<LocalDate, Step>> drivers;

  private Occupancy(InputDigest digest, Map<String, NavigableMap<LocalDate, Step>> drivers) {
    this.digest = digest;
    this.drivers = drivers;
  }

  /** {@return an occupancy that knows nothing} */
  public static Occupancy none() {
    return new Occupancy(new InputDigest.Builder("").build(), Map.of());
  }

  /**
   * Reads an occupancy file.
   *
   * <pre>
   * start,end,headcount,visitors,operatingHours
   * 2024-01-01,2025-01-01,351,40,8.5
   * </pre>
   *
   * <p>{@code end} is the date after the last one. Further numeric columns are own variables, named
   * by their column in upper case. Overlaps and negative values block.
   *
   * @param source the file
   * @param findings takes what is wrong with it
   * @return the occupancy, absent if something blocks
   */
  public static Optional<Occupancy> read(TextSource source, FindingCollector findings) {
    int before = findings.blocking();
    Optional<Occupancy> occupancy =
        CsvTable.read(source, findings)
            .filter(table -> table.require(findings, "start", "end"))
            .map(table -> of(table, findings));
    return findings.blocking() > before ? Optional.empty() : occupancy;
  }

  private record Row(Period period, CsvRow cells) {}

  private static Occupancy of(CsvTable table, FindingCollector findings) {
    List<Row> rows = rows(table, findings);
    InputDigest.Builder digest = new InputDigest.Builder(table.name());
    Map<String, NavigableMap<LocalDate, Step>> drivers = new LinkedHashMap<>();
    List<String> columns =
        table.columns().stream().filter(column -> !DATES.contains(column)).sorted().toList();
    for (Row row : rows) {
      StringBuilder canonical = new StringBuilder(row.period().toString());
      for (String column : columns) {
        String driver = STANDARD.getOrDefault(column, column.toUpperCase(Locale.ROOT));
        Optional<BigDecimal> value = row.cells().decimal(column);
        value.ifPresent(
            v -> {
              if (v.signum() < 0) {
                findings.add(
                    EvidenceFinding.OCCUPANCY_NEGATIVE,
                    row.cells().place(column),
                    "driver",
                    driver,
                    "value",
                    v.toPlainString());
              }
              drivers
                  .computeIfAbsent(driver, key -> new TreeMap<>())
                  .put(row.period().start(), new Step(row.period().end(), v));
              canonical
                  .append(',')
                  .append(column)
                  .append('=')
                  .append(v.stripTrailingZeros().toPlainString());
            });
      }
      digest.row(canonical.toString());
    }
    return new Occupancy(digest.build(), drivers);
  }

  private static List<Row> rows(CsvTable table, FindingCollector findings) {
    List<Row> rows = new ArrayList<>();
    for (CsvRow cells : table.rows()) {
      Optional<LocalDate> start = cells.requiredDate("start");
      Optional<LocalDate> end = cells.requiredDate("end");
      if (start.isPresent() && end.isPresent()) {
        if (end.get().isAfter(start.get())) {
          rows.add(new Row(Period.of(start.get(), end.get()), cells));
        } else {
          findings.add(
              EvidenceFinding.SERIES_BACKWARDS,
              cells.place("end"),
              "start",
              start.get(),
              "end",
              end.get());
        }
      }
    }
    rows.sort(Comparator.comparing(Row::period));
    for (int i = 1; i < rows.size(); i++) {
      Period previous = rows.get(i - 1).period();
      if (previous.end().isAfter(rows.get(i).period().start())) {
        findings.add(
            EvidenceFinding.OCCUPANCY_OVERLAP,
            rows.get(i).cells().place(),
            "first",
            previous,
            "second",
            rows.get(i).period());
      }
    }
    return rows;
  }

  /** {@return the identity of the rows} */
  public InputDigest digest() {
    return digest;
  }

  /**
   * The identity of what is known in a period, which later rows do not change.
   *
   * @param period the period
   * @return the digest of its daily values
   */
  public InputDigest digest(Period period) {
    InputDigest.Builder builder = new InputDigest.Builder(digest.name() + "#" + period);
    for (String driver : new TreeSet<>(drivers.keySet())) {
      for (LocalDate date : period.dates().toList()) {
        on(driver, date)
            .ifPresent(
                value ->
                    builder.row(
                        driver + "," + date + "," + value.stripTrailingZeros().toPlainString()));
      }
    }
    return builder.build();
  }

  /** {@return the drivers that the file has, in column order} */
  public Set<String> drivers() {
    return drivers.keySet();
  }

  /**
   * The value of a driver on a day.
   *
   * @param driver its name
   * @param date the local date
   * @return the value, absent where the file has none
   */
  public Optional<BigDecimal> on(String driver, LocalDate date) {
    NavigableMap<LocalDate, Step> steps = drivers.get(driver);
    Map.Entry<LocalDate, Step> step = steps == null ? null : steps.floorEntry(date);
    return step != null && date.isBefore(step.getValue().end())
        ? Optional.of(step.getValue().value())
        : Optional.empty();
  }

  /**
   * The dates inside a period on which a driver changes or starts or stops being known.
   *
   * @param driver its name
   * @param period the period
   * @return the dates in order
   */
  public List<LocalDate> changesIn(String driver, Period period) {
    NavigableMap<LocalDate, Step> steps = drivers.getOrDefault(driver, new TreeMap<>());
    return steps.entrySet().stream()
        .flatMap(step -> Stream.of(step.getKey(), step.getValue().end()))
        .filter(date -> date.isAfter(period.start()) && date.isBefore(period.end()))
        .sorted()
        .distinct()
        .toList();
  }
}
