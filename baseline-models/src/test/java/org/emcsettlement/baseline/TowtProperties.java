package org.emcsettlement.baseline;

import org.emcsettlement.core.series.Resolution;

/** towt. */
class TowtProperties extends ModelLaws {
  TowtProperties() {
    super("towt", Resolution.HOURLY);
  }
}
