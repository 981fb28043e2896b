package org.emcsettlement.examples.emc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.assertj.core.data.Percentage;
import org.emcsettlement.core.quantity.Rational;
import org.emcsettlement.settlement.trail.TrailEvaluation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What events state of their uncertainty widens the interval of the statement, by hand algebra. */
class EventUncertaintyTest {

  private static final Percentage ROUNDING = Percentage.withPercentage(1e-8);
  private static final String AVOIDED = "use.avoided/electricity";

  @TempDir Path temp;
  private final SavedBuilding office =
      new SavedBuilding(false, "kwh", at -> 2400 + 45 * at.below(14) + 60 * at.above(22), 0.03);

  private SharedSavingsFolder folder() throws IOException {
    SharedSavingsFolder folder =
        SharedSavingsFolder.write(temp.resolve("folder"), "electricity", "5P", "", office);
    folder.fitAndAgree();
    return folder;
  }

  private static String event(String id, String from, String to, String quantities) {
    return """
        {"id": "%s", "kind": "NON_ROUTINE", "risk": "other", "commodity": "electricity",
         "from": "%s", "to": "%s", %s,
         "reason": "extra load", "approvedBy": "both", "evidence": ["minutes"]}
        """
        .formatted(id, from, to, quantities);
  }

  private static void record(SharedSavingsFolder folder, String... events) throws IOException {
    Files.writeString(
        folder.events(), "{\"schemaVersion\": 1, \"events\": [" + String.join(", ", events) + "]}");
  }

  private static JsonNode interval(SharedSavingsFolder.Issued issued, String method) {
    for (JsonNode interval : issued.line(AVOIDED).path("intervals")) {
      if (interval.path("method").asText().equals(method)) {
        return interval;
      }
    }
    throw new AssertionError("no interval by " + method);
  }

  private static double number(JsonNode interval, String name) {
    return Rational.parse(interval.path(name).asText()).toDouble();
  }

  /**
   * 31 days of 100 ± 20 kWh/d, and 10 of the 40 days of 4000 ± 1200 kWh in all: standard
   * uncertainties 20·31 = 620 and 1200·10/40 = 300 kWh.
   */
  @Test
  void uncertaintiesAddToTheRegressionByRootSumOfSquares() throws IOException {
    SharedSavingsFolder folder = folder();
    SharedSavingsFolder.Issued without = folder.settle("2025-Q2");
    record(
        folder,
        event(
            "chiller",
            "2025-05-01",
            "2025-06-01",
            "\"perDay\": \"100\", \"standardUncertainty\": \"20\""),
        event(
            "exhibition",
            "2025-06-21",
            "2025-07-31",
            "\"quantity\": \"4000\", \"standardUncertainty\": \"1200\""));
    SharedSavingsFolder.Issued with = folder.settle("2025-Q2");

    assertThat(with.quantity(AVOIDED).minus(without.quantity(AVOIDED)))
        .isEqualTo(Rational.of(31 * 100 + 1000));
    double t = folder.frozen().path("errors").path("quantile").asDouble();
    double events = t * Math.hypot(20 * 31, 1200 * 10 / 40.0);
    for (String method : new String[] {"REGRESSION", "ASHRAE_14"}) {
      JsonNode before = interval(without, method);
      JsonNode after = interval(with, method);
      assertThat(number(after, "adjustmentHalfWidth")).isCloseTo(events, ROUNDING);
      // the ASHRAE formula is a fraction of the adjusted baseline, which grew by the events
      double regression =
          number(before, "halfWidth")
              * (method.equals("REGRESSION") ? 1 : adjusted(with) / adjusted(without));
      double half = number(after, "halfWidth");
      assertThat(half).isCloseTo(Math.hypot(regression, events), ROUNDING);
      assertThat(number(after, "upper") - number(after, "lower")).isCloseTo(2 * half, within(1e-6));
      assertThat(before.has("adjustmentHalfWidth")).isFalse();
    }
    assertThat(with.findings("savings.adjustment-error")).isNotEmpty();
    assertThat(with.findings("savings.regression-error-only")).isEmpty();
    assertThat(TrailEvaluation.of(with.trail()).wrong()).isEmpty();
    assertThat(folder.verify(with).out()).startsWith("VERIFIED ");
  }

  private static double adjusted(SharedSavingsFolder.Issued issued) {
    return issued.quantity("use.adjusted/electricity").toDouble();
  }

  @Test
  void anEventThatStatesNoneChangesNoWidth() throws IOException {
    SharedSavingsFolder folder = folder();
    SharedSavingsFolder.Issued without = folder.settle("2025-Q2");
    record(folder, event("chiller", "2025-05-01", "2025-06-01", "\"perDay\": \"100\""));
    SharedSavingsFolder.Issued with = folder.settle("2025-Q2");
    assertThat(interval(with, "REGRESSION").path("halfWidth"))
        .isEqualTo(interval(without, "REGRESSION").path("halfWidth"));
    assertThat(with.findings("savings.regression-error-only")).isNotEmpty();
  }

  /** Of a segment of 31 days the meter misses the last ten; the event counts on 21 of its 31. */
  @Test
  void daysLeftOutCarryNoUncertainty() throws IOException {
    SharedSavingsFolder folder = folder();
    office.misses(LocalDate.of(2025, 5, 22), LocalDate.of(2025, 6, 1));
    folder.measure(office);
    record(
        folder,
        event(
            "chiller",
            "2025-05-01",
            "2025-06-01",
            "\"perDay\": \"100\", \"standardUncertainty\": \"20\""));
    JsonNode interval = interval(folder.settle("2025-Q2"), "REGRESSION");
    BigDecimal t = new BigDecimal(folder.frozen().path("errors").path("quantile").asText());
    assertThat(number(interval, "adjustmentHalfWidth"))
        .isCloseTo(t.doubleValue() * 20 * 21, ROUNDING);
  }
}
