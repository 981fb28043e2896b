package org.emcsettlement.settlement.report;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.emcsettlement.settlement.report.page.Content;
import org.emcsettlement.settlement.report.page.Markup;
import org.emcsettlement.settlement.report.page.Table;
import org.emcsettlement.settlement.statement.BaselineSummary;
import org.emcsettlement.settlement.statement.Bilingual;
import org.emcsettlement.settlement.statement.Statement;

/** The baselines that use was compared with: formula, statistics, digest. */
final class BaselineSection implements Section {

  @Override
  public Bilingual heading() {
    return new Bilingual("基准", "baselines");
  }

  @Override
  public boolean applies(Statement statement) {
    return !statement.baselines().isEmpty();
  }

  @Override
  public void write(Statement statement, Markup page) {
    Table table =
        new Table()
            .text("基准", "baseline", 13)
            .text("品种", "commodity", 12)
            .text("来源", "source", 15)
            .text("基期", "period", 19)
            .text("公式", "formula", 41);
    for (BaselineSummary baseline : statement.baselines()) {
      table.row(
          Content.code(baseline.id()),
          Content.commodity(baseline.commodity()),
          source(baseline),
          Content.days(baseline.period()),
          formula(baseline));
    }
    table.write(page);
  }

  private static Content source(BaselineSummary baseline) {
    Content source = Content.data(Glossary.source(baseline.source()));
    return baseline.form().equals(baseline.source())
        ? source
        : source.then(page -> page.text(" · ")).then(Content.code(baseline.form()));
  }

  private static Content formula(BaselineSummary baseline) {
    return page -> {
      page.data(Glossary.formula(baseline.formula()));
      statistics(baseline.statistics(), page);
      baseline
          .digest()
          .ifPresent(
              digest -> {
                page.open("div", "class", "remark").both("摘要", "digest").text(" ");
                page.open("code", "class", "digest").data(digest).close("code").close("div");
              });
    };
  }

  private static void statistics(Map<String, BigDecimal> statistics, Markup page) {
    if (statistics.isEmpty()) {
      return;
    }
    page.open("div", "class", "remark").both("统计量", "statistics");
    // by name: a statement that was read back holds them in another order
    new TreeMap<>(statistics)
        .forEach(
            (name, value) ->
                page.text("  ")
                    .open("span", "class", "pair")
                    .data(name)
                    .text(" = " + value.toPlainString())
                    .close("span"));
    page.close("div");
  }
}
