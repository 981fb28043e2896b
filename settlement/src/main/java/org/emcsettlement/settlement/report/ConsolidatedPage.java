package org.emcsettlement.settlement.report;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.emcsettlement.core.finding.Effect;
import org.emcsettlement.core.finding.Finding;
import org.emcsettlement.settlement.packages.ConsolidatedStatement;
import org.emcsettlement.settlement.packages.MemberState;
import org.emcsettlement.settlement.report.page.Content;
import org.emcsettlement.settlement.report.page.Markup;
import org.emcsettlement.settlement.report.page.Page;
import org.emcsettlement.settlement.report.page.PageMargins;
import org.emcsettlement.settlement.report.page.Table;
import org.emcsettlement.settlement.statement.Bilingual;
import org.emcsettlement.settlement.statement.LineRole;
import org.emcsettlement.settlement.statement.RunType;
import org.emcsettlement.settlement.statement.Totals;

/**
 * The lead party's consolidated statement as one self-contained HTML page: what every member owes,
 * how joint amounts were allocated, and the sums by kind of line. It depends on nothing but the
 * statement; the canonical JSON is authoritative.
 */
public final class ConsolidatedPage {

  private static final Bilingual TITLE =
      new Bilingual("打包合同汇总结算单", "Consolidated statement of a package");

  private static final Bilingual REMARK =
      new Bilingual(
          "本页由汇总结算单数据生成；各项等于成员结算单之和，以规范 JSON 为准。",
          "This page shows the consolidated statement; every amount is the sum of the members'"
              + " statements. Its canonical JSON is authoritative.");

  private final ConsolidatedStatement statement;
  private final Map<String, String> names = new LinkedHashMap<>();

  private ConsolidatedPage(ConsolidatedStatement statement) {
    this.statement = statement;
    statement.members().forEach(member -> names.put(member.id(), member.name()));
  }

  /**
   * Renders a statement.
   *
   * @param statement the statement
   * @return the page; write it as UTF-8
   */
  public static String html(ConsolidatedStatement statement) {
    return new ConsolidatedPage(statement).page();
  }

  private String page() {
    String key = statement.key().contract() + " " + statement.key().period();
    Page page =
        new Page(
            TITLE.zh() + " " + key,
            new PageMargins(
                TITLE.zh() + " · " + key,
                statement.draft() ? "草稿 DRAFT" : "",
                "SHA-256 " + statement.digest()));
    header(page.markup());
    notice(page.markup());
    page.section(new Bilingual("成员", "members"), markup -> members().write(markup));
    if (!statement.allocations().isEmpty()) {
      page.section(
          new Bilingual("合并核算与分摊", "settled jointly and allocated"),
          markup -> allocations().write(markup));
    }
    page.section(new Bilingual("按项目汇总", "sums by kind of line"), markup -> rows().write(markup));
    page.section(new Bilingual("核查结果", "findings"), this::findings);
    return page.finish(SignaturePart::write, REMARK);
  }

  private void header(Markup page) {
    page.open("header").open("div", "class", "title").open("div");
    page.open("h1").data(TITLE.zh()).close("h1");
    page.element("p", TITLE.en(), "class", "en", "lang", "en").close("div");
    if (statement.draft()) {
      page.open("p", "class", "stamp").both("草稿", "DRAFT").close("p");
    }
    page.close("div").open("p", "class", "contract").data(statement.packageName()).close("p");
    page.open("dl", "class", "facts");
    fact(page, "牵头单位", "lead party", Content.data(statement.lead().name()));
    fact(page, "乙方", "service provider", Content.data(statement.serviceProvider().name()));
    fact(page, "结算期", "statement", Content.data(statement.key().period()));
    fact(page, "服务期", "service period", Content.days(statement.servicePeriod()));
    fact(page, "合并方式", "pooling", Content.both(statement.pooling().zh(), statement.pooling().en()));
    fact(page, "应付净额", "net payable", Content.amount(statement.totals().netPayable()));
    fact(page, "大写", "in words", Content.data(statement.totals().words()));
    fact(page, "币种", "currency", Content.data(statement.currency()));
    page.close("dl").close("header");
  }

