package org.emcsettlement.baseline;

import org.emcsettlement.core.series.Resolution;

/** towt. */
class TowtProperties extends ModelLawProperties {
  TowtProperties() {
    super("towt", Resolution.HOURLY);
  }
}
