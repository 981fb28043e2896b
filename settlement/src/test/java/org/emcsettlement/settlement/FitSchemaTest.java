package org.emcsettlement.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.emcsettlement.baseline.Baseline;
import org.emcsettlement.baseline.explain.FitExplanation;
import org.emcsettlement.baseline.judge.FitFinding;
import org.emcsettlement.core.finding.Checked;
import org.emcsettlement.core.finding.Finding;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.core.finding.Place;
import org.emcsettlement.settlement.report.fit.FitFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every {@code fit.json} is valid under the published schema. */
class FitSchemaTest {

  private static final SchemaCheck SCHEMA = new SchemaCheck(PublishedSchema.FIT);

  private static ObjectNode file(Checked<Baseline> fit) {
    return FitFile.tree(FitExplanation.of(fit));
  }

  @Test
  void fitsOfDaysAndOfBillsAreValid() {
    ObjectNode daily = file(FittedBaselines.dailyFit());
    assertThat(SCHEMA.faults(daily)).isEmpty();
    assertThat(daily.path("tried").path(0).path("chosen").asBoolean()).isTrue();
    assertThat(daily.path("tried").size()).isEqualTo(1 + daily.path("rejected").size());
    assertThat(daily.at("/data/counted").asInt()).isEqualTo(366);
    ObjectNode billing = file(FittedBaselines.billingFit());
    assertThat(SCHEMA.faults(billing)).isEmpty();
    assertThat(billing.at("/data/observations").asInt()).isEqualTo(12);
  }

  @Test
  void whatCouldNotBeFittedIsValid() {
    Finding tooFew = Finding.of(FitFinding.TOO_FEW, Place.NOWHERE, "count", 2, "needed", 3);
    ObjectNode none =
        FitFile.tree(FitExplanation.of(Optional.empty(), Findings.of(List.of(tooFew))));
    assertThat(SCHEMA.faults(none)).isEmpty();
    assertThat(none.at("/acceptable/verdict").asText()).isEqualTo("NO_FIT");
    assertThat(none.at("/acceptable/remedies/0/finding").asText())
        .isEqualTo("fit.too-few-observations");
    assertThat(none.has("form")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"schemaVersion", "tried", "acceptable", "findings"})
  void whatEveryFileHasIsRequired(String key) {
    ObjectNode daily = file(FittedBaselines.dailyFit());
    daily.remove(key);
    assertThat(SCHEMA.admits(daily)).isFalse();
  }

  @Test
  void aKeyThatIsNotDeclaredIsRefused() {
    ObjectNode daily = file(FittedBaselines.dailyFit());
    ((ObjectNode) daily.path("acceptable")).put("score", 1);
    assertThat(SCHEMA.admits(daily)).isFalse();
  }
}
