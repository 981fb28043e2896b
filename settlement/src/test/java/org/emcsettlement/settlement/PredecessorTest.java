package org.emcsettlement.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.emcsettlement.core.finding.Checked;
import org.emcsettlement.core.finding.Effect;
import org.emcsettlement.core.finding.Finding;
import org.emcsettlement.settlement.contract.StatementPeriod;
import org.emcsettlement.settlement.statement.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An issued statement in the folder opens the one that follows it. */
class PredecessorTest {

  @TempDir Path temp;
  private Path folder = Path.of("");

  @BeforeEach
  void aContractWithBalances() throws IOException {
    folder = WorkedCase.named("e14-negative-months").assemble(temp, "");
  }

  private Settlement settlement() {
    return WorkedCase.settlement(folder);
  }

  private static StatementPeriod period(Settlement settlement, int index) {
    return settlement.resolved().statements().periods().get(index);
  }

  private Settled issue(int index) throws IOException {
    Settlement settlement = settlement();
    Settled settled =
        settlement
            .settle(period(settlement, index), Optional.of(LocalDate.of(2026, 1, 10)))
            .orThrow();
    write(index, settled.statement().canonical());
    return settled;
  }

  private void write(int index, byte[] statement) throws IOException {
    Path target = Files.createDirectories(folder.resolve("statements/" + index));
    Files.write(target.resolve("statement.json"), statement);
  }

  @Test
  void theFollowingStatementIsTheSameWithOrWithoutTheIssuedOne() throws IOException {
    byte[] folded = settled(1).canonical();
    assertThat(settled(1).balances()).isNotEmpty();
    issue(0);
    assertThat(settled(1).canonical()).isEqualTo(folded);
  }

  private Statement settled(int index) {
    Settlement settlement = settlement();
    return settlement.settle(period(settlement, index)).orThrow().statement();
  }

  @Test
  void aClosingBalanceThatCannotBeRecomputedBlocks() throws IOException {
    String json = new String(issue(1).statement().canonical(), StandardCharsets.UTF_8);
    String closing = closing(json);
    String forged = forged(json, closing);
    assertThat(forged).isNotEqualTo(json);
    write(1, forged.getBytes(StandardCharsets.UTF_8));

    Settlement settlement = settlement();
    Checked<Settled> refused = settlement.settle(period(settlement, 2));
    assertThat(refused.value()).isEmpty();
    List<Finding> blocking =
        refused.findings().stream().filter(f -> f.effect() == Effect.BLOCK).toList();
    assertThat(blocking)
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.code()).isEqualTo("balance.opening-differs");
              assertThat(finding.en()).contains(closing);
              assertThat(finding.zh()).contains(closing);
            });
  }

  /** The first closing balance of a statement that is not zero. */
  private static String closing(String json) {
    Matcher matcher = Pattern.compile("\"closing\":\"(-?[1-9][0-9.]*)\"").matcher(json);
    assertThat(matcher.find()).isTrue();
    return matcher.group(1);
  }

  /** Raises the closing balance and the movement that made it by one. */
  private static String forged(String json, String closing) {
    String more = new BigDecimal(closing).add(BigDecimal.ONE).toPlainString();
    return json.replace("\"closing\":\"" + closing + "\"", "\"closing\":\"" + more + "\"")
        .replace(
            "\"amount\":\"" + closing + "\",\"clause\"", "\"amount\":\"" + more + "\",\"clause\"");
  }
}
