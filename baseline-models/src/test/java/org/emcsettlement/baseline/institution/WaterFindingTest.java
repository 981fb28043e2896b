package org.emcsettlement.baseline.institution;

import org.emcsettlement.core.finding.CatalogueRules;
import org.junit.jupiter.api.Test;

class WaterFindingTest {

  @Test
  void catalogueIsWellFormed() {
    CatalogueRules.check(WaterFinding.values());
  }
}
