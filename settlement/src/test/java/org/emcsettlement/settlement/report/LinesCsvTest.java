package org.emcsettlement.settlement.report;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.emcsettlement.core.quantity.Rational;
import org.emcsettlement.settlement.statement.Line;
import org.emcsettlement.settlement.statement.LineTax;
import org.emcsettlement.settlement.statement.Statement;
import org.junit.jupiter.api.Test;

/** Lines as CSV, read back by a reader of the format. */
class LinesCsvTest {

  private static List<NamedCsvRecord> read(Statement statement, Locale language) {
    return CsvReader.builder().ofNamedCsvRecord(LinesCsv.write(statement, language)).stream()
        .toList();
  }

  @Test
  void everyLineReadsBackInEnglish() {
    WorkedStatements.all()
        .forEach(
            (name, statement) -> {
              List<NamedCsvRecord> rows = read(statement, Locale.ENGLISH);
              assertThat(rows).as(name).hasSameSizeAs(statement.lines());
              for (int i = 0; i < rows.size(); i++) {
                agrees(name, rows.get(i), statement.lines().get(i));
              }
            });
  }

  private static void agrees(String name, NamedCsvRecord row, Line line) {
    assertThat(row.getField("id")).as(name).isEqualTo(line.id());
    assertThat(row.getField("kind")).isEqualTo(line.kind());
    assertThat(row.getField("label")).isEqualTo(line.label().en());
    assertThat(row.getField("role")).isEqualToIgnoringCase(line.role().name());
    assertThat(row.getField("clause")).isEqualTo(line.clause());
    assertThat(row.getField("commodity")).isEqualTo(line.commodity().map(c -> c.en()).orElse(""));
    assertThat(row.getField("period_start")).isEqualTo(line.period().start().toString());
    assertThat(row.getField("period_end_exclusive")).isEqualTo(line.period().end().toString());
    assertThat(row.getField("unit")).isEqualTo(line.unit().orElse(""));
    assertThat(row.getField("price_unit")).isEqualTo(line.priceUnit().orElse(""));
    assertThat(row.getField("node")).isEqualTo(line.node().orElse(""));
    amount(row.getField("amount"), line.amount());
    amount(row.getField("tax_rate"), line.tax().map(LineTax::rate));
    amount(row.getField("net"), line.tax().map(LineTax::net));
    amount(row.getField("tax"), line.tax().map(LineTax::tax));
    amount(row.getField("gross"), line.tax().map(LineTax::gross));
    number(row.getField("quantity"), line.quantity());
    number(row.getField("unit_price"), line.unitPrice());
    number(row.getField("exact"), line.exact());
  }

  private static void amount(String text, Optional<BigDecimal> amount) {
    assertThat(text.isEmpty()).isEqualTo(amount.isEmpty());
    amount.ifPresent(expected -> assertThat(new BigDecimal(text)).isEqualTo(expected));
  }

  /** Exact where it terminates, else HALF_UP at twelve decimals. */
  private static void number(String text, Optional<Rational> number) {
    assertThat(text.isEmpty()).isEqualTo(number.isEmpty());
    number.ifPresent(
        exact -> {
          BigDecimal read = new BigDecimal(text);
          assertThat(text).matches("-?\\d+(\\.\\d+)?");
          if (!Rational.of(read).equals(exact)) {
            assertThat(exact.toDecimal()).isEmpty();
            assertThat(read).isEqualTo(exact.round(12, RoundingMode.HALF_UP));
          }
        });
  }

  @Test
  void bothLanguagesHoldTheSameNumbersUnderTheirOwnHeadings() {
    Statement statement = WorkedStatements.of("case-4-water", "", "Y1");
    List<NamedCsvRecord> zh = read(statement, Locale.SIMPLIFIED_CHINESE);
    List<NamedCsvRecord> en = read(statement, Locale.ENGLISH);
    assertThat(zh.get(0).getHeader())
        .hasSameSizeAs(en.get(0).getHeader())
        .contains("项目", "数量", "金额", "税额", "合同年累计");
    for (int i = 0; i < zh.size(); i++) {
      assertThat(zh.get(i).getField("项目")).isEqualTo(statement.lines().get(i).label().zh());
      assertThat(zh.get(i).getField("金额")).isEqualTo(en.get(i).getField("amount"));
      assertThat(zh.get(i).getField("数量")).isEqualTo(en.get(i).getField("quantity"));
      assertThat(zh.get(i).getField("性质")).isIn("应付", "列示");
    }
    assertThat(LinesCsv.write(statement, Locale.ROOT))
        .isEqualTo(LinesCsv.write(statement, Locale.ENGLISH));
  }

  @Test
  void payableAmountsAddUpToTheTotals() {
    Statement statement = WorkedStatements.of("e7-score-tax-retention-advance", "", "2025-Q1");
    BigDecimal sum = BigDecimal.ZERO;
    for (NamedCsvRecord row : read(statement, Locale.ENGLISH)) {
      if (row.getField("role").equals("payable")) {
        String gross = row.getField("gross");
        sum = sum.add(new BigDecimal(gross.isEmpty() ? row.getField("amount") : gross));
      }
    }
    assertThat(sum).isEqualByComparingTo(statement.totals().netPayable());
  }

  @Test
  void namesWithSeparatorsQuotesAndLineEndsReadBack() {
    String name = " a,b;\"c\"\r\nd\ne，“f”\t";
    Statement statement = NamedStatements.with(place -> place + name);
    for (NamedCsvRecord row : read(statement, Locale.ENGLISH)) {
      assertThat(row.getField("label")).isEqualTo("label-en" + name);
      assertThat(row.getField("remark")).isEqualTo("remark-en" + name);
    }
    for (NamedCsvRecord row : read(statement, Locale.CHINESE)) {
      assertThat(row.getField("项目")).isEqualTo("label-zh" + name);
    }
  }

  @Test
  void noTextBecomesAFormula() {
    for (String start : List.of("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")) {
      Statement statement = NamedStatements.with(place -> start + "cmd|' /C calc'!A0");
      for (NamedCsvRecord row : read(statement, Locale.ENGLISH)) {
        for (String text : List.of("label", "clause", "remark")) {
          assertThat(row.getField(text)).isEqualTo("'" + start + "cmd|' /C calc'!A0");
        }
      }
    }
  }

  /** A negative number is a number, not a formula. */
  @Test
  void negativeNumbersStayNumbers() {
    Statement statement = WorkedStatements.of("case-1-hosting", "", "Y1");
    assertThat(read(statement, Locale.ENGLISH))
        .filteredOn(row -> row.getField("id").equals("score"))
        .extracting(row -> row.getField("amount"))
        .containsExactly("-2249.19");
  }
}
