package org.emcsettlement.settlement.clause;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.core.finding.Place;
import org.emcsettlement.core.json.JsonElement;
import org.emcsettlement.core.json.JsonObject;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.settlement.contract.CommodityTerms;
import org.emcsettlement.settlement.contract.Contract;
import org.emcsettlement.settlement.contract.ContractFinding;

/** Reads and checks the tables of a sharing clause. */
final class SharingCheck {

  private final SharedSavings terms;

  SharingCheck(SharedSavings terms) {
    this.terms = terms;
  }

  static Optional<SharedSavings.YearRatio> yearRatio(JsonObject json) {
    Optional<Integer> year = json.required("fromYear").flatMap(JsonElement::integer);
    Optional<BigDecimal> ratio = json.required("ratio").flatMap(JsonElement::ratio);
    return json.build(() -> new SharedSavings.YearRatio(year.orElseThrow(), ratio.orElseThrow()));
  }

  static Optional<SharedSavings.Band> band(JsonObject json) {
    Optional<BigDecimal> upTo = json.optional("upTo").flatMap(JsonElement::notNegative);
    Optional<BigDecimal> ratio = json.required("ratio").flatMap(JsonElement::ratio);
    return json.build(() -> new SharedSavings.Band(upTo, ratio.orElseThrow()));
  }

  static Optional<SharedSavings.Phase> phase(JsonObject json) {
    Optional<LocalDate> from = json.date("from");
    Optional<BigDecimal> ratio = json.required("ratio").flatMap(JsonElement::ratio);
    return json.build(() -> new SharedSavings.Phase(from.orElseThrow(), ratio.orElseThrow()));
  }

  static Optional<SharedSavings.CommodityRatio> commodityRatio(JsonObject json) {
    Optional<Commodity> commodity = json.required("commodity").flatMap(Terms::commodity);
    Optional<BigDecimal> ratio = json.required("ratio").flatMap(JsonElement::ratio);
    return json.build(
        () -> new SharedSavings.CommodityRatio(commodity.orElseThrow(), ratio.orElseThrow()));
  }

  Findings findings(Contract contract) {
    FindingCollector findings = new FindingCollector();
    for (List<SharedSavings.Band> bands : List.of(terms.bands(), terms.recovery())) {
      if (!bands.isEmpty()) {
        findings.addAll(Bands.check(terms, bands.stream().map(SharedSavings.Band::upTo).toList()));
      }
    }
    if (terms.bandBasis() == Cumulation.YEAR_TO_DATE) {
      findings.addAll(YearPosition.check(contract, terms));
    }
    phases(contract, findings);
    commodities(contract, findings);
    boolean covered =
        terms.ratios().isEmpty()
            || terms.ratios().stream().anyMatch(ratio -> ratio.fromYear() <= 1);
    if (!covered) {
      findings.add(
          ContractFinding.RATIO_GAP,
          Place.pointer("contract.json", "/clauses"),
          "clause",
          terms.id(),
          "year",
          1);
    }
    Set<Integer> years = new HashSet<>();
    for (SharedSavings.YearRatio ratio : terms.ratios()) {
      if (!years.add(ratio.fromYear())) {
        findings.add(
            ContractFinding.RATIO_TWICE,
            Place.pointer("contract.json", "/clauses"),
            "clause",
            terms.id(),
            "year",
            ratio.fromYear());
      }
    }
    if (terms.bandMode() == SharedSavings.BandMode.CLIFF) {
      cliffs(terms.bands(), findings);
    }
    return findings.findings();
  }

  private void phases(Contract contract, FindingCollector findings) {
    List<LocalDate> dates =
        terms.phases().stream().map(SharedSavings.Phase::from).sorted().toList();
    LocalDate start = contract.term().start();
    if (!dates.isEmpty() && dates.get(0).isAfter(start)) {
      findings.add(
          ContractFinding.PHASE_GAP,
          Place.pointer("contract.json", "/clauses"),
          "clause",
          terms.id(),
          "from",
          dates.get(0),
          "start",
          start);
    }
    for (int i = 1; i < dates.size(); i++) {
      if (dates.get(i).equals(dates.get(i - 1))) {
        findings.add(
            ContractFinding.PHASE_TWICE,
            Place.pointer("contract.json", "/clauses"),
            "clause",
            terms.id(),
            "from",
            dates.get(i));
      }
    }
  }

  private void commodities(Contract contract, FindingCollector findings) {
    if (terms.commodityRatios().isEmpty()) {
      return;
    }
    for (CommodityTerms commodity : contract.commodities()) {
      long given =
          terms.commodityRatios().stream()
              .filter(ratio -> ratio.commodity() == commodity.id())
              .count();
      if (given != 1) {
        findings.add(
            ContractFinding.COMMODITY_RATIO,
            Place.pointer("contract.json", "/clauses"),
            "clause",
            terms.id(),
            "commodity",
            commodity.id(),
            "count",
            given);
      }
    }
  }

  private void cliffs(List<SharedSavings.Band> bands, FindingCollector findings) {
    for (int i = 1; i < bands.size(); i++) {
      if (bands.get(i).ratio().compareTo(bands.get(i - 1).ratio()) < 0) {
        findings.add(
            ContractFinding.CLIFF_LOWERS,
            Place.pointer("contract.json", "/clauses"),
            "clause",
            terms.id(),
            "bound",
            bands.get(i - 1).upTo().map(BigDecimal::toPlainString).orElse("–"));
      }
    }
  }
}
