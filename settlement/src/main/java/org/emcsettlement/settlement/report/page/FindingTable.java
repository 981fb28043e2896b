package org.emcsettlement.settlement.report.page;

import org.emcsettlement.core.finding.Effect;
import org.emcsettlement.core.finding.Finding;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.settlement.statement.Bilingual;

/** Findings with their effect and place. */
public final class FindingTable {

  private FindingTable() {}

  /**
   * Writes the table.
   *
   * @param findings the findings, in order
   * @param page takes it
   */
  public static void write(Findings findings, Markup page) {
    Table table =
        new Table().text("影响", "effect", 9).text("内容", "finding", 70).text("位置", "place", 21);
    for (Finding finding : findings) {
      Bilingual effect = effect(finding.effect());
      String place = finding.place().describe();
      table.row(
          finding.effect() == Effect.NOTE ? "" : "owed",
          Content.data(effect),
          Content.data(new Bilingual(finding.zh(), finding.en()))
              .then(m -> m.text(" "))
              .then(Content.code(finding.code())),
          place.isEmpty() ? Content.NONE : Content.code(place));
    }
    table.write(page);
  }

  private static Bilingual effect(Effect effect) {
    return switch (effect) {
      case BLOCK -> new Bilingual("阻断", "blocks");
      case PROVISIONAL -> new Bilingual("暂定", "provisional");
      case NOTE -> new Bilingual("提示", "note");
    };
  }
}