  private static void fact(Markup page, String zh, String en, Content content) {
    page.open("div").open("dt").both(zh, en).close("dt").open("dd");
    content.write(page);
    page.close("dd").close("div");
  }

  private void notice(Markup page) {
    if (statement.key().runType() == RunType.PROVISIONAL) {
      page.open("div", "class", "notice").open("p", "class", "notice-head");
      page.both(
          "预结算：部分事实尚未确定，金额可能变动", "provisional: some facts are not settled, amounts may change");
      page.close("p").close("div");
    }
  }

  private Table members() {
    Table table =
        new Table()
            .text("成员", "member", 26)
            .text("状态", "state")
            .text("服务期", "service period")
            .number("不含税", "net")
            .number("税额", "tax")
            .number("税外", "outside tax")
            .number("应付净额", "net payable");
    for (ConsolidatedStatement.Member member : statement.members()) {
      Optional<Totals> totals = member.totals();
      table.row(
          member.state() == MemberState.BLOCKED ? "owed" : "",
          Content.data(member.name()).then(page -> page.text(" ")).then(Content.code(member.id())),
          state(member),
          member.servicePeriod().map(Content::days).orElse(Content.NONE),
          Content.amount(totals.map(Totals::net)),
          Content.amount(totals.map(Totals::tax)),
          Content.amount(totals.map(Totals::outsideTax)),
          Content.amount(totals.map(Totals::netPayable)));
    }
    return table.total(
        Content.both("合计", "total"),
        Content.NONE,
        Content.NONE,
        Content.amount(statement.totals().net()),
        Content.amount(statement.totals().tax()),
        Content.amount(statement.totals().outsideTax()),
        Content.amount(statement.totals().netPayable()));
  }

  private static Content state(ConsolidatedStatement.Member member) {
    Content state = Content.both(member.state().zh(), member.state().en());
    return member
        .runType()
        .filter(run -> run == RunType.PROVISIONAL)
        .map(run -> state.then(page -> page.text(" · ").both(run.label().zh(), run.label().en())))
        .orElse(state);
  }

  private Table allocations() {
    Table table = new Table().text("成员", "member").text("依据", "key").number("分摊额", "allocated");
    for (ConsolidatedStatement.Allocated allocated : statement.allocations()) {
      table.group(
          Content.data(allocated.label())
              .then(page -> page.text(" "))
              .then(Content.code(allocated.line())));
      allocated
          .members()
          .forEach(
              (member, part) ->
                  table.row(
                      Content.data(names.getOrDefault(member, member)),
                      Content.both(allocated.by().zh(), allocated.by().en()),
                      Content.amount(part)));
      table.total(Content.both("合计", "total"), Content.NONE, Content.amount(allocated.amount()));
    }
    return table;
  }

  private Table rows() {
    Table table =
        new Table().mark("", "").text("项目", "item").number("成员数", "members").number("金额合计", "sum");
    for (ConsolidatedStatement.Row row : statement.rows()) {
      boolean owed = row.role() == LineRole.PAYABLE;
      Content label = Content.data(row.label());
      table.row(
          owed ? "owed" : "",
          Content.text(owed ? "●" : "○"),
          row.commodity()
              .map(c -> label.then(page -> page.text(" · ").both(c.zh(), c.en())))
              .orElse(label),
          Content.text(Integer.toString(row.members().size())),
          Content.amount(row.amount()));
    }
    return table;
  }

  private void findings(Markup page) {
    page.open("p");
    page.both(
        "已核查 " + statement.metersCounted() + " 只计入的表。",
        statement.metersCounted() + " meters count; they were checked.");
    page.close("p");
    Table table =
        new Table().text("影响", "effect", 9).text("内容", "finding", 70).text("位置", "place", 21);
    for (Finding finding : statement.findings()) {
      Bilingual effect = Glossary.effect(finding.effect());
      String place = finding.place().describe();
      table.row(
          finding.effect() == Effect.NOTE ? "" : "owed",
          Content.both(effect.zh(), effect.en()),
          FindingSection.text(finding)
              .then(page2 -> page2.text(" "))
              .then(Content.code(finding.code())),
          place.isEmpty() ? Content.NONE : Content.code(place));
    }
    if (!table.isEmpty()) {
      table.write(page);
    }
  }
}
