package org.emcsettlement.settlement.clause;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.settlement.contract.LineDraft;
import org.emcsettlement.settlement.contract.Outcome;
import org.emcsettlement.settlement.contract.Segment;
import org.emcsettlement.settlement.contract.StatementInput;
import org.emcsettlement.settlement.statement.Figures;
import org.emcsettlement.settlement.trail.Calculator;
import org.emcsettlement.settlement.trail.Figure;
import org.emcsettlement.settlement.trail.PostedAmount;
import org.emcsettlement.settlement.trail.Relation;

/** Splits savings between the parties: one part is rounded, the other is the complement. */
final class SharingCalculation {

  private final StatementInput input;
  private final SharedSavings terms;
  private final Calculator calculator;
  private final String currency;

  SharingCalculation(StatementInput input, SharedSavings terms) {
    this.input = input;
    this.terms = terms;
    this.calculator = input.calculator();
    this.currency = calculator.currencyCode();
  }

  Outcome outcome() {
    PostedAmount savings = input.get(Figures.SHAREABLE_SAVINGS);
    LineDraft.Builder line = LineDraft.builder();
    Figure exact = terms.bands().isEmpty() ? byYear(savings, line) : byBand(savings);
    PostedAmount provider = calculator.post("provider-share", exact);
    PostedAmount institution = calculator.complement("institution-share", savings, provider);
    return Outcome.builder()
        .put(Figures.PROVIDER_SHARE, provider)
        .line(
            line.item("provider")
                .kind(SharedSavings.PROVIDER_SHARE)
                .use(LineDraft.Use.ENTITLEMENT)
                .exact(exact)
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

  private Figure ratio(int contractYear) {
    BigDecimal ratio =
        terms.ratios().stream()
            .filter(step -> step.fromYear() <= contractYear)
            .max(Comparator.comparingInt(SharedSavings.YearRatio::fromYear))
            .orElseThrow()
            .ratio();
    return calculator.parameter("provider-ratio", ratio, "");
  }

  private Figure byYear(PostedAmount savings, LineDraft.Builder line) {
    Map<Integer, List<PostedAmount>> years = valuesByYear();
    if (years.size() <= 1) {
      Figure ratio = ratio(input.period().contractYear());
      line.unitPrice(ratio);
      return calculator.times("provider-share", currency, savings.figure(), ratio);
    }
    // an anniversary lies inside the period: what is shared is split as the savings arose
    PostedAmount total =
        calculator.total(
            "savings-of-period", years.values().stream().flatMap(List::stream).toList());
    List<Figure> shares = new ArrayList<>();
    years.forEach(
        (year, values) -> {
          Figure part = part(savings, calculator.total("savings-of-year", values), total);
          shares.add(calculator.times("provider-share-of-year", currency, part, ratio(year)));
        });
    return calculator.sum("provider-share", shares);
  }

  private Figure part(PostedAmount savings, PostedAmount ofYear, PostedAmount total) {
    if (total.money().isZero()) {
      return calculator.parameter("nothing", BigDecimal.ZERO, currency);
    }
    Figure product =
        calculator.times("savings-times-year", currency, savings.figure(), ofYear.figure());
    return calculator.over("savings-of-year", currency, product, total.figure());
  }

  private Map<Integer, List<PostedAmount>> valuesByYear() {
    Map<Integer, List<PostedAmount>> years = new TreeMap<>();
    for (Commodity commodity : input.commodities()) {
      for (Segment segment : input.segments()) {
        input
            .find(Figures.SAVINGS_VALUE, commodity, segment)
            .ifPresent(value -> add(years, segment.contractYear(), value));
      }
      input
          .find(Figures.SAVINGS_VALUE, commodity)
          .ifPresent(value -> add(years, input.period().contractYear(), value));
    }
    return years;
  }

  private static void add(Map<Integer, List<PostedAmount>> years, int year, PostedAmount value) {
    years.computeIfAbsent(year, key -> new ArrayList<>()).add(value);
  }

  private Figure byBand(PostedAmount savings) {
    return terms.bandMode() == SharedSavings.BandMode.MARGINAL
        ? marginal(savings.figure())
        : cliff(savings.figure());
  }

  /** Each part at the ratio of its band; a loss, if shared at all, at the ratio of the first. */
  private Figure marginal(Figure savings) {
    Figure zero = calculator.parameter("nothing", BigDecimal.ZERO, currency);
    Figure gain = calculator.max("savings-gained", savings, zero);
    List<Figure> shares = new ArrayList<>();
    Figure lower = zero;
    for (SharedSavings.Band band : terms.bands()) {
      Optional<Figure> upper =
          band.upTo().map(bound -> calculator.parameter("band-upper-bound", bound, currency));
      Figure part = calculator.tier("savings-in-band", gain, lower, upper);
      Figure ratio = calculator.parameter("provider-ratio", band.ratio(), "");
      shares.add(calculator.times("provider-share-of-band", currency, part, ratio));
      lower = upper.orElse(lower);
    }
    Figure first = calculator.parameter("provider-ratio", terms.bands().get(0).ratio(), "");
    Figure loss = calculator.min("savings-lost", savings, zero);
    shares.add(calculator.times("provider-share-of-loss", currency, loss, first));
    return calculator.sum("provider-share", shares);
  }

  /** The whole at the ratio of the band it falls into; a bound belongs to the lower band. */
  private Figure cliff(Figure savings) {
    Figure ratio = calculator.parameter("provider-ratio", terms.bands().get(0).ratio(), "");
    for (int i = 1; i < terms.bands().size(); i++) {
      Figure bound =
          calculator.parameter(
              "band-upper-bound", terms.bands().get(i - 1).upTo().orElseThrow(), currency);
      Figure above = calculator.compare("savings-above-band", savings, Relation.GREATER, bound);
      Figure next = calculator.parameter("provider-ratio", terms.bands().get(i).ratio(), "");
      ratio = calculator.select("ratio-of-band", above, next, ratio);
    }
    return calculator.times("provider-share", currency, savings, ratio);
  }
}
