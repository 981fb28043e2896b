package org.emcsettlement.settlement.clause;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.core.finding.Place;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.settlement.contract.Contract;
import org.emcsettlement.settlement.contract.ContractFinding;
import org.emcsettlement.settlement.contract.Outcome;
import org.emcsettlement.settlement.contract.StatementInput;
import org.emcsettlement.settlement.pricing.BaselineUsage;
import org.emcsettlement.settlement.pricing.BillingPart;
import org.emcsettlement.settlement.pricing.PartUsage;
import org.emcsettlement.settlement.pricing.PriceGroup;
import org.emcsettlement.settlement.pricing.YearToDate;
import org.emcsettlement.settlement.tariff.Bill;
import org.emcsettlement.settlement.tariff.Tariff;
import org.emcsettlement.settlement.tariff.Usage;
import org.emcsettlement.settlement.trail.Calculator;
import org.emcsettlement.settlement.trail.Figure;
import org.emcsettlement.settlement.trail.PostedAmount;

/**
 * What the utilities of a statement period cost: complete metered quantities at prices in force, or
 * by the tariffs that the contract names.
 */
final class UtilityCost {

  private final StatementInput input;
  private final UtilityBills terms;

  UtilityCost(StatementInput input, UtilityBills terms) {
    this.input = input;
    this.terms = terms;
  }

  /** The commodities that no tariff bills. */
  static List<Commodity> priced(Contract contract, List<UtilityBills.Billed> tariffs) {
    return Terms.selected(contract, List.of()).stream()
        .filter(commodity -> tariffs.stream().noneMatch(t -> t.commodity() == commodity))
        .toList();
  }

  Findings missing() {
    List<Commodity> priced = priced(input.contract(), terms.tariffs());
    Findings findings = priced.isEmpty() ? Findings.none() : Terms.priceGaps(input, priced);
    for (UtilityBills.Billed billed : terms.tariffs()) {
      findings = findings.plus(missing(billed));
    }
    return findings.plus(gaps(input));
  }

  private Findings missing(UtilityBills.Billed billed) {
    FindingCollector findings = new FindingCollector();
    PartUsage usage = usage(billed);
    Optional<Tariff> tariff = usage.resolved(findings);
    if (tariff.isPresent()) {
      findings.addAll(usage.missingOfPrice(tariff.get()));
      BillingPart.byTariff(input, tariff.get())
          .forEach(part -> findings.addAll(usage.missingOfActual(part)));
    }
    return findings.findings();
  }

  private PartUsage usage(UtilityBills.Billed billed) {
    return new PartUsage(
        input, billed.commodity(), terms.id(), billed.tariff(), BaselineUsage.none());
  }

  /** A billed quantity is never scaled or masked: every day must have been metered. */
  static Findings gaps(StatementInput input) {
    Period service = input.period().service();
    FindingCollector findings = new FindingCollector();
    for (Commodity commodity : input.commodities()) {
      List<LocalDate> missing = input.resolved().use(commodity).in(service).missing();
      if (!missing.isEmpty()) {
        findings.add(
            ContractFinding.BILLED_GAP,
            Place.NOWHERE.during(service.toString()),
            "commodity",
            commodity,
            "period",
            service,
            "count",
            missing.size());
      }
    }
    return findings.findings();
  }

  /** What they come to; bills by tariff are shown line by line. */
  PostedAmount total(Outcome.Builder outcome) {
    List<PostedAmount> costs = new ArrayList<>();
    for (Commodity commodity : input.commodities()) {
      Optional<UtilityBills.Billed> billed =
          terms.tariffs().stream().filter(t -> t.commodity() == commodity).findFirst();
      if (billed.isPresent()) {
        costs.addAll(bills(billed.get(), outcome));
      } else {
        costs.addAll(of(input, commodity));
      }
    }
    return input.calculator().total("utilities", costs);
  }

  /** The cost of all commodities at the prices in force. */
  static PostedAmount atPrices(StatementInput input) {
    List<PostedAmount> costs = new ArrayList<>();
    input.commodities().forEach(commodity -> costs.addAll(of(input, commodity)));
    return input.calculator().total("utilities", costs);
  }

  /** The cost of one commodity, price by price. */
  static List<PostedAmount> of(StatementInput input, Commodity commodity) {
    List<PostedAmount> costs = new ArrayList<>();
    Calculator calculator = input.calculator().in(commodity.id());
    for (PriceGroup group : PriceGroup.inForce(input, commodity)) {
      Figure quantity = metered(input, calculator, commodity, group.period());
      Figure exact =
          calculator.times("utility-cost", calculator.currencyCode(), quantity, group.price());
      costs.add(calculator.post("utility-cost", exact));
    }
    return costs;
  }

  private List<PostedAmount> bills(UtilityBills.Billed billed, Outcome.Builder outcome) {
    Commodity commodity = billed.commodity();
    PartUsage usage = usage(billed);
    Tariff tariff = usage.resolved(new FindingCollector()).orElseThrow();
    YearToDate year = YearToDate.ofActual(input, commodity);
    List<PostedAmount> bills = new ArrayList<>();
    for (BillingPart part : BillingPart.of(input, commodity, tariff)) {
      Calculator at = input.calculator().in(commodity.id() + "/" + part.period().start());
      Figure quantity = metered(input, at, commodity, part.period());
      Usage used = usage.actual(at, part, quantity, year.before(at, part));
      year.add(part, quantity);
      Bill bill = Bill.of(at, part.version(), used);
      BillLines.ACTUAL.of(commodity, part, bill).forEach(outcome::line);
      bills.add(bill.total());
    }
    return bills;
  }

  private static Figure metered(
      StatementInput input, Calculator calculator, Commodity commodity, Period period) {
    return calculator.fact(
        "metered-use",
        input.resolved().use(commodity).in(period).quantity(),
        commodity.unit().symbol(),
        "meters#" + period);
  }
}
