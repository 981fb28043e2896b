package org.emcsettlement.settlement.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.emcsettlement.core.quantity.Rational;
import org.emcsettlement.settlement.statement.Bilingual;
import org.emcsettlement.settlement.statement.Line;
import org.emcsettlement.settlement.statement.LineRole;
import org.emcsettlement.settlement.statement.LineTax;
import org.emcsettlement.settlement.statement.Statement;

/**
 * The lines of a statement as CSV for spreadsheets: a header and one row per line, in the order of
 * the statement, fields separated by commas, line ends {@code \n}.
 *
 * <p>Columns: id, kind, label, role, clause, commodity, first day, day after the last one,
 * quantity, unit, unit price, price unit, exact amount, posted amount, tax rate, amount without
 * tax, tax, amount with tax, year to date (empty where the amount is of the whole year already),
 * remark, trail node. Header, label, role, commodity and remark are in the language asked for; ids,
 * kinds and units are the same in both.
 *
 * <p>Numbers are plain: a full stop, no separators, a minus sign in front. Amounts carry two
 * decimals. A quantity, price or exact amount that does not terminate is rounded HALF_UP to twelve
 * decimals, because a spreadsheet would read {@code 1/3} as a date; the statement's JSON holds the
 * fraction.
 *
 * <p>A text that a spreadsheet would take for a formula gets an apostrophe in front: one that
 * begins with {@code =}, {@code +}, {@code -}, {@code @}, a tab or a line end. There is no
 * byte-order mark; whoever writes a file for a spreadsheet that needs one puts U+FEFF in front.
 */
public final class LinesCsv {

  private static final int DECIMALS = 12;

  /** As spreadsheets understand them, in full width too. */
  private static final String FORMULA_STARTS = "=+-@\t\r\n＝＋－＠";

  private static final List<Bilingual> HEADER =
      List.of(
          new Bilingual("行编号", "id"),
          new Bilingual("类型", "kind"),
          new Bilingual("项目", "label"),
          new Bilingual("性质", "role"),
          new Bilingual("条款", "clause"),
          new Bilingual("品种", "commodity"),
          new Bilingual("起始日", "period_start"),
          new Bilingual("截止日（不含）", "period_end_exclusive"),
          new Bilingual("数量", "quantity"),
          new Bilingual("单位", "unit"),
          new Bilingual("单价或比例", "unit_price"),
          new Bilingual("单价单位", "price_unit"),
          new Bilingual("舍入前金额", "exact"),
          new Bilingual("金额", "amount"),
          new Bilingual("税率", "tax_rate"),
          new Bilingual("不含税金额", "net"),
          new Bilingual("税额", "tax"),
          new Bilingual("含税金额", "gross"),
          new Bilingual("合同年累计", "year_to_date"),
          new Bilingual("备注", "remark"),
          new Bilingual("轨迹节点", "node"));

  private final boolean chinese;

  private LinesCsv(Locale language) {
    this.chinese = Locale.CHINESE.getLanguage().equals(language.getLanguage());
  }

  /**
   * Writes the lines of a statement.
   *
   * @param statement the statement
   * @param language Chinese gives Chinese texts, any other language English ones
   * @return the CSV text
   */
  public static String write(Statement statement, Locale language) {
    LinesCsv rows = new LinesCsv(language);
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
      csv.writeRecord(HEADER.stream().map(rows::in).toList());
      statement.lines().forEach(line -> csv.writeRecord(rows.row(line)));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }

  private List<String> row(Line line) {
    Optional<LineTax> tax = line.tax();
    return List.of(
        text(line.id()),
        text(line.kind()),
        text(in(line.label())),
        in(role(line.role())),
        text(line.clause()),
        line.commodity().map(c -> chinese ? c.zh() : c.en()).orElse(""),
        line.period().start().toString(),
        line.period().end().toString(),
        number(line.quantity()),
        text(line.unit().orElse("")),
        number(line.unitPrice()),
        text(line.priceUnit().orElse("")),
        number(line.exact()),
        amount(line.amount()),
        amount(tax.map(LineTax::rate)),
        amount(tax.map(LineTax::net)),
        amount(tax.map(LineTax::tax)),
        amount(tax.map(LineTax::gross)),
        amount(line.yearToDate()),
        text(line.remark().map(this::in).orElse("")),
        text(line.node().orElse("")));
  }

  private String in(Bilingual text) {
    return chinese ? text.zh() : text.en();
  }

  static Bilingual role(LineRole role) {
    return switch (role) {
      case PAYABLE -> new Bilingual("应付", "payable");
      case MEMO -> new Bilingual("列示", "memo");
    };
  }

  private static String amount(Optional<BigDecimal> amount) {
    return amount.map(BigDecimal::toPlainString).orElse("");
  }

  private static String number(Optional<Rational> number) {
    return number
        .map(
            value ->
                value
                    .toDecimal()
                    .orElseGet(() -> value.round(DECIMALS, RoundingMode.HALF_UP))
                    .toPlainString())
        .orElse("");
  }

  /** A text that no spreadsheet takes for a formula. */
  static String text(String text) {
    boolean formula = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
    return formula ? "'" + text : text;
  }
}
