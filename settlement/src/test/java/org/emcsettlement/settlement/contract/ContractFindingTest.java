package org.emcsettlement.settlement.contract;

import org.emcsettlement.core.finding.CatalogueRules;
import org.junit.jupiter.api.Test;

class ContractFindingTest {

  @Test
  void catalogueIsWellFormed() {
    CatalogueRules.check(ContractFinding.values());
  }
}
