package org.emcsettlement.examples.emc;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.emcsettlement.baseline.savings.SavingsInterval;
import org.emcsettlement.core.finding.Finding;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.core.quantity.Rational;

/** One row a building, in the order they come; a building without a fit has empty figures. */
final class EvaluationTable {

  private static final List<String> COLUMNS =
      List.of(
          "case",
          "method",
          "n_baseline",
          "n_reporting",
          "cvrmse_in",
          "cvrmse_out",
          "nmbe_out",
          "adjusted_baseline",
          "actual",
          "savings",
          "savings_fraction",
          "lower",
          "upper",
          "fit_millis",
          "findings");

  /** Decimals of quantities [kWh, m³, GJ] and of milliseconds. */
  private static final int QUANTITY = 3;

  private static final int FRACTION = 6;

  private final StringWriter text = new StringWriter();
  private final CsvWriter rows = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text);

  EvaluationTable() {
    rows.writeRecord(COLUMNS);
  }

  void add(CaseResult result) {
    Optional<CaseFigures> figures = result.figures();
    rows.writeRecord(
        result.name(),
        result.method().orElse(""),
        cell(figures, f -> Integer.toString(f.fitted())),
        cell(figures, f -> Integer.toString(f.errors().size())),
        cell(figures, f -> decimal(f.cvRmse(), FRACTION)),
        cell(figures, f -> decimal(f.errors().cvRmse(), FRACTION)),
        cell(figures, f -> decimal(f.errors().nmbe(), FRACTION)),
        cell(figures, f -> quantity(f.savings().baselineUse())),
        cell(figures, f -> quantity(f.savings().reportingUse())),
        cell(figures, f -> quantity(f.savings().savings())),
        cell(figures, f -> decimal(f.savingsFraction(), FRACTION)),
        cell(figures.flatMap(CaseFigures::interval).map(SavingsInterval::lower)),
        cell(figures.flatMap(CaseFigures::interval).map(SavingsInterval::upper)),
        cell(figures, f -> decimal(f.fitMillis(), QUANTITY)),
        codes(result.findings()));
  }

  private static String cell(Optional<CaseFigures> figures, Function<CaseFigures, String> column) {
    return figures.map(column).orElse("");
  }

  private static String cell(Optional<Rational> bound) {
    return bound.map(EvaluationTable::quantity).orElse("");
  }

  private static String quantity(Rational value) {
    return value.round(QUANTITY, RoundingMode.HALF_UP).toPlainString();
  }

  private static String decimal(double value, int scale) {
    return Double.isFinite(value)
        ? BigDecimal.valueOf(value).setScale(scale, RoundingMode.HALF_UP).toPlainString()
        : "";
  }

  /** The codes in order, each with the number of its findings if there are several. */
  private static String codes(Findings findings) {
    Map<String, Long> counts =
        findings.stream()
            .collect(Collectors.groupingBy(Finding::code, TreeMap::new, Collectors.counting()));
    return counts.entrySet().stream()
        .map(code -> code.getValue() == 1 ? code.getKey() : code.getKey() + "*" + code.getValue())
        .collect(Collectors.joining(";"));
  }

  /** The table as CSV with {@code \n} line ends. */
  String csv() {
    try {
      rows.flush();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }
}
