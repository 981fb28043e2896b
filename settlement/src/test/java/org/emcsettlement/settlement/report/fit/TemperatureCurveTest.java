package org.emcsettlement.settlement.report.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.emcsettlement.baseline.Estimate;
import org.emcsettlement.baseline.model.Regressor;
import org.junit.jupiter.api.Test;

class TemperatureCurveTest {

  private static final Offset<Double> ROUNDING = within(1e-9);

  /** A regressor, its coefficient, a regressor … */
  private static Optional<TemperatureCurve> curve(Object... terms) {
    List<Estimate> estimates = new ArrayList<>();
    for (int i = 0; i < terms.length; i += 2) {
      Regressor regressor = Regressor.parse(terms[i].toString());
      double value = ((Number) terms[i + 1]).doubleValue();
      estimates.add(
          new Estimate(
              regressor, value, "kWh", Optional.empty(), Optional.empty(), Optional.empty()));
    }
    return TemperatureCurve.of(estimates);
  }

  /** 100 + 5·(15 − T)⁺ + 8·(T − 22)⁺: 150 at 5 °C, 100 at 18 °C, 124 at 25 °C. */
  @Test
  void aModelOfTemperatureAloneIsAPiecewiseLine() {
    TemperatureCurve curve =
        curve("DAYS", 100, "DEGREES_BELOW(15.00)", 5, "DEGREES_ABOVE(22.00)", 8).orElseThrow();
    assertThat(curve.at(5, true)).isCloseTo(150, ROUNDING);
    assertThat(curve.at(18, true)).isCloseTo(100, ROUNDING);
    assertThat(curve.at(25, false)).isCloseTo(124, ROUNDING);
    assertThat(curve.tellsDaysApart()).isFalse();
    assertThat(curve.changePoints()).containsExactly(15.0, 22.0);
    assertThat(curve.knots(-3, 20)).containsExactly(-3.0, 15.0, 20.0);
  }

  /** Days of rest 100 + 2·(15 − T)⁺, working days 60 and 3 per kelvin more. */
  @Test
  void dayTypesHaveLinesOfTheirOwn() {
    TemperatureCurve curve =
        curve(
                "DAYS", 100,
                "DEGREES_BELOW(15.00)", 2,
                "DAYTYPE(WORKDAY)", 60,
                "DAYTYPE(WORKDAY)*DEGREES_BELOW(15.00)", 3)
            .orElseThrow();
    assertThat(curve.tellsDaysApart()).isTrue();
    assertThat(curve.at(5, false)).isCloseTo(120, ROUNDING);
    assertThat(curve.at(5, true)).isCloseTo(210, ROUNDING);
  }

  @Test
  void whatDependsOnMoreHasNoCurve() {
    assertThat(curve("DAYS", 100, "HEADCOUNT_DAYS", 2)).isEmpty();
    assertThat(curve("DAYS", 100, "DEGREES_BELOW(15.00,0.30)", 2)).isEmpty();
    assertThat(curve("DAYS", 100, "MONTH(7)", 2)).isEmpty();
    assertThat(curve("DAYS", 100, "DAYTYPE(MONDAY)", 2)).isEmpty();
    assertThat(curve("DAYS", 100, "DEGREES_BELOW(9.00)*DEGREES_BELOW(15.00)", 2)).isEmpty();
  }
}
