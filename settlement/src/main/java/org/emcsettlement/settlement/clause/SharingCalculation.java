package org.emcsettlement.settlement.clause;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Function;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.settlement.contract.LineDraft;
import org.emcsettlement.settlement.contract.Outcome;
import org.emcsettlement.settlement.contract.StatementInput;
import org.emcsettlement.settlement.statement.Figures;
import org.emcsettlement.settlement.trail.Calculator;
import org.emcsettlement.settlement.trail.Figure;
import org.emcsettlement.settlement.trail.PostedAmount;

/** Splits savings between the parties: one part is rounded, the other is the complement. */
final class SharingCalculation {

  private final StatementInput input;
  private final SharedSavings terms;
  private final Calculator calculator;
  private final String currency;
  private final PostedAmount savings;
  private final Outcome.Builder outcome = Outcome.builder();
  private final LineDraft.Builder line = LineDraft.builder();

  SharingCalculation(StatementInput input, SharedSavings terms) {
    this.input = input;
    this.terms = terms;
    this.calculator = input.calculator();
    this.currency = calculator.currencyCode();
    this.savings = input.get(Figures.SHAREABLE_SAVINGS);
  }

  Outcome outcome() {
    PostedAmount provider = provider();
    PostedAmount institution = calculator.complement("institution-share", savings, provider);
    return outcome
        .put(Figures.PROVIDER_SHARE, provider)
        .line(
            line.item("provider")
                .kind(SharedSavings.PROVIDER_SHARE)
                .use(LineDraft.Use.ENTITLEMENT)
                .amount(provider)
                .build())
        .line(
            LineDraft.builder()
                .item("institution")
                .kind(SharedSavings.INSTITUTION_SHARE)
                .amount(institution)
                .build())
        .build();
  }

  private PostedAmount provider() {
    if (!terms.bands().isEmpty()) {
      return new BandShare(input, terms).share(savings, outcome, line);
    }
    if (!terms.recovery().isEmpty()) {
      return new RecoveryShare(input, terms).share(savings, outcome, line);
    }
    LocalDate last = input.period().service().end().minusDays(1);
    if (!terms.phases().isEmpty()) {
      SavingsParts parts = new SavingsParts(input, "part");
      return posted(parts, parts.byPhase(this::phase), phase(last), this::ratioOfPhase);
    }
    if (!terms.commodityRatios().isEmpty()) {
      SavingsParts parts = new SavingsParts(input, "part");
      Commodity first = input.commodities().get(0);
      return posted(parts, parts.byCommodity(), first, this::ratioOfCommodity);
    }
    SavingsParts parts = new SavingsParts(input, "year");
    return posted(parts, parts.byYear(), input.period().contractYear(), this::ratioOfYear);
  }

  private BigDecimal ratioOfYear(int contractYear) {
    return terms.ratios().stream()
        .filter(step -> step.fromYear() <= contractYear)
        .max(Comparator.comparingInt(SharedSavings.YearRatio::fromYear))
        .orElseThrow()
        .ratio();
  }

  private LocalDate phase(LocalDate date) {
    return terms.phases().stream()
        .map(SharedSavings.Phase::from)
        .filter(from -> !from.isAfter(date))
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }

  private BigDecimal ratioOfPhase(LocalDate phase) {
    return terms.phases().stream()
        .filter(candidate -> candidate.from().equals(phase))
        .findFirst()
        .orElseThrow()
        .ratio();
  }

  private BigDecimal ratioOfCommodity(Commodity commodity) {
    return terms.commodityRatios().stream()
        .filter(candidate -> candidate.commodity() == commodity)
        .findFirst()
        .orElseThrow()
        .ratio();
  }

  /** Every part of V at its own ratio; the share is rounded once. */
  private <K> PostedAmount posted(
      SavingsParts parts,
      SortedMap<K, List<Figure>> values,
      K otherwise,
      Function<K, BigDecimal> ratios) {
    Figure exact;
    if (values.size() <= 1) {
      K key = values.isEmpty() ? otherwise : values.firstKey();
      Figure ratio = calculator.parameter("provider-ratio", ratios.apply(key), "");
      line.unitPrice(ratio);
      exact = calculator.times("provider-share", currency, savings.figure(), ratio);
    } else {
      List<Figure> shares = new ArrayList<>();
      parts.split(
          savings,
          values,
          (key, part) -> {
            Figure ratio = calculator.parameter("provider-ratio", ratios.apply(key), "");
            shares.add(calculator.times("provider-share-of-" + parts.of(), currency, part, ratio));
          });
      exact = calculator.sum("provider-share", shares);
    }
    line.exact(exact);
    return calculator.post("provider-share", exact);
  }
}
