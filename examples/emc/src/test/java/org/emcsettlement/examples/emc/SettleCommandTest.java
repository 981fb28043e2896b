package org.emcsettlement.examples.emc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.emcsettlement.core.json.Digest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Settling, verifying and explaining from the command line. */
class SettleCommandTest {

  @TempDir Path temp;
  private Path folder = Path.of("");
  private Path out = Path.of("");

  @BeforeEach
  void aFolder() {
    folder = temp.resolve("office");
    out = temp.resolve("out");
    assertThat(Run.emc("init", folder).code()).isZero();
  }

  private Path statement() {
    return out.resolve("statement.json");
  }

  private void replace(String file, String old, String now) throws IOException {
    Path path = folder.resolve(file);
    String text = Files.readString(path);
    assertThat(text).contains(old);
    Files.writeString(path, text.replace(old, now));
  }

  /** Every file of a folder with its digest. */
  private static Map<String, String> content(Path folder) throws IOException {
    Map<String, String> content = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        content.put(folder.relativize(file).toString(), Digest.sha256(Files.readAllBytes(file)));
      }
    }
    return content;
  }

  @Test
  void writesStatementTrailLinesAndPage() throws IOException {
    Run run = Run.emc("settle", folder, "--period", "2025-Q2", "--out", out);
    assertThat(run.code()).as(run.all()).isZero();
    assertThat(content(out))
        .containsOnlyKeys("statement.json", "trail.json", "lines.csv", "statement.html");
    String json = Files.readString(statement());
    assertThat(run.out())
        .contains(Digest.sha256(json.getBytes(StandardCharsets.UTF_8)))
        .contains("草稿 DRAFT");
    // 0.96 × 960,000 kWh × 0.7350 CNY/kWh = 677,376.00 a year; by days, rounded on the running
    // total: 677,376 × 181/365 − 677,376 × 90/365 = 335,904.26 − 167,024.22
    assertThat(run.out()).contains("168,880.04");
  }

  @Test
  void anIssueDateMakesItNoDraft() {
    Run run =
        Run.emc("settle", folder, "--period", "2025-Q2", "--issued", "2025-07-10", "--out", out);
    assertThat(run.out()).contains("开具 issued 2025-07-10").doesNotContain("DRAFT");
  }

  @Test
  void theSameFolderGivesTheSameBytes() throws IOException {
    Run.emc("settle", folder, "--out", out);
    Map<String, String> first = content(out);
    Run.emc("settle", folder, "--out", out);
    assertThat(content(out)).isEqualTo(first);
  }

  @Test
  void aRunThatFailsLeavesTheOutputAsItWas() throws IOException {
    Run.emc("settle", folder, "--period", "2025-Q2", "--out", out);
    Map<String, String> before = content(temp.resolve("out"));
    replace("meters/main.csv", "61200", "NaN");
    Run run = Run.emc("settle", folder, "--period", "2025-Q2", "--out", out);
    assertThat(run.code()).isEqualTo(ExitCode.INVALID);
    assertThat(run.err()).contains("meters/main.csv:5");
    assertThat(content(out)).isEqualTo(before);
    assertThat(temp).isDirectoryNotContaining("glob:**/.out*");
  }

  @Test
  void whatPolicyRefusesIsNotWritten() {
    Run run = Run.emc("settle", folder, "--period", "2026-Q1", "--out", out);
    assertThat(run.code()).isEqualTo(ExitCode.REFUSED);
    assertThat(run.err()).contains("period.not-covered");
    assertThat(out).doesNotExist();
  }

  @Test
  void aPeriodOutsideTheScheduleIsRefusedWithItsNeighbours() {
    Run run = Run.emc("settle", folder, "--period", "2025-02", "--out", out);
    assertThat(run.code()).isEqualTo(ExitCode.INVALID);
    assertThat(run.err()).contains("2025-02").contains("2025-Q1").contains("结算周期");
  }

  @Test
  void oneBadFolderNeverStopsTheOthers() throws IOException {
    Path second = temp.resolve("second");
    Path bad = temp.resolve("bad");
    Run.emc("init", second);
    Files.createDirectories(bad);
    Files.writeString(bad.resolve("contract.json"), "{");
    Run run = Run.emc("settle", folder, bad, temp.resolve("none"), second, "--out", out);
    assertThat(run.code()).isEqualTo(ExitCode.INVALID);
    assertThat(out.resolve("office/statement.json")).exists();
    assertThat(out.resolve("second/statement.json")).exists();
    assertThat(out.resolve("bad")).doesNotExist();
  }

  @Test
  void verifyNamesTheFirstStepThatDiffers() throws IOException {
    Run.emc("settle", folder, "--period", "2025-Q2", "--out", out);
    assertThat(Run.emc("verify", folder, statement()).code()).isZero();
    replace("contract.json", "\"0.96\"", "\"0.95\"");
    Run run = Run.emc("verify", folder, statement());
    assertThat(run.code()).isEqualTo(ExitCode.REFUSED);
    assertThat(run.out()).startsWith("MISMATCH").contains("hosting-coefficient = 0.96");
  }

  @Test
  void aTamperedAmountIsFound() throws IOException {
    Run.emc("settle", folder, "--period", "2025-Q2", "--out", out);
    String json = Files.readString(statement());
    assertThat(json).contains("\"168880.04\"");
    Files.writeString(
        statement(), json.replaceFirst("\"amount\":\"168880.04\"", "\"amount\":\"168881.04\""));
    assertThat(Run.emc("verify", folder, statement()).code()).isNotZero();
  }

  @Test
  void anotherTrailBesideTheStatementIsSaid() throws IOException {
    Run.emc("settle", folder, "--period", "2025-Q2", "--out", out);
    Files.writeString(out.resolve("trail.json"), "{}");
    Run run = Run.emc("verify", folder, statement());
    assertThat(run.code()).isEqualTo(ExitCode.REFUSED);
    assertThat(run.out())
        .doesNotStartWith("VERIFIED ")
        .contains("trail.json")
        .contains("不是该结算单的计算轨迹")
        .contains("is not the trail of this statement");
  }

  @Test
  void aTrailThatCannotBeReadIsSaidInBothLanguages() throws IOException {
    Run.emc("settle", folder, "--period", "2025-Q2", "--out", out);
    Path trail = out.resolve("trail.json");
    Files.writeString(
        trail,
        Files.readString(trail).replaceFirst("\"value\":\"[^\"]*\"", "\"value\":\"30.0/7\""));
    Run run = Run.emc("verify", folder, statement());
    assertThat(run.code()).isEqualTo(ExitCode.INVALID);
    assertThat(run.err())
        .contains("member value of trail node n0")
        .contains("轨迹节点 n0")
        .contains("30.0/7");
  }

  /** The case of an audit: the amounts of the document contradict each other. */
  @Test
  void aStatementThatDoesNotAddUpDiffers() throws IOException {
    Run.emc("settle", folder, "--period", "2025-Q2", "--out", out);
    String json = Files.readString(statement());
    int postings = json.indexOf("\"postings\":[");
    Files.writeString(
        statement(),
        json.substring(0, postings)
            + json.substring(postings)
                .replaceFirst("\"amount\":\"168880.04\"", "\"amount\":\"168880.05\""));
    Run run = Run.emc("verify", folder, statement());
    assertThat(run.code()).isEqualTo(ExitCode.REFUSED);
    assertThat(run.out())
        .startsWith("MISMATCH")
        .contains("statement.does-not-add-up")
        .contains("分录合计为 0.01")
        .contains("postings add up to 0.01")
        .doesNotContain("Immutable");
  }

  @Test
  void aReformattedStatementIsNotTheSameBytes() throws IOException {
    Run.emc("settle", folder, "--period", "2025-Q2", "--out", out);
    Files.writeString(statement(), Files.readString(statement()) + "\n");
    Run run = Run.emc("verify", folder, statement());
    assertThat(run.code()).isEqualTo(ExitCode.REFUSED);
    assertThat(run.out()).contains("not in canonical form");
  }

  @Test
  void explainWalksFromTheFeeToTheTerms() {
    Run.emc("settle", folder, "--period", "2025-Q2", "--out", out);
    Run run = Run.emc("explain", statement(), "fee");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("168880.04")
        .contains("hosting coefficient = 0.96")
        .contains("托管系数")
        .contains("0.7350 CNY/kWh");
  }

  @Test
  void explainShowsTheReadings() {
    Run.emc("settle", folder, "--period", "2025-Q2", "--out", out);
    Run run = Run.emc("explain", statement(), "use.actual/electricity", "--evidence", folder);
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).contains("2025-04-01, 2025-05-01, 61200").contains("meters/main.csv:5");
  }

  @Test
  void explainWithoutTrailSettlesAgain() throws IOException {
    Run.emc("settle", folder, "--period", "2025-Q2", "--out", out);
    String with = Run.emc("explain", statement(), "fee").out();
    Files.delete(out.resolve("trail.json"));
    assertThat(Run.emc("explain", statement(), "fee").code()).isEqualTo(ExitCode.INVALID);
    assertThat(Run.emc("explain", statement(), "fee", "--evidence", folder).out()).isEqualTo(with);
  }

  @Test
  void anUnknownLineIsRefused() {
    Run.emc("settle", folder, "--period", "2025-Q2", "--out", out);
    Run run = Run.emc("explain", statement(), "nothing");
    assertThat(run.code()).isEqualTo(ExitCode.INVALID);
    assertThat(run.err()).contains("\"nothing\"");
    assertThat(Run.emc("explain", statement()).out()).contains("fee");
  }

  @Test
  void validateAsJsonHoldsEveryFinding() throws IOException {
    replace("contract.json", "\"schedule\"", "\"shedule\"");
    replace("contract.json", "\"0.06\"", "\"six\"");
    Run run = Run.emc("validate", folder, "--json");
    assertThat(run.code()).isEqualTo(ExitCode.INVALID);
    assertThat(run.out()).contains("\"valid\": false").contains("/shedule").contains("/tax/rate");
  }

  @Test
  void validatePrintsTheExpandedContract() {
    Run run = Run.emc("validate", folder, "--print");
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("\"kind\": \"hosting-fee\"").doesNotContain("\"preset\"");
  }

  @Test
  void argumentsThatAreWrongExitWithTwo() {
    assertThat(Run.emc("schema", "invoice").code()).isEqualTo(ExitCode.INVALID);
    assertThat(Run.emc("settle").code()).isEqualTo(ExitCode.INVALID);
    assertThat(Run.emc("settle", folder, "--issued", "July").code()).isEqualTo(ExitCode.INVALID);
    assertThat(Run.emc("bill", folder).code()).isEqualTo(ExitCode.INVALID);
    assertThat(Run.emc("fit").code()).isEqualTo(ExitCode.INVALID);
  }
}
