package org.emcsettlement.core.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FindingTest {

  private static final Finding GAP =
      Finding.of(
          EvidenceFinding.CSV_MISSING_COLUMN,
          Place.file("meters/m1.csv"),
          "column",
          "value",
          "found",
          "start, $1 \\ 值");

  @Test
  void textsAreFilledInBothLanguages() {
    assertThat(GAP.text(Locale.ENGLISH))
        .isEqualTo("Column value is missing; the file has: start, $1 \\ 值.");
    assertThat(GAP.text(Locale.SIMPLIFIED_CHINESE)).startsWith("缺少列 value");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Finding.of(EvidenceFinding.CSV_MISSING_COLUMN, Place.NOWHERE))
        .withMessageContaining("{column}");
  }

  @Test
  void policiesChangeEffects() {
    Findings findings = Findings.of(List.of(GAP, GAP));
    assertThat(findings.list()).hasSize(1);
    assertThat(findings.has(Effect.BLOCK)).isTrue();
    assertThat(findings.under(Map.of("csv.missing-column", Effect.NOTE)).has(Effect.BLOCK))
        .isFalse();
  }

  @Test
  void placesReadWell() {
    assertThat(
            Place.builder().file("meters/m1.csv").line(3).column("value").period("2025-07").build())
        .extracting(Place::describe)
        .isEqualTo("meters/m1.csv:3 [value] (2025-07)");
    assertThat(Place.pointer("contract.json", "").describe()).isEqualTo("contract.json #/");
  }

  @Test
  void exceptionsCarryAllFindings() {
    Checked<String> failed = Checked.failed(Findings.of(List.of(GAP)));
    org.assertj.core.api.Assertions.assertThatThrownBy(failed::orThrow)
        .isInstanceOfSatisfying(
            FindingsException.class,
            exception -> assertThat(exception.findings().list()).containsExactly(GAP))
        .hasMessageContaining("meters/m1.csv");
  }
}
