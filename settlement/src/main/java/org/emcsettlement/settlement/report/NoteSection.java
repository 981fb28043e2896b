package org.emcsettlement.settlement.report;

import org.emcsettlement.settlement.report.page.Markup;
import org.emcsettlement.settlement.statement.Bilingual;
import org.emcsettlement.settlement.statement.Statement;

/** What a reader has to know: order of operations, signs, rounding. */
final class NoteSection implements Section {

  @Override
  public Bilingual heading() {
    return new Bilingual("说明", "notes");
  }

  @Override
  public boolean applies(Statement statement) {
    return !statement.notes().isEmpty();
  }

  @Override
  public void write(Statement statement, Markup page) {
    page.open("ul", "class", "notes");
    for (Bilingual note : statement.notes()) {
      page.open("li").data(note).close("li");
    }
    page.close("ul");
  }
}
