package org.emcsettlement.settlement.clause;

import java.util.List;
import java.util.Optional;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.core.finding.Place;
import org.emcsettlement.core.json.JsonElement;
import org.emcsettlement.core.json.JsonObject;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.settlement.contract.Clause;
import org.emcsettlement.settlement.contract.CommodityTerms;
import org.emcsettlement.settlement.contract.Contract;
import org.emcsettlement.settlement.contract.ContractFinding;
import org.emcsettlement.settlement.contract.PriceTerms;
import org.emcsettlement.settlement.contract.StatementInput;
import org.emcsettlement.settlement.tariff.PriceBook;

/** The commodities that a clause applies to, and the prices they must have. */
final class Terms {

  private Terms() {}

  /** Reads {@code commodities}; none means all of the contract. */
  static List<Commodity> commodities(JsonObject json) {
    return json.list("commodities", Terms::commodity);
  }

  static Optional<Commodity> commodity(JsonElement element) {
    return element.parsed(
        Commodity::of, "应为 " + Commodity.ids() + " 之一", "must be one of " + Commodity.ids());
  }

  static List<Commodity> selected(Contract contract, List<Commodity> named) {
    return contract.commodities().stream()
        .map(CommodityTerms::id)
        .filter(commodity -> named.isEmpty() || named.contains(commodity))
        .toList();
  }

  static Findings needPrices(Contract contract, Clause clause, List<Commodity> named) {
    FindingCollector findings = new FindingCollector();
    for (Commodity commodity : selected(contract, named)) {
      if (contract.price(commodity).isEmpty()) {
        findings.add(
            ContractFinding.NO_PRICE,
            Place.pointer("contract.json", "/prices"),
            "commodity",
            commodity,
            "clause",
            clause.id());
      }
    }
    return findings.findings();
  }

  static Findings needReferencePrices(Contract contract, Clause clause, List<Commodity> named) {
    FindingCollector findings = new FindingCollector();
    for (Commodity commodity : selected(contract, named)) {
      Optional<PriceTerms> terms = contract.price(commodity);
      if (terms.flatMap(PriceTerms::reference).isEmpty()) {
        findings.add(
            ContractFinding.NO_REFERENCE_PRICE,
            Place.pointer("contract.json", "/prices"),
            "commodity",
            commodity,
            "clause",
            clause.id());
      }
    }
    return findings.findings();
  }

  static Findings priceGaps(StatementInput input, List<Commodity> named) {
    Findings findings = Findings.none();
    for (Commodity commodity : selected(input.contract(), named)) {
      findings = findings.plus(PriceBook.gaps(input, commodity));
    }
    return findings;
  }
}
