package org.emcsettlement.baseline;

import java.util.Optional;
import org.emcsettlement.baseline.institution.InstitutionWater;
import org.emcsettlement.baseline.institution.LeakDetection;
import org.emcsettlement.baseline.institution.NightFlow;
import org.emcsettlement.baseline.institution.WaterDays;
import org.emcsettlement.baseline.judge.CriteriaSet;
import org.emcsettlement.baseline.model.DailySample;
import org.emcsettlement.baseline.model.GuardSet;
import org.emcsettlement.baseline.model.ModelFit;
import org.emcsettlement.baseline.solve.SideGuard;
import org.emcsettlement.core.finding.Checked;

/** Water of public institutions by day, leaks and dead meters left out. */
final class InstitutionWaterMethod implements Method {

  static final String NAME = "institution-water";

  @Override
  public Checked<ModelFit> fit(Observations observations, BaselineFitter fitter) {
    DailySample sample = observations.dailySample();
    SideGuard guard = GuardSet.of(fitter.guards()).daily();
    LeakDetection detection = LeakDetection.standard();
    Optional<WaterDays> nights =
        observations
            .useByHour()
            .map(use -> NightFlow.of(use, observations.drivers().calendar(), observations.period()))
            .filter(flow -> flow.size() >= detection.nights());
    return nights.isPresent()
        ? InstitutionWater.fit(sample, nights.get(), guard, detection)
        : InstitutionWater.fit(sample, guard, detection);
  }

  @Override
  public Optional<String> criteria() {
    return Optional.of(CriteriaSet.FORGIVING);
  }
}
