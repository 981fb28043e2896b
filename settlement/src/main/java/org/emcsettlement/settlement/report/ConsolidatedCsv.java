package org.emcsettlement.settlement.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.settlement.packages.ConsolidatedStatement;
import org.emcsettlement.settlement.statement.Bilingual;

/**
 * A consolidated statement as CSV for spreadsheets: one row per kind of line and member, and before
 * them the row of the sum, whose member is empty. Written as {@link LinesCsv} writes lines.
 */
public final class ConsolidatedCsv {

  private static final List<Bilingual> HEADER =
      List.of(
          new Bilingual("类型", "kind"),
          new Bilingual("项目", "label"),
          new Bilingual("性质", "role"),
          new Bilingual("品种", "commodity"),
          new Bilingual("成员", "member"),
          new Bilingual("成员名称", "member_name"),
          new Bilingual("金额", "amount"));

  private final boolean chinese;
  private final Map<String, String> names = new LinkedHashMap<>();

  private ConsolidatedCsv(ConsolidatedStatement statement, Locale language) {
    this.chinese = Locale.CHINESE.getLanguage().equals(language.getLanguage());
    statement.members().forEach(member -> names.put(member.id(), member.name()));
  }

  /**
   * Writes the rows of a statement.
   *
   * @param statement the statement
   * @param language Chinese gives Chinese texts, any other language English ones
   * @return the CSV text
   */
  public static String write(ConsolidatedStatement statement, Locale language) {
    ConsolidatedCsv rows = new ConsolidatedCsv(statement, language);
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
      csv.writeRecord(HEADER.stream().map(rows::in).toList());
      for (ConsolidatedStatement.Row row : statement.rows()) {
        csv.writeRecord(rows.row(row, "", row.amount()));
        row.members().forEach((member, part) -> csv.writeRecord(rows.row(row, member, part)));
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }

  private List<String> row(ConsolidatedStatement.Row row, String member, BigDecimal amount) {
    return List.of(
        LinesCsv.text(row.kind()),
        LinesCsv.text(in(row.label())),
        in(LinesCsv.role(row.role())),
        row.commodity().map(this::name).orElse(""),
        LinesCsv.text(member),
        LinesCsv.text(names.getOrDefault(member, "")),
        amount.toPlainString());
  }

  private String name(Commodity commodity) {
    return chinese ? commodity.zh() : commodity.en();
  }

  private String in(Bilingual text) {
    return chinese ? text.zh() : text.en();
  }
}
