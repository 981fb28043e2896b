package org.emcsettlement.settlement.statement;

import org.emcsettlement.core.finding.CatalogueRules;
import org.junit.jupiter.api.Test;

class StatementFindingTest {

  @Test
  void catalogueIsWellFormed() {
    CatalogueRules.check(StatementFinding.values());
  }
}
