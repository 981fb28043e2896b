package org.emcsettlement.baseline;

import org.emcsettlement.core.series.Resolution;

class InstitutionDailyLawProperties extends ModelLaws {

  InstitutionDailyLawProperties() {
    super("institution-daily", Resolution.DAILY);
  }
}
