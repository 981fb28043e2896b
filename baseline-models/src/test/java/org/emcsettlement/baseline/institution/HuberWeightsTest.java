package org.emcsettlement.baseline.institution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class HuberWeightsTest {

  /**
   * The median of the sizes 1 to 5 and 60 is 3.5: the limit is 1.345 × 1.4826 × 3.5 = 6.9793395.
   */
  @Test
  void weighsByTheDistanceBeyondTheLimit() {
    double[] weights = HuberWeights.of(new double[] {-1, 2, -3, 4, 5, -60});
    assertThat(weights).startsWith(1, 1, 1, 1, 1);
    assertThat(weights[5]).isCloseTo(6.9793395 / 60, within(1e-12));
  }

  @Test
  void residualsThatAreMostlyZeroSayNothingAboutSpread() {
    assertThat(HuberWeights.of(new double[] {0, 0, 0, 7})).containsOnly(1);
  }
}
