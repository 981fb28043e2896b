package org.emcsettlement.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.emcsettlement.core.finding.Effect;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A running total goes on from the issued predecessor, which must state what is recomputed. */
class RunningTotalTest {

  @TempDir Path temp;
  private Path folder = Path.of("");

  @BeforeEach
  void aGuaranteeTestedInTheYear() throws IOException {
    folder = WorkedCase.named("guarantee-in-the-year").assemble(temp, "");
  }

  private byte[] settled(String period) {
    Settlement settlement = WorkedCase.settlement(folder);
    return settlement.settle(settlement.period(period)).orThrow().statement().canonical();
  }

  private String issued(String period) {
    Settlement settlement = WorkedCase.settlement(folder);
    byte[] statement =
        settlement
            .settle(settlement.period(period), Optional.of(LocalDate.of(2025, 7, 10)))
            .orThrow()
            .statement()
            .canonical();
    return new String(statement, StandardCharsets.UTF_8);
  }

  private void write(String statement) throws IOException {
    Path target = Files.createDirectories(folder.resolve("statements/issued"));
    Files.writeString(target.resolve("statement.json"), statement);
  }

  @Test
  void theTotalGoesOnFromTheIssuedStatement() throws IOException {
    byte[] folded = settled("2025-Q3");
    write(issued("2025-Q2"));
    assertThat(settled("2025-Q3")).isEqualTo(folded);
  }

  @Test
  void anIssuedTotalThatCannotBeRecomputedBlocks() throws IOException {
    String statement = issued("2025-Q2");
    String forged = statement.replace("\"62000\"", "\"63000\"");
    assertThat(forged).isNotEqualTo(statement);
    write(forged);
    Settlement settlement = WorkedCase.settlement(folder);
    assertThat(settlement.settle(settlement.period("2025-Q3")).findings())
        .filteredOn(finding -> finding.effect() == Effect.BLOCK)
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.code()).isEqualTo("balance.opening-differs");
              assertThat(finding.zh()).contains("guarantee.agreed-to-date", "63000", "62000");
            });
  }
}
