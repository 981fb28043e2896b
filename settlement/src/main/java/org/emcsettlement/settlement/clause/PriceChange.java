package org.emcsettlement.settlement.clause;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.settlement.contract.LineDraft;
import org.emcsettlement.settlement.contract.Outcome;
import org.emcsettlement.settlement.contract.PriceTerms;
import org.emcsettlement.settlement.contract.RiskKinds;
import org.emcsettlement.settlement.contract.Segment;
import org.emcsettlement.settlement.contract.StatementInput;
import org.emcsettlement.settlement.evidence.Price;
import org.emcsettlement.settlement.pricing.PriceBook;
import org.emcsettlement.settlement.pricing.PriceGroup;
import org.emcsettlement.settlement.statement.Figures;
import org.emcsettlement.settlement.trail.Calculator;
import org.emcsettlement.settlement.trail.Figure;

/** The change of prices against their references, and what it does to prices or the fee. */
final class PriceChange {

  private final StatementInput input;
  private final PriceAdjustment terms;

  PriceChange(StatementInput input, PriceAdjustment terms) {
    this.input = input;
    this.terms = terms;
  }

  private List<Commodity> commodities() {
    return Terms.selected(input.contract(), terms.commodities());
  }

  /** A price group on one side of every rebasing. */
  private List<PriceGroup> groups(Commodity commodity) {
    List<PriceGroup> groups = new ArrayList<>();
    for (PriceGroup group : PriceGroup.inForce(input, commodity)) {
      int from = 0;
      for (int i = 1; i < group.segments().size(); i++) {
        LocalDate start = group.segments().get(i).period().start();
        if (terms.rebased().stream()
            .anyMatch(r -> r.commodity() == commodity && r.from().equals(start))) {
          groups.add(new PriceGroup(group.segments().subList(from, i), group.price()));
          from = i;
        }
      }
      groups.add(
          new PriceGroup(group.segments().subList(from, group.segments().size()), group.price()));
    }
    return groups;
  }

  /**
   * The change of a price, the ratio it gives, and the ratios of the steps of references before.
   */
  private record Change(Figure change, Figure ratio, List<Figure> rebased) {}

  private Change change(Calculator calculator, Commodity commodity, PriceGroup group) {
    Figure reference = new PriceBook(input, calculator).reference(commodity);
    List<Figure> rebased = new ArrayList<>();
    for (PriceAdjustment.Rebase rebase : rebasedUntil(commodity, group.period().start())) {
      Figure next = calculator.parameter("reference-price", rebase.price(), reference.unit());
      rebased.add(terms.rule().ratio(calculator, change(calculator, next, reference)));
      reference = next;
    }
    Figure change = change(calculator, group.price(), reference);
    return new Change(change, terms.rule().ratio(calculator, change), rebased);
  }

  private static Figure change(Calculator calculator, Figure price, Figure reference) {
    return calculator.minus(
        "price-change",
        calculator.over("price-ratio", "", price, reference),
        calculator.parameter("one", BigDecimal.ONE, ""));
  }

  private List<PriceAdjustment.Rebase> rebasedUntil(Commodity commodity, LocalDate date) {
    return terms.rebased().stream()
        .filter(rebase -> rebase.commodity() == commodity && !rebase.from().isAfter(date))
        .toList();
  }

  /** What is passed on: the clause's part of the change, to the part the institution bears. */
  private Figure passedOn(Calculator calculator, Change change) {
    List<Figure> ratios = new ArrayList<>(change.rebased());
    ratios.add(change.ratio());
    List<Figure> weighted = new ArrayList<>();
    for (Figure ratio : ratios) {
      weighted.add(
          calculator.times(
              "weighted-change",
              "",
              calculator.parameter("pass-through", terms.passThrough(), ""),
              Admission.share(calculator, input.contract(), RiskKinds.ENERGY_PRICE),
              ratio));
    }
    return FeeAdjustment.chained(calculator, weighted);
  }

  Outcome prices() {
    Outcome.Builder outcome = Outcome.builder();
    for (Commodity commodity : commodities()) {
      Calculator calculator = input.calculator().in(commodity.id());
      String unit = calculator.currencyCode() + "/" + commodity.unit();
      for (PriceGroup group : groups(commodity)) {
        Change change = change(calculator, commodity, group);
        Figure factor =
            calculator.plus(
                "price-factor",
                calculator.parameter("one", BigDecimal.ONE, ""),
                passedOn(calculator, change));
        Figure reference = new PriceBook(input, calculator).reference(commodity);
        Figure applied = calculator.times("applied-price", unit, reference, factor);
        for (Segment segment : group.segments()) {
          outcome.put(Figures.APPLIED_PRICE, commodity, segment, applied);
        }
      }
    }
    return outcome.build();
  }

  Outcome fee() {
    Outcome.Builder outcome = Outcome.builder();
    for (Commodity commodity : commodities()) {
      Calculator calculator = input.calculator().in(commodity.id());
      Figure base = input.find(Figures.ENERGY_PART, commodity).orElseThrow();
      List<PriceGroup> groups = groups(commodity);
      for (PriceGroup group : groups) {
        Change change = change(calculator, commodity, group);
        Figure yearly =
            calculator.times(
                "yearly-adjustment", calculator.currencyCode(), base, passedOn(calculator, change));
        new FeeAdjustment(input, calculator)
            .add(
                outcome,
                line(commodity, change, group, groups.size()),
                yearly,
                change.ratio(),
                group.period(),
                since(commodity, group));
      }
    }
    return outcome.build();
  }

  Outcome factors() {
    Outcome.Builder outcome = Outcome.builder();
    for (Commodity commodity : commodities()) {
      Calculator calculator = input.calculator().in(commodity.id());
      List<PriceGroup> groups = groups(commodity);
      for (PriceGroup group : groups) {
        Change change = change(calculator, commodity, group);
        new FeeAdjustment(input, calculator)
            .multiply(
                outcome,
                List.of(commodity),
                group.segments(),
                passedOn(calculator, change),
                line(commodity, change, group, groups.size()));
      }
    }
    return outcome.build();
  }

  private static LineDraft.Builder line(
      Commodity commodity, Change change, PriceGroup group, int groups) {
    LineDraft.Builder line =
        LineDraft.builder()
            .commodity(commodity)
            .remark(FeeAdjustment.change("PRICE", change.change()));
    return groups > 1 ? line.period(group.period()) : line;
  }

  /** A price has held since its row, its reference, or the start of the contract year or term. */
  private Period since(Commodity commodity, PriceGroup group) {
    Period year = input.resolved().years().yearOf(group.period().start());
    LocalDate from =
        input
            .contract()
            .price(commodity)
            .flatMap(PriceTerms::file)
            .flatMap(file -> Optional.ofNullable(input.evidence().prices().get(file)))
            .flatMap(table -> table.prices().at(group.period().start()))
            .map(Price::from)
            .filter(date -> date.isAfter(year.start()))
            .orElse(year.start());
    for (PriceAdjustment.Rebase rebase : rebasedUntil(commodity, group.period().start())) {
      from = rebase.from().isAfter(from) ? rebase.from() : from;
    }
    LocalDate start = input.contract().term().start();
    return Period.of(from.isBefore(start) ? start : from, year.end());
  }
}
