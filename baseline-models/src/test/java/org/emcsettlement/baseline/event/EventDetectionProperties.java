package org.emcsettlement.baseline.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What does not depend on the unit of use, the date of the first day and the sign. */
class EventDetectionProperties {

  private static ResidualSeries with(ResidualSeries series, double factor, int sign, int days) {
    ResidualSeries.Builder changed =
        ResidualSeries.builder()
            .reportingStart(series.reportingStart().orElseThrow().plusDays(days));
    double[] residuals = series.residuals();
    double[] expected = series.expected();
    for (int i = 0; i < series.size(); i++) {
      double use = factor * (expected[i] + sign * residuals[i]);
      changed.day(series.date(i).plusDays(days), use, factor * expected[i]);
    }
    return changed.build();
  }

  @Property(tries = 12)
  void eventsFollowTheSeries(
      @ForAll @IntRange(max = 10_000) int seed,
      @ForAll @IntRange(min = 30, max = 330) int from,
      @ForAll @IntRange(min = -10, max = 10) int binaryPower,
      @ForAll @IntRange(min = -5_000, max = 5_000) int days) {
    ResidualSeries series = NoisySeries.of(seed, day -> day >= 365 + from ? 35 : 0);
    double factor = Math.scalb(1.0, binaryPower);
    List<DetectedEvent> before = EventDetection.standard().in(series);
    List<DetectedEvent> after = EventDetection.standard().in(with(series, factor, -1, days));
    assertThat(after).hasSameSizeAs(before);
    for (int k = 0; k < before.size(); k++) {
      DetectedEvent one = before.get(k);
      DetectedEvent other = after.get(k);
      LocalDate start = one.days().start().plusDays(days);
      assertThat(other.kind()).isEqualTo(one.kind());
      assertThat(other.days().start()).isEqualTo(start);
      assertThat(other.days().days()).isEqualTo(one.days().days());
      double effect = -factor * one.effectPerDay();
      assertThat(Math.abs(other.effectPerDay() - effect)).isLessThan(1e-6 * Math.abs(effect));
    }
  }
}
