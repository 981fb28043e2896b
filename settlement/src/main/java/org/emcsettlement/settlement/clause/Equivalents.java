package org.emcsettlement.settlement.clause;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.core.finding.Place;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.core.quantity.Factor;
import org.emcsettlement.core.quantity.FactorSet;
import org.emcsettlement.core.quantity.Trust;
import org.emcsettlement.settlement.contract.Clause;
import org.emcsettlement.settlement.contract.Contract;
import org.emcsettlement.settlement.contract.ContractFinding;
import org.emcsettlement.settlement.contract.LineDraft;
import org.emcsettlement.settlement.contract.Outcome;
import org.emcsettlement.settlement.contract.StatementInput;
import org.emcsettlement.settlement.statement.Bilingual;
import org.emcsettlement.settlement.statement.FigureKey;
import org.emcsettlement.settlement.statement.Figures;
import org.emcsettlement.settlement.statement.LineKind;
import org.emcsettlement.settlement.trail.Calculator;
import org.emcsettlement.settlement.trail.Figure;

/** Converts quantities of all commodities by one factor set and adds them up. */
final class Equivalents {

  private final StatementInput input;
  private final FactorSet set;
  private final Calculator calculator;

  Equivalents(StatementInput input, FactorSet set) {
    this.input = input;
    this.set = set;
    this.calculator = input.calculator();
  }

  /** The set must exist, and a contract names one basis of standard coal only. */
  static Findings check(Contract contract, Optional<String> named) {
    FindingCollector findings = new FindingCollector();
    if (named.isPresent() && !FactorSet.standard().containsKey(named.get())) {
      findings.add(
          ContractFinding.UNKNOWN_FACTOR_SET,
          Place.pointer("contract.json", "/clauses"),
          "set",
          named.get(),
          "known",
          String.join(", ", FactorSet.standard().keySet()));
      return findings.findings();
    }
    List<FactorSet> sets =
        contract.clauses().stream()
            .flatMap(clause -> standardCoal(clause).stream())
            .filter(FactorSet.standard()::containsKey)
            .map(FactorSet::of)
            .toList();
    Set<FactorSet.Kind> kinds = new HashSet<>();
    sets.forEach(set -> kinds.add(set.kind()));
    if (kinds.size() > 1) {
      findings.add(
          ContractFinding.MIXED_BASES,
          Place.pointer("contract.json", "/clauses"),
          "first",
          sets.get(0).id(),
          "second",
          sets.get(sets.size() - 1).id());
    }
    return findings.findings();
  }

  private static Optional<String> standardCoal(Clause clause) {
    if (clause instanceof EnergyEquivalents shown) {
      return shown.standardCoal();
    }
    return clause instanceof Guarantee guarantee ? guarantee.conversion() : Optional.empty();
  }

  /** The sum of a figure over all commodities that the set converts, in thousands of its unit. */
  Figure total(Outcome.Builder outcome, FigureKey<Figure> key, String unit) {
    List<Figure> parts = new ArrayList<>();
    for (Commodity commodity : input.commodities()) {
      Optional<Factor> factor = set.factor(commodity, input.period().service().start());
      if (factor.isPresent()) {
        parts.add(converted(outcome, key, commodity, factor.get()));
      } else if (!commodity.isWater()) {
        outcome.finding(
            ContractFinding.NO_FACTOR, Place.NOWHERE, "set", set.id(), "commodity", commodity);
      }
    }
    Figure sum =
        parts.isEmpty()
            ? calculator.parameter("nothing", BigDecimal.ZERO, unit)
            : calculator.sum("converted", parts);
    Figure thousand = calculator.parameter("thousand", BigDecimal.valueOf(1000), "");
    return calculator.over("converted", unit, sum, thousand);
  }

  private Figure converted(
      Outcome.Builder outcome, FigureKey<Figure> key, Commodity commodity, Factor factor) {
    if (factor.trust() == Trust.UNVERIFIED) {
      outcome.finding(
          ContractFinding.FACTOR_UNVERIFIED,
          Place.NOWHERE,
          "commodity",
          commodity,
          "value",
          factor.value().toPlainString(),
          "source",
          factor.source());
    }
    Calculator at = calculator.in(commodity.id());
    String unit = factor.unit().substring(0, factor.unit().indexOf('/'));
    return at.times(
        "converted",
        unit,
        input.find(key, commodity).orElseThrow(),
        at.parameter("factor", factor.value(), factor.unit()));
  }

  void line(Outcome.Builder outcome, String item, LineKind kind, String unit) {
    outcome.line(
        LineDraft.builder()
            .item(item)
            .kind(kind)
            .quantity(total(outcome, Figures.AVOIDED_TOTAL, unit))
            .remark(new Bilingual(set.nameZh(), set.nameEn()))
            .build());
  }
}
