package org.emcsettlement.baseline;

import org.emcsettlement.core.series.Resolution;

/** caltrack-hourly. */
class CaltrackHourlyProperties extends ModelLaws {
  CaltrackHourlyProperties() {
    super("caltrack-hourly", Resolution.HOURLY);
  }
}
