package org.emcsettlement.baseline;

import org.emcsettlement.core.series.Resolution;

class InstitutionWaterLawProperties extends ModelLaws {

  InstitutionWaterLawProperties() {
    super("institution-water", Resolution.DAILY);
  }

  /** A flow that never stops is part of what is usual, by which leaks are measured: no law here. */
  @Override
  void aConstantAddedToUseIsAddedToPredictions(long seed) {}
}
