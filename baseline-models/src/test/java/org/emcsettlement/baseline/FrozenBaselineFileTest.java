package org.emcsettlement.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.emcsettlement.core.csv.TextSource;
import org.emcsettlement.core.finding.Effect;
import org.emcsettlement.core.finding.FindingCollector;
import org.junit.jupiter.api.Test;

class FrozenBaselineFileTest {

  private static final String HOSPITAL =
      """
      {
        "schemaVersion": 1,
        "id": "main",
        "commodity": "electricity",
        "form": "AGREED",
        "resolution": "BILLING",
        "period": "2023-01-01/2024-01-01",
        "station": "hospital",
        "coefficients": [
          {"regressor": "DAYS", "value": "6400", "unit": "kWh/d"},
          {"regressor": "DEGREES_ABOVE(26.00)", "value": "2150", "unit": "kWh/(K·d)"},
          {"regressor": "HEADCOUNT_DAYS", "value": "1.85", "unit": "kWh/(person·d)"}
        ],
        "validity": [],
        "conditions": [],
        "statistics": {},
        "formulaZh": "电力基准",
        "formulaEn": "baseline of electricity",
        "inputs": []
      }
      """;

  private final FindingCollector findings = new FindingCollector();

  private List<String> messages(String json) {
    FrozenBaselineFile.read(TextSource.of("baselines/main.json", json), findings);
    return findings.findings().stream()
        .map(finding -> finding.place() + " " + finding.en())
        .toList();
  }

  @Test
  void anAgreedModelIsReadWithoutErrors() {
    FrozenBaseline baseline =
        FrozenBaselineFile.read(TextSource.of("baselines/main.json", HOSPITAL), findings)
            .orElseThrow();
    assertThat(findings.findings()).isEmpty();
    assertThat(baseline.errors()).isEmpty();
    assertThat(baseline.workCalendar()).isEqualTo("cn-state-council");
  }

  @Test
  void everythingWrongIsSaidAtOnceWithItsPointer() {
    String broken =
        HOSPITAL
            .replace("\"DAYS\"", "\"DAYS()\"")
            .replace("\"2150\"", "\"2,150\"")
            .replace("\"schemaVersion\": 1", "\"schemaVersion\": 2")
            .replace("\"validity\": []", "\"validities\": []");
    assertThat(messages(broken))
        .anySatisfy(message -> assertThat(message).contains("/schemaVersion"))
        .anySatisfy(message -> assertThat(message).contains("/coefficients/0/regressor"))
        .anySatisfy(message -> assertThat(message).contains("/coefficients/1/value"))
        .anySatisfy(message -> assertThat(message).contains("/validities"));
    assertThat(findings.findings().stream().filter(f -> f.effect() == Effect.BLOCK)).isNotEmpty();
  }

  @Test
  void conditionsMustFitTheCoefficients() {
    String broken =
        HOSPITAL.replace(
            "\"conditions\": []",
            "\"conditions\": [{\"month\": 1, \"days\": 31, \"sums\": [\"31\"]}]");
    assertThat(messages(broken))
        .singleElement()
        .asString()
        .contains("conditions of month 1 must have one sum per coefficient");
  }

  /** Hourly models keep no covariance of their coefficients. */
  @Test
  void errorsMayKeepNoCovarianceButNoPartOfOne() {
    String errors =
        """
        "errors": {
          "residualVariance": "441", "inverseGram": [%s], "observations": 365, "parameters": 3,
          "autocorrelation": "0", "effectiveObservations": "365", "cvRmse": "0.05",
          "confidence": "0.90", "quantile": "1.65", "daysPerObservation": "1"
        },
        "statistics": {}\
        """;
    String none = HOSPITAL.replace("\"statistics\": {}", errors.replace("%s", ""));
    assertThat(messages(none)).isEmpty();
    assertThat(messages(HOSPITAL.replace("\"statistics\": {}", errors.replace("%s", "[\"1\"]"))))
        .singleElement()
        .asString()
        .contains("inverseGram must have one row per coefficient (3) or none");
  }
}
