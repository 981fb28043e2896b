package org.emcsettlement.core.finding;

import org.junit.jupiter.api.Test;

class EvidenceFindingTest {

  @Test
  void catalogueIsWellFormed() {
    CatalogueRules.check(EvidenceFinding.values());
  }
}
