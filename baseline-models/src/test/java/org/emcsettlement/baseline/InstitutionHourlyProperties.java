package org.emcsettlement.baseline;

import org.emcsettlement.core.series.Resolution;

/** institution-hourly. */
class InstitutionHourlyProperties extends ModelLaws {
  InstitutionHourlyProperties() {
    super("institution-hourly", Resolution.HOURLY);
  }
}
