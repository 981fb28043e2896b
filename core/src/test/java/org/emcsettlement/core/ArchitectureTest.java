package org.emcsettlement.core;

import org.junit.jupiter.api.Test;

class ArchitectureTest {

  private static final String ROOT = "org.emcsettlement.core";

  @Test
  void packagesFormNoCircle() {
    ArchitectureRules.packagesFormNoCircle(ROOT);
  }

  @Test
  void usesNothingAbove() {
    ArchitectureRules.usesNothingOf(
        ROOT, "org.emcsettlement.baseline..", "org.emcsettlement.settlement..");
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
