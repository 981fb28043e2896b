package org.emcsettlement.baseline;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.LongRange;
import org.emcsettlement.core.series.Resolution;

/** The laws of every model for CalTRACK usage per day of billing periods. */
class UsagePerDayBillingProperties extends ModelLaws {

  UsagePerDayBillingProperties() {
    super("caltrack-billing", Resolution.BILLING);
  }

  /** As for daily data: the lowest of equal balance points is taken. */
  @Override
  @Property(tries = 3, shrinking = ShrinkingMode.OFF)
  void aPerfectlyLinearTruthIsRecovered(@ForAll @LongRange(min = 0, max = 99_999) long seed) {
    LawBuilding building = new LawBuilding(seed);
    UsagePerDayProperties.assertNearlyRecovered(building, predict(building, ModelLaws::truth));
  }
}
