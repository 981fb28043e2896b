package org.emcsettlement.settlement.clause;

import java.util.ArrayList;
import java.util.List;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.settlement.contract.LineDraft;
import org.emcsettlement.settlement.contract.Outcome;
import org.emcsettlement.settlement.contract.StatementInput;
import org.emcsettlement.settlement.pricing.PriceBook;
import org.emcsettlement.settlement.statement.Figures;
import org.emcsettlement.settlement.trail.Calculator;
import org.emcsettlement.settlement.trail.Figure;
import org.emcsettlement.settlement.trail.PostedAmount;

/** Computes fee base and fee of a hosting contract. */
final class HostingFeeCalculation {

  private final StatementInput input;
  private final HostingFee terms;
  private final Calculator calculator;
  private final Outcome.Builder outcome = Outcome.builder();

  HostingFeeCalculation(StatementInput input, HostingFee terms) {
    this.input = input;
    this.terms = terms;
    this.calculator = input.calculator();
  }

  Outcome outcome() {
    PostedAmount base = base();
    outcome.put(Figures.FEE_BASE, base);
    outcome.line(
        LineDraft.builder()
            .item("base")
            .kind(HostingFee.FEE_BASE)
            .wholeYear(true)
            .amount(base)
            .build());
    boolean instalment = HostingFee.isInstalment(input.contract(), input.period().series());
    boolean byQuantity = terms.basis() == Basis.QUANTITY && terms.agreedBase().isEmpty();
    PostedAmount fee =
        byQuantity && !instalment ? adjustedFee() : terms.spread().portion(input, base);
    outcome.put(Figures.FEE, Entitlements.withFeesBefore(input, fee));
    outcome.line(
        LineDraft.builder()
            .kind(HostingFee.FEE)
            .use(LineDraft.Use.ENTITLEMENT)
            .amount(fee)
            .build());
    return outcome.build();
  }

  private PostedAmount base() {
    if (terms.agreedBase().isPresent()) {
      return calculator.post(
          "fee-base",
          calculator.parameter(
              "agreed-fee-base", terms.agreedBase().get(), calculator.currencyCode()));
    }
    Figure coefficient = calculator.parameter("hosting-coefficient", terms.coefficient(), "");
    List<PostedAmount> costs = new ArrayList<>();
    for (Commodity commodity : input.commodities()) {
      Calculator at = calculator.in(commodity.id());
      Figure quantity = input.find(Figures.BASELINE_YEAR, commodity).orElseThrow();
      Figure price = new PriceBook(input, at).reference(commodity);
      Figure exact = at.times("quantity-times-price", at.currencyCode(), quantity, price);
      PostedAmount cost = at.post("reference-cost", exact);
      costs.add(cost);
      outcome.put(
          Figures.ENERGY_PART,
          commodity,
          at.times("energy-part", at.currencyCode(), coefficient, cost.figure()));
      outcome.line(
          LineDraft.builder()
              .item("reference")
              .wholeYear(true)
              .kind(CostByCommodity.BASELINE_COST)
              .commodity(commodity)
              .quantity(quantity)
              .unitPrice(price)
              .exact(exact)
              .amount(cost)
              .build());
    }
    return withOperation("fee-base", coefficient, calculator.total("reference-cost", costs), true);
  }

  /** The fee at adjusted quantities and prices of the period. */
  private PostedAmount adjustedFee() {
    Figure coefficient = calculator.parameter("hosting-coefficient", terms.coefficient(), "");
    PostedAmount cost = calculator.total("adjusted-cost", input.all(Figures.ADJUSTED_COST));
    return withOperation("hosting-fee", coefficient, cost, false);
  }

  /** round(k × cost) + O, with O for the year or for the statement's days. */
  private PostedAmount withOperation(
      String name, Figure coefficient, PostedAmount cost, boolean ofYear) {
    PostedAmount energy =
        calculator.post(
            name, calculator.times(name, calculator.currencyCode(), coefficient, cost.figure()));
    if (terms.operationPart().signum() == 0) {
      return energy;
    }
    PostedAmount yearly =
        calculator.post(
            "operation-part",
            calculator.parameter(
                "operation-part", terms.operationPart(), calculator.currencyCode()));
    PostedAmount operation = ofYear ? yearly : terms.spread().portion(input, yearly);
    return calculator.total(name, List.of(energy, operation));
  }
}
