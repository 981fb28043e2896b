package org.emcsettlement.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.emcsettlement.core.csv.TextSource;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.settlement.Verification.Outcome;
import org.emcsettlement.settlement.statement.Line;
import org.emcsettlement.settlement.statement.Statement;
import org.emcsettlement.settlement.statement.StatementFile;
import org.emcsettlement.settlement.statement.StatementKey;
import org.emcsettlement.settlement.trail.Trail;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerificationTest {

  @TempDir Path temp;

  private Settlement settlement(String variant) throws IOException {
    return WorkedCase.settlement(WorkedCase.named("case-2-shared").assemble(temp, variant));
  }

  private static Settled settle(Settlement settlement) {
    return settlement
        .settle(settlement.period("2025-Q3"), Optional.of(LocalDate.of(2025, 10, 9)))
        .orThrow();
  }

  private static Statement reread(Statement statement) {
    String json = new String(statement.canonical(), StandardCharsets.UTF_8);
    return StatementFile.read(TextSource.of("statement.json", json), new FindingCollector())
        .orElseThrow();
  }

  @Test
  void theSameEvidenceGivesTheSameBytes() throws IOException {
    Settled issued = settle(settlement(""));
    Verification verification =
        settlement("").verify(reread(issued.statement()), Optional.of(issued.trail()));
    assertThat(verification.outcome()).isEqualTo(Outcome.VERIFIED);
    assertThat(verification.difference()).isEmpty();
    assertThat(verification.node()).isEmpty();
    assertThat(verification.recomputed().orElseThrow().statement().canonical())
        .isEqualTo(issued.statement().canonical());
  }

  @Test
  void aChangedAmountIsNamedByPointerAndLine() throws IOException {
    Statement issued = settle(settlement("")).statement();
    Statement.Builder forged = Statement.builder().from(issued);
    forged.lines(
        issued.lines().stream()
            .map(
                l ->
                    l.id().equals("sharing.provider")
                        ? Line.builder()
                            .from(l)
                            .amount(l.amount().orElseThrow().add(new BigDecimal("0.01")))
                            .build()
                        : l)
            .toList());
    Verification verification = settlement("").verify(forged.build(), Optional.empty());
    assertThat(verification.outcome()).isEqualTo(Outcome.MISMATCH);
    assertThat(verification.lines())
        .singleElement()
        .satisfies(
            difference -> {
              assertThat(difference.id()).isEqualTo("sharing.provider");
              assertThat(difference.change()).isEqualByComparingTo("-0.01");
            });
    assertThat(verification.difference().orElseThrow().pointer()).matches("/lines/[0-9]+/amount");
  }

  /** The corrected July bill: the first step that differs is the reading itself. */
  @Test
  void otherEvidenceIsNamedByItsFirstNode() throws IOException {
    Settled issued = settle(settlement(""));
    Verification verification =
        settlement("corrected").verify(issued.statement(), Optional.of(issued.trail()));
    assertThat(verification.outcome()).isEqualTo(Outcome.MISMATCH);
    assertThat(verification.node().orElseThrow().first().orElseThrow().source())
        .contains("meters/main.csv");
    assertThat(verification.node().orElseThrow().second().orElseThrow().value().toString())
        .isEqualTo("453870");
  }

  @Test
  void aChangedNameLeavesTheMoneyEquivalent() throws IOException {
    Statement issued = settle(settlement("")).statement();
    Statement renamed = Statement.builder().from(issued).boundary("B").build();
    Verification verification = settlement("").verify(renamed, Optional.empty());
    assertThat(verification.outcome()).isEqualTo(Outcome.VERIFIED_EQUIVALENT);
    assertThat(verification.isVerified()).isFalse();
    assertThat(verification.difference().orElseThrow().pointer()).isEqualTo("/boundary");
  }

  @Test
  void aMissingFactLeavesItIncomplete() throws IOException {
    Statement issued = settle(settlement("")).statement();
    Path folder = WorkedCase.named("case-2-shared").assemble(temp.resolve("cut"), "");
    Path meter = folder.resolve("meters/main.csv");
    Files.writeString(
        meter,
        Files.readAllLines(meter).stream()
                .filter(row -> !row.startsWith("2025-09"))
                .reduce((a, b) -> a + "\n" + b)
                .orElseThrow()
            + "\n");
    Verification verification = WorkedCase.settlement(folder).verify(issued, Optional.empty());
    assertThat(verification.outcome()).isEqualTo(Outcome.INCOMPLETE);
    assertThat(verification.findings().isEmpty()).isFalse();
  }

  @Test
  void aStatementOfAnotherContractIsRefused() throws IOException {
    Statement issued = settle(settlement("")).statement();
    Statement foreign =
        Statement.builder()
            .from(issued)
            .key(StatementKey.builder().from(issued.key()).period("2031-Q1").build())
            .build();
    Verification verification = settlement("").verify(foreign, Optional.empty());
    assertThat(verification.outcome()).isEqualTo(Outcome.INCOMPLETE);
    assertThat(verification.findings().iterator().next().code())
        .isEqualTo("statement.not-of-contract");
  }

  /** Trail and statement name each other by digest, and the trail can be read back. */
  @Test
  void theTrailIsThatOfTheStatement() throws IOException {
    Settled issued = settle(settlement(""));
    Trail read = Trail.read(new String(issued.trail().canonical(), StandardCharsets.UTF_8));
    assertThat(read.digest()).isEqualTo(issued.statement().trailDigest());
  }
}
