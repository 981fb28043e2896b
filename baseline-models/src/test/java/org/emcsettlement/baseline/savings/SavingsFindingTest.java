package org.emcsettlement.baseline.savings;

import org.emcsettlement.core.finding.CatalogueRules;
import org.junit.jupiter.api.Test;

class SavingsFindingTest {

  @Test
  void catalogueIsWellFormed() {
    CatalogueRules.check(SavingsFinding.values());
  }
}
