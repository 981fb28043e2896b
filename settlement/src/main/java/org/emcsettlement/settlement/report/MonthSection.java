package org.emcsettlement.settlement.report;

import java.util.List;
import org.emcsettlement.settlement.report.page.Markup;
import org.emcsettlement.settlement.statement.Bilingual;
import org.emcsettlement.settlement.statement.ProgressRow;
import org.emcsettlement.settlement.statement.Statement;

/** The contract year so far, by month. */
final class MonthSection implements Section {

  @Override
  public Bilingual heading() {
    return new Bilingual("逐月用量与累计节约", "by month, and savings so far");
  }

  @Override
  public boolean applies(Statement statement) {
    return !statement.progress().isEmpty();
  }

  @Override
  public void write(Statement statement, Markup page) {
    List<CumulativeChart> cumulative = CumulativeSavings.of(statement);
    page.open("div", "class", "figures");
    MonthChart.of(statement).forEach(chart -> chart.write(page));
    cumulative.forEach(chart -> chart.write(page));
    page.close("div");
    page.open("p", "class", "caveat");
    if (statement.progress().stream().anyMatch(ProgressRow::estimated)) {
      page.both("* 含估计读数或按天拆分的账单。", "* holds estimates or bills split by days.").text(" ");
    }
    page.both(
        "各月按舍入前的数量计算，与过账金额可能有分位差异。",
        "Months are computed before rounding and may differ from posted amounts by fen.");
    page.close("p");
  }
}
