package org.emcsettlement.settlement.clause;

import java.util.List;
import org.emcsettlement.core.finding.Finding;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.core.finding.Place;
import org.emcsettlement.settlement.contract.Clause;
import org.emcsettlement.settlement.contract.Contract;
import org.emcsettlement.settlement.contract.ContractFinding;
import org.emcsettlement.settlement.contract.Risk;
import org.emcsettlement.settlement.trail.Calculator;
import org.emcsettlement.settlement.trail.Figure;

/** Whether the responsibility matrix admits an adjustment, and to which part. */
final class Admission {

  private Admission() {}

  static Findings check(Contract contract, Clause clause, String risk) {
    return check(contract, clause.id(), risk);
  }

  /** An adjustment without an entry is refused; one the provider bears is recorded, not applied. */
  static Findings check(Contract contract, String adjustment, String risk) {
    Risk borne = contract.risks().get(risk);
    Place place = Place.pointer("contract.json", "/risks");
    if (borne == null) {
      return Findings.of(
          List.of(
              Finding.of(ContractFinding.RISK_MISSING, place, "clause", adjustment, "risk", risk)));
    }
    if (borne.institutionShare().signum() == 0) {
      return Findings.of(
          List.of(
              Finding.of(
                  ContractFinding.RISK_NOT_ADMITTED, place, "risk", risk, "clause", adjustment)));
    }
    return Findings.none();
  }

  /** The part of a risk that the institution bears. */
  static Figure share(Calculator calculator, Contract contract, String risk) {
    Risk borne = contract.risks().getOrDefault(risk, Risk.SERVICE_PROVIDER);
    return calculator.parameter("institution-bears", borne.institutionShare(), "");
  }
}
