package org.emcsettlement.settlement.report;

import org.emcsettlement.settlement.report.page.Markup;
import org.emcsettlement.settlement.statement.Bilingual;
import org.emcsettlement.settlement.statement.Statement;

/** A headed part of the page; one without content does not appear. */
interface Section {

  /** {@return its heading} */
  Bilingual heading();

  /** Whether a statement has anything to show in it. */
  boolean applies(Statement statement);

  /** Writes what stands below the heading. */
  void write(Statement statement, Markup page);
}
