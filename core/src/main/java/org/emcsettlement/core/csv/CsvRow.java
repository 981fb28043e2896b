package org.emcsettlement.core.csv;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.emcsettlement.core.finding.EvidenceFinding;
import org.emcsettlement.core.finding.FindingCode;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.finding.Place;

/** One row of a {@link CsvTable}. Readers report what they cannot read and return nothing. */
public final class CsvRow {

  private static final Pattern NOT_FINITE =
      Pattern.compile("[+-]?(nan|inf|infinity|∞)|#[a-z0-9/!?]+", Pattern.CASE_INSENSITIVE);

  private final CsvTable table;
  private final int line;
  private final List<String> fields;
  private final FindingCollector findings;

  CsvRow(CsvTable table, int line, List<String> fields, FindingCollector findings) {
    this.table = table;
    this.line = line;
    this.fields = fields;
    this.findings = findings;
  }

  /** {@return the place of the row} */
  public Place place() {
    return Place.line(table.name(), line);
  }

  /**
   * The place of a cell.
   *
   * @param column its column
   * @return the place
   */
  public Place place(String column) {
    return Place.builder().file(table.name()).line(line).column(column).build();
  }

  /**
   * A cell as text.
   *
   * @param column its column in lower case
   * @return the stripped text, absent if empty or there is no such column
   */
  public Optional<String> text(String column) {
    OptionalInt index = table.index(column);
    if (index.isEmpty()) {
      return Optional.empty();
    }
    String cell = fields.get(index.getAsInt()).strip();
    return cell.isEmpty() ? Optional.empty() : Optional.of(cell);
  }

  /**
   * A cell as text that must be there.
   *
   * @param column its column in lower case
   * @return the stripped text, absent (with a finding) if empty
   */
  public Optional<String> requiredText(String column) {
    Optional<String> cell = text(column);
    if (cell.isEmpty()) {
      findings.add(EvidenceFinding.CSV_EMPTY_CELL, place(column));
    }
    return cell;
  }

  /**
   * A cell as a decimal number.
   *
   * @param column its column in lower case
   * @return the number with its scale as written, absent if empty or (with a finding) not a number
   */
  public Optional<BigDecimal> decimal(String column) {
    return text(column).flatMap(cell -> decimal(column, cell));
  }

  /**
   * A cell as a decimal number that must be there.
   *
   * @param column its column in lower case
   * @return the number with its scale as written, absent (with a finding) if empty or not a number
   */
  public Optional<BigDecimal> requiredDecimal(String column) {
    return requiredText(column).flatMap(cell -> decimal(column, cell));
  }

  private Optional<BigDecimal> decimal(String column, String cell) {
    Optional<BigDecimal> decimal = DecimalText.parse(cell);
    if (decimal.filter(DecimalText::fits).isPresent()) {
      return decimal;
    }
    if (decimal.isPresent()) {
      findings.add(
          EvidenceFinding.CSV_TOO_LONG,
          place(column),
          "value",
          cell,
          "most",
          DecimalText.MOST_DIGITS);
      return Optional.empty();
    }
    FindingCode code =
        NOT_FINITE.matcher(cell).matches()
            ? EvidenceFinding.CSV_NOT_FINITE
            : EvidenceFinding.CSV_NUMBER;
    findings.add(code, place(column), "value", cell);
    return Optional.empty();
  }

  /**
   * A cell as a date.
   *
   * @param column its column in lower case
   * @return the date, absent if empty or (with a finding) not a date
   */
  public Optional<LocalDate> date(String column) {
    return text(column)
        .flatMap(cell -> parsed(column, cell, LocalDate::parse, EvidenceFinding.CSV_DATE));
  }

  /**
   * A cell as a date that must be there.
   *
   * @param column its column in lower case
   * @return the date, absent (with a finding) if empty or not a date
   */
  public Optional<LocalDate> requiredDate(String column) {
    return requiredText(column).isEmpty() ? Optional.empty() : date(column);
  }

  /**
   * A cell as one of an enumeration's names, in any case.
   *
   * @param <E> the enumeration
   * @param column its column in lower case
   * @param type the enumeration
   * @return the constant, absent if empty or (with a finding) unknown
   */
  public <E extends Enum<E>> Optional<E> constant(String column, Class<E> type) {
    return text(column)
        .flatMap(
            cell ->
                parsed(
                    column,
                    cell,
                    name -> Enum.valueOf(type, name.toUpperCase(Locale.ROOT)),
                    EvidenceFinding.JSON_INVALID_VALUE,
                    "found",
                    cell,
                    "rule",
                    "one of " + List.of(type.getEnumConstants()),
                    "ruleZh",
                    "应为 " + List.of(type.getEnumConstants()) + " 之一"));
  }

  private <T> Optional<T> parsed(
      String column,
      String cell,
      Function<String, T> parser,
      FindingCode code,
      Object... arguments) {
    try {
      return Optional.of(parser.apply(cell));
    } catch (DateTimeException | IllegalArgumentException unparsable) {
      findings.add(
          code, place(column), arguments.length > 0 ? arguments : new Object[] {"value", cell});
      return Optional.empty();
    }
  }
}
