package org.emcsettlement.examples.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.emcsettlement.core.finding.Checked;
import org.emcsettlement.core.finding.Finding;
import org.emcsettlement.settlement.Settled;
import org.emcsettlement.settlement.statement.RunType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceProviderTest {

  @TempDir Path temp;

  /** The contract already names the digests: fitting again must give the same bytes. */
  @Test
  void freezingGivesTheBaselinesThatWereAgreed() throws IOException {
    Path folder = ExampleFolder.copy("tianjin-office", temp);
    for (Path agreed : ExampleFolder.files(folder.resolve("baselines"))) {
      Files.delete(agreed);
    }
    Checked<Map<String, String>> frozen = new ServiceProvider(folder).freeze();
    assertThat(frozen.findings().stream().map(Finding::code))
        .contains("fit.criterion-unverified")
        .doesNotContain("baseline.provisional");
    Map<String, String> digests = frozen.orThrow();
    assertThat(digests).containsOnlyKeys("electricity", "heat");
    String contract = Files.readString(folder.resolve("contract.json"));
    digests.values().forEach(digest -> assertThat(contract).contains(digest));
    for (String id : digests.keySet()) {
      Path agreed = ExampleFolder.named("tianjin-office").resolve("baselines/" + id + ".json");
      assertThat(folder.resolve("baselines/" + id + ".json")).hasSameTextualContentAs(agreed);
    }
  }

  @Test
  void twoMonthsAreIssuedOneAfterTheOther() throws IOException {
    Path folder = ExampleFolder.copy("tianjin-office", temp);
    ServiceProvider provider = new ServiceProvider(folder);
    Settled january = provider.issue("2025-01", LocalDate.of(2025, 2, 10));
    Settled february = provider.issue("2025-02", LocalDate.of(2025, 3, 10));

    assertThat(january.statement().draft()).isFalse();
    assertThat(january.statement().key().runType()).isEqualTo(RunType.INITIAL);
    assertThat(february.statement().balances())
        .isNotEmpty()
        .allSatisfy(
            balance ->
                assertThat(january.statement().balances())
                    .filteredOn(before -> before.name().equals(balance.name()))
                    .singleElement()
                    .satisfies(
                        before -> assertThat(balance.opening()).isEqualTo(before.closing())));
    Path filed = folder.resolve("statements/2025-02");
    assertThat(filed.resolve("statement.json")).hasBinaryContent(february.statement().canonical());
    assertThat(filed.resolve("trail.json")).hasBinaryContent(february.trail().canonical());
    assertThat(filed.resolve("statement.html")).content().contains("某机关办公楼能源费用托管合同");
  }
}
