package org.emcsettlement.baseline.judge;

import org.emcsettlement.core.finding.CatalogueRules;
import org.junit.jupiter.api.Test;

class FitFindingTest {

  @Test
  void catalogueIsWellFormed() {
    CatalogueRules.check(FitFinding.values());
  }
}
