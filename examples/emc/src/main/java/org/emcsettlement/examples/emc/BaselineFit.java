package org.emcsettlement.examples.emc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.emcsettlement.baseline.Baseline;
import org.emcsettlement.baseline.FrozenBaseline;
import org.emcsettlement.baseline.Observations;
import org.emcsettlement.core.finding.Checked;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.settlement.contract.BaselineData;
import org.emcsettlement.settlement.contract.BaselineTerms;
import org.emcsettlement.settlement.contract.Contract;
import org.emcsettlement.settlement.contract.ResolvedContract;

/**
 * A contract's baseline, fitted now on its evidence.
 *
 * @param terms how it was agreed
 * @param baseline the fit, absent if none is possible
 * @param frozen the fit frozen under the contract's id, absent if there is no fit
 * @param findings everything found
 */
record BaselineFit(
    BaselineTerms.Fitted terms,
    Optional<Baseline> baseline,
    Optional<FrozenBaseline> frozen,
    Findings findings) {

  /** Fits every baseline that the contract wants fitted. */
  static List<BaselineFit> all(ResolvedContract resolved) {
    List<BaselineFit> fits = new ArrayList<>();
    for (BaselineTerms terms : resolved.contract().baselines()) {
      if (terms instanceof BaselineTerms.Fitted fitted) {
        fits.add(of(fitted, resolved));
      }
    }
    return fits;
  }

  private static BaselineFit of(BaselineTerms.Fitted terms, ResolvedContract resolved) {
    Contract contract = resolved.contract();
    BaselineData data =
        new BaselineData(contract, resolved.evidence(), terms, resolved.use(terms.commodity()));
    FindingCollector findings = new FindingCollector();
    Optional<Observations> observations = data.observations(findings);
    Optional<Checked<Baseline>> fit = observations.map(data.fitter()::fit);
    fit.ifPresent(checked -> findings.addAll(checked.findings()));
    Optional<Baseline> baseline = fit.flatMap(Checked::value);
    return new BaselineFit(
        terms,
        baseline,
        baseline.map(fitted -> fitted.freeze(terms.id(), terms.station())),
        findings.findings());
  }
}
