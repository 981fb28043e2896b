package org.emcsettlement.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.emcsettlement.baseline.Baseline;
import org.emcsettlement.baseline.event.DetectedEvent;
import org.emcsettlement.baseline.event.UnitRatio;
import org.emcsettlement.baseline.explain.EventCandidates;
import org.emcsettlement.baseline.explain.FitExplanation;
import org.emcsettlement.baseline.judge.FitFinding;
import org.emcsettlement.core.finding.Checked;
import org.emcsettlement.core.finding.Finding;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.core.finding.Place;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.settlement.report.fit.FitFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every {@code fit.json} is valid under the published schema. */
class FitSchemaTest {

  private static final SchemaCheck SCHEMA = SchemaCheck.of(PublishedSchema.FIT);

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

  /** No file may say that days were removed because of an event. */
  @Test
  void eventsNeverRemoveDays() {
    ObjectNode daily = file(FittedBaselines.dailyFit());
    ObjectNode events = (ObjectNode) daily.path("nonRoutineEvents");
    assertThat(events.path("searched").asBoolean()).isTrue();
    assertThat(events.path("daysRemoved").asInt()).isZero();
    events.put("daysRemoved", 14);
    assertThat(SCHEMA.admits(daily)).isFalse();
    ObjectNode billing = file(FittedBaselines.billingFit());
    assertThat(billing.at("/nonRoutineEvents/searched").asBoolean()).isFalse();
  }

  @Test
  void aCandidateIsValidWithOrWithoutAUnit() {
    FitExplanation fit = FitExplanation.of(FittedBaselines.dailyFit());
    ObjectNode file = FitFile.tree(withEvents(fit));
    assertThat(SCHEMA.faults(file)).isEmpty();
    assertThat(file.at("/nonRoutineEvents/candidates")).hasSize(2);
    assertThat(file.at("/nonRoutineEvents/candidates/0/last").asText()).isEqualTo("2024-03-17");
    assertThat(file.at("/nonRoutineEvents/candidates/0/unitChange").isNull()).isTrue();
    assertThat(file.at("/nonRoutineEvents/candidates/1/unitChange/ratio").asDouble())
        .isEqualTo(1000.0);
    ((ObjectNode) file.at("/nonRoutineEvents/candidates/0")).remove("standardError");
    assertThat(SCHEMA.admits(file)).isFalse();
  }

  private static FitExplanation withEvents(FitExplanation fit) {
    Period days = Period.of(LocalDate.of(2024, 3, 4), LocalDate.of(2024, 3, 18));
    UnitRatio units = UnitRatio.of(1000).orElseThrow();
    List<DetectedEvent> events =
        List.of(
            event(DetectedEvent.Kind.DRIFT, days, Optional.empty()),
            event(
                DetectedEvent.Kind.UNIT_CHANGE,
                days,
                Optional.of(new DetectedEvent.UnitStep(units, 1000))));
    return new FitExplanation(
        fit.baseline(),
        fit.findings(),
        fit.tried(),
        fit.data(),
        new EventCandidates(true, events),
        fit.criteria(),
        fit.verdict(),
        fit.remedies());
  }

  private static DetectedEvent event(
      DetectedEvent.Kind kind, Period days, Optional<DetectedEvent.UnitStep> unit) {
    return new DetectedEvent(kind, days, DetectedEvent.Within.BASELINE, 120, 20, 0.1, 6, unit);
  }

  @Test
  void aKeyThatIsNotDeclaredIsRefused() {
    ObjectNode daily = file(FittedBaselines.dailyFit());
    ((ObjectNode) daily.path("acceptable")).put("score", 1);
    assertThat(SCHEMA.admits(daily)).isFalse();
  }
}
