package org.emcsettlement.settlement.clause;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.settlement.contract.LineDraft;
import org.emcsettlement.settlement.contract.Outcome;
import org.emcsettlement.settlement.contract.PriceTerms;
import org.emcsettlement.settlement.contract.Segment;
import org.emcsettlement.settlement.contract.StatementInput;
import org.emcsettlement.settlement.pricing.PriceBook;
import org.emcsettlement.settlement.pricing.PriceGroup;
import org.emcsettlement.settlement.statement.Account;
import org.emcsettlement.settlement.statement.FigureKey;
import org.emcsettlement.settlement.statement.Figures;
import org.emcsettlement.settlement.statement.LineKind;
import org.emcsettlement.settlement.trail.Calculator;
import org.emcsettlement.settlement.trail.Figure;
import org.emcsettlement.settlement.trail.PostedAmount;

/** Prices baseline, adjusted baseline and actual use, commodity by commodity. */
final class CostByCommodity {

  static final LineKind BASELINE_COST =
      LineKind.of("BASELINE_COST", "基准费用", "baseline cost", Account.RECEIVABLE);
  static final LineKind ADJUSTED_COST =
      LineKind.of("ADJUSTED_COST", "调整后基准费用", "adjusted baseline cost", Account.RECEIVABLE);
  static final LineKind ACTUAL_COST =
      LineKind.of("ACTUAL_COST", "实际费用", "actual cost", Account.RECEIVABLE);

  private final StatementInput input;
  private final Outcome.Builder outcome = Outcome.builder();

  CostByCommodity(StatementInput input) {
    this.input = input;
  }

  Outcome outcome() {
    for (Commodity commodity : input.commodities()) {
      Calculator calculator = input.calculator().in(commodity.id());
      List<PriceGroup> groups = PriceGroup.applied(input, commodity);
      GroupedQuantity quantities = new GroupedQuantity(input, calculator, commodity);
      baseline(commodity, calculator, groups);
      cost(
          commodity,
          ADJUSTED_COST,
          Figures.ADJUSTED_COST,
          groups,
          quantities.adjusted(PriceGroup.segments(groups)));
      cost(
          commodity,
          ACTUAL_COST,
          Figures.ACTUAL_COST,
          groups,
          quantities.actual(PriceGroup.segments(groups)));
      groups.forEach(
          group ->
              group
                  .segments()
                  .forEach(s -> outcome.put(Figures.PRICE, commodity, s, group.price())));
    }
    return outcome.build();
  }

  /** The unadjusted baseline at the reference price, or at the first price where there is none. */
  private void baseline(Commodity commodity, Calculator calculator, List<PriceGroup> groups) {
    List<Figure> parts = new ArrayList<>();
    for (Segment segment : input.segments()) {
      input.find(Figures.BASELINE, commodity, segment).ifPresent(parts::add);
    }
    if (parts.size() != input.segments().size()) {
      return;
    }
    Optional<PriceTerms> terms = input.contract().price(commodity);
    Figure price =
        terms.flatMap(PriceTerms::reference).isPresent()
            ? new PriceBook(input, calculator).reference(commodity)
            : groups.get(0).price();
    Figure quantity = calculator.sum("baseline", parts);
    post(
        commodity,
        BASELINE_COST,
        Figures.BASELINE_COST,
        calculator,
        List.of(quantity),
        List.of(price));
  }

  private void cost(
      Commodity commodity,
      LineKind kind,
      FigureKey<PostedAmount> key,
      List<PriceGroup> groups,
      List<Figure> quantities) {
    Calculator calculator = input.calculator().in(commodity.id());
    post(
        commodity,
        kind,
        key,
        calculator,
        quantities,
        groups.stream().map(PriceGroup::price).toList());
  }

  private void post(
      Commodity commodity,
      LineKind kind,
      FigureKey<PostedAmount> key,
      Calculator calculator,
      List<Figure> quantities,
      List<Figure> prices) {
    List<PostedAmount> costs = new ArrayList<>();
    List<Figure> exacts = new ArrayList<>();
    for (int i = 0; i < quantities.size(); i++) {
      Figure exact =
          calculator.times(
              "quantity-times-price", calculator.currencyCode(), quantities.get(i), prices.get(i));
      exacts.add(exact);
      costs.add(calculator.post("cost", exact));
    }
    PostedAmount total = costs.size() == 1 ? costs.get(0) : calculator.total("cost", costs);
    Figure quantity =
        quantities.size() == 1 ? quantities.get(0) : calculator.sum("quantity", quantities);
    outcome.put(key, commodity, total);
    LineDraft.Builder line =
        LineDraft.builder()
            .item(kind.code().toLowerCase(Locale.ROOT).replace('_', '-'))
            .kind(kind)
            .commodity(commodity)
            .quantity(quantity)
            .amount(total);
    if (costs.size() == 1) {
      line.unitPrice(prices.get(0)).exact(exacts.get(0));
    }
    outcome.line(line.build());
  }
}
