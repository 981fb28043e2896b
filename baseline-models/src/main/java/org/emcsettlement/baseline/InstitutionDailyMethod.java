package org.emcsettlement.baseline;

import java.util.Optional;
import org.emcsettlement.baseline.institution.InstitutionDaily;
import org.emcsettlement.baseline.judge.CriteriaSet;
import org.emcsettlement.baseline.model.GuardSet;
import org.emcsettlement.baseline.model.ModelFit;
import org.emcsettlement.core.finding.Checked;

/** The daily model of a public institution. */
final class InstitutionDailyMethod implements Method {

  static final String NAME = "institution-daily";

  @Override
  public Checked<ModelFit> fit(Observations observations, BaselineFitter fitter) {
    return InstitutionDaily.fit(observations.dailySample(), GuardSet.of(fitter.guards()).daily());
  }

  @Override
  public Optional<String> criteria() {
    return Optional.of(CriteriaSet.FORGIVING);
  }
}
