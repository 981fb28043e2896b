package org.emcsettlement.baseline.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** By hand: 1, 2, 3, 4 deviate from their mean by ∓1.5 and ∓0.5, squares add up to 5. */
class AutocorrelationTest {

  private static final Offset<Double> ROUNDING = within(1e-15);
  private static final double[] RESIDUAL = {1, 2, 3, 4};

  @Test
  void ofASeriesWithoutGaps() {
    double[] correlation = Autocorrelation.of(RESIDUAL, new long[] {0, 1, 2, 3}, 4);
    assertThat(correlation).containsExactly(new double[] {1, 0.25, -0.3, -0.45, 0}, ROUNDING);
  }

  @Test
  void aGapBreaksThePairsAcrossIt() {
    double[] correlation = Autocorrelation.of(RESIDUAL, new long[] {0, 1, 3, 4}, 3);
    assertThat(correlation).containsExactly(new double[] {1, 0.3, -0.05, -0.3}, ROUNDING);
  }

  @Test
  void residualsThatDoNotVaryHaveNone() {
    assertThat(Autocorrelation.of(new double[] {2, 2, 2}, new long[] {0, 1, 2}, 2))
        .containsExactly(1, 0, 0);
  }

  @Test
  void theBandNarrowsWithTheRootOfTheNumber() {
    assertThat(Autocorrelation.band(49)).isCloseTo(0.28, ROUNDING);
  }
}
