package org.emcsettlement.baseline;

import org.emcsettlement.core.series.Resolution;

/** Change-point forms of daily data. */
class ChangePointProperties extends ModelLaws {
  ChangePointProperties() {
    super("auto", Resolution.DAILY);
  }
}
