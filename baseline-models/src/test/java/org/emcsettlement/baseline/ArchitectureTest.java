package org.emcsettlement.baseline;

import org.emcsettlement.core.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  private static final String ROOT = "org.emcsettlement.baseline";

  @Test
  void packagesFormNoCircle() {
    ArchitectureRules.packagesFormNoCircle(ROOT);
  }

  @Test
  void usesNothingAbove() {
    ArchitectureRules.usesNothingOf(ROOT, "org.emcsettlement.settlement..");
  }

  @Test
  void dependsOnItsArgumentsOnly() {
    ArchitectureRules.dependsOnItsArgumentsOnly(ROOT);
  }

  @Test
  void namesSaySomething() {
    ArchitectureRules.namesSaySomething(ROOT);
  }

  @Test
  void propertiesAreNamedSo() {
    ArchitectureRules.propertiesAreNamedSo(ROOT);
  }
}
