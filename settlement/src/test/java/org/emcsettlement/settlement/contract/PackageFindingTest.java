package org.emcsettlement.settlement.contract;

import org.emcsettlement.core.finding.CatalogueRules;
import org.junit.jupiter.api.Test;

class PackageFindingTest {

  @Test
  void catalogueIsWellFormed() {
    CatalogueRules.check(PackageFinding.values());
  }
}
