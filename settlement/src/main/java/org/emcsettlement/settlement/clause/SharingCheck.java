package org.emcsettlement.settlement.clause;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.core.finding.Place;
import org.emcsettlement.core.json.JsonElement;
import org.emcsettlement.core.json.JsonObject;
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

  Findings findings() {
    FindingCollector findings = new FindingCollector();
    if (!terms.bands().isEmpty()) {
      findings.addAll(
          Bands.check(terms, terms.bands().stream().map(SharedSavings.Band::upTo).toList()));
    }
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
