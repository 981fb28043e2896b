package org.emcsettlement.baseline;

import org.emcsettlement.baseline.institution.InstitutionWater;
import org.emcsettlement.baseline.institution.LeakDetection;
import org.emcsettlement.baseline.model.GuardSet;
import org.emcsettlement.baseline.model.ModelFit;
import org.emcsettlement.core.finding.Checked;

/** Water of public institutions by day, leaks and dead meters left out. */
final class InstitutionWaterMethod implements Method {

  static final String NAME = "institution-water";

  @Override
  public Checked<ModelFit> fit(Observations observations, BaselineFitter fitter) {
    return InstitutionWater.fit(
        observations.dailySample(), GuardSet.of(fitter.guards()).daily(), LeakDetection.standard());
  }
}
