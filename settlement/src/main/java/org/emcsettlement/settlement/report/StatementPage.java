package org.emcsettlement.settlement.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.emcsettlement.settlement.statement.Bilingual;
import org.emcsettlement.settlement.statement.Statement;

/**
 * A statement as one self-contained HTML page, for accountants and officials: Chinese first with
 * English beside it, charts with their data, signature blocks, and print styles for A4 with page
 * numbers and the statement's digest on every page.
 *
 * <p>The page is UTF-8 and well-formed XHTML; it holds no script and loads nothing. Everything that
 * comes from data is escaped. It depends on nothing but the statement: the same statement gives the
 * same bytes on any machine. Numbers are rounded for reading; the statement's canonical JSON is
 * authoritative.
 */
public final class StatementPage {

  private static final String STYLE = style();

  private static final List<Section> SECTIONS =
      List.of(
          new WaterfallSection(),
          new MeterSection(),
          new BaselineSection(),
          new UseSection(),
          new MonthSection(),
          new PricingSection(),
          new SettlementSection(),
          new GuaranteeSection(),
          new TaxSection(),
          new BalanceSection(),
          new PostingSection(),
          new FindingSection(),
          new NoteSection(),
          new InputSection());

  private static final List<String> NUMERALS =
      List.of("一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二", "十三", "十四");

  private StatementPage() {}

  /**
   * Renders a statement.
   *
   * @param statement the statement
   * @return the page; write it as UTF-8
   */
  public static String html(Statement statement) {
    Markup page = new Markup();
    page.open("html", "xmlns", "http://www.w3.org/1999/xhtml", "lang", "zh-CN");
    head(statement, page);
    page.open("body").open("main");
    new HeaderPart(statement, page).write();
    new NoticePart(statement, page).write();
    new SummaryPart(statement, page).write();
    int number = 0;
    for (Section section : SECTIONS) {
      if (section.applies(statement)) {
        section(section, NUMERALS.get(number++), statement, page);
      }
    }
    page.open("div", "class", "end");
    SignaturePart.write(page);
    footer(page);
    page.close("div");
    page.close("main").close("body").close("html");
    return "<!DOCTYPE html>\n" + page.finish();
  }

  private static void head(Statement statement, Markup page) {
    page.open("head").open("meta", "charset", "utf-8");
    page.open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    page.element(
        "title",
        statement.title() + " " + statement.key().contract() + " " + statement.key().period());
    page.style(STYLE).style(PageMargins.css(statement));
    page.close("head");
  }

  private static void section(Section section, String number, Statement statement, Markup page) {
    Bilingual heading = section.heading();
    page.open("section").open("h2").text(number + "、").both(heading.zh(), heading.en());
    page.close("h2");
    section.write(statement, page);
    page.close("section");
  }

  private static void footer(Markup page) {
    page.open("footer").open("p");
    page.both(
        "本页由结算单数据生成，数字为便于阅读作了舍入；以结算单的规范 JSON 为准。",
        "This page shows the statement; numbers are rounded for reading, its canonical JSON is"
            + " authoritative.");
    page.close("p").close("footer");
  }

  private static String style() {
    try (InputStream stream = StatementPage.class.getResourceAsStream("statement.css")) {
      return new String(
          Objects.requireNonNull(stream, "statement.css is not packaged").readAllBytes(),
          StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
