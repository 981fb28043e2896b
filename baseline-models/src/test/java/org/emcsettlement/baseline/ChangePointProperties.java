package org.emcsettlement.baseline;

import org.emcsettlement.core.series.Resolution;

/** Change-point forms of daily data. */
class ChangePointProperties extends ModelLawProperties {
  ChangePointProperties() {
    super("auto", Resolution.DAILY);
  }
}
