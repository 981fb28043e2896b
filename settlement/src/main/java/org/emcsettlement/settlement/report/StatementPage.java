package org.emcsettlement.settlement.report;

import java.util.List;
import org.emcsettlement.settlement.report.page.Page;
import org.emcsettlement.settlement.report.page.PageMargins;
import org.emcsettlement.settlement.statement.Bilingual;
import org.emcsettlement.settlement.statement.Statement;
import org.emcsettlement.settlement.statement.StatementKey;

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
          new AllocationSection(),
          new TaxSection(),
          new BalanceSection(),
          new PostingSection(),
          new FindingSection(),
          new NoteSection(),
          new InputSection());

  private static final Bilingual REMARK =
      new Bilingual(
          "本页由结算单数据生成，数字为便于阅读作了舍入；以结算单的规范 JSON 为准。",
          "This page shows the statement; numbers are rounded for reading, its canonical JSON is"
              + " authoritative.");

  private StatementPage() {}

  /**
   * Renders a statement.
   *
   * @param statement the statement
   * @return the page; write it as UTF-8
   */
  public static String html(Statement statement) {
    StatementKey key = statement.key();
    String title = statement.title() + " " + key.contract() + " " + key.period();
    Page page = new Page(title, margins(statement));
    new HeaderPart(statement, page.markup()).write();
    new NoticePart(statement, page.markup()).write();
    new SummaryPart(statement, page.markup()).write();
    for (Section section : SECTIONS) {
      if (section.applies(statement)) {
        page.section(section.heading(), markup -> section.write(statement, markup));
      }
    }
    return page.finish(SignaturePart::write, REMARK);
  }

  private static PageMargins margins(Statement statement) {
    StatementKey key = statement.key();
    return new PageMargins(
        statement.title()
            + " · "
            + key.contract()
            + " · "
            + key.period()
            + " · v"
            + statement.version(),
        statement.draft() ? "草稿 DRAFT" : "",
        "SHA-256 " + statement.digest());
  }
}
