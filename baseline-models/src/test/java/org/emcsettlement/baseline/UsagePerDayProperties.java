package org.emcsettlement.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.LongRange;
import org.emcsettlement.core.series.Resolution;

/** The laws of every model for CalTRACK usage per day of daily data. */
class UsagePerDayProperties extends ModelLaws {

  UsagePerDayProperties() {
    super("caltrack-daily", Resolution.DAILY);
  }

  /**
   * Balance points above the warmest baseline day all fit alike and the lowest is taken, so a
   * warmer day of the reporting period is cut off there.
   */
  @Override
  @Property(tries = 3, shrinking = ShrinkingMode.OFF)
  void aPerfectlyLinearTruthIsRecovered(@ForAll @LongRange(min = 0, max = 99_999) long seed) {
    LawBuilding building = new LawBuilding(seed);
    assertNearlyRecovered(building, predict(building, ModelLaws::truth));
  }

  static void assertNearlyRecovered(LawBuilding building, Prediction prediction) {
    double expected = building.total(ModelLaws::truth, LawBuilding.REPORTING);
    assertThat(prediction.use()).isCloseTo(expected, within(2e-3 * expected));
    assertThat(prediction.halfWidth()).isLessThan(1e-3 * expected);
  }
}
