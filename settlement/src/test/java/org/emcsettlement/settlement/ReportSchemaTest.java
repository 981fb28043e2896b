package org.emcsettlement.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.emcsettlement.core.csv.TextSource;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.settlement.indicator.IndicatorCalculation;
import org.emcsettlement.settlement.indicator.IndicatorReport;
import org.emcsettlement.settlement.indicator.IndicatorTerms;
import org.emcsettlement.settlement.report.indicator.IndicatorFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every {@code report.json} is valid under the published schema. */
class ReportSchemaTest {

  private static final SchemaCheck SCHEMA = SchemaCheck.of(PublishedSchema.REPORT);

  @TempDir Path temp;

  private ObjectNode file() throws IOException {
    Path folder = WorkedCase.named("pv-ev-data-centre").assemble(temp, "");
    EvidenceFolder read = EvidenceFolder.read(folder, WorkedCase.FORMAT).orThrow();
    IndicatorTerms terms =
        IndicatorTerms.read(
                TextSource.of(
                    "indicators.json", Files.readString(folder.resolve("indicators.json"))),
                new FindingCollector())
            .orElseThrow();
    IndicatorReport report =
        IndicatorCalculation.of(read.contract(), read.evidence(), terms, 2025).orThrow();
    return IndicatorFile.tree(report);
  }

  @Test
  void aReportIsValid() throws IOException {
    ObjectNode file = file();
    assertThat(SCHEMA.faults(file)).isEmpty();
    assertThat(file.at("/ownGeneration/used").asText()).isEqualTo("150000");
    assertThat(file.at("/carvedOut/1/quantities/0/quantity").asText()).isEqualTo("120000");
    assertThat(file.at("/quotas").size()).isEqualTo(4);
    assertThat(file.at("/targets/0/met").asBoolean()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"schemaVersion", "standardCoal", "carbonDioxide", "indicators", "findings"})
  void whatEveryFileHasIsRequired(String key) throws IOException {
    ObjectNode file = file();
    file.remove(key);
    assertThat(SCHEMA.admits(file)).isFalse();
  }

  /** A factor without its trust would hide that nobody checked it. */
  @Test
  void everyFactorSaysHowFarItWasChecked() throws IOException {
    ObjectNode file = file();
    ((ObjectNode) file.at("/used/0/carbonFactor")).remove("trust");
    assertThat(SCHEMA.admits(file)).isFalse();
  }
}
