package org.emcsettlement.baseline.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.emcsettlement.core.finding.Finding;
import org.emcsettlement.core.period.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Events in residuals whose noise and effects are known by construction. */
class EventDetectionTest {

  private static final EventDetection DETECTION = EventDetection.standard();

  private static void isNear(LocalDate found, int day, int tolerance) {
    LocalDate truth = NoisySeries.START.plusDays(day);
    assertThat(Math.abs(ChronoUnit.DAYS.between(truth, found)))
        .as("%s, in truth %s", found, truth)
        .isLessThanOrEqualTo(tolerance);
  }

  /**
   * 40 series of 2 years at 0.05 a year: 4 are expected at most, 9 or more have a chance of 2 %.
   */
  @Test
  void falseAlarmsKeepTheirRateUnderTheNoiseModel() {
    EventDetection detection = EventDetection.builder().falseAlarmsPerYear(0.05).build();
    int alarms = 0;
    for (int seed = 0; seed < 40; seed++) {
      alarms += detection.in(NoisySeries.of(seed, day -> 0)).size();
    }
    assertThat(alarms).isLessThan(9);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-40, 40})
  void aLevelShiftOfTheReportingPeriod(double effect) {
    List<DetectedEvent> events = DETECTION.in(NoisySeries.of(1, day -> day < 550 ? 0 : effect));
    assertThat(events).hasSize(1);
    DetectedEvent event = events.get(0);
    assertThat(event.kind()).isEqualTo(DetectedEvent.Kind.LEVEL_SHIFT);
    assertThat(event.within()).isEqualTo(DetectedEvent.Within.REPORTING);
    isNear(event.days().start(), 550, 2);
    assertThat(event.days().end()).isEqualTo(NoisySeries.START.plusDays(NoisySeries.DAYS));
    assertThat(Math.abs(event.effectPerDay() - effect)).isLessThan(3 * event.standardError());
    // of two levels of n days each under σ²·(1 + ρ)/(1 − ρ): 4·√19·√(1/184 + 1/181) = 1.8
    assertThat(event.standardError()).isBetween(1.0, 3.6);
    assertThat(event.fraction()).isEqualTo(event.effectPerDay() / NoisySeries.USE);
  }

  @Test
  void aTemporaryEventOfTheBaseline() {
    ResidualSeries series = NoisySeries.of(2, day -> day >= 120 && day < 162 ? 40 : 0);
    List<DetectedEvent> events = DETECTION.in(series);
    assertThat(events).hasSize(1);
    assertThat(events.get(0).kind()).isEqualTo(DetectedEvent.Kind.TEMPORARY);
    assertThat(events.get(0).within()).isEqualTo(DetectedEvent.Within.BASELINE);
    isNear(events.get(0).days().start(), 120, 2);
    isNear(events.get(0).days().end(), 162, 2);
  }

  @Test
  void aDrift() {
    List<DetectedEvent> events =
        DETECTION.in(NoisySeries.of(3, day -> 40 * Math.max(0, Math.min(1, (day - 450) / 180.0))));
    assertThat(events).hasSize(1);
    assertThat(events.get(0).kind()).isEqualTo(DetectedEvent.Kind.DRIFT);
    assertThat(events.get(0).effectPerDay()).isBetween(30.0, 50.0);
    isNear(events.get(0).days().start(), 450, 45);
    isNear(events.get(0).days().end(), 630, 45);
  }

  @Test
  void noEventIsShorterThanTheMinimum() {
    ResidualSeries series = NoisySeries.of(4, day -> day >= 500 && day < 530 ? 40 : 0);
    assertThat(DETECTION.in(series)).extracting(e -> e.days().days()).containsExactly(30);
    assertThat(EventDetection.builder().minimumDays(42).build().in(series))
        .isNotEmpty()
        .allSatisfy(e -> assertThat(e.days().days()).isGreaterThanOrEqualTo(42));
  }

  @Test
  void anEventSmallerThanTheMinimumIsPassedOver() {
    ResidualSeries series = NoisySeries.of(1, day -> day < 550 ? 0 : 40);
    assertThat(EventDetection.builder().minimumEffect(0.6).build().in(series)).isEmpty();
  }

  @Test
  void aConstantDifferenceBetweenThePeriodsIsASavingAndNoEvent() {
    assertThat(DETECTION.in(NoisySeries.of(5, day -> day < 365 ? 0 : -40))).isEmpty();
  }

  @Test
  void missingDaysDoNotMoveTheEvent() {
    List<DetectedEvent> events =
        DETECTION.in(
            NoisySeries.of(1, day -> day < 550 ? 0 : 40, day -> day % 7 != 3 && day / 20 != 29));
    assertThat(events).hasSize(1);
    isNear(events.get(0).days().start(), 550, 3);
  }

  @Test
  void aBaselineAloneIsSearchedToo() {
    ResidualSeries both = NoisySeries.of(6, day -> day < 180 ? 0 : 40);
    ResidualSeries.Builder alone = ResidualSeries.builder();
    for (int i = 0; i < 365; i++) {
      alone.day(both.date(i), both.observed()[i], both.expected()[i]);
    }
    List<DetectedEvent> events = DETECTION.in(alone.build());
    assertThat(events).hasSize(1);
    assertThat(events.get(0).within()).isEqualTo(DetectedEvent.Within.BASELINE);
    isNear(events.get(0).days().start(), 180, 2);
  }

  @Test
  void tooFewDaysTellNothing() {
    ResidualSeries.Builder few = ResidualSeries.builder();
    for (int day = 0; day < 41; day++) {
      few.day(NoisySeries.START.plusDays(day), day < 20 ? 1 : 2, 1);
    }
    assertThat(DETECTION.in(few.build())).isEmpty();
    assertThat(DETECTION.in(ResidualSeries.builder().build())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "3.6, mj-kwh",
    "0.2777778, mj-kwh",
    "10, decimal-10",
    "0.0277778, cubic-metre-cubic-foot",
    "35.3147, cubic-metre-cubic-foot",
    "0.0341, therm-kwh",
    "277.778, gj-kwh",
    "0.0036, gj-kwh",
    "100, decimal-100",
    "0.001, kilo"
  })
  void aChangeOfUnitIsNamed(double ratio, String unit) {
    ResidualSeries.Builder scaled = ResidualSeries.builder().reportingStart(NoisySeries.REPORTING);
    ResidualSeries quiet = NoisySeries.of(7, day -> 0);
    for (int i = 0; i < quiet.size(); i++) {
      double use = quiet.observed()[i] * (i < 500 ? 1 : ratio);
      scaled.day(quiet.date(i), use, NoisySeries.USE);
    }
    List<DetectedEvent> events = DETECTION.in(scaled.build());
    assertThat(events).hasSize(1);
    DetectedEvent event = events.get(0);
    assertThat(event.kind()).isEqualTo(DetectedEvent.Kind.UNIT_CHANGE);
    assertThat(event.days().start()).isEqualTo(NoisySeries.START.plusDays(500));
    assertThat(event.unit().orElseThrow().units().id()).isEqualTo(unit);
    assertThat(event.unit().orElseThrow().measured() / ratio).isBetween(0.95, 1.05);
    Finding finding = event.finding();
    assertThat(finding.code()).isEqualTo("event.unit-change");
    assertThat(finding.zh()).contains(event.unit().orElseThrow().units().zh());
    assertThat(finding.en()).contains(event.unit().orElseThrow().units().en());
  }

  @Test
  void halvedUseIsNoChangeOfUnit() {
    assertThat(DETECTION.in(NoisySeries.of(8, day -> day < 500 ? 0 : -50)))
        .extracting(DetectedEvent::kind)
        .containsExactly(DetectedEvent.Kind.LEVEL_SHIFT);
  }

  @Test
  void findingsNameDaysAndEffect() {
    List<DetectedEvent> events = DETECTION.in(NoisySeries.of(1, day -> day < 550 ? 0 : 40));
    assertThat(DetectedEvent.findings(events).list())
        .singleElement()
        .satisfies(
            finding -> {
              Period days = events.get(0).days();
              assertThat(finding.code()).isEqualTo("event.level-shift");
              assertThat(finding.place().period()).contains(days.toString());
              assertThat(finding.zh()).contains("报告期").contains(days.start().toString());
              assertThat(finding.en()).contains("reporting period");
            });
  }

  @Test
  void settingsAndDaysAreChecked() {
    assertThatThrownBy(() -> EventDetection.builder().minimumDays(1).build())
        .hasMessageContaining("minimumDays 1");
    assertThatThrownBy(() -> EventDetection.builder().falseAlarmsPerYear(0).build())
        .hasMessageContaining("falseAlarmsPerYear");
    ResidualSeries.Builder series = ResidualSeries.builder().day(NoisySeries.START, 1, 1);
    assertThatThrownBy(() -> series.day(NoisySeries.START, 1, 1)).hasMessageContaining("after");
    assertThatThrownBy(() -> series.day(NoisySeries.REPORTING, Double.NaN, 1))
        .hasMessageContaining("finite");
  }
}
