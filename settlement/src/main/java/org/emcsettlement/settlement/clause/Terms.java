package org.emcsettlement.settlement.clause;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.emcsettlement.core.finding.Finding;
import org.emcsettlement.core.finding.FindingCode;
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
import org.emcsettlement.settlement.pricing.PriceBook;
import org.emcsettlement.settlement.statement.Series;

/** The commodities that a clause applies to, and the prices they must have. */
final class Terms {

  private Terms() {}

  /** Reads {@code commodities}; none means all of the contract. */
  static List<Commodity> commodities(JsonObject json) {
    return json.list("commodities", Terms::commodity);
  }

  /** Reads a commodity's id. */
  static Optional<Commodity> commodity(JsonElement element) {
    return element.parsed(
        Commodity::of, "应为 " + Commodity.ids() + " 之一", "must be one of " + Commodity.ids());
  }

  /** A clause may name commodities of its contract only. */
  static Findings knowCommodity(Contract contract, Commodity commodity) {
    return selected(contract, List.of(commodity)).isEmpty()
        ? Findings.of(
            List.of(
                Finding.of(
                    ContractFinding.UNKNOWN_COMMODITY,
                    Place.pointer("contract.json", "/clauses"),
                    "commodity",
                    commodity)))
        : Findings.none();
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

  /** A change against a price of nothing has no ratio. */
  static Findings needPositiveReference(Contract contract, Commodity commodity) {
    boolean nothing =
        contract
            .price(commodity)
            .flatMap(PriceTerms::reference)
            .filter(reference -> reference.signum() == 0)
            .isPresent();
    return nothing
        ? Findings.of(
            List.of(
                Finding.of(
                    ContractFinding.DRIVER_REFERENCE_ZERO,
                    Place.pointer("contract.json", "/prices"),
                    "driver",
                    commodity.id())))
        : Findings.none();
  }

  /** A clause whose balance a contract has once stands in it once, in every series. */
  static Findings only(Contract contract, Clause clause) {
    return before(contract, clause)
        .filter(other -> other.kind().equals(clause.kind()))
        .findFirst()
        .map(other -> twice(ContractFinding.CLAUSE_TWICE, clause, other))
        .orElseGet(Findings::none);
  }

  /** The savings of a commodity are valued by one clause in every series. */
  static Findings valuedOnce(Contract contract, Clause clause) {
    return before(contract, clause)
        .filter(other -> !Collections.disjoint(valued(contract, other), valued(contract, clause)))
        .findFirst()
        .map(other -> twice(ContractFinding.SAVINGS_TWICE, clause, other))
        .orElseGet(Findings::none);
  }

  private static List<Commodity> valued(Contract contract, Clause clause) {
    if (clause instanceof SavingsValue priced) {
      return selected(contract, priced.commodities());
    }
    return clause instanceof BillSavings billed ? List.of(billed.commodity()) : List.of();
  }

  /** The clauses before one that work in a series with it. */
  private static Stream<Clause> before(Contract contract, Clause clause) {
    return contract.clauses().stream()
        .takeWhile(other -> other != clause)
        .filter(
            other ->
                Arrays.stream(Series.values())
                    .anyMatch(
                        series ->
                            clause.series().includes(series) && other.series().includes(series)));
  }

  private static Findings twice(FindingCode code, Clause clause, Clause other) {
    return Findings.of(
        List.of(
            Finding.of(
                code,
                Place.pointer("contract.json", "/clauses"),
                "clause",
                clause.id(),
                "other",
                other.id())));
  }

  static Findings priceGaps(StatementInput input, List<Commodity> named) {
    Findings findings = Findings.none();
    for (Commodity commodity : selected(input.contract(), named)) {
      findings = findings.plus(PriceBook.gaps(input, commodity));
    }
    return findings;
  }
}
