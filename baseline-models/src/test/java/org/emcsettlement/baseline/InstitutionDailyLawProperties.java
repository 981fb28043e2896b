package org.emcsettlement.baseline;

import org.emcsettlement.core.series.Resolution;

class InstitutionDailyLawProperties extends ModelLawProperties {

  InstitutionDailyLawProperties() {
    super("institution-daily", Resolution.DAILY);
  }
}
