package org.emcsettlement.settlement.evidence;

import org.emcsettlement.core.finding.CatalogueRules;
import org.junit.jupiter.api.Test;

class EvidenceFileFindingTest {

  @Test
  void catalogueIsWellFormed() {
    CatalogueRules.check(EvidenceFileFinding.values());
  }
}
