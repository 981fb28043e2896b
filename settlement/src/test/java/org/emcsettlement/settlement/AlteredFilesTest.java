package org.emcsettlement.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.emcsettlement.core.csv.TextSource;
import org.emcsettlement.core.finding.Finding;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.core.finding.RuleException;
import org.emcsettlement.settlement.statement.Statement;
import org.emcsettlement.settlement.statement.StatementFile;
import org.emcsettlement.settlement.statement.StatementKey;
import org.emcsettlement.settlement.trail.Trail;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Statements, trails and folders that somebody changed: each says where, in both languages. */
class AlteredFilesTest {

  @TempDir Path temp;
  private Path folder = Path.of("");

  @BeforeEach
  void aContractWithBalances() throws IOException {
    folder = WorkedCase.named("e14-negative-months").assemble(temp, "");
  }

  private Settled settled(Optional<LocalDate> issued) {
    return settled(1, issued);
  }

  private Settled settled(int index, Optional<LocalDate> issued) {
    Settlement settlement = WorkedCase.settlement(folder);
    return settlement
        .settle(settlement.resolved().statements().periods().get(index), issued)
        .orThrow();
  }

  private static Finding only(String json) {
    FindingCollector findings = new FindingCollector();
    assertThat(StatementFile.read(TextSource.of("statement.json", json), findings)).isEmpty();
    assertThat(findings.findings().list()).hasSize(1);
    return findings.findings().list().get(0);
  }

  private static String text(byte[] utf8) {
    return new String(utf8, StandardCharsets.UTF_8);
  }

  @Test
  void aBalanceThatDoesNotAddUpIsNamed() {
    String json = text(settled(Optional.empty()).statement().canonical());
    Finding finding = only(json.replaceFirst("\"closing\":\"[0-9.-]+\"", "\"closing\":\"77.77\""));
    assertThat(finding.code()).isEqualTo("statement.does-not-add-up");
    assertThat(finding.place().pointer()).contains("/balances/0");
    assertThat(finding.zh()).contains("期末为 77.77").doesNotContain("Immutable");
    assertThat(finding.en()).contains("closes at 77.77").doesNotContain("Immutable");
  }

  @Test
  void postingsThatDoNotAddUpAreNamed() {
    Statement paid = settled(0, Optional.empty()).statement();
    assertThat(paid.postings()).isNotEmpty();
    String json = text(paid.canonical());
    int postings = json.indexOf("\"postings\":[");
    Finding finding =
        only(
            json.substring(0, postings)
                + json.substring(postings)
                    .replaceFirst("\"amount\":\"[0-9.-]+\"", "\"amount\":\"0.01\""));
    assertThat(finding.code()).isEqualTo("statement.does-not-add-up");
    assertThat(finding.zh()).contains("分录合计");
    assertThat(finding.en()).contains("postings add up to");
  }

  @ParameterizedTest
  @CsvSource({
    "'\"opening\":\"', '\"opening\":\"x', /balances/0/opening",
    "'\"opening\"', '\"openning\"', /balances/0/openning",
    "'\"currency\":\"CNY\",', '', ''"
  })
  void aMemberOfAnotherFormIsNamedWithoutClassNames(String old, String now, String pointer) {
    String json = text(settled(Optional.empty()).statement().canonical());
    assertThat(json).contains(old);
    int place = json.indexOf(old);
    Finding finding = only(json.substring(0, place) + now + json.substring(place + old.length()));
    assertThat(finding.code()).isEqualTo("statement.form");
    assertThat(finding.place().pointer()).contains(pointer);
    assertThat(finding.en()).doesNotContain("Immutable").doesNotContain("java.");
  }

  /** The statement is right, but the trail beside it is not the one it was made with. */
  @Test
  void anotherTrailIsNotVerified() {
    Settled settled = settled(Optional.empty());
    Settlement settlement = WorkedCase.settlement(folder);
    for (String trail : List.of("{}", "{\"nodes\": []}")) {
      Verification verification =
          settlement.verify(settled.statement(), Optional.of(Trail.read(trail)));
      assertThat(verification.outcome()).isEqualTo(Verification.Outcome.VERIFIED_EQUIVALENT);
      assertThat(verification.node()).isPresent();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "value, 30.0/7",
    "value, many",
    "kind, GUESS",
    "op, DOUBLE",
    "in, x",
    "in, n9999",
    "id, n7"
  })
  void aTrailThatCannotBeReadNamesNodeAndMember(String member, String value) {
    String node =
        "{\"nodes\": [{\"id\": \"n0\", \"kind\": \"FACT\", \"name\": \"x\", \"value\": \"1\"},"
            + " {\"id\": \"n1\", \"kind\": \"OPERATION\", \"op\": \"SUM\", \"in\": [\"n0\"], \"name\": \"y\","
            + " \"value\": \"1\"}]}";
    assertThat(Trail.read(node).nodes()).hasSize(2);
    int second = node.indexOf("\"n1\"") - 6;
    String wrong = member.equals("in") ? "[\"" + value + "\"]" : "\"" + value + "\"";
    String altered =
        node.substring(0, second)
            + node.substring(second)
                .replaceFirst(
                    "\"" + member + "\": (\\[[^]]*]|\"[^\"]*\")", "\"" + member + "\": " + wrong);
    assertThat(altered).isNotEqualTo(node);
    assertThatExceptionOfType(RuleException.class)
        .isThrownBy(() -> Trail.read(altered))
        .satisfies(
            refused -> {
              assertThat(refused).hasMessageContainingAll("n1", member, value);
              assertThat(refused.zh()).contains("轨迹节点 n1").contains(member).contains(value);
            });
  }

  private Findings read() {
    return EvidenceFolder.read(folder, WorkedCase.FORMAT).findings();
  }

  private void write(String name, byte[] content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, content);
  }

  /** What lies in statements/ and is no issued statement of this contract is said, not dropped. */
  @Test
  void whatIsNotUsedAsAPredecessorIsSaid() throws IOException {
    Settled settled = settled(Optional.of(LocalDate.of(2026, 1, 10)));
    byte[] before = settled.statement().canonical();
    write("statements/1/statement.json", before);
    write("statements/1/trail.json", settled.trail().canonical());
    assertThat(read().list()).noneMatch(f -> f.code().startsWith("statement."));

    write("statements/2025-02.json", before);
    write("statements/draft/statement.json", settled(Optional.empty()).statement().canonical());
    Statement foreign =
        Statement.builder()
            .from(settled.statement())
            .key(StatementKey.builder().from(settled.statement().key()).contract("other").build())
            .build();
    write("statements/foreign/statement.json", foreign.canonical());
    assertThat(read().list())
        .filteredOn(f -> f.code().startsWith("statement."))
        .extracting(f -> f.effect() + " " + f.code() + " " + f.place().describe())
        .containsExactlyInAnyOrder(
            "NOTE statement.unused statements/2025-02.json",
            "NOTE statement.draft-unused statements/draft/statement.json",
            "NOTE statement.of-another-contract statements/foreign/statement.json");
    // an issued statement must not change because of what is filed after it
    assertThat(settled(Optional.of(LocalDate.of(2026, 1, 10))).statement().canonical())
        .isEqualTo(before);
  }

  @Test
  void aFolderInThePlaceOfAFileIsSaid() throws IOException {
    Files.createDirectories(folder.resolve("scorecard.csv"));
    assertThat(read().list())
        .extracting(f -> f.code() + " " + f.place().describe())
        .contains("evidence.not-a-file scorecard.csv");
  }
}
