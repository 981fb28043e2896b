package org.emcsettlement.settlement.report;

import java.util.Optional;
import org.emcsettlement.settlement.report.page.Markup;
import org.emcsettlement.settlement.statement.Bilingual;
import org.emcsettlement.settlement.statement.Statement;

/** How the net payable comes about, in one picture. */
final class WaterfallSection implements Section {

  @Override
  public Bilingual heading() {
    return new Bilingual("金额的由来", "how the amount comes about");
  }

  @Override
  public boolean applies(Statement statement) {
    return WaterfallSteps.of(statement).isPresent();
  }

  @Override
  public void write(Statement statement, Markup page) {
    Optional<Waterfall> waterfall = WaterfallSteps.of(statement);
    waterfall.ifPresent(
        steps -> {
          WaterfallChart chart = new WaterfallChart(steps);
          page.open("figure", "class", "wide");
          chart.draw(page);
          page.open("details", "open", "open", "class", "compact");
          page.open("summary").both("数据表", "data").close("summary");
          chart.table().write(page);
          page.close("details").close("figure");
        });
  }
}
