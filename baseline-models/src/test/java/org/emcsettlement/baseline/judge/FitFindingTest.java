package org.emcsettlement.baseline.judge;

import java.util.stream.Stream;
import org.emcsettlement.core.finding.CatalogueRules;
import org.emcsettlement.core.finding.FindingCode;
import org.junit.jupiter.api.Test;

class FitFindingTest {

  @Test
  void cataloguesAreWellFormed() {
    FindingCode[] both =
        Stream.<FindingCode[]>of(FitFinding.values(), SufficiencyFinding.values())
            .flatMap(Stream::of)
            .toArray(FindingCode[]::new);
    CatalogueRules.check(both);
  }
}
