package org.emcsettlement.baseline;

import org.emcsettlement.core.series.Resolution;

/** Degree-day forms of billing periods. */
class DegreeDayProperties extends ModelLaws {
  DegreeDayProperties() {
    super("auto", Resolution.BILLING);
  }
}
