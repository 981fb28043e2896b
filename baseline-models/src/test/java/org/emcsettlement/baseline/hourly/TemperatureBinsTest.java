package org.emcsettlement.baseline.hourly;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TemperatureBinsTest {

  private static final double[] CALTRACK = {30, 45, 55, 65, 75, 90};

  /** The example of CalTRACK 3.9: 80 °F. */
  @Test
  void partsAddUpToTheTemperature() {
    TemperatureBins bins = new TemperatureBins(CALTRACK);
    assertThat(parts(bins, 80)).containsExactly(30, 15, 10, 10, 10, 5, 0);
    assertThat(parts(bins, 12)).containsExactly(12, 0, 0, 0, 0, 0, 0);
    assertThat(parts(bins, 95)).containsExactly(30, 15, 10, 10, 10, 15, 5);
    assertThat(parts(new TemperatureBins(new double[0]), -3)).containsExactly(-3);
  }

  @Test
  void thinOuterBinsGoFirst() {
    // 30 at 40 °F, 5 at 50 °F, 30 at 60 °F: nothing up to 30 or above 65, then the thin middle goes
    double[] temperatures =
        DoubleStream.concat(DoubleStream.concat(repeat(40, 30), repeat(50, 5)), repeat(60, 30))
            .toArray();
    assertThat(TemperatureBins.filled(CALTRACK, temperatures, 20).knots()).containsExactly(45);
    assertThat(TemperatureBins.filled(CALTRACK, temperatures, 5).knots()).containsExactly(45, 55);
  }

  @Test
  void aTemperatureOnAKnotLiesBelowIt() {
    double[] temperatures = DoubleStream.concat(repeat(45, 20), repeat(50, 20)).toArray();
    assertThat(TemperatureBins.filled(CALTRACK, temperatures, 20).knots()).containsExactly(45);
  }

  @Test
  void withoutTemperaturesNothingIsLeft() {
    assertThat(TemperatureBins.filled(CALTRACK, new double[0], 20).knots()).isEmpty();
  }

  @Test
  void equallyFilledKnotsAreRanks() {
    double[] temperatures = IntStream.rangeClosed(1, 120).mapToDouble(i -> i).toArray();
    assertThat(TemperatureBins.equallyFilled(6, temperatures, 20).knots())
        .containsExactly(40, 60, 80, 100);
    assertThat(TemperatureBins.equallyFilled(6, temperatures, 19).knots())
        .containsExactly(20, 40, 60, 80, 100);
  }

  @Test
  void equalKnotsAreOne() {
    double[] temperatures = DoubleStream.concat(repeat(10, 60), repeat(20, 60)).toArray();
    assertThat(TemperatureBins.equallyFilled(6, temperatures, 0).knots()).containsExactly(10, 20);
    assertThat(TemperatureBins.equallyFilled(6, temperatures, 20).knots()).isEmpty();
  }

  private static DoubleStream repeat(double value, int times) {
    return IntStream.range(0, times).mapToDouble(i -> value);
  }

  private static double[] parts(TemperatureBins bins, double temperature) {
    return IntStream.range(0, bins.count()).mapToDouble(b -> bins.part(b, temperature)).toArray();
  }
}
