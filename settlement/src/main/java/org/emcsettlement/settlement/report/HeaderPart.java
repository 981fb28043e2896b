package org.emcsettlement.settlement.report;

import java.time.LocalDate;
import java.util.Optional;
import org.emcsettlement.settlement.report.page.Content;
import org.emcsettlement.settlement.report.page.Markup;
import org.emcsettlement.settlement.statement.Bilingual;
import org.emcsettlement.settlement.statement.Statement;
import org.emcsettlement.settlement.statement.StatementKey;
import org.emcsettlement.settlement.statement.StatementParty;

/** The head of the page: what is settled, between whom, for which days, and how far it is valid. */
final class HeaderPart {

  private final Statement statement;
  private final Markup page;

  HeaderPart(Statement statement, Markup page) {
    this.statement = statement;
    this.page = page;
  }

  void write() {
    page.open("header");
    title();
    statement
        .supersedes()
        .ifPresent(
            digest -> {
              page.open("p", "class", "supersedes");
              page.both("本结算单取代此前版本，原版本摘要", "supersedes the version with digest");
              page.text(" ");
              Content.code(digest).write(page);
              page.close("p");
            });
    page.open("div", "class", "parties");
    party("甲方（用能单位）", "institution", statement.institution());
    party("乙方（节能服务公司）", "service provider", statement.serviceProvider());
    page.close("div");
    page.open("dl", "class", "facts");
    facts();
    page.close("dl").close("header");
  }

  private void title() {
    Bilingual title = Glossary.title(statement.title());
    page.open("div", "class", "title").open("div");
    page.open("h1").data(title.zh()).close("h1");
    if (!title.en().equals(title.zh())) {
      page.element("p", title.en(), "class", "en", "lang", "en");
    }
    page.close("div");
    if (statement.draft()) {
      page.open("p", "class", "stamp").both("草稿", "DRAFT").close("p");
    }
    page.close("div");
    page.open("p", "class", "contract").data(statement.contractName()).close("p");
  }

  private void party(String zh, String en, StatementParty party) {
    page.open("div").open("p", "class", "label").both(zh, en).close("p");
    page.open("p", "class", "name").data(party.name()).close("p");
    page.open("p", "class", "code").both("统一社会信用代码", "credit code").text(" ");
    party.creditCode().map(Content::code).orElse(Content.text("—")).write(page);
    page.close("p").close("div");
  }

  private void facts() {
    StatementKey key = statement.key();
    Bilingual series = Glossary.series(key.series());
    Bilingual run = key.runType().label();
    fact("合同编号", "contract", Content.data(key.contract()));
    fact("项目边界", "boundary", Content.data(statement.boundary()));
    fact(
        "结算期",
        "statement",
        Content.data(key.period()).then(page -> page.text(" · ").both(series.zh(), series.en())));
    fact(
        "版本",
        "version",
        page -> page.text("v" + statement.version() + " · ").both(run.zh(), run.en()));
    fact(
        "服务期",
        "service period",
        Content.days(statement.servicePeriod())
            .then(Content.both(" · " + statement.servicePeriod().days() + " 天", "days")));
    fact(
        "合同年",
        "contract year",
        Content.both("第 " + statement.contractYear() + " 年", "year " + statement.contractYear()));
    fact("签发日期", "issued", date(statement.issued(), "未签发", "not issued"));
    fact("付款截止日", "due", date(statement.due(), "未定", "not set"));
    fact(
        "币种",
        "currency",
        Content.data(statement.currency()).then(Content.both("，所有金额", "for all amounts")));
    fact("规则版本", "rule version", Content.data(statement.ruleVersion()));
  }

  private static Content date(Optional<LocalDate> date, String zh, String en) {
    return date.map(LocalDate::toString).map(Content::text).orElse(Content.both(zh, en));
  }

  private void fact(String zh, String en, Content content) {
    page.open("div").open("dt").both(zh, en).close("dt").open("dd");
    content.write(page);
    page.close("dd").close("div");
  }
}
