package org.emcsettlement.settlement.clause;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.core.finding.Place;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.settlement.contract.ContractFinding;
import org.emcsettlement.settlement.contract.StatementInput;
import org.emcsettlement.settlement.pricing.PriceGroup;
import org.emcsettlement.settlement.trail.Calculator;
import org.emcsettlement.settlement.trail.Figure;
import org.emcsettlement.settlement.trail.PostedAmount;

/**
 * What the utilities of a statement period cost: complete metered quantities at prices in force.
 */
final class UtilityCost {

  private UtilityCost() {}

  /** A billed quantity is never scaled or masked: every day must have been metered. */
  static Findings gaps(StatementInput input) {
    Period service = input.period().service();
    FindingCollector findings = new FindingCollector();
    for (Commodity commodity : input.commodities()) {
      List<LocalDate> missing = input.resolved().use(commodity).in(service).missing();
      if (!missing.isEmpty()) {
        findings.add(
            ContractFinding.BILLED_GAP,
            Place.NOWHERE.during(service.toString()),
            "commodity",
            commodity,
            "period",
            service,
            "count",
            missing.size());
      }
    }
    return findings.findings();
  }

  static PostedAmount total(StatementInput input) {
    List<PostedAmount> costs = new ArrayList<>();
    for (Commodity commodity : input.commodities()) {
      Calculator calculator = input.calculator().in(commodity.id());
      for (PriceGroup group : PriceGroup.inForce(input, commodity)) {
        Figure quantity =
            calculator.fact(
                "metered-use",
                input.resolved().use(commodity).in(group.period()).quantity(),
                commodity.unit().symbol(),
                "meters#" + group.period());
        Figure exact =
            calculator.times("utility-cost", calculator.currencyCode(), quantity, group.price());
        costs.add(calculator.post("utility-cost", exact));
      }
    }
    return input.calculator().total("utilities", costs);
  }
}
