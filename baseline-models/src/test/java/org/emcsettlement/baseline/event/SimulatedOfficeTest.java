package org.emcsettlement.baseline.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.emcsettlement.core.period.Period;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The simulated building before and after: nothing in it, and what is put in is found. */
class SimulatedOfficeTest {

  private static final Period SIX_WEEKS = Period.parse("2017-04-03/2017-05-15");

  private static ResidualSeries plain = ResidualSeries.builder().build();

  @BeforeAll
  static void read() {
    plain = SimulatedOffice.residuals();
  }

  private static ResidualSeries with(ToDoubleFunction<LocalDate> factor) {
    ResidualSeries.Builder changed =
        ResidualSeries.builder().reportingStart(plain.reportingStart().orElseThrow());
    for (int i = 0; i < plain.size(); i++) {
      LocalDate date = plain.date(i);
      changed.day(date, plain.observed()[i] * factor.applyAsDouble(date), plain.expected()[i]);
    }
    return changed.build();
  }

  @Test
  void nothingIsFoundWhereNothingWasChanged() {
    assertThat(plain.size()).isEqualTo(730);
    assertThat(EventDetection.standard().in(plain)).isEmpty();
  }

  @Test
  void aLevelShift() {
    ResidualSeries changed = with(date -> date.isBefore(LocalDate.of(2017, 6, 1)) ? 1 : 0.9);
    assertThat(EventDetection.standard().in(changed))
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.kind()).isEqualTo(DetectedEvent.Kind.LEVEL_SHIFT);
              assertThat(event.days().start())
                  .isBetween(LocalDate.of(2017, 5, 25), LocalDate.of(2017, 6, 8));
              assertThat(event.fraction()).isBetween(-0.13, -0.07);
            });
  }

  @Test
  void sixWeeksAndTheirQuantity() {
    ResidualSeries changed = with(date -> SIX_WEEKS.contains(date) ? 1.2 : 1);
    List<DetectedEvent> events = EventDetection.standard().in(changed);
    assertThat(events).hasSize(1);
    assertThat(events.get(0).kind()).isEqualTo(DetectedEvent.Kind.TEMPORARY);
    assertThat(SIX_WEEKS.daysIn(events.get(0).days())).isGreaterThan(36);

    IndicatorRegression regression =
        IndicatorRegression.of(
            new Adjustment.Basis(
                "works", SIX_WEEKS, "building works", List.of("log"), Optional.empty()),
            events.get(0).kind(),
            changed,
            new double[0][]);
    double truth = 0;
    for (int i = 0; i < plain.size(); i++) {
      truth += SIX_WEEKS.contains(plain.date(i)) ? 0.2 * plain.observed()[i] : 0;
    }
    double error = regression.standardUncertainty(SIX_WEEKS).doubleValue();
    assertThat(Math.abs(regression.quantity(SIX_WEEKS).doubleValue() - truth))
        .isLessThan(2.6 * error);
    // of use on the event's days: an estimate that says something
    assertThat(error).isLessThan(0.5 * truth);
  }

  @Test
  void aChangeOfUnit() {
    ResidualSeries changed = with(date -> date.isBefore(LocalDate.of(2017, 6, 1)) ? 1 : 0.0036);
    assertThat(EventDetection.standard().in(changed))
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.kind()).isEqualTo(DetectedEvent.Kind.UNIT_CHANGE);
              assertThat(event.days().start()).isEqualTo(LocalDate.of(2017, 6, 1));
              assertThat(event.unit().orElseThrow().units().id()).isEqualTo("gj-kwh");
            });
  }
}
