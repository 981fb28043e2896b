package org.emcsettlement.settlement.contract;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.emcsettlement.baseline.Baseline;
import org.emcsettlement.baseline.FrozenBaseline;
import org.emcsettlement.core.finding.Checked;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.finding.Place;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.settlement.evidence.BoundaryUse;
import org.emcsettlement.settlement.evidence.Evidence;

/** Finds the frozen baseline of every commodity whose baseline is a fitted model. */
final class ResolvedBaselines {

  private final Contract contract;
  private final Evidence evidence;
  private final Map<Commodity, BoundaryUse> uses;
  private final FindingCollector findings;

  ResolvedBaselines(
      Contract contract,
      Evidence evidence,
      Map<Commodity, BoundaryUse> uses,
      FindingCollector findings) {
    this.contract = contract;
    this.evidence = evidence;
    this.uses = uses;
    this.findings = findings;
  }

  Map<Commodity, FrozenBaseline> all() {
    Map<Commodity, FrozenBaseline> baselines = new EnumMap<>(Commodity.class);
    for (BaselineTerms terms : contract.baselines()) {
      if (terms instanceof BaselineTerms.Fitted fitted) {
        one(fitted).ifPresent(frozen -> baselines.put(fitted.commodity(), frozen));
      }
    }
    return baselines;
  }

  private Optional<FrozenBaseline> one(BaselineTerms.Fitted fitted) {
    FrozenBaseline frozen = evidence.baselines().get(fitted.id());
    Place place = Place.file("baselines/" + fitted.id() + ".json");
    if (frozen == null) {
      return fitted(fitted, place);
    }
    if (frozen.commodity() != fitted.commodity()) {
      findings.add(
          ContractFinding.BASELINE_COMMODITY,
          place,
          "baseline",
          fitted.id(),
          "found",
          frozen.commodity().id(),
          "expected",
          fitted.commodity().id());
    }
    if (fitted.digest().isEmpty()) {
      findings.add(
          ContractFinding.BASELINE_NOT_AGREED,
          place,
          "baseline",
          fitted.id(),
          "digest",
          frozen.digest());
    } else {
      checkDigest(fitted, frozen, place);
    }
    return Optional.of(frozen);
  }

  private void checkDigest(BaselineTerms.Fitted terms, FrozenBaseline frozen, Place place) {
    String agreed = terms.digest().orElse("");
    if (!agreed.equals(frozen.digest())) {
      findings.add(
          ContractFinding.BASELINE_DIGEST,
          place,
          "baseline",
          terms.id(),
          "found",
          frozen.digest(),
          "agreed",
          agreed);
    }
  }

  /**
   * Without a frozen baseline one is fitted in the run: provisional if none was agreed, else it
   * must freeze to the agreed digest.
   */
  private Optional<FrozenBaseline> fitted(BaselineTerms.Fitted terms, Place place) {
    BoundaryUse use = uses.get(terms.commodity());
    Optional<FrozenBaseline> frozen =
        use == null
            ? Optional.empty()
            : fit(new BaselineData(contract, evidence, terms, use), terms);
    if (frozen.isPresent() && terms.digest().isEmpty()) {
      findings.add(ContractFinding.BASELINE_PROVISIONAL, place, "baseline", terms.id());
    } else if (frozen.isPresent()) {
      checkDigest(terms, frozen.get(), place);
    } else {
      findings.add(ContractFinding.BASELINE_MISSING, place, "baseline", terms.id());
    }
    return frozen;
  }

  private Optional<FrozenBaseline> fit(BaselineData data, BaselineTerms.Fitted terms) {
    Optional<Checked<Baseline>> fit;
    try {
      fit = data.observations(findings).map(data.fitter()::fit);
    } catch (IllegalArgumentException refused) {
      findings.add(
          ContractFinding.FIT_REFUSED,
          Place.pointer("contract.json", "/baselines"),
          "baseline",
          terms.id(),
          "reason",
          String.valueOf(refused.getMessage()));
      return Optional.empty();
    }
    fit.ifPresent(checked -> findings.addAll(checked.findings()));
    return fit.flatMap(Checked::value)
        .map(baseline -> baseline.freeze(terms.id(), terms.station()));
  }
}
