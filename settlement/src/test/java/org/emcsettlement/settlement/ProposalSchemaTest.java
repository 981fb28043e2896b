package org.emcsettlement.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.StringReader;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.emcsettlement.settlement.assessment.AssessedFolder;
import org.emcsettlement.settlement.assessment.Assessment;
import org.emcsettlement.settlement.report.assessment.ProposalFile;
import org.emcsettlement.settlement.report.assessment.ProposalPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.InputSource;

/** Every {@code proposal.json} is valid under the published schema, every page is well-formed. */
class ProposalSchemaTest {

  private static final SchemaCheck SCHEMA = SchemaCheck.of(PublishedSchema.PROPOSAL);

  @TempDir Path temp;

  private ObjectNode file() {
    return ProposalFile.tree(new AssessedFolder(temp).without("forms").assess());
  }

  @Test
  void anAssessmentIsValid() {
    ObjectNode file = file();
    assertThat(SCHEMA.faults(file)).isEmpty();
    assertThat(file.at("/feeBase/amount").asText()).isEqualTo("96000.00");
    assertThat(file.path("forms")).hasSize(5);
    assertThat(file.at("/forms/2/institution/years/1/p50").asText()).isEqualTo("2880.00");
    assertThat(file.at("/termLimits/1/terms/2/required").asText()).isEqualTo("0.144");
  }

  @Test
  void anAssessmentWithoutMeasuresIsValid() {
    Assessment assessment = new AssessedFolder(temp).without("measures").without("forms").assess();
    ObjectNode file = ProposalFile.tree(assessment);
    assertThat(SCHEMA.faults(file)).isEmpty();
    assertThat(file.has("outlook")).isFalse();
    assertThat(ProposalPage.html(assessment)).contains("潜力不是预期节约量").doesNotContain("<svg");
  }

  @ParameterizedTest
  @ValueSource(strings = {"schemaVersion", "commodities", "termLimits", "forms", "findings"})
  void whatEveryFileHasIsRequired(String key) {
    ObjectNode file = file();
    file.remove(key);
    assertThat(SCHEMA.admits(file)).isFalse();
  }

  @Test
  void theSameFolderGivesTheSameBytes() {
    AssessedFolder folder =
        new AssessedFolder(temp)
            .with(
                "/measures/0/saving",
                "{\"low\": \"0.05\", \"likely\": \"0.10\", \"high\": \"0.21\"}");
    Assessment first = folder.assess();
    Assessment again = folder.assess();
    assertThat(ProposalFile.canonical(again)).isEqualTo(ProposalFile.canonical(first));
    assertThat(ProposalPage.html(again)).isEqualTo(ProposalPage.html(first));
    assertThat(ProposalFile.canonical(folder.with("/seed", "2").assess()))
        .isNotEqualTo(ProposalFile.canonical(first));
  }

  @Test
  void thePageIsWellFormedAndHidesNoLimit() throws Exception {
    String page =
        ProposalPage.html(
            new AssessedFolder(temp)
                .with("/institution/name", "\"<b>A & B\"")
                .without("forms")
                .assess());
    DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(page.substring(page.indexOf("<html")))));
    assertThat(page).contains("&lt;b&gt;A &amp; B", "<svg", "京机管发〔2022〕21号", "评估不是承诺", "未覆盖的内容");
  }
}
