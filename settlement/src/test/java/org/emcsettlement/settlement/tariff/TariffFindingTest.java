package org.emcsettlement.settlement.tariff;

import org.emcsettlement.core.finding.CatalogueRules;
import org.junit.jupiter.api.Test;

class TariffFindingTest {

  @Test
  void catalogueIsWellFormed() {
    CatalogueRules.check(TariffFinding.values());
  }
}
