package org.emcsettlement.settlement.report;

import org.emcsettlement.core.finding.Effect;
import org.emcsettlement.core.finding.Finding;
import org.emcsettlement.settlement.report.page.Content;
import org.emcsettlement.settlement.report.page.Markup;
import org.emcsettlement.settlement.report.page.Table;
import org.emcsettlement.settlement.statement.Bilingual;
import org.emcsettlement.settlement.statement.Statement;

/** Everything that was found in contract and evidence, with its place. */
final class FindingSection implements Section {

  @Override
  public Bilingual heading() {
    return new Bilingual("核查结果", "findings");
  }

  @Override
  public boolean applies(Statement statement) {
    return !statement.findings().isEmpty();
  }

  @Override
  public void write(Statement statement, Markup page) {
    Table table =
        new Table().text("影响", "effect", 9).text("内容", "finding", 70).text("位置", "place", 21);
    for (Finding finding : statement.findings()) {
      Bilingual effect = Glossary.effect(finding.effect());
      String place = finding.place().describe();
      table.row(
          finding.effect() == Effect.NOTE ? "" : "owed",
          Content.both(effect.zh(), effect.en()),
          text(finding).then(page2 -> page2.text(" ")).then(Content.code(finding.code())),
          place.isEmpty() ? Content.NONE : Content.code(place));
    }
    table.write(page);
  }

  static Content text(Finding finding) {
    return Content.data(new Bilingual(finding.zh(), finding.en()));
  }
}
