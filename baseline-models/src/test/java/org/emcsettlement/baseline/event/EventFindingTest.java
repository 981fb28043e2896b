package org.emcsettlement.baseline.event;

import org.emcsettlement.core.finding.CatalogueRules;
import org.junit.jupiter.api.Test;

class EventFindingTest {

  @Test
  void catalogueIsWellFormed() {
    CatalogueRules.check(EventFinding.values());
  }
}
